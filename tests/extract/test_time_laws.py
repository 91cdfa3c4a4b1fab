"""What holds of every time, whatever it counts from."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from pool import TIME_PIECES
from reportedly.extract.days import Days
from reportedly.extract.time_anchors import Told
from reportedly.extract.timex import (
    Tense,
    TimeBase,
    TimeExpression,
    TimeModifier,
    TimeUnit,
    TimeValue,
    find,
    resolve,
    resolve_all,
)
from reportedly.schema import Span

TEXTS = st.lists(st.sampled_from([*TIME_PIECES, "said on", "reported on", "Easter", "Ramadan", "Eid"])).map(" ".join)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TENSES = st.sampled_from([None, Tense.PAST, Tense.FUTURE])


def dated(year: int | None, month: int | None, day: int | None) -> TimeExpression:
    return TimeExpression(span=Span(0, 1), form="date", year=year, month=month, day=day)


def covers(wide: TimeValue, narrow: TimeValue) -> bool:
    assert wide.earliest is not None
    assert wide.latest is not None
    assert narrow.earliest is not None
    assert narrow.latest is not None
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


@given(TEXTS, st.none() | DAYS, TENSES, st.none() | DAYS)
def test_a_time_ends_after_it_begins_and_its_value_lies_inside(
    text: str, published: date | None, tense: Tense | None, told: date | None
) -> None:
    said = Told(Days(told, told), TimeBase.QUOTATION) if told else None
    for expression in find(text):
        found = resolve(expression, published=published, tense=tense, told=said)
        assert (found.earliest is None) == (found.latest is None)
        if found.value is None:
            continue
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= found.latest
        size = len(found.value)
        whole = found.granularity in (TimeUnit.DECADE, TimeUnit.CENTURY, None)
        assert whole or found.earliest[:size] <= found.value <= found.latest[:size]


@given(TEXTS, st.none() | DAYS)
def test_resolving_twice_gives_the_same(text: str, published: date | None) -> None:
    found = find(text)
    assert resolve_all(text, found, published) == resolve_all(text, found, published)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_a_finer_date_lies_within_the_coarser(year: int, month: int, day: int) -> None:
    whole, part, point = (
        resolve(dated(year, *rest), published=None) for rest in ((None, None), (month, None), (month, day))
    )
    assert covers(whole, part)
    assert covers(part, point)


@given(DAYS, st.integers(1, 12), TENSES, st.sampled_from([TimeModifier.START, TimeModifier.MID, TimeModifier.END]))
def test_a_modifier_never_widens(published: date, month: int, tense: Tense | None, modifier: TimeModifier) -> None:
    whole = dated(None, month, None)
    part = structs.replace(whole, modifier=modifier)
    assert covers(*(resolve(one, published=published, tense=tense) for one in (whole, part)))


@given(st.integers(1, 12), st.integers(1, 28), DAYS, st.integers(1, 300), TENSES)
def test_a_bare_date_moves_with_its_anchor_by_whole_years(
    month: int, day: int, published: date, years: int, tense: Tense | None
) -> None:
    start = published.replace(day=min(published.day, 28))
    later = start.replace(year=start.year + years)
    first, second = (resolve(dated(None, month, day), published=one, tense=tense) for one in (start, later))
    assert first.value is not None
    assert second.value is not None
    assert (int(second.value[:4]) - int(first.value[:4]), second.value[4:]) == (years, first.value[4:])


@given(st.sampled_from(["yesterday", "three days ago", "last year", "two years ago"]), DAYS, st.integers(1, 200))
def test_a_shift_moves_with_its_anchor(words: str, published: date, years: int) -> None:
    (expression,) = find(words)
    start = published.replace(month=6, day=15)
    later = start.replace(year=start.year + years)
    first, second = (resolve(expression, published=one).value for one in (start, later))
    assert first is not None
    assert second is not None
    assert int(second[:4]) - int(first[:4]) == years


@given(st.sampled_from(["last week", "yesterday", "on Monday", "the past three years"]), DAYS)
def test_what_is_told_on_a_day_counts_as_if_published_then(words: str, day: date) -> None:
    (expression,) = find(words)
    told = resolve(expression, published=date(2100, 1, 1), told=Told(Days(day, day), TimeBase.ORIGINAL))
    assert told == structs.replace(resolve(expression, published=day), anchor=TimeBase.ORIGINAL)
