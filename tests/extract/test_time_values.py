from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pool import TIME_PIECES
from reportedly.extract.time_nouns import Tense, TimeBase, TimeKind, TimeModifier, TimeUnit, TimeValue
from reportedly.extract.timex import find, resolve

PUBLISHED = date(2016, 7, 15)  # a Friday


def value(
    text: str, published: date | None = PUBLISHED, tense: Tense | None = None, previous: TimeValue | None = None
) -> TimeValue:
    (expression,) = find(text)
    return resolve(expression, published=published, tense=tense, previous=previous)


def day(text: str, iso: str) -> TimeValue:
    return value(text, previous=TimeValue(value=iso, earliest=iso, latest=iso, granularity=TimeUnit.DAY))


@pytest.mark.parametrize(
    ("text", "prefix", "earliest", "latest"),
    [
        ("in 2020", "2020", "2020-01-01", "2020-12-31"),
        ("in October 2023", "2023-10", "2023-10-01", "2023-10-31"),
        ("on 22 June 2025", "2025-06-22", "2025-06-22", "2025-06-22"),
        ("on June 22, 2025", "2025-06-22", "2025-06-22", "2025-06-22"),
        ("on 22.06.2025", "2025-06-22", "2025-06-22", "2025-06-22"),
        ("on 06/22/2025", "2025-06-22", "2025-06-22", "2025-06-22"),
        ("in April", "2016-04", "2016-04-01", "2016-04-30"),
        ("in November", "2015-11", "2015-11-01", "2015-11-30"),
        ("on Nov. 13", "2015-11-13", "2015-11-13", "2015-11-13"),
        ("on Monday", "2016-07-11", "2016-07-11", "2016-07-11"),
        ("on Friday", "2016-07-15", "2016-07-15", "2016-07-15"),
        ("last Friday", "2016-07-08", "2016-07-08", "2016-07-08"),
        ("next Friday", "2016-07-22", "2016-07-22", "2016-07-22"),
        ("this Sunday", "2016-07-17", "2016-07-17", "2016-07-17"),
        ("late on Thursday local time", "2016-07-14", "2016-07-14", "2016-07-14"),
        ("the early hours of Sunday", "2016-07-10", "2016-07-10", "2016-07-10"),
        ("7 October last year", "2015-10-07", "2015-10-07", "2015-10-07"),
        ("Q3 2023", "2023-07", "2023-07-01", "2023-09-30"),
        ("on 2021/05/04", "2021-05-04", "2021-05-04", "2021-05-04"),
        ("on 4/5/2021", "2021", "2021-01-01", "2021-12-31"),
        ("over the weekend", "2016-07", "2016-07-09", "2016-07-10"),
        ("the past few hours", "2016-07-15", "2016-07-15", "2016-07-15"),
        ("yesterday", "2016-07-14", "2016-07-14", "2016-07-14"),
        ("tomorrow", "2016-07-16", "2016-07-16", "2016-07-16"),
        ("the day before yesterday", "2016-07-13", "2016-07-13", "2016-07-13"),
        ("last night", "2016-07-14", "2016-07-14", "2016-07-15"),
        ("the night of 3 May 2015", "2015-05-03", "2015-05-03", "2015-05-04"),
        ("the night of Sunday, 3 May 2015", "2015-05-03", "2015-05-03", "2015-05-04"),
        ("on Tuesday night", "2016-07-12", "2016-07-12", "2016-07-13"),
        ("in the night to Tuesday", "2016-07-11", "2016-07-11", "2016-07-12"),
        ("the Tuesday before last", "2016-07-05", "2016-07-05", "2016-07-05"),
        ("a year ago today", "2015-07-15", "2015-07-15", "2015-07-15"),
        ("two weeks ago yesterday", "2016-06-30", "2016-06-30", "2016-06-30"),
        ("the end of 2015", "2015", "2015-12-01", "2015-12-31"),
        ("late spring", "2016-03", "2016-05-01", "2016-05-31"),
        ("last summer", "2015-06", "2015-06-01", "2015-08-31"),
        ("winter", "2015-12", "2015-12-01", "2016-02-29"),
        ("on World Press Freedom Day", "2016-05-03", "2016-05-03", "2016-05-03"),
        ("on the 2nd and", "2016-07-02", "2016-07-02", "2016-07-02"),
        ("on the 20th.", "2016-06-20", "2016-06-20", "2016-06-20"),
        ("until the 20th.", "2016-07-20", "2016-07-20", "2016-07-20"),
        ("by July 26", "2016-07-26", "2016-07-26", "2016-07-26"),
        ("15 September", "2015-09-15", "2015-09-15", "2015-09-15"),
        ("until October", "2016-10", "2016-10-01", "2016-10-31"),
        ("since October", "2015-10", "2015-10-01", "2015-10-31"),
        ("last week", "2016-07", "2016-07-04", "2016-07-10"),
        ("last weekend", "2016-07", "2016-07-09", "2016-07-10"),
        ("earlier this month", "2016-07", "2016-07-01", "2016-07-31"),
        ("next month", "2016-08", "2016-08-01", "2016-08-31"),
        ("last year", "2015", "2015-01-01", "2015-12-31"),
        ("three days ago", "2016-07-12", "2016-07-12", "2016-07-12"),
        ("four months ago", "2016-03", "2016-03-01", "2016-03-31"),
        ("three years ago", "2013", "2013-01-01", "2013-12-31"),
        ("an hour ago", "2016-07-15", "2016-07-15", "2016-07-15"),
        ("the past three years", "2013", "2013-07-15", "2016-07-15"),
        ("the past 24 hours", "2016-07-14", "2016-07-14", "2016-07-15"),
        ("the next two days", "2016-07-15", "2016-07-15", "2016-07-17"),
        ("the coming months", "2016", "2016-07-15", "2017-06-10"),
        ("last September", "2015-09", "2015-09-01", "2015-09-30"),
        ("last July", "2015-07", "2015-07-01", "2015-07-31"),
        ("next March", "2017-03", "2017-03-01", "2017-03-31"),
        ("January of last year", "2015-01", "2015-01-01", "2015-01-31"),
        ("the summer of 2017", "2017-06", "2017-06-01", "2017-08-31"),
        ("the third quarter of 2019", "2019-07", "2019-07-01", "2019-09-30"),
        ("the first half of 2015", "2015-01", "2015-01-01", "2015-06-30"),
        ("early 2024", "2024", "2024-01-01", "2024-04-30"),
        ("early June 2024", "2024-06", "2024-06-01", "2024-06-10"),
        ("mid-October 2023", "2023-10", "2023-10-11", "2023-10-20"),
        ("late February 2024", "2024-02", "2024-02-21", "2024-02-29"),
        ("the end of May", "2016-05", "2016-05-21", "2016-05-31"),
        ("the first week of June", "2016-06", "2016-06-01", "2016-06-10"),
        ("the 1990s", "1990", "1990-01-01", "1999-12-31"),
        ("the 20th century", None, "1900-01-01", "1999-12-31"),
        ("on Bastille Day", "2016-07-14", "2016-07-14", "2016-07-14"),
        ("Thanksgiving 2015", "2015-11-26", "2015-11-26", "2015-11-26"),
        ("9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("between 3 and 5 March", "2016-03-03", "2016-03-03", "2016-03-05"),
        ("2011-2014", "2011", "2011-01-01", "2014-12-31"),
        ("from March to May", "2016-03", "2016-03-01", "2016-05-31"),
        ("between November and March", "2015-11", "2015-11-01", "2016-03-31"),
        ("from 3 December to 5 January 2015", "2014-12-03", "2014-12-03", "2015-01-05"),
        ("from November 2013 to March", "2013-11", "2013-11-01", "2014-03-31"),
        ("a few weeks ago", "2016-07", "2016-05-20", "2016-07-15"),
        ("last quarter of 2015", "2015-10", "2015-10-01", "2015-12-31"),
        ("a decade ago", "2000", "2000-01-01", "2009-12-31"),
    ],
)
def test_days_counted_from_publication(text: str, prefix: str | None, earliest: str, latest: str) -> None:
    found = value(text)
    assert (found.value, found.earliest, found.latest) == (prefix, earliest, latest)


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("on Monday", "2016-07-18"),
        ("on July 26", "2016-07-26"),
        ("in May", "2017-05"),
        ("in July", "2016-07"),
        ("this weekend", "2016-07"),
        ("on July 1", "2017-07-01"),
    ],
)
def test_the_future_looks_ahead(text: str, prefix: str) -> None:
    assert value(text, tense=Tense.FUTURE).value == prefix


