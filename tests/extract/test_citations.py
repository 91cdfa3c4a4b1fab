"""Which outlets an article rests on."""

import pytest

from draft import NAMES, Draft
from reportedly.extract.citations import citations
from reportedly.extract.status import claims
from reportedly.schema import CueTag, HopKind, TriggerTag

OUTLET = HopKind.OUTLET


def cited(
    draft: Draft, *cues: CueTag, triggers: tuple[TriggerTag, ...] = (), outlet: str | None = None
) -> list[tuple[str, str, bool]]:
    """Name, words and whether it is the main basis, of each citation."""
    chains = draft.chains(*cues, outlet=outlet)
    made = [claim for n, trigger in enumerate(triggers) for claim in claims(f"e{n}", [trigger], chains, {}, n)]
    found = citations(draft.text, cues, chains.names, made, NAMES)
    return [(each.name, each.span.of(draft.text), each.main) for each in found]


def test_an_article_that_names_no_outlet_cites_none() -> None:
    draft = Draft("Rebels shelled Seld, officials said.")
    assert cited(draft, draft.cue("said", "officials", "Rebels shelled Seld")) == []


def test_an_outlet_that_is_a_voice_is_cited_once_at_its_first_mention() -> None:
    draft = Draft("NBC said the army left, and NBC added that it was over. The army shelled Orra.")
    cues = [
        draft.cue("added", draft.at("NBC", 2), "it was over", OUTLET),
        draft.cue("said", "NBC", "the army left", OUTLET),
    ]
    assert cited(draft, *cues) == [("NBC News", "NBC", False)]


def test_an_outlet_through_which_half_of_the_claims_come_is_the_main_basis() -> None:
    draft = Draft("NBC said the army left. The rebels shelled Orra. They bombed Seld.")
    cue = draft.cue("said", "NBC", "the army left", OUTLET)
    left, shelled, bombed = (draft.trigger(words) for words in ("left", "shelled", "bombed"))
    assert cited(draft, cue, triggers=(left, shelled)) == [("NBC News", "NBC", True)]
    assert cited(draft, cue, triggers=(left, shelled, bombed)) == [("NBC News", "NBC", False)]


def test_an_outlet_far_out_in_the_chain_counts_as_well() -> None:
    draft = Draft("NBC said officials said the army left.")
    cues = (
        draft.cue("said", "NBC", "officials said the army left", OUTLET),
        draft.cue(draft.at("said", 2), "officials", "the army left"),
    )
    assert cited(draft, *cues, triggers=(draft.trigger("left"),)) == [("NBC News", "NBC", True)]


def test_the_articles_own_outlet_is_not_cited() -> None:
    draft = Draft("SELD (Reuters) - The army left, Reuters has learned.")
    cue = draft.cue("learned", draft.at("Reuters", 2), "The army left", OUTLET)
    assert cited(draft, cue, outlet="REUTERS") == []
    assert cited(draft, cue) == [("Reuters", "Reuters", True)]


def test_a_voice_that_is_no_outlet_or_not_named_is_no_citation() -> None:
    draft = Draft("Reuters’ landlord Reuters said the army reportedly left.")
    cues = (
        draft.cue("said", "Reuters", "the army reportedly left", HopKind.ORGANISATION),
        draft.cue("reportedly", None, "left", OUTLET),
    )
    assert cited(draft, *cues) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELD (Reuters) - The army left.", "Reuters"),
        ("SELD, Varn (Reuters) — The army left.", "Reuters"),
        ("The army left. (Reuters)", "Reuters"),
        ("The army left.\n\n(With inputs from Reuters)", "Reuters"),
        ("The army left.\n\nWith inputs from Reuters.", "Reuters"),
        ("The army left.\n\nAdditional reporting by Reuters", "Reuters"),
        ("The army left.\n\nwith material from Reuters and others.", "Reuters"),
    ],
)
def test_an_agency_that_is_credited_is_the_main_basis(text: str, words: str) -> None:
    assert cited(Draft(text)) == [("Reuters", words, True)]


@pytest.mark.parametrize("end", ["head", "tail"])
def test_a_credit_stands_near_either_end_of_a_long_article(end: str) -> None:
    body = "The army left. It came back. " * 40
    text = f"{body}(Reuters)" if end == "tail" else f"The army (Reuters) left. {body}"
    assert cited(Draft(text)) == [("Reuters", "Reuters", True)]


def test_an_unknown_agency_in_a_dateline_is_cited_as_it_is_written() -> None:
    assert cited(Draft("SELD (Tarpress) - The army left.")) == [("Tarpress", "Tarpress", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The army (some say) left.",
        "The army left. (The end)",
        f"{'The army left. ' * 40}(Reuters) {'It came back. ' * 40}",
        "The army left with inputs from nobody.",
    ],
)
def test_brackets_in_the_middle_or_around_other_words_credit_nobody(text: str) -> None:
    assert cited(Draft(text)) == []


def test_a_credit_and_a_voice_are_one_citation() -> None:
    draft = Draft("SELD (Reuters) - The army left, an officer told Reuters.")
    cue = draft.cue("told", draft.at("Reuters", 2), "The army left", OUTLET)
    assert cited(draft, cue) == [("Reuters", "Reuters", True)]


def test_every_agency_of_a_credit_is_cited_by_its_own_words() -> None:
    draft = Draft("The army left.\n\nWith inputs from Reuters’ office, NBC and the far Meridian Post.")
    assert [(name, words) for name, words, _ in cited(draft)] == [
        ("Reuters", "Reuters"),
        ("NBC News", "NBC"),
        ("Meridian Post", "Meridian Post"),
    ]
