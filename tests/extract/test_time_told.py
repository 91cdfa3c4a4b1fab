from datetime import date

import pytest

from reportedly.extract.timex import TimeBase, TimeValue, find, resolve_all

PUBLISHED = date(2025, 6, 25)  # a Wednesday


def meant(text: str) -> dict[str, TimeValue]:
    found = find(text)
    values = resolve_all(text, found, PUBLISHED)
    return {one.span.of(text): value for one, value in zip(found, values, strict=True)}


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "anchor"),
    [
        (
            "The Pendra Observer reported on June 10 that last week militias had moved rockets.",
            "last week",
            "2025-06-02",
            "2025-06-08",
            TimeBase.ORIGINAL,
        ),
        (
            "According to a report published on 2 May, the plant was hit last month.",
            "last month",
            "2025-04-01",
            "2025-04-30",
            TimeBase.ORIGINAL,
        ),
        (
            "The New York Times said on 12 June that he would fly to Var on Monday.",
            "Monday",
            "2025-06-16",
            "2025-06-16",
            TimeBase.ORIGINAL,
        ),
        (
            "The raids began last week, the minister told parliament on 12 June.",
            "last week",
            "2025-06-02",
            "2025-06-08",
            TimeBase.QUOTATION,
        ),
        (
            "On 3 March 2024, the general said that his men had left last month.",
            "last month",
            "2024-02-01",
            "2024-02-29",
            TimeBase.QUOTATION,
        ),
        (
            "“We met them yesterday. Tomorrow we leave,” the envoy said on 3 June.",
            "Tomorrow",
            "2025-06-04",
            "2025-06-04",
            TimeBase.QUOTATION,
        ),
        (
            "The minister said in May 2019 that elections would be held in October.",
            "October",
            "2019-10-01",
            "2019-10-31",
            TimeBase.QUOTATION,
        ),
    ],
)
def test_what_was_told_counts_from_the_day_it_was_told(
    text: str, words: str, earliest: str, latest: str, anchor: TimeBase
) -> None:
    value = meant(text)[words]
    assert (value.earliest, value.latest, value.anchor) == (earliest, latest, anchor)


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("The army struck last week, officials said.", "last week", "2025-06-16"),
        ("He left on Tuesday after officials said on Monday that talks had failed.", "Tuesday", "2025-06-24"),
        ("The envoy said on 3 June and 5 June that he would stay. He left yesterday.", "yesterday", "2025-06-24"),
        ("The bridge fell on 3 June. Last week it was mended.", "Last week", "2025-06-16"),
    ],
)
def test_what_was_not_counts_from_publication(text: str, words: str, earliest: str) -> None:
    value = meant(text)[words]
    assert (value.earliest, value.anchor) == (earliest, TimeBase.PUBLISHED)


def test_a_day_told_in_some_month_stays_vague() -> None:
    value = meant("The king said in 2019 that the fort had fallen last week.")["last week"]
    assert value.value is None
    assert (value.earliest, value.latest) == ("2018-12-24", "2019-12-29")