@pytest.mark.parametrize(
    ("text", "previous", "prefix"),
    [
        ("on 12 November", "2005-11-05", "2005-11-12"),
        ("in January", "2005-11-05", "2006-01"),
        ("four days later", "2005-11-05", "2005-11-09"),
        ("a week later", "2005-11-05", "2005-11-12"),
        ("two months earlier", "2005-11-05", "2005-09"),
        ("the next day", "2005-11-05", "2005-11-06"),
        ("the same day", "2005-11-05", "2005-11-05"),
        ("that month", "2005-11-05", "2005-11"),
        ("the previous year", "2005-11-05", "2004"),
        ("the following spring", "2005-11-05", "2006-03"),
        ("at 9:45am", "2005-11-05", "2005-11-05"),
        ("the end of the year", "2005-11-05", "2005"),
    ],
)
def test_days_counted_from_the_date_before(text: str, previous: str, prefix: str) -> None:
    assert day(text, previous).value == prefix


def test_a_day_after_a_mere_month_is_in_that_month() -> None:
    previous = TimeValue(value="2015-09", earliest="2015-09-01", latest="2015-09-30", granularity=TimeUnit.MONTH)
    assert value("the next day", previous=previous).value == "2015-09"


@pytest.mark.parametrize(
    "text",
    [
        "now",
        "recently",
        "three days",
        "every week",
        "the next day",
        "that year",
        "long ago",
        "at 9:45am",
        "the days leading up to it",
    ],
)
def test_what_nothing_ties_to_a_day_has_none(text: str) -> None:
    found = value(text)
    assert (found.value, found.earliest, found.latest) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["on Monday", "in April", "yesterday", "last week", "last May", "New Year's Eve", "the past year"]
)
def test_without_a_publication_date_a_relative_time_stays_open(text: str) -> None:
    assert value(text, published=None).value is None


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("last week", "2016-W27"),
        ("last weekend", "2016-W27-WE"),
        ("Thursday night", "2016-07-14TNI"),
        ("the 1990s", "199"),
        ("the 20th century", "19"),
        ("the summer of 2017", "2017-SU"),
        ("the third quarter of 2019", "2019-Q3"),
        ("two and a half years", "P2.5Y"),
        ("24 hours", "PT24H"),
        ("a few days", "PXD"),
        ("daily", "P1D"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("218 BC", "BC0218"),
    ],
)
def test_timex3_values(text: str, timex3: str) -> None:
    assert value(text).timex3 == timex3


