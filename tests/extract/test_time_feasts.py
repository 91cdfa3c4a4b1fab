from datetime import date

import pytest

from reportedly.extract.days import easter, orthodox_easter
from reportedly.extract.time_nouns import Tense, TimeValue
from reportedly.extract.timex import TimeModifier, TimeUnit, find, resolve

PUBLISHED = date(2024, 6, 1)


def value(text: str, published: date | None = PUBLISHED, tense: Tense | None = None) -> TimeValue:
    (expression,) = find(text)
    return resolve(expression, published=published, tense=tense)


@pytest.mark.parametrize(
    ("text", "prefix", "earliest", "latest"),
    [
        ("Easter 2016", "2016-03-27", "2016-03-27", "2016-03-27"),
        ("on Good Friday", "2024-03-29", "2024-03-29", "2024-03-29"),
        ("Orthodox Easter", "2024-05-05", "2024-05-05", "2024-05-05"),
        ("Christmas Day last year", "2023-12-25", "2023-12-25", "2023-12-25"),
        ("next Nowruz", "2025-03-21", "2025-03-21", "2025-03-21"),
        ("on Yom Kippur 2023", "2023-09-25", "2023-09-25", "2023-09-25"),
        ("Passover", "2024-04-23", "2024-04-23", "2024-04-30"),
        ("last Hanukkah", "2023-12-08", "2023-12-08", "2023-12-15"),
        ("Lunar New Year", "2024-02-10", "2024-02-10", "2024-02-10"),
        ("during Ramadan in 2021", "2021-04", "2021-04-12", "2021-05-13"),
        ("the end of Ramadan", "2024-03", "2024-04-01", "2024-04-10"),
        ("on Ashura last year", "2023-07-28", "2023-07-27", "2023-07-29"),
        ("the Eid holiday", "2024-06-16", "2024-06-15", "2024-06-20"),
    ],
)
def test_the_days_of_a_feast(text: str, prefix: str, earliest: str, latest: str) -> None:
    found = value(text)
    assert (found.value, found.earliest, found.latest) == (prefix, earliest, latest)


def test_a_clause_that_looks_ahead_means_the_next() -> None:
    assert value("before Easter", tense=Tense.FUTURE).value == "2025-04-20"


def test_a_feast_that_the_moon_begins_is_only_about_a_day() -> None:
    found = value("Eid al-Fitr")
    assert (found.modifier, found.granularity) == (TimeModifier.APPROX, TimeUnit.DAY)


def test_a_year_that_no_table_holds_has_no_day() -> None:
    assert value("Ramadan 1850").earliest is None
    assert value("Ramadan", published=None).earliest is None


@pytest.mark.parametrize("text", ["Nader Eid said no.", "the Easter Rising", "the Good Friday Agreement"])
def test_a_feast_may_be_part_of_a_name(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(1916, "1916-04-23", "1916-04-23"), (2024, "2024-03-31", "2024-05-05"), (2025, "2025-04-20", "2025-04-20")],
)
def test_easter_by_both_rules(year: int, western: str, orthodox: str) -> None:
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, orthodox)
