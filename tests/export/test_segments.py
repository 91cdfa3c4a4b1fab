import pytest
from hypothesis import given
from hypothesis import strategies as st

import handmade
from reportedly.export.html.marks import LETTERS, Mark, Role, marks
from reportedly.export.html.segments import Paragraph, paragraph_spans, paragraphs
from reportedly.export.ledger import ledger
from reportedly.schema import Span

TEXTS = st.text(st.sampled_from("ab \n😀ب\u0301"), min_size=1, max_size=60).filter(str.strip)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    keys = st.sampled_from([None, "k1", "k2", "e1", "e2"])
    found = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        found.append(Mark(span=Span(start, end), role=draw(st.sampled_from(list(Role))), key=draw(keys)))
    return text, found


@given(marked())
def test_segments_give_back_the_text_and_know_what_covers_them(given: tuple[str, list[Mark]]) -> None:
    text, found = given
    for span, paragraph in zip(paragraph_spans(text), paragraphs(text, found), strict=True):
        assert "".join(segment.text for segment in paragraph) == span.of(text)
        place = span.start
        for segment in paragraph:
            here = Span(place, place + len(segment.text))
            covering = [mark for mark in found if mark.span.covers(here)]
            assert [mark for mark in found if mark.span.overlaps(here)] == covering
            roles = {mark.role.value for mark in covering}
            ties = {f"{mark.key}{LETTERS[mark.role]}" for mark in covering if mark.key}
            assert set(segment.classes) == roles | ties
            place = here.end


@given(marked())
def test_every_claim_and_event_has_its_place_once(given: tuple[str, list[Mark]]) -> None:
    text = given[0]
    found = [mark for mark in given[1] if mark.span.of(text).strip()]
    segments = [segment for paragraph in paragraphs(text, found) for segment in paragraph]
    for role, places in ((Role.CONTENT, "starts"), (Role.TRIGGER, "ends")):
        expected = sorted(int(mark.key[1:]) for mark in found if mark.key and mark.role is role)
        assert sorted(number for segment in segments for number in getattr(segment, places)) == expected


def words(found: list[Paragraph]) -> list[str]:
    return ["".join(segment.text for segment in paragraph) for paragraph in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n", ["one", "two"]),
        ("one\nstill one\n\n \n two", ["one\nstill one", "two"]),
        ("\n\none line\n", ["one line"]),
        ("a\n\n\n\nb", ["a", "b"]),
    ],
)
def test_paragraphs_end_at_blank_lines_or_else_at_line_ends(text: str, expected: list[str]) -> None:
    assert words(paragraphs(text, [])) == expected


def test_a_mark_over_two_paragraphs_goes_on_in_the_second() -> None:
    over = Mark(span=Span(2, 9), role=Role.CONTENT, key="k1")
    first, second = paragraphs("one.\n\ntwo.", [over])
    assert [segment.classes for segment in (*first, *second)] == [
        (),
        ("content", "k1c"),
        ("content", "k1c"),
        (),
    ]
    assert [segment.starts for segment in (*first, *second)] == [(), (1,), (), ()]


def test_nested_voices_share_their_words() -> None:
    reading = handmade.militia()
    found = paragraphs(reading.article.text, marks(ledger(reading)))
    attack = next(segment for segment in found[1] if segment.text == "attack")
    assert attack.classes == ("content", "trigger", "k1c", "e1t")
    assert attack.ends == (1,)
    times = next(segment for segment in found[1] if segment.text == "Harbour Times")
    assert times.classes == ("source", "k1s", "k2s")


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    assert words(paragraphs("a\x00b\x1bc\ud800d\te", [])) == ["a\ufffdb\ufffdc\ufffdd\te"]
