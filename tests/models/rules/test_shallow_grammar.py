"""Words, parts of speech, chunks and phrases: what the rest of the rules stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.names import name_index
from reportedly.models.rules import sentence, words
from reportedly.models.rules.lexicon import rule_book
from reportedly.models.rules.phrases import PhraseIndex


def analysed(text: str) -> sentence.Sentence:
    return sentence.analyse(text, 0, rule_book(), name_index(), headline=False, quote_open=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran's attack", ["Iran", "'s", "attack"]),
        ("the U.S. base", ["the", "U.S.", "base"]),
        ("2,500 troops", ["2,500", "troops"]),
        ("Iran-backed militias.", ["Iran-backed", "militias", "."]),
        ("didn’t", ["didn’t"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words.split(text, 0)] == expected


@given(st.text(max_size=80), st.integers(0, 1000))
def test_words_stand_where_they_say(text: str, offset: int) -> None:
    for word in words.split(text, offset):
        assert text[word.start - offset : word.end - offset] == word.text


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("They strike the base.", "strike", "verb"),
        ("The strike hit the base.", "strike", "noun"),
        ("They want to strike the base.", "strike", "verb"),
        ("Wounded soldiers were flown out.", "Wounded", "adj"),
        ("The offensive began.", "offensive", "noun"),
        ("It happened in May.", "May", "name"),
        ("It may happen.", "may", "aux"),
        ("They went to the base.", "to", "prep"),
        ("They went to attack it.", "to", "to"),
        ("Iran has threatened US bases after the talks.", "bases", "noun"),
    ],
)
def test_one_form_is_noun_or_verb_by_its_neighbours(text: str, word: str, tag: str) -> None:
    assert next(w.tag for w in analysed(text).words if w.text == word) == tag


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_chunks_cover_every_word_once(text: str) -> None:
    made = analysed(text)
    covered = [i for chunk in made.chunks for i in range(chunk.first, chunk.last)]
    assert covered == list(range(len(made.words)))
    assert len(made.chunk_at) == len(made.words)


def test_verb_groups_know_their_form() -> None:
    (group,) = [c for c in analysed("The base was not attacked.").chunks if c.kind == "verb group"]
    assert group.passive
    assert group.negated


def test_the_longer_phrase_comes_first() -> None:
    index = PhraseIndex([(("hold",), "hold"), (("hold", "off"), "hold off")])
    assert list(index.at(["they", "hold", "off"], 1)) == [(3, "hold off"), (2, "hold")]


def test_a_slot_takes_a_few_words_but_no_comma() -> None:
    index = PhraseIndex([(("take", "...", "hostage"), "x")])
    assert list(index.at("take ten of them hostage".split(), 0)) == [(5, "x")]
    assert list(index.at(["take", "ten", ",", "hostage"], 0)) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_analysis(text: str) -> None:
    made = analysed(text)
    assert len(made.quoted) == len(made.words)
