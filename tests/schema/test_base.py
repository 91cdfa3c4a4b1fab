import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import schema
from reportedly.schema import Noun, Span

NOUNS = sorted((getattr(schema, name) for name in schema.__all__), key=str)
RECORDS = [kind for kind in NOUNS if isinstance(kind, type) and issubclass(kind, Noun) and kind is not Noun]

bounds = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_a_span_gives_its_words_in_code_points() -> None:
    assert Span(2, 7).of("😀 Karvé, a port") == "Karvé"


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, 0)])
def test_an_empty_or_backward_range_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"0 <= start < end, got \[{start}, {end}\)"):
        Span(start, end)


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(4, 9), Span(0, 8), Span(4, 6)]) == [Span(0, 8), Span(4, 6), Span(4, 9)]


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))


def test_a_span_covers_itself_and_what_lies_within() -> None:
    assert Span(2, 6).covers(Span(2, 6))
    assert Span(2, 6).covers(Span(3, 5))
    assert not Span(2, 6).covers(Span(1, 5))
    assert not Span(2, 6).covers(Span(3, 7))


@given(bounds, bounds)
def test_two_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    shared = {*range(one.start, one.end)} & {*range(other.start, other.end)}
    assert one.overlaps(other) is other.overlaps(one) is bool(shared)
    assert one.covers(other) is (shared == {*range(other.start, other.end)})


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(0, 1).start = 3  # type: ignore[misc]


@pytest.mark.parametrize("noun", RECORDS, ids=lambda noun: noun.__name__)
def test_every_noun_is_frozen_keyword_only_and_refuses_unknown_keys(noun: type[Noun]) -> None:
    config = noun.__struct_config__
    assert config.frozen
    assert config.forbid_unknown_fields
    with pytest.raises(TypeError, match="Extra positional arguments"):
        noun("first")


@pytest.mark.parametrize("noun", RECORDS, ids=lambda noun: noun.__name__)
def test_every_noun_says_what_it_is(noun: type[Noun]) -> None:
    assert noun.__doc__ is not None
    assert len(noun.__doc__) > 30


def test_every_name_of_the_schema_is_there_once() -> None:
    assert len({*schema.__all__}) == len(schema.__all__) == len(NOUNS)
    assert len(RECORDS) >= 20
