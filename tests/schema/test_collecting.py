from datetime import UTC, datetime

import pytest

from reportedly.schema import Fetch, FetchOutcome, Item, Poll, PollState

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
LOCAL = datetime(2026, 3, 11, 12)  # noqa: DTZ001 - that is what is refused
PAGE = {"asked": "https://a.example/", "url": "https://a.example/", "at": NOON}


def test_a_fetch_has_a_body_exactly_where_it_is_ok() -> None:
    assert Fetch(**PAGE, outcome=FetchOutcome.OK, body=b"x").body == b"x"
    for outcome, body in ((FetchOutcome.OK, None), (FetchOutcome.CONSENT, b"x")):
        with pytest.raises(ValueError, match="exactly where it is ok"):
            Fetch(**PAGE, outcome=outcome, body=body)


def test_a_problem_comes_with_its_remedy() -> None:
    with pytest.raises(ValueError, match="go together"):
        Fetch(**PAGE, outcome=FetchOutcome.FAILED, problem="no answer")


def test_moments_are_aware_and_in_utc() -> None:
    for made in (
        lambda: Fetch(**{**PAGE, "at": LOCAL}, outcome=FetchOutcome.UNCHANGED),
        lambda: Item(link="https://a.example/1", guid="1", published_at=LOCAL),
        lambda: Poll(feed="f", at=LOCAL, outcome=FetchOutcome.UNCHANGED),
        lambda: PollState(feed="f", interval=60, next_at=LOCAL),
    ):
        with pytest.raises(ValueError, match="aware and in UTC"):
            made()


def test_a_poll_has_no_more_new_items_than_items() -> None:
    with pytest.raises(ValueError, match="3 new items of 2"):
        Poll(feed="f", at=NOON, outcome=FetchOutcome.OK, items=2, new=3)
