"""The record of one look at a feed."""

from datetime import UTC, datetime

import pytest

from reportedly.collect.feeds import FeedPage, poll_of
from reportedly.schema import FeedKind, Fetch, FetchOutcome, Item

AT = datetime(2026, 6, 1, tzinfo=UTC)
DATES = (None, datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 9, tzinfo=UTC))
PAGE = FeedPage(
    kind=FeedKind.FEED,
    version="RSS 2.0",
    items=tuple(Item(link=f"https://n.example/{n}", guid=str(n), updated_at=date) for n, date in enumerate(DATES)),
)
OK = Fetch(asked="u", url="u", at=AT, outcome=FetchOutcome.OK, status=200, size=9, elapsed=0.5, body=b"x")


@pytest.mark.parametrize(
    ("unseen", "first", "new", "continuous"),
    [
        ({"0"}, False, 1, True),
        ({"0", "1", "2"}, False, 3, False),
        ({"0", "1", "2"}, True, 3, True),
        (set(), False, 0, True),
    ],
)
def test_what_was_new(unseen: set[str], first: bool, new: int, continuous: bool) -> None:
    poll = poll_of("f", OK, PAGE, unseen, first=first)
    assert (poll.items, poll.new, poll.undated, poll.continuous) == (3, new, 1, continuous)
    assert (poll.newest, poll.at, poll.size, poll.elapsed, poll.status) == (DATES[2], AT, 9, 0.5, 200)


def test_nothing_to_read() -> None:
    poll = poll_of("f", OK, None, first=False, problem="a page, not a feed")
    assert (poll.items, poll.continuous, poll.newest, poll.problem) == (0, None, None, "a page, not a feed")
    gone = Fetch(asked="u", url="u", at=AT, outcome=FetchOutcome.GONE, status=404, problem="not there", remedy="ask")
    assert poll_of("f", gone, None, first=True).problem == "not there"
