from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.extract import segment
from reportedly.models.neural.windows import Cutter
from vocabulary import vocabulary

LINES = [f"Line {n} says that it was hit. It burnt for {n} days." for n in range(30)]
TEXT = "\n\n".join(["Oster is hit", *LINES])


@pytest.fixture(scope="module")
def cutter(tmp_path_factory: pytest.TempPathFactory) -> Cutter:
    return Cutter(vocabulary(tmp_path_factory.mktemp("vocabulary")), size=160)


def test_words_are_spans_of_the_text_with_their_sentence_and_passage(cutter: Cutter) -> None:
    text = "Rebels shell\n\nThe U.S. didn't. It’s so."
    found = cutter.words(segment.passages(text))
    assert [word.span.of(text) for word in found][:9] == ["Rebels", "shell", "The", "U", ".", "S", ".", "didn't", "."]
    assert {word.passage for word in found} == {0, 1}
    assert len(found[0].pieces) == len("rebels")


def test_every_word_is_decoded_in_one_window_and_no_window_is_too_long(cutter: Cutter) -> None:
    passages = segment.passages(TEXT)
    windows = cutter.cut(passages)
    own = [word for window in windows for word in window.words[window.own :]]
    assert own == cutter.words(passages)
    assert len(windows) > 3
    assert all(window.pieces <= 160 for window in windows)


def test_a_later_window_begins_with_the_headline_and_what_stands_before(cutter: Cutter) -> None:
    passages = segment.passages(TEXT)
    first, second, *_ = cutter.cut(passages)
    assert first.own == 0
    context = second.words[: second.own]
    assert [word.span.of(TEXT) for word in context[:3]] == ["Oster", "is", "hit"]
    assert context[-1].span.end <= second.words[second.own].span.start
    assert TEXT[context[-1].span.end : second.words[second.own].span.start].strip() == ""


def test_a_window_ends_with_a_passage_where_one_ends_in_its_second_half(cutter: Cutter) -> None:
    for window in cutter.cut(segment.passages(TEXT))[:-1]:
        assert TEXT[window.words[-1].span.end :].startswith("\n")


def test_one_endless_word_does_not_stop_the_cutting(cutter: Cutter) -> None:
    text = "a" * 5000 + " b " * 500
    windows = cutter.cut(segment.passages(text))
    assert all(window.pieces <= 160 for window in windows)
    assert windows[0].words[0].span.of(text) == "a" * windows[0].words[0].span.end


@given(text=st.text(alphabet="ab .\n”é’'\u200b\U0001f600", max_size=300))
def test_any_text_is_cut_into_its_words(cutter: Cutter, text: str) -> None:
    passages = segment.passages(text)
    own = [word for window in cutter.cut(passages) for word in window.words[window.own :]]
    assert own == cutter.words(passages)
    assert all(word.span.end <= len(text) for word in own)


def test_no_article_has_no_window(cutter: Cutter) -> None:
    assert cutter.cut(()) == []


@pytest.mark.parametrize("content", [None, "{}", "no json"])
def test_what_is_no_tokenizer_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "tokenizer.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match="is no tokenizer"):
        Cutter(path)


def test_a_tokenizer_without_marks_is_refused(tmp_path: Path) -> None:
    path = vocabulary(tmp_path)
    text = path.read_text()
    start = text.index('"post_processor"')
    end = text.index('"decoder"')
    path.write_text(text[:start] + '"post_processor": null,\n' + text[end:])
    with pytest.raises(InputError, match="puts 0 marks"):
        Cutter(path)
