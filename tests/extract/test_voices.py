"""What sources are called."""

import pytest

from draft import Draft
from reportedly.schema import HopKind

OUTLET, OFFICIAL, ORGANISATION = HopKind.OUTLET, HopKind.OFFICIAL, HopKind.ORGANISATION
PERSON, UNNAMED, DOCUMENT = HopKind.PERSON, HopKind.UNNAMED, HopKind.DOCUMENT


def named(text: str, *voices: tuple[str, HopKind]) -> list[tuple[str | None, HopKind]]:
    """Name and kind of each voice; each has the next `said` of the text as its cue, `-` names none."""
    draft = Draft(text)
    cues = [
        draft.cue(draft.at("said", number), None if source == "-" else source, "", kind)
        for number, (source, kind) in enumerate(voices, 1)
    ]
    names = draft.names(*cues)
    return [(names.of(cue), names.kind(cue)) for cue in cues]


def test_a_source_is_called_by_its_words_without_the_article_before_them() -> None:
    said = "The army said no. A witness said yes. Their leader said so."
    voices = [("The army", OFFICIAL), ("A witness", HopKind.WITNESS), ("Their leader", ORGANISATION)]
    assert [name for name, _ in named(said, *voices)] == ["army", "witness", "leader"]


@pytest.mark.parametrize("words", ["Mr Dall", "Mr. Dall", "Ms. Dall", "Dall"])
def test_a_courtesy_is_no_part_of_a_name(words: str) -> None:
    assert named(f"{words} said no.", (words, PERSON)) == [("Dall", PERSON)]


def test_an_article_alone_is_kept() -> None:
    assert named("This said all.", ("This", DOCUMENT)) == [("This", DOCUMENT)]


def test_who_is_not_named_has_no_name_and_the_kind_of_the_cue() -> None:
    assert named("It is said.", ("-", UNNAMED)) == [(None, UNNAMED)]


@pytest.mark.parametrize("words", ["Meridian Post", "the Post", "The Meridian Post", "the Meridian Post newspaper"])
def test_an_outlet_is_called_by_its_known_name(words: str) -> None:
    assert named(f"{words} said so.", (words, OUTLET)) == [("Meridian Post", OUTLET)]


def test_an_unknown_outlet_is_called_as_the_text_calls_it() -> None:
    assert named("The Lind Mail said so.", ("The Lind Mail", OUTLET)) == [("Lind Mail", OUTLET)]


def test_a_place_that_speaks_is_called_by_its_known_name() -> None:
    assert named("Seld said no.", ("Seld", OFFICIAL)) == [("Seld City", OFFICIAL)]


def test_a_name_in_capitals_is_called_by_its_known_name() -> None:
    assert named("BRIGADES said no.", ("BRIGADES", ORGANISATION)) == [("Ostrand Brigades", ORGANISATION)]


@pytest.mark.parametrize("words", ["Varnian officials", "a spokesman in Seld", "Varnian"])
def test_words_that_only_hold_a_known_name_stay_as_they_are(words: str) -> None:
    bare = words.removeprefix("a ")
    assert named(f"{words} said no.", (words, OFFICIAL)) == [(bare, OFFICIAL)]


@pytest.mark.parametrize("pronoun", ["He", "She", "he", "who", "himself", "I"])
def test_a_pronoun_of_one_person_means_the_last_person(pronoun: str) -> None:
    text = f"General Doe said no. The rebels said yes. The Post said both. {pronoun} said so."
    voices = [("General Doe", OFFICIAL), ("The rebels", ORGANISATION), ("The Post", OUTLET), (pronoun, PERSON)]
    assert named(text, *voices)[-1] == ("General Doe", OFFICIAL)


@pytest.mark.parametrize("pronoun", ["They", "we", "them"])
def test_a_pronoun_of_several_means_the_last_several(pronoun: str) -> None:
    text = f"Two officials said no. General Doe said yes. {pronoun} said so."
    voices = [("Two officials", UNNAMED), ("General Doe", OFFICIAL), (pronoun, PERSON)]
    assert named(text, *voices)[-1] == ("Two officials", UNNAMED)


def test_a_body_may_be_they() -> None:
    voices = [("Hammer", ORGANISATION), ("General Doe", OFFICIAL), ("They", PERSON)]
    assert named("Hammer said no. General Doe said yes. They said so.", *voices)[-1] == ("Hammer", ORGANISATION)


def test_it_means_the_last_thing_and_no_person() -> None:
    voices = [("The ministry", OFFICIAL), ("Doe", PERSON), ("It", PERSON)]
    assert named("The ministry said no. Doe said yes. It said so.", *voices)[-1] == ("ministry", OFFICIAL)