def test_the_anchor_is_named() -> None:
    assert value("in 2020").anchor is None
    assert value("in April").anchor is TimeBase.PUBLISHED
    assert day("in April", "2005-01-01").anchor is TimeBase.PREVIOUS


def test_a_day_that_is_not_in_the_calendar_has_no_value() -> None:
    assert value("on 30 February 2015").value is None
    assert value("on 29 February 2016").value == "2016-02-29"


def test_a_stretch_beyond_the_calendar_stays_in_it() -> None:
    assert value(f"the past {'9' * 40} hours").earliest == "0100-01-01"
    assert value(f"the next {'9' * 40} years").latest == "9900-12-31"


def test_a_time_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="after it ends"):
        TimeValue(earliest="2020-01-02", latest="2020-01-01")


@given(
    st.lists(st.sampled_from(TIME_PIECES)).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from([None, Tense.PAST, Tense.FUTURE]),
    st.none() | st.dates(date(101, 1, 1), date(9899, 1, 1)),
)
def test_a_value_lies_between_its_first_and_last_day(
    text: str, published: date | None, tense: Tense | None, before: date | None
) -> None:
    previous = before and TimeValue(
        value=str(before), earliest=str(before), latest=str(before), granularity=TimeUnit.DAY
    )
    for expression in find(text):
        found = resolve(expression, published=published, tense=tense, previous=previous)
        assert (found.earliest is None) == (found.latest is None)
        if found.value is not None:
            assert found.earliest is not None and found.latest is not None
            first, last = (bound[: len(found.value)] for bound in (found.earliest, found.latest))
            assert first <= found.value <= last


