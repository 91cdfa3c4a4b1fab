"""Cues made by hand, and the chains that they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draft import Draft
from reportedly.extract.attribution import Chains, origin_key
from reportedly.schema import CueTag, Hop, HopKind

OUTLET, OFFICIAL, UNNAMED = HopKind.OUTLET, HopKind.OFFICIAL, HopKind.UNNAMED


def shown(draft: Draft, chain: tuple[Hop, ...]) -> list[str]:
    """The chain from the outlet inward, as `source · cue`."""
    parts = [(hop.source, hop.cue) for hop in chain]
    return [" · ".join("-" if span is None else span.of(draft.text) for span in pair) for pair in parts]


def test_what_no_cue_carries_is_the_outlets_own() -> None:
    draft = Draft("Rebels shelled Seld. The army left, officials said.")
    chains = draft.chains(draft.cue("said", "officials", "The army left"))
    assert chains.at(draft.at("shelled")) == ()
    assert shown(draft, chains.at(draft.at("left"))) == ["officials · said"]


def test_an_article_without_cues_has_empty_chains() -> None:
    draft = Draft("Rebels shelled Seld.")
    assert draft.chains().at(draft.at("shelled")) == ()


def test_a_cue_inside_the_content_of_another_is_the_next_hop() -> None:
    draft = Draft("Quoting two officials, the Meridian Post reported that rebels shelled Seld.")
    chains = draft.chains(
        draft.cue("Quoting", "two officials", "rebels shelled Seld"),
        draft.cue("reported", "the Meridian Post", ("Quoting two officials", "rebels shelled Seld"), OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["the Meridian Post · reported", "two officials · Quoting"]


def test_according_to_one_who_quotes_another_makes_two_hops() -> None:
    draft = Draft("Rebels shelled Seld, according to Reuters, quoting a witness.")
    chains = draft.chains(
        draft.cue("quoting", "a witness", "Rebels shelled Seld", HopKind.WITNESS),
        draft.cue("according to", "Reuters", ("Rebels shelled Seld", "quoting a witness"), OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["Reuters · according to", "a witness · quoting"]


def test_nesting_comes_before_size() -> None:
    draft = Draft("Rebels shelled Seld and then left for Orra in the night, Reuters said, quoting a witness.")
    chains = draft.chains(
        draft.cue("quoting", "a witness", "Rebels shelled Seld and then left for Orra in the night", HopKind.WITNESS),
        draft.cue("said", "Reuters", ("Rebels shelled", "quoting a witness"), OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["Reuters · said", "a witness · quoting"]


def test_three_voices_in_one_another_make_three_hops() -> None:
    draft = Draft("NBC reported that a minister said the general had told him that rebels shelled Seld.")
    chains = draft.chains(
        draft.cue("told", "the general", "rebels shelled Seld"),
        draft.cue("reported", "NBC", draft.text[18:-1], OUTLET),
        draft.cue("said", "a minister", "the general had told him that rebels shelled Seld"),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == [
        "NBC · reported",
        "a minister · said",
        "the general · told",
    ]
    assert shown(draft, chains.at(draft.at("told"))) == ["NBC · reported", "a minister · said"]


def test_who_told_an_outlet_stands_inside_it() -> None:
    draft = Draft("A general told Reuters that rebels shelled Seld.")
    told = (
        draft.cue("told", "Reuters", (draft.at("A general"), "rebels shelled Seld"), OUTLET),
        draft.cue("told", "A general", "rebels shelled Seld"),
    )
    assert shown(draft, draft.chains(*told).at(draft.at("shelled"))) == ["Reuters · told", "A general · told"]
    own = draft.chains(*told, outlet="Reuters")
    assert shown(draft, own.at(draft.at("shelled"))) == ["A general · told"]


def test_of_two_cues_beside_each_other_the_one_that_carries_more_is_outside() -> None:
    draft = Draft("Rebels shelled Seld and left, NBC said, a witness added.")
    chains = draft.chains(
        draft.cue("added", "a witness", "Rebels shelled Seld"),
        draft.cue("said", "NBC", "Rebels shelled Seld and left", OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["NBC · said", "a witness · added"]


def test_of_two_cues_alike_the_earlier_is_outside() -> None:
    draft = Draft("NBC said, officials confirmed: rebels shelled Seld.")
    chains = draft.chains(
        draft.cue("confirmed", "officials", "rebels shelled Seld"),
        draft.cue("said", "NBC", "rebels shelled Seld", OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["NBC · said", "officials · confirmed"]


def test_a_voice_that_the_text_does_not_name_is_a_hop_without_a_source() -> None:
    draft = Draft("Rebels reportedly shelled Seld.")
    (hop,) = draft.chains(draft.cue("reportedly", None, "shelled Seld", UNNAMED)).at(draft.at("shelled"))
    assert (hop.source, hop.name, hop.kind) == (None, None, UNNAMED)
    assert hop.cue == draft.at("reportedly")


def test_two_words_that_name_no_voice_are_one_hop() -> None:
    draft = Draft("Report: rebels allegedly shelled Seld.")
    chains = draft.chains(
        draft.cue("Report", None, "rebels allegedly shelled Seld", UNNAMED),
        draft.cue("allegedly", None, "shelled Seld", UNNAMED),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["- · Report"]


def test_two_words_that_name_no_voice_are_one_hop_inside_a_named_voice() -> None:
    draft = Draft("NBC said rebels reportedly and allegedly shelled Seld.")
    chains = draft.chains(
        draft.cue("said", "NBC", "rebels reportedly and allegedly shelled Seld", OUTLET),
        draft.cue("reportedly", None, "allegedly shelled Seld", UNNAMED),
        draft.cue("allegedly", None, "shelled Seld", UNNAMED),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["NBC · said", "- · reportedly"]


def test_a_voice_without_a_name_inside_a_named_one_is_a_hop_of_its_own() -> None:
    draft = Draft("NBC said rebels reportedly shelled Seld.")
    chains = draft.chains(
        draft.cue("said", "NBC", "rebels reportedly shelled Seld", OUTLET),
        draft.cue("reportedly", None, "shelled Seld", UNNAMED),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["NBC · said", "- · reportedly"]


@pytest.mark.parametrize("outlet", ["Meridian Post", "The Meridian Post", "THE POST", "meridian post"])
def test_the_articles_own_outlet_is_no_hop(outlet: str) -> None:
    draft = Draft("The Post has learned that rebels shelled Seld, a minister said.")
    chains = draft.chains(
        draft.cue("learned", draft.at("The Post"), draft.text[26:-1], OUTLET),
        draft.cue("said", "a minister", "rebels shelled Seld"),
        outlet=outlet,
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["a minister · said"]


def test_another_outlet_is_a_hop() -> None:
    draft = Draft("NBC reported that rebels shelled Seld.")
    chains = draft.chains(draft.cue("reported", "NBC", "rebels shelled Seld", OUTLET), outlet="Reuters")
    assert shown(draft, chains.at(draft.at("shelled"))) == ["NBC · reported"]


def test_a_body_that_is_called_as_the_outlet_is_stays_a_hop() -> None:
    draft = Draft("Reuters said that rebels shelled Seld.")
    chains = draft.chains(draft.cue("said", "Reuters", "rebels shelled Seld", HopKind.ORGANISATION), outlet="Reuters")
    assert len(chains.at(draft.at("shelled"))) == 1


def test_one_voice_under_two_names_is_one_hop() -> None:
    draft = Draft("The Meridian Post reported, the Post said, that rebels shelled Seld.")
    chains = draft.chains(
        draft.cue("reported", "The Meridian Post", "rebels shelled Seld", OUTLET),
        draft.cue("said", "the Post", "rebels shelled Seld", OUTLET),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["The Meridian Post · reported"]


def test_the_same_words_with_two_cues_are_one_hop() -> None:
    draft = Draft("The general, quoted as saying that rebels shelled Seld, wept.")
    chains = draft.chains(
        draft.cue("quoted", "The general", "saying that rebels shelled Seld"),
        draft.cue("saying", "The general", "rebels shelled Seld"),
    )
    assert shown(draft, chains.at(draft.at("shelled"))) == ["The general · quoted"]


def test_a_pronoun_keeps_its_words_and_takes_the_name_that_it_means() -> None:
    draft = Draft("General Doe said the army left. He added that rebels shelled Seld.")
    chains = draft.chains(
        draft.cue("said", "General Doe", "the army left"), draft.cue("added", "He", "rebels shelled Seld")
    )
    (hop,) = chains.at(draft.at("shelled"))
    assert (hop.source, hop.name) == (draft.at("He"), "General Doe")
    assert origin_key((hop,)) == origin_key(chains.at(draft.at("left")))


def test_a_content_in_several_pieces_is_carried_piece_by_piece() -> None:
    draft = Draft("Rebels shelled Seld, officials said at noon, and took Orra.")
    chains = draft.chains(draft.cue("said", "officials", ("Rebels shelled Seld", "and took Orra")))
    assert chains.at(draft.at("shelled")) == chains.at(draft.at("took")) != ()
    assert chains.at(draft.at("at noon")) == ()


def test_a_cue_that_is_itself_the_event_does_not_carry_itself() -> None:
    draft = Draft("The minister threatened to shell Seld.")
    cue = draft.cue("threatened", "The minister", "threatened to shell Seld")
    assert draft.chains(cue).at(draft.at("threatened")) == ()
    assert len(draft.chains(cue).at(draft.at("shell"))) == 1


def test_a_voice_carries_its_words_however_far_away() -> None:
    draft = Draft(f"The minister said: {'word ' * 5000}rebels shelled Seld.")
    whole = draft.text[draft.text.index(":") + 2 : -1]
    chains = draft.chains(draft.cue("said", "The minister", whole))
    assert shown(draft, chains.at(draft.at("shelled"))) == ["The minister · said"]


def test_a_chain_is_as_sure_as_its_least_sure_cue() -> None:
    draft = Draft("NBC said a minister said rebels shelled Seld. They left.")
    chains = draft.chains(
        draft.cue("said", "NBC", "a minister said rebels shelled Seld", OUTLET, score=0.9),
        draft.cue(draft.at("said", 2), "a minister", "rebels shelled Seld", score=0.4),
    )
    assert [chains.score(draft.at(words)) for words in ("shelled", "a minister", "left")] == [0.4, 0.9, 1.0]


def test_an_origin_is_told_by_its_name_whatever_the_case() -> None:
    assert origin_key((Hop(kind=OFFICIAL, name="The Army"),)) == origin_key((Hop(kind=UNNAMED, name="the army"),))


def test_an_origin_without_a_name_is_told_by_its_kind_and_the_outlet_by_nothing() -> None:
    assert origin_key((Hop(kind=OUTLET, name="NBC"), Hop(kind=UNNAMED))) == "unnamed"
    assert origin_key(()) == ""


NESTED = Draft("A said B said C said D said rebels shelled Seld.")
CUES = [
    NESTED.cue(NESTED.at("said", number), letter, NESTED.text[NESTED.at("said", number).end + 1 : -1])
    for number, letter in enumerate("ABCD", 1)
]


@given(st.permutations(CUES), st.integers(0, 4))
def test_the_order_in_which_cues_are_given_changes_nothing(cues: list[CueTag], count: int) -> None:
    given_cues = [cue for cue in CUES if cue in cues[:count]]
    ordered = NESTED.chains(*given_cues)
    mixed = Chains(tuple(cue for cue in cues if cue in given_cues), ordered.names)
    assert mixed.at(NESTED.at("shelled")) == ordered.at(NESTED.at("shelled"))
    assert [hop.cue for hop in ordered.at(NESTED.at("shelled"))] == [cue.span for cue in given_cues]


def test_a_voice_inside_the_words_of_another_is_no_hop_of_its_own() -> None:
    draft = Draft("Rebels shelled Seld, the army and intelligence officials said.")
    chains = draft.chains(
        draft.cue("said", "the army and intelligence officials", "Rebels shelled Seld"),
        draft.cue("officials", "intelligence", "Rebels shelled Seld"),
    )
    assert len(chains.at(draft.at("shelled"))) == 1


def test_what_is_carried_as_it_stands_may_hold_the_cue() -> None:
    """A denial that is nothing but its cue is carried by it all the same."""
    draft = Draft("Rebels shelled Seld. The army denied it.")
    chains = draft.chains(draft.cue("denied", "The army", "denied it"))
    assert shown(draft, chains.at(draft.at("denied it"))) == ["The army · denied"]
    assert chains.at(draft.at("denied")) == ()
