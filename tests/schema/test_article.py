from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from reportedly.schema import Article, Capture, DatePrecision, DateSource, Issue

NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


def article(**given: Any) -> Article:
    return Article(**{"id": "a1", "text": "Ferries were halted.", **given})


def test_what_is_not_known_of_an_article_is_none() -> None:
    bare = article()
    known = {name for name in bare.__struct_fields__ if getattr(bare, name) is not None}
    assert known == {"id", "text"}


@pytest.mark.parametrize("text", ["", " \n\t", "\u2028"])
def test_an_article_without_text_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="'a1' has no text"):
        article(text=text)


def test_a_date_says_where_it_comes_from() -> None:
    dated = article(published_at=NOON, date_source=DateSource.META, date_precision=DatePrecision.TIME)
    assert (dated.published_at, dated.date_source) == (NOON, DateSource.META)


@pytest.mark.parametrize("given", [{"published_at": NOON}, {"date_source": DateSource.PAGE}])
def test_a_date_without_its_source_is_an_error_and_so_is_the_reverse(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="published_at and date_source go together"):
        article(**given)


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=3))])
def test_a_date_that_is_naive_or_in_another_zone_is_an_error(zone: timezone | None) -> None:
    with pytest.raises(ValueError, match="must be aware and in UTC"):
        article(published_at=NOON.replace(tzinfo=zone), date_source=DateSource.META)


def test_an_issue_is_one_line_with_the_place_the_problem_and_the_remedy() -> None:
    issue = Issue(where="page.html", problem="is empty", remedy="save the page again")
    assert str(issue) == "page.html: is empty; save the page again"


def test_a_capture_needs_no_id_address_or_time() -> None:
    capture = Capture(name="-", media_type="text/plain", body=b"x")
    assert (capture.id, capture.url, capture.captured_at) == (None, None, None)
