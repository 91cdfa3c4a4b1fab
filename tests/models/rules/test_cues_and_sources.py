"""Whose words they are, and what part of a paragraph they carry."""

import pytest

from tagged import Found, read


def carried(found: Found, cue: str) -> list[str | None]:
    return [found.words(piece) for piece in found.cue(cue).contents]


@pytest.mark.parametrize(
    ("text", "source", "cue", "kind"),
    [
        ("The army said three soldiers were killed.", "The army", "said", "official"),
        ("Three soldiers were killed, the army said.", "the army", "said", "official"),
        ("Three soldiers were killed, the army said on Monday.", "the army", "said", "official"),
        ("Three soldiers were killed, said Algeria's ministry of defence.", "Algeria's ministry", "said", "official"),
        ("According to residents, three soldiers were killed.", "residents", "According to", "witness"),
        ("Three soldiers were killed, according to Reuters.", "Reuters", "according to", "outlet"),
        ("Three soldiers were killed, according to a dispatch by the Wall Street Journal.", "the Wall Street Journal",
         "according to", "outlet"),
        ("A second account by CNN claimed that three soldiers were killed.", "CNN", "claimed", "outlet"),
        ("Two of the officials said that three soldiers were killed.", "Two of the officials", "said", "official"),
        ("The Meridian Post reported that three soldiers were killed.", "The Meridian Post", "reported", "outlet"),
        ("A former minister said that three soldiers were killed.", "A former minister", "said", "person"),
        ("Satellite images showed that the base was bombed.", "Satellite images", "showed", "document"),
        ("Ministers had detected signs that rebels were preparing to shell the port.", "Ministers",
         "detected signs", "official"),
        ("Gen. Omar Dall said that fighters attacked the base.", "Gen. Omar Dall", "said", "official"),
        ("Lt. Gen. Omar Dall said that fighters attacked the base.", "Lt. Gen. Omar Dall", "said", "official"),
        ("Mrs. Ann Roe said that fighters attacked the base.", "Mrs. Ann Roe", "said", "person"),
        ("The movement's spokesman, Omar Dall, said that fighters attacked the base.", "Omar Dall", "said",
         "organisation"),
    ],
)  # fmt: skip
def test_the_voice_of_a_sentence(text: str, source: str, cue: str, kind: str) -> None:
    found = read(text)
    tag = found.cue(cue)
    assert found.words(tag.source) == source
    assert tag.kind == kind


@pytest.mark.parametrize("text", ["Troops reportedly bombed the base.", "Troops allegedly bombed the base."])
def test_hearsay_names_nobody(text: str) -> None:
    ((source, cue),) = read(text).cues()
    assert source is None
    assert cue in ("reportedly", "allegedly")


def test_a_passive_of_saying_names_nobody() -> None:
    found = read("Troops are believed to have bombed the base.")
    assert found.cues() == [(None, "are believed")]
    assert found.predictions.cues[0].kind == "unnamed"


def test_a_headline_after_a_colon_is_hearsay() -> None:
    found = read("Rebels Preparing Raid On French Barracks: Report\n\nText follows here.")
    assert found.cues() == [(None, "Report")]


def test_a_name_before_a_colon_in_a_headline_is_the_voice() -> None:
    found = read("Minister: no talks with the rebels this week\n\nText follows here.")
    assert (("Minister", ":")) in found.cues()


def test_what_is_told_to_an_outlet_has_two_voices() -> None:
    found = read("Two senior officials told Reuters that troops bombed the base.")
    assert set(found.cues()) == {("Reuters", "told"), ("Two senior officials", "told")}


def test_who_is_quoted_within_a_report_is_carried_by_it() -> None:
    found = read("Quoting French ministers, the CNN report said the rebels shelled the port.")
    assert carried(found, "said") == ["Quoting French ministers", "the rebels shelled the port"]
    assert carried(found, "Quoting") == ["the rebels shelled the port"]


def test_a_cue_at_the_end_carries_what_stands_before_it() -> None:
    found = read('"Our troops have bombed the base," the general said.')
    assert carried(found, "said") == ["Our troops have bombed the base"]


def test_a_quotation_runs_on_over_sentences_without_a_cue() -> None:
    found = read('"We bombed the base," the general said. "We will bomb it again."')
    assert len(found.cue("said").contents) == 2


def test_who_condemns_an_attack_is_no_voice_of_it() -> None:
    found = read("The minister condemned the killing of 12 civilians by government troops.")
    assert found.cues() == []


def test_who_accuses_somebody_of_it_is_its_voice() -> None:
    found = read("The minister accused the rebels of bombing the base.")
    assert ("The minister", "accused") in found.cues()
    assert carried(found, "accused") == ["bombing the base"]


def test_a_refusal_to_comment_takes_no_position() -> None:
    found = read("A spokeswoman declined to comment on any plan to attack the base.")
    tag = found.trigger("attack")
    assert (tag.status, tag.certainty, tag.actors) == ("planned", 0.0, ())


def test_the_speaker_of_a_quotation_is_not_a_second_voice() -> None:
    found = read('"I think they bombed the base," the general said.')
    assert found.cues() == [("the general", "said")]


def test_when_it_was_said_is_not_when_it_happened() -> None:
    found = read("Troops bombed the base on Sunday, officials said on Monday.")
    assert [found.words(t) for t in found.trigger("bombed").times] == ["Sunday"]


@pytest.mark.parametrize(
    "text",
    [
        "State television quoted the defence ministry as saying the army had shot down a drone.",
        "The army shot down a drone, state television quoted the defence ministry as saying.",
    ],
)
def test_who_quotes_carries_who_is_quoted(text: str) -> None:
    found = read(text)
    outer, inner = found.predictions.cues
    assert (found.words(outer.source) or "").lower() == "state television"
    assert found.words(inner.source) == "the defence ministry"
    assert any(piece.covers(inner.span) for piece in outer.contents)


def test_who_is_quoted_by_an_agency_is_carried_by_it() -> None:
    found = read("The army shot down a drone, the defence ministry was quoted as saying by the agency ANSA.")
    assert set(found.cues()) == {("the agency ANSA", "was quoted"), ("the defence ministry", "saying")}
