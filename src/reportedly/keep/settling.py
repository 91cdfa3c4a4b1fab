"""What the threads brought is settled: polls and pages go into the store, and the log says so. One thread does it."""

from collections.abc import Sequence
from datetime import datetime

from reportedly.collect.feeds import schedule
from reportedly.errors import StoreError
from reportedly.keep.followed import Followed
from reportedly.keep.intake import Intake, Taken
from reportedly.keep.journal import Journal
from reportedly.keep.line import Line, later
from reportedly.keep.looks import Look, confirmed, poll_of
from reportedly.keep.metrics import Metrics
from reportedly.keep.pages import BLOCKED, PASSING, captured
from reportedly.keep.summary import Summary
from reportedly.keep.wanted import Wanted
from reportedly.keep.writing import patiently, stored, write_issues, write_taken
from reportedly.pipeline import Pipeline
from reportedly.protocols import Clock
from reportedly.schema import Fetch, FetchOutcome, Issue, Noun, Poll, PollState
from reportedly.settings import CollectSettings
from reportedly.store import Store
from reportedly.store.batch import Batch
from reportedly.store.records import Queued


class Page(Noun, frozen=True, kw_only=True):
    """A link of the queue, and how it answered."""

    queued: Queued
    fetch: Fetch


class Settling:
    """Writes what was fetched; not for several threads.

    Args:
        store: where it goes.
        pipeline: gives cleaner and reader.
        clock: says when.
        settings: how feeds are looked at.
        journal: what is done is said there.
        metrics: what is done is counted there.
        followed: the feeds, which take their new states from here.
        line: the links that wait, which grow by what feeds bring.
    """

    def __init__(
        self,
        store: Store,
        pipeline: Pipeline,
        clock: Clock,
        settings: CollectSettings,
        *,
        journal: Journal,
        metrics: Metrics,
        followed: Followed,
        line: Line,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._journal = journal
        self._metrics = metrics
        self._followed = followed
        self._line = line
        self._intake = Intake(pipeline, Wanted(store, pipeline.reader, clock))
        self._said: dict[str, frozenset[str]] = {}

    def look(self, look: Look) -> None:
        """Settle a look at a feed: the poll, the next one, and what is new goes to the queue."""
        guids = [item.guid for item in look.items]
        unseen = set(patiently(self._clock, lambda: self._store.unseen(look.feed.id, guids), self.retried))
        poll = poll_of(look, len(unseen))
        state = schedule.after(look.state, poll, look.fetch, self._settings)
        known = confirmed(look)
        new = [item for item in look.items if item.guid in unseen]
        issues = self._fresh(look)

        def write(batch: Batch) -> int:
            batch.poll(poll, state)
            if known is not None:
                batch.subscribe(known)
            batch.seen(look.feed.id, [item.guid for item in new])
            write_issues(batch, issues, Summary(), poll.at)
            return batch.enqueue(look.feed.id, *new)

        queued = stored(self._store, self._clock, write, self.retried)
        self._followed.settled(look.feed.id, state, known)
        if queued:
            patiently(self._clock, lambda: self._line.refresh(now=True), self.retried)
        self._metrics.polled(poll.outcome, poll.at, items=poll.items, new=poll.new)
        self._metrics.bytes.inc(look.fetch.size)
        self._metrics.issues.labels("feed").inc(len(issues))
        self._say_poll(look, poll, queued, state)

    def pages(self, pages: Sequence[Page]) -> None:
        """Settle pages: each is cleaned and read, then all are written in one transaction."""
        began = self._clock.elapsed()
        taken = self._intake.take(
            [captured(one.fetch, item=one.queued.item, feed=one.queued.feed) for one in pages]
        )
        self._metrics.read_seconds.observe(self._clock.elapsed() - began)
        began = self._clock.elapsed()
        counts = stored(self._store, self._clock, lambda batch: self._write(batch, pages, taken), self.retried)
        self._metrics.write_seconds.observe(self._clock.elapsed() - began)
        for page, one, count in zip(pages, taken, counts, strict=True):
            self._line.done(page.queued.link)
            self._say(page, one, count)

    def _write(self, batch: Batch, pages: Sequence[Page], taken: Sequence[Taken]) -> list[Summary]:
        counts: list[Summary] = []
        for page, one in zip(pages, taken, strict=True):
            count, now = Summary(), self._clock.now()
            again = _again(page, now)
            outcome = outcome_of(page, one)
            if again is not None or outcome in BLOCKED:
                batch.fetch(page.fetch)
                if again is None:
                    write_issues(batch, one.issues, count, now)
            else:
                write_taken(batch, one, count, now, page.fetch)
            batch.dequeued(page.queued.link, outcome, again_at=again)
            counts.append(count)
        return counts

    def _say_poll(self, look: Look, poll: Poll, queued: int, state: PollState) -> None:
        say = self._journal.say if look.problem is None else self._journal.warn
        say(
            "poll",
            feed=look.feed.id,
            url=look.feed.url,
            moved_to=look.fetch.url if look.fetch.url != look.feed.url else None,
            outcome=str(poll.outcome),
            status=poll.status,
            items=poll.items,
            new=poll.new,
            queued=queued,
            seconds=poll.elapsed,
            problem=look.problem,
            next_at=state.next_at,
        )

    def _say(self, page: Page, one: Taken, count: Summary) -> None:
        outcome, fetch = outcome_of(page, one), page.fetch
        metrics = self._metrics
        metrics.fetches.labels(outcome).inc()
        metrics.fetch_seconds.observe(fetch.elapsed)
        metrics.bytes.inc(fetch.size)
        metrics.articles.labels("new").inc(count.new)
        metrics.articles.labels("seen").inc(count.seen)
        metrics.readings.inc(count.readings)
        metrics.issues.labels("page").inc(count.failed)
        if count.new:
            metrics.stored_at.set(self._clock.now().timestamp())
        say = self._journal.say if outcome is FetchOutcome.OK else self._journal.warn
        say(
            "page",
            url=page.queued.link,
            feed=page.queued.feed,
            outcome=str(outcome),
            status=fetch.status,
            articles=len(one.pieces),
            new=count.new,
            readings=count.readings,
            events=sum(len(piece.reading.events) for piece in one.pieces if piece.reading is not None),
            seconds=fetch.elapsed,
            problem=next((issue.problem for issue in one.issues), None),
            again_at=_again(page, self._clock.now()),
        )

    def _fresh(self, look: Look) -> tuple[Issue, ...]:
        """The issues of a look that are not those of the look before: a feed's faults are noted once, not each hour."""
        told = frozenset(issue.problem for issue in look.issues)
        if self._said.get(look.feed.id, frozenset()) == told:
            return ()
        self._said[look.feed.id] = told
        return look.issues

    def retried(self, error: StoreError) -> None:
        """Say that the store is tried again."""
        self._metrics.retries.inc()
        self._journal.warn("retry", problem=str(error))


def outcome_of(page: Page, one: Taken) -> FetchOutcome:
    """What became of a page: how it answered, or the wall that the cleaner met in it."""
    return one.wall or page.fetch.outcome


def _again(page: Page, now: datetime) -> datetime | None:
    """When a page is asked for again; None where it is not."""
    passing = page.fetch.outcome in PASSING or page.fetch.retry_at is not None
    return later(page.queued.tries, now, page.fetch.retry_at) if passing else None
