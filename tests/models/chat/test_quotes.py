import pytest
from hypothesis import given
from hypothesis import strategies as st

from pool import stories
from reportedly.extract import segment
from reportedly.models.chat.answer import Quote
from reportedly.models.chat.parts import Sentence, parts
from reportedly.models.chat.quotes import Quotes, same_words
from reportedly.schema import Article, Span

TEXT = "The army fired. The army’s guns hit a base, the US-led\ncoalition said. “Not so”, the army said; the army left."


def quotes(text: str = TEXT, *shown: int) -> Quotes:
    (part,) = parts(segment.passages(text), 10_000)
    return Quotes(text, [each for each in part.sentences if not shown or each.number in shown])


def found(words: str, sentence: int = 1, near: int | None = None, *shown: int) -> str | None:
    span = quotes(TEXT, *shown).find(Quote(sentence=sentence, words=words), near)
    return None if span is None else f"{span.start}:{span.of(TEXT)}"


def test_words_are_found_in_the_sentence_that_is_named() -> None:
    assert found("The army", 1) == "0:The army"
    assert found("The army", 2) == "16:The army"


def test_of_several_places_the_one_nearest_is_taken() -> None:
    assert found("the army", 3) == f"{TEXT.index('the army said')}:the army"
    assert found("the army", 3, len(TEXT)) == f"{TEXT.index('the army left')}:the army"


@pytest.mark.parametrize("words", ["The army's guns", "The  army’s\tguns", " The army‘s guns\n"])
def test_white_space_and_the_form_of_quotation_marks_do_not_matter(words: str) -> None:
    assert found(words, 2) == "16:The army’s guns"


@pytest.mark.parametrize("words", ['"Not so"', "«Not so»", "“Not so”"])
def test_double_marks_stand_for_one_another(words: str) -> None:
    assert found(words, 3) == f"{TEXT.index('“')}:“Not so”"


def test_a_line_break_is_white_space() -> None:
    assert found("US-led coalition", 2) == f"{TEXT.index('US-led')}:US-led\ncoalition"


def test_words_may_stand_in_another_sentence_than_the_one_named() -> None:
    assert found("coalition", 1) == found("coalition", 2) == found("coalition", 99)


@pytest.mark.parametrize("words", ["navy", "arm", "rmy", "the ARMY", "The army fled", "", "  ", "The army ... left"])
def test_what_the_text_does_not_have_is_not_found(words: str) -> None:
    assert found(words, 1) is None


def test_what_was_not_shown_is_not_found() -> None:
    assert found("coalition", 2, None, 1) is None
    assert found("fired. The army", 1, None, 1) is None
    assert found("fired. The army", 1, None, 1, 2) == "9:fired. The army"


def test_the_words_of_a_pattern_are_only_words() -> None:
    assert found(".*", 1) is None
    assert found("(army", 1) is None


@pytest.mark.parametrize(("one", "other"), [("a  b", "a b"), ("'a'", "‘a’"), (" a ", "a")])
def test_the_same_words(one: str, other: str) -> None:
    assert same_words(one, other)
    assert not same_words(one, other + "c")


@given(story=stories(), words=st.text(max_size=12), data=st.data())
def test_what_is_found_lies_in_the_text_and_has_the_words(story: Article, words: str, data: st.DataObject) -> None:
    text = story.text
    (part,) = parts(segment.passages(text), 10_000)
    start = data.draw(st.integers(0, len(text) - 1))
    asked = data.draw(st.sampled_from([words, text[start : start + 12], text[start : start + 12] + words]))
    number = data.draw(st.integers(-1, 12))
    span = Quotes(text, part.sentences).find(Quote(sentence=number, words=asked))
    if span is not None:
        assert span.end <= len(text)
        assert same_words(asked, span.of(text))


@given(story=stories(), data=st.data())
def test_a_whole_sentence_is_always_found_where_it_stands(story: Article, data: st.DataObject) -> None:
    (part,) = parts(segment.passages(story.text), 10_000)
    sentence = data.draw(st.sampled_from(part.sentences))
    asked = Quote(sentence=sentence.number, words=" ".join(sentence.span.of(story.text).split()))
    assert Quotes(story.text, part.sentences).find(asked) == sentence.span


def test_sentences_that_are_not_shown_do_not_count() -> None:
    shown = [Sentence(number=7, span=Span(0, 15))]
    assert Quotes(TEXT, shown).find(Quote(sentence=7, words="fired")) == Span(9, 14)
