"""The verb *ingest*: what comes in is cleaned, read and stored in batches, so that a run can be broken off anywhere."""

from collections.abc import Callable, Iterator

from reportedly.keep.batches import InHand, Limits, Step
from reportedly.keep.intake import Intake, Taken
from reportedly.keep.pages import BLOCKED
from reportedly.keep.summary import Summary
from reportedly.keep.wanted import Wanted
from reportedly.keep.writing import stored, write_taken
from reportedly.pipeline import Pipeline
from reportedly.protocols import Clock
from reportedly.schema import Issue
from reportedly.store import Store
from reportedly.store.batch import Batch

Told = Callable[[Summary, int], object]
"""Told after each batch: the summary so far, and how many bytes of the inputs are done with it."""


def ingest(
    steps: Iterator[Step],
    store: Store,
    pipeline: Pipeline,
    *,
    clock: Clock,
    summary: Summary | None = None,
    limits: Limits | None = None,
    stop: Callable[[], bool] = lambda: False,
    told: Told | None = None,
    failed: Callable[[Issue], object] = lambda _: None,
) -> Summary:
    """Take in all of `steps`, batch by batch; killed at any point and run again, the store is the same.

    Each batch is cleaned and read first, then written in one transaction together with how far its sources are done.

    Args:
        steps: what comes in, as `keep.given` makes it.
        store: where it goes.
        pipeline: gives cleaner and reader; with `KeepOnly` articles are not read.
        clock: says when, and waits where another writer is in the way.
        summary: is counted on, and given back.
        limits: when a batch closes.
        stop: whether somebody asked to stop; the batch in hand is finished.
        told: told after each batch.
        failed: told of each input or article that could not be read, once that is stored.

    Raises:
        StoreError: the store cannot be written to; what was written before is kept.
    """
    summary = Summary() if summary is None else summary
    wanted = Wanted(store, pipeline.reader, clock)
    intake = Intake(pipeline, wanted)
    while not stop():
        batch = InHand(limits or Limits(), clock)
        taken = intake.take(batch.take(steps, stop))
        if taken or batch.noted:
            summary.add(stored(store, clock, lambda open_: _write(open_, batch, taken, clock)))  # noqa: B023
        for issue in (issue for one in taken for issue in one.issues):
            failed(issue)
        summary.again = wanted.again
        if told is not None:
            told(summary, batch.reached)
        if batch.last:
            break
    else:
        summary.stopped = True
    return summary


def _write(batch: Batch, hand: InHand, taken: list[Taken], clock: Clock) -> Summary:
    """Write what was taken, and how far the sources are done with it."""
    count = Summary()
    now = clock.now()
    for step, one in zip(hand.steps, taken, strict=True):
        blocked = step.fetch is not None and step.fetch.outcome in BLOCKED
        write_taken(batch, one, Summary() if blocked else count, now, step.fetch)
    for step in (*hand.steps, *hand.noted):
        if step.fetch is not None and step.fetch.outcome in BLOCKED:
            count.blocked[step.fetch.outcome] += 1
        if step.seen is not None:
            batch.seen(step.seen.feed, [step.seen.guid])
    for mark in hand.marks():
        batch.position(mark.source, mark.fingerprint, mark.done, mark.finished)
    return count
