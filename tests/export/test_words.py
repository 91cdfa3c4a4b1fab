import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.words import cut, one_line
from reportedly.schema import Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n  lines\tand\u2028more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("turn\u202eed\u2066", "turned"),
        ("bell\x07 \x9b", "bell"),
        ("half \ud83d a pair", "half a pair"),
        ("  ", ""),
    ],
)
def test_words_are_shown_on_one_line_without_control(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_one_line_is_printable_and_settles(text: str) -> None:
    shown = one_line(text)
    assert one_line(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown
    shown.encode()


def test_cut_counts_code_points() -> None:
    words = cut("😀 the pier", Span(2, 10))
    assert words.text == "the pier"
    assert words.span == Span(2, 10)
