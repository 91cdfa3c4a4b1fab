from hypothesis import given
from hypothesis import strategies as st

from pool import stories
from reportedly.extract import segment
from reportedly.models.chat.parts import parts
from reportedly.schema import Article

TEXT = "Guns on the hill\n\nOne fell. Two fell.\n\nThree fell. Four fell."


def shown(size: int, text: str = TEXT) -> list[list[str]]:
    return [[each.span.of(text) for each in part.sentences] for part in parts(segment.passages(text), size)]


def test_an_article_that_fits_is_one_part_without_a_headline_for_context() -> None:
    (part,) = parts(segment.passages(TEXT), 1000)
    assert part.headline is None
    assert [each.number for each in part.sentences] == [1, 2, 3, 4, 5]


def test_paragraphs_stay_whole_and_numbers_go_on() -> None:
    assert shown(40) == [["Guns on the hill", "One fell.", "Two fell."], ["Three fell.", "Four fell."]]
    _, second = parts(segment.passages(TEXT), 40)
    assert [each.number for each in second.sentences] == [4, 5]


def test_later_parts_have_the_headline_for_context() -> None:
    _, second = parts(segment.passages(TEXT), 40)
    assert second.headline is not None
    assert second.headline.of(TEXT) == "Guns on the hill"


def test_a_paragraph_that_is_too_large_is_cut_between_sentences() -> None:
    assert shown(20)[1:] == [["One fell.", "Two fell."], ["Three fell."], ["Four fell."]]
    assert shown(1) == [["Guns on the hill"], ["One fell."], ["Two fell."], ["Three fell."], ["Four fell."]]


def test_no_text_is_no_part() -> None:
    assert parts((), 100) == ()


@given(story=stories(), size=st.integers(1, 400))
def test_every_sentence_is_in_one_part_and_no_part_is_too_large(story: Article, size: int) -> None:
    passages = segment.passages(story.text)
    cut = parts(passages, size)
    spans = [each.span for part in cut for each in part.sentences]
    assert spans == [sentence for passage in passages for sentence in passage.sentences]
    assert [each.number for part in cut for each in part.sentences] == list(range(1, len(spans) + 1))
    for part in cut:
        assert len(part.sentences) == 1 or part.sentences[-1].span.end - part.sentences[0].span.start <= size
