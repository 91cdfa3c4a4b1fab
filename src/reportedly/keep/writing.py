"""Writing a batch: one transaction, tried again where another writer was in the way."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, TypeVar

from reportedly.errors import StoreError
from reportedly.keep.intake import Taken
from reportedly.keep.summary import Summary
from reportedly.protocols import Clock
from reportedly.schema import Fetch, Issue
from reportedly.store import Store
from reportedly.store.batch import Batch

T = TypeVar("T")
_log = logging.getLogger(__name__)
_WAITS: Final = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
"""Seconds before each further attempt."""


def stored(
    store: Store, clock: Clock, write: Callable[[Batch], T], again: Callable[[StoreError], object] | None = None
) -> T:
    """What `write` gives, done in one transaction; tried again, later each time, where the fault may pass.

    Args:
        store: where it goes.
        clock: waits between the attempts.
        write: what is to be done; called once for each attempt, and so begins anew.
        again: told of each fault after which it is tried again.

    Raises:
        StoreError: the fault is none that passes, such as a full disk, or it did not pass.
    """

    def once() -> T:
        with store.batch() as batch:
            return write(batch)

    return patiently(clock, once, again)


def patiently(clock: Clock, ask: Callable[[], T], again: Callable[[StoreError], object] | None = None) -> T:
    """What `ask` gives; asked again, later each time, where the fault may pass.

    Raises:
        StoreError: the fault is none that passes, or it did not pass, or somebody asked to stop.
    """
    for wait in _WAITS:
        try:
            return ask()
        except StoreError as error:
            if not error.passing or clock.wait(wait):
                raise
            _log.info("the store is tried again: %s", error)
            if again is not None:
                again(error)
    return ask()


def write_taken(batch: Batch, one: Taken, summary: Summary, at: datetime, fetch: Fetch | None = None) -> None:
    """One capture with its articles, their readings, and what was wrong with it; a wall is noted and not kept.

    Args:
        batch: the transaction.
        one: what was taken in.
        summary: counts it.
        at: when it was found, for what was wrong.
        fetch: how the capture was fetched; logged without its body.
    """
    capture = None
    if one.capture is not None:
        capture = batch.capture(one.capture) if one.wall is None else None
        summary.captures += 1
    if fetch is not None:
        batch.fetch(fetch, capture=capture)
    for piece in one.pieces:
        seen_at = one.capture.captured_at if one.capture is not None else None
        new = not batch.has_article(piece.article)
        key = batch.article(piece.article, capture=capture, seen_at=seen_at)
        summary.new += new
        summary.seen += not new
        if piece.reading is not None:
            batch.reading(piece.reading, article=key)
            summary.readings += 1
    if one.wall is not None:
        summary.blocked[one.wall] += 1
    write_issues(batch, one.issues, summary if one.wall is None else Summary(), at)


def write_issues(batch: Batch, issues: Sequence[Issue], summary: Summary, at: datetime) -> None:
    """What could not be read."""
    for issue in issues:
        batch.issue(issue, at=at)
        summary.why[issue.problem] += 1
