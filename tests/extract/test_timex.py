import pytest
from hypothesis import given
from hypothesis import strategies as st

from pool import TIME_PIECES
from reportedly.extract.timex import TimeExpression, TimeForm, TimeModifier, TimeUnit, find
from reportedly.schema import Span


def words(text: str) -> list[str]:
    return [expression.span.of(text) for expression in find(text)]


def only(text: str) -> TimeExpression:
    (expression,) = find(text)
    return expression


@pytest.mark.parametrize(
    "expression",
    [
        "3 March 2020",
        "3rd of March, 2020",
        "March 3, 2020",
        "Nov. 13",
        "16 July, 2016",
        "Friday, 4 May 2018",
        "the night of 20 June 1791",
        "March 2020",
        "Feb. 2016",
        "early November 2005",
        "mid-December",
        "mid-2007",
        "the end of May",
        "the first week of June",
        "January of last year",
        "last September",
        "2025-06-22",
        "22.06.2025",
        "Monday",
        "last Friday",
        "late on Saturday local time",
        "Thursday night",
        "5 p.m. Wednesday",
        "6 a.m. local time (0300 GMT) on Tuesday",
        "the early hours of Sunday",
        "overnight into Saturday",
        "7 October last year",
        "Q3 2023",
        "2021/05/04",
        "yesterday",
        "tonight",
        "last night",
        "this morning",
        "the day before yesterday",
        "last week",
        "earlier this month",
        "this weekend",
        "the end of the year",
        "three days ago",
        "about an hour ago",
        "a few weeks ago",
        "two and a half years ago",
        "two days later",
        "a month earlier",
        "the next day",
        "that year",
        "the same week",
        "the past three years",
        "the coming months",
        "recent weeks",
        "the past couple of days",
        "the days leading up",
        "three-day",
        "24 hours",
        "every week",
        "daily",
        "the summer of 2017",
        "last winter",
        "the third quarter of 2019",
        "the first half of 2015",
        "early 2024",
        "the early 1990s",
        "the 20th century",
        "New Year's Eve",
        "Bastille Day",
        "Thanksgiving",
        "9/11",
        "now",
        "currently",
        "218 BC",
        "2011-2014",
        "1980-88",
        "5-6 April 2016",
        "November 16 - 17",
        "3 March to 5 May 2020",
        "June to August",
        "January 2015 - March 2016",
    ],
)
def test_the_whole_expression_and_no_more(expression: str) -> None:
    assert words(f"The army left its camp, {expression}, it said.") == [expression]


@pytest.mark.parametrize(
    "text",
    [
        "He may go home.",
        "Mr. May said no.",
        "Theresa May said no.",
        "Asked again, May said no.",
        "They march on the town.",
        "March on the capital! they cried.",
        "the Sunday Times and the Daily Mail",
        "open 24/7",
        "a second attack",
        "three quarters of the town",
        "after the fall of Var",
        "under Resolution 2018 and Article 1999",
        "It has 2000 tanks.",
        "worth $2015",
        "Sun Wei and Dawn Rees",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert words(text) == []


def test_a_preposition_stays_outside_and_leads() -> None:
    text = "since October 2023, until Friday, before 2020, after May 3, by June 1, in 2021"
    leads = [(e.span.of(text), e.lead) for e in find(text)]
    assert leads == [
        ("October 2023", TimeModifier.SINCE),
        ("Friday", TimeModifier.UNTIL),
        ("2020", TimeModifier.BEFORE),
        ("May 3", TimeModifier.AFTER),
        ("June 1", TimeModifier.UNTIL),
        ("2021", None),
    ]


def test_the_fields_of_a_date() -> None:
    expression = only("On Friday, 4 May 2018")
    assert (expression.form, expression.weekday) == (TimeForm.DATE, 5)
    assert (expression.year, expression.month, expression.day) == (2018, 5, 4)


def test_the_fields_of_a_shift() -> None:
    expression = only("three weeks ago")
    assert (expression.form, expression.unit, expression.count, expression.direction) == (
        TimeForm.SHIFT,
        TimeUnit.WEEK,
        -3,
        -1,
    )


def test_both_ends_of_a_range_have_their_words() -> None:
    text = "from 3 March to 5 May 2020"
    expression = only(text)
    assert expression.until is not None
    assert (expression.span.of(text), expression.until.span.of(text)) == ("3 March to 5 May 2020", "5 May 2020")
    assert (expression.month, expression.until.month, expression.until.year) == (3, 5, 2020)


def test_a_range_that_runs_back_is_none() -> None:
    assert find("2014-2011") == ()


def test_only_the_span_asked_for_is_read() -> None:
    text = "On Monday. On Tuesday."
    assert [e.span.of(text) for e in find(text, Span(10, 22))] == ["Tuesday"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(TIME_PIECES)).map(" ".join)))
def test_every_time_lies_in_the_text_and_none_overlaps(text: str) -> None:
    end = 0
    for expression in find(text):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        if expression.until is not None:
            assert expression.span.covers(expression.until.span)