@pytest.mark.parametrize(
    ("text", "kind", "timex3"),
    [
        ("in 2020", TimeKind.DATE, "2020"),
        ("5 p.m. Wednesday", TimeKind.TIME, "2016-07-13T17:00"),
        ("at 0300 GMT on Tuesday", TimeKind.TIME, "2016-07-12T03:00"),
        ("an hour ago", TimeKind.TIME, "2016-07-15"),
        ("the past three years", TimeKind.DURATION, "P3Y"),
        ("for 90 days", TimeKind.DURATION, "P90D"),
        ("every Monday", TimeKind.SET, "XXXX-WXX-1"),
        ("on Mondays", TimeKind.SET, "XXXX-WXX-1"),
        ("every other week", TimeKind.SET, "P2W"),
        ("every three days", TimeKind.SET, "P3D"),
        ("once a month", TimeKind.SET, "P1M"),
    ],
)
def test_the_type_by_timex3(text: str, kind: TimeKind, timex3: str) -> None:
    found = value(text)
    assert (found.kind, found.timex3) == (kind, timex3)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("early next month", TimeModifier.START),
        ("mid-2016", TimeModifier.MID),
        ("late last year", TimeModifier.END),
        ("around 2015", TimeModifier.APPROX),
        ("about three weeks ago", TimeModifier.APPROX),
        ("before 2015", TimeModifier.BEFORE),
        ("after 3 May", TimeModifier.AFTER),
        ("until Friday", TimeModifier.UNTIL),
        ("since the outbreak of the war in October 2015", TimeModifier.SINCE),
        ("in 2015", None),
        ("a speech about the war in 2015", None),
    ],
)
def test_the_modifier(text: str, modifier: TimeModifier | None) -> None:
    assert value(text).modifier is modifier


def test_a_range_names_its_end() -> None:
    assert value("between 3 and 5 March").until == "2016-03-05"
    assert value("from March to May").until == "2016-05"


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("two weeks from now", "2016-07"),
        ("in two days' time", "2016-07-17"),
        ("late last year", "2015"),
    ],
)
def test_times_ahead_and_ends(text: str, prefix: str) -> None:
    assert value(text).value == prefix


@pytest.mark.parametrize("text", ["a man 12 years of age", "aged 30 years", "five years old", "a 45-year-old"])
def test_an_age_is_no_time(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("text", ["on the 2nd floor", "from the 13th to the 19th of March", "by the 5th Battalion"])
def test_what_is_counted_is_no_day_of_a_month(text: str) -> None:
    assert all(one.form.value != "day_number" for one in find(text))


def test_the_day_of_an_unnamed_month_is_in_the_month_before_it() -> None:
    assert day("on the 2nd.", "2016-05-10").value == "2016-05-02"
