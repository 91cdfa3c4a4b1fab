from datetime import date

import pytest

from reportedly.extract import timex
from reportedly.extract.link_dates import EventDays
from reportedly.knowledge.spells import Period
from spans import marked


def days(text: str) -> Period | None:
    plain, (span,) = marked(text)
    times = timex.find(plain)
    values = timex.resolve_all(plain, times, date(2021, 11, 18))  # a Thursday
    found = {time.span: value for time, value in zip(times, values, strict=True)}
    return EventDays(plain, found, date(2021, 11, 18)).of(span)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On Tuesday [he] met her on Wednesday.", "2021-11-16"),
        ("[He] met her on Wednesday.", "2021-11-17"),
        ("In May 2013 [he] spoke.", "2013-05-01"),
        ("He left on Tuesday. [She] stayed.", None),
        ("[He] has ruled since 2010.", None),
        ("[He] stayed for three days.", None),
        ("[He] will meet her on Friday.", None),
        ("[He] ruled in the 1990s.", None),
    ],
)
def test_the_date_of_a_sentence_governs_its_names(text: str, first: str | None) -> None:
    found = days(text)
    assert (found.first if found else None) == first