def test_one_of_the_officials_is_one_person() -> None:
    voices = [("One of the officials", OFFICIAL), ("He", PERSON)]
    assert named("One of the officials said no. He said so.", *voices)[-1] == ("One of the officials", OFFICIAL)


def test_a_name_in_capitals_that_ends_in_s_is_not_several() -> None:
    voices = [("RSS", ORGANISATION), ("It", PERSON)]
    assert named("RSS said no. It said so.", *voices)[-1] == ("RSS", ORGANISATION)


def test_a_pronoun_again_means_the_same_voice() -> None:
    text = "General Doe said no. He said so. Mr Roe said yes. Himself said all. He said more."
    voices = [("General Doe", OFFICIAL), ("He", PERSON), ("Mr Roe", PERSON), ("Himself", PERSON)]
    assert [name for name, _ in named(text, *voices)] == ["General Doe", "General Doe", "Roe", "Roe"]


def test_a_pronoun_never_means_another_pronoun() -> None:
    voices = [("The rebels", ORGANISATION), ("He", PERSON), ("They", PERSON)]
    assert named("The rebels said no. He said so. They said all.", *voices)[1:] == [
        (None, PERSON),
        ("rebels", ORGANISATION),
    ]


def test_a_pronoun_with_nobody_before_it_has_no_name() -> None:
    assert named("He said no.", ("He", PERSON)) == [(None, PERSON)]
    assert named("The rebels said no. He said so.", ("The rebels", ORGANISATION), ("He", PERSON))[-1] == (None, PERSON)


def test_a_voice_behind_the_pronoun_is_not_meant() -> None:
    assert named("He said no. General Doe said so.", ("He", PERSON), ("General Doe", OFFICIAL))[0] == (None, PERSON)


@pytest.mark.parametrize("words", ["the report", "The newspaper", "its report", "the network", "The agency"])
def test_the_report_means_the_last_outlet(words: str) -> None:
    text = f"Reuters said no. NBC said no. An official said yes. {words} said so."
    voices = [("Reuters", OUTLET), ("NBC", OUTLET), ("An official", OFFICIAL), (words, OUTLET)]
    assert named(text, *voices)[-1] == ("NBC News", OUTLET)


def test_the_report_with_no_outlet_before_it_is_called_by_itself() -> None:
    assert named("The report said no.", ("The report", DOCUMENT)) == [("The report", DOCUMENT)]


@pytest.mark.parametrize("outlet", ["Meridian Post", "the Post", "THE MERIDIAN POST"])
def test_an_outlet_knows_itself_under_all_its_names(outlet: str) -> None:
    draft = Draft("The Post said no.")
    cue = draft.cue("said", "The Post", "", OUTLET)
    names = draft.names(cue, outlet=outlet)
    assert names.is_own(cue)
    assert names.publishes("Meridian Post")
    assert not names.publishes("Reuters")


def test_only_an_outlet_can_be_the_own_one() -> None:
    draft = Draft("Reuters said no. Reportedly yes.")
    body, nobody = draft.cue("said", "Reuters", "", ORGANISATION), draft.cue("Reportedly", None, "", UNNAMED)
    names = draft.names(body, nobody, outlet="Reuters")
    assert not names.is_own(body)
    assert not names.is_own(nobody)


def test_an_article_without_an_outlet_has_no_own_voice() -> None:
    draft = Draft("Reuters said no.")
    cue = draft.cue("said", "Reuters", "", OUTLET)
    assert not draft.names(cue).is_own(cue)
    assert not draft.names(cue).publishes(None)


def test_a_name_in_capitals_is_no_pronoun() -> None:
    said = "The minister said no. WHO said yes. Varnian officials said no. US said yes."
    voices = [("The minister", OFFICIAL), ("WHO", ORGANISATION), ("Varnian officials", OFFICIAL), ("US", OFFICIAL)]
    assert [name for name, _ in named(said, *voices)] == ["minister", "WHO", "Varnian officials", "US"]


@pytest.mark.parametrize(
    ("source", "kind", "pronoun"),
    [("Reuters", OUTLET, "It"), ("Ann Ellis", PERSON, "She"), ("the Ostrand Brigades", ORGANISATION, "They"),
     ("Democrats", OFFICIAL, "They")],
)  # fmt: skip
def test_a_name_in_s_is_one_voice_and_a_people_are_several(source: str, kind: HopKind, pronoun: str) -> None:
    (name, _), meant = named(f"{source} said no. {pronoun} said yes.", (source, kind), (pronoun, PERSON))
    assert meant == (name, kind)
