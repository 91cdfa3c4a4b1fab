from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.timex import find, resolve_all


def values(text: str, published: date | None) -> list[str | None]:
    return [value.value for value in resolve_all(text, find(text), published)]


def test_news_counts_from_publication() -> None:
    text = "The blast came on Thursday. The vote was held in March. The council will meet on Monday."
    assert values(text, date(2016, 7, 15)) == ["2016-07-14", "2016-03", "2016-07-18"]


def test_a_background_paragraph_stays_in_its_year() -> None:
    text = "He was hurt on Monday.\nThe war began on 3 May 1998. In June the bridge fell.\nIt fell again in June."
    assert values(text, date(2016, 7, 15)) == ["2016-07-11", "1998-05-03", "1998-06", "2016-06"]


def test_a_lone_year_does_not_hold_the_months_after_it() -> None:
    assert values("The ban is in force since 2006. In March it was widened.", date(2016, 7, 15)) == ["2006", "2016-03"]


def test_a_narrative_goes_on_over_paragraphs_and_new_years() -> None:
    text = (
        "The war broke out on 3 September 1939. In May 1940 Var fell.\nBy October the siege was over."
        "\nIn February the king left. He died on 3 March 1941. The next spring brought peace.\nIn 1945 it ended."
    )
    found = values(text, date(2009, 12, 19))
    assert found[:4] == ["1939-09-03", "1940-05", "1940-10", "1941-02"]
    assert found[-2:] == ["1942-03", "1945"]


def test_without_a_publication_date_the_dates_beside_help() -> None:
    text = "He visited Var on 4 April and Dask from 5-6 April 2016."
    assert values(text, None) == ["2016-04-04", "2016-04-05"]
    assert values("He left on Monday.", None) == [None]


def test_a_time_of_day_is_on_the_day_named_last() -> None:
    text = "The raid began on 7 October 2023. It was the worst since 1973. At 9:45am sirens went off."
    assert values(text, date(2023, 10, 9)) == ["2023-10-07", "1973", "2023-10-07"]


def test_news_about_the_past_is_no_narrative() -> None:
    text = (
        "The town fell on Saturday, the first since 1962. It was lost in August 2009. Its ruler came in 2011 and left"
        " in 2012.\nTalks resume this week. The truce was broken on 13 November."
    )
    assert values(text, date(2024, 1, 8))[-1] == "2023-11-13"


def test_what_holds_since_an_old_day_does_not_hold_later_months() -> None:
    text = "The junta, in power since September 2022, prolonged its term in May."
    assert values(text, date(2024, 8, 29)) == ["2022-09", "2024-05"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The emergency stays until 10 December.", "2021-12-10"),
        ("They had fixed 10 January as the deadline.", "2022-01-10"),
        ("The ship was taken on 10 January.", "2021-01-10"),
        ("The house was opened in late 2018. He resigned in September of that year.", "2018-09"),
        ("The council is in force until Friday.", "2021-11-19"),
        ("She flies to Var in two weeks.", "2021-12"),
        ("He rose at the break of Monday. Shelling resumed overnight.", "2021-11-17"),
        ("Shelling resumed at dawn.", "2021-11-18"),
        ("It fell on the night of 13 November. The next day they left.", "2021-11-14"),
        ("The mayor said on Tuesday that it burned, and today he resigned.", "2021-11-18"),
    ],
)
def test_which_side_of_publication(text: str, last: str) -> None:
    assert values(text, date(2021, 11, 18))[-1] == last  # a Thursday


def test_a_chain_of_days() -> None:
    text = "On 5 November 2005 the marines moved in. They took the town four days later. The next day they left."
    assert values(text, None) == ["2005-11-05", "2005-11-09", "2005-11-10"]


@given(
    st.lists(
        st.sampled_from(
            [
                "On 3 May 1998",
                "in June",
                "the next day",
                "last year",
                "two weeks later",
                "at noon",
                "in 1999",
                "\n",
                ". ",
                "on Monday",
                "that spring",
                "the 1980s",
                "long ago",
                "from May to June",
            ]
        )
    ).map(" ".join),
    st.none() | st.dates(),
)
def test_every_expression_gets_its_value(text: str, published: date | None) -> None:
    expressions = find(text)
    assert len(resolve_all(text, expressions, published)) == len(expressions)


def test_days_before_something_count_from_the_day_that_follows() -> None:
    text = "It was calm in the days leading up to the vote on 5 May 2015. It fell three days before the feast on 9 May."
    assert values(text, date(2016, 7, 15))[::2] == ["2015-05", "2015-05-06"]


def test_a_day_beside_a_feast_counts_from_it() -> None:
    assert values("He left the day before Easter 2015.", date(2016, 7, 15)) == ["2015-04-04", "2015-04-05"]


def test_what_is_put_off_or_resumes_lies_ahead() -> None:
    text = "The vote was postponed to November. The talks resume Monday."
    assert values(text, date(2016, 7, 15)) == ["2016-11", "2016-07-18"]


def test_days_after_an_event_without_a_day_stay_open() -> None:
    text = "He spoke on Monday. It fell ten days after the attack."
    assert values(text, date(2016, 7, 15)) == ["2016-07-11", None]


def test_the_end_of_the_year_is_that_of_publication_or_of_the_narrative() -> None:
    assert values("Talks will end by the end of the year.", date(2016, 7, 15)) == ["2016"]
    assert values("Talks will end by year's end.", date(2016, 7, 15)) == ["2016"]
    assert values("The war began on 3 May 1998. It ended at the end of the year.", date(2016, 7, 15))[1] == "1998"


def test_a_word_of_the_future_leads_its_participle() -> None:
    assert values("The talks will be held on Sunday. They were held on Sunday.", date(2016, 7, 15)) == [
        "2016-07-17",
        "2016-07-10",
    ]


@pytest.mark.parametrize("piece", ["on 3 May ", "“ said on Monday ", "last week, he said on Tuesday. ", "2016-"])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        line = piece * (size // len(piece))
        runs = []
        for _ in range(2):
            started = process_time()
            resolve_all(line, find(line), date(2016, 7, 15))
            runs.append(process_time() - started)
        return min(runs)

    seconds(1_000)
    assert seconds(20_000) < 0.5 + 24 * seconds(2_500)


def test_a_day_that_all_remember_has_its_year() -> None:
    text = "The Sept. 11 attacks and the Hamas-led October 7 attack. On Sept. 11 they met."
    assert values(text, date(2025, 6, 25))[:2] == ["2001-09-11", "2023-10-07"]
    assert values("The October 7 attack shook Var.", date(2016, 7, 15)) == ["2015-10-07"]
    assert values("They met on Sept. 11.", date(2016, 7, 15)) == ["2015-09-11"]
