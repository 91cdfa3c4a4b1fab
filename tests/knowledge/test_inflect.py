"""Inflection of verbs and nouns, by rule and by exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import parse
from reportedly.knowledge.inflect import (
    Irregular,
    VerbForms,
    irregular,
    noun_forms,
    verb_spellings,
)


def forms(lemma: str) -> tuple[str, str, str, str]:
    made, *_ = verb_spellings(lemma, irregular())
    assert made.base == lemma
    return made.third, made.past, made.participle, made.gerund


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("attack", ("attacks", "attacked", "attacked", "attacking")),
        ("raid", ("raids", "raided", "raided", "raiding")),
        ("seize", ("seizes", "seized", "seized", "seizing")),
        ("free", ("frees", "freed", "freed", "freeing")),
        ("deny", ("denies", "denied", "denied", "denying")),
        ("deploy", ("deploys", "deployed", "deployed", "deploying")),
        ("clash", ("clashes", "clashed", "clashed", "clashing")),
        ("veto", ("vetoes", "vetoed", "vetoed", "vetoing")),
        ("die", ("dies", "died", "died", "dying")),
        ("panic", ("panics", "panicked", "panicked", "panicking")),
        ("axe", ("axes", "axed", "axed", "axing")),
    ],
)
def test_regular_verbs(lemma: str, expected: tuple[str, str, str, str]) -> None:
    assert forms(lemma) == expected


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        ("ban", "banned"),
        ("stab", "stabbed"),
        ("slam", "slammed"),
        ("expel", "expelled"),
        ("admit", "admitted"),
        ("rebel", "rebelled"),
        ("control", "controlled"),
        ("tear-gas", "tear-gassed"),
        ("bomb", "bombed"),
        ("fix", "fixed"),
        ("row", "rowed"),
        ("open", "opened"),
        ("visit", "visited"),
        ("target", "targeted"),
    ],
)
def test_the_final_consonant_doubles_only_after_a_stressed_short_vowel(lemma: str, past: str) -> None:
    assert forms(lemma)[1] == past


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("strike", ("strikes", "struck", "struck", "striking")),
        ("shoot", ("shoots", "shot", "shot", "shooting")),
        ("withdraw", ("withdraws", "withdrew", "withdrawn", "withdrawing")),
        ("quit", ("quits", "quit", "quit", "quitting")),
        ("be", ("is", "was", "been", "being")),
        ("have", ("has", "had", "had", "having")),
        ("re-take", ("re-takes", "re-took", "re-taken", "re-taking")),
        ("will", ("will", "will", "will", "will")),
    ],
)
def test_irregular_verbs(lemma: str, expected: tuple[str, str, str, str]) -> None:
    assert forms(lemma) == expected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("carry out", ("carries out", "carried out", "carried out", "carrying out")),
        ("take ... in", ("takes ... in", "took ... in", "taken ... in", "taking ... in")),
        ("would not join", ("would not join",) * 4),
    ],
)
def test_the_first_word_of_a_verb_phrase_inflects(lemma: str, expected: tuple[str, str, str, str]) -> None:
    assert forms(lemma) == expected


def test_second_spellings_follow_the_first() -> None:
    assert [made.past for made in verb_spellings("travel", irregular())] == ["travelled", "traveled"]
    assert [made.participle for made in verb_spellings("hang", irregular())] == ["hanged", "hung"]
    assert len(verb_spellings("attack", irregular())) == 1


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("strike", "strikes"),
        ("air strike", "air strikes"),
        ("policy", "policies"),
        ("convoy", "convoys"),
        ("breach", "breaches"),
        ("veto", "vetoes"),
        ("crisis", "crises"),
        ("virus", "viruses"),
        ("gunman", "gunmen"),
        ("german", "germans"),
        ("act of war", "acts of war"),
        ("crime against humanity", "crimes against humanity"),
        ("attorney general", "attorneys general"),
        ("photo", "photos"),
    ],
)
def test_nouns(singular: str, plural: str) -> None:
    assert noun_forms(singular) == (singular, plural)


@pytest.mark.parametrize("noun", ["talks", "un sanctions", "aircraft", "on strike", "under attack"])
def test_nouns_of_one_form(noun: str) -> None:
    assert noun_forms(noun) == (noun, noun)


@given(st.from_regex(r"[a-z]{2,10}( [a-z]{1,6}){0,2}", fullmatch=True))
def test_any_verb_keeps_its_tail_in_every_form(lemma: str) -> None:
    tail = lemma.partition(" ")[2]
    for made in verb_spellings(lemma, irregular()):
        assert isinstance(made, VerbForms)
        assert all(
            form.partition(" ")[2] == tail
            for form in (made.base, made.third, made.past, made.participle, made.gerund)
        )


@given(st.from_regex(r"[a-z]{1,10}( [a-z]{1,10}){0,3}", fullmatch=True))
def test_any_noun_phrase_keeps_its_number_of_words(lemma: str) -> None:
    singular, plural = noun_forms(lemma)
    assert singular == lemma
    assert len(plural.split(" ")) == len(lemma.split(" "))


def test_the_exceptions_are_plenty_and_in_order() -> None:
    known = irregular()
    assert len(known.verbs) >= 150
    assert list(known.verbs) == sorted(known.verbs)
    assert {"expel", "repel", "admit", "commit", "refer", "occur", "compel", "control"} <= known.double
    assert not known.double & known.either


def test_a_damaged_file_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="irregular"):
        parse("irregular.yaml", "source: none\nverbs: {go: [went]}", Irregular)
