"""The verb *watch*: feeds are polled, what they bring is fetched, read and kept, for weeks."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from reportedly.errors import StoreError
from reportedly.keep.crew import Crew
from reportedly.keep.followed import Followed
from reportedly.keep.health import Health
from reportedly.keep.journal import Journal
from reportedly.keep.line import Line
from reportedly.keep.looks import Look, look
from reportedly.keep.metrics import Metrics
from reportedly.keep.pages import was_never_asked
from reportedly.keep.settling import Page, Settling
from reportedly.keep.writing import patiently
from reportedly.pipeline import Pipeline
from reportedly.protocols import Clock, Fetcher
from reportedly.schema import PollState, Subscription
from reportedly.settings import CollectSettings
from reportedly.store import Store
from reportedly.store.records import Queued

_TICK: Final = 2.0
_STUCK: Final = 600.0
"""Seconds without a round after which a watch is not healthy."""


class PatientFetcher(Fetcher, Protocol):
    """A fetcher that says beforehand when a host may be asked."""

    def ready_at(self, url: str) -> datetime:
        """When the host of an address may be asked next."""
        ...


class Watch:
    """Follows the feeds of a store.

    Threads fetch, one a host; one thread, that of `run`, cleans, reads and writes. What waits and where each feed
    stands is in the store, so that a watch that was killed goes on where it was.

    Args:
        store: holds feeds, queue and all that is kept.
        pipeline: gives cleaner and reader.
        fetcher: asks, from several threads at once.
        clock: tells when a feed is due.
        settings: how many hosts are asked at once, and how feeds are looked at.
        stop: whether somebody asked to stop; what is in hand is finished.
        halt: ends every wait; called when the store can no longer be written to.
        journal, metrics: where it is said and counted what is done.
        seed: for the chance in when new feeds are first polled.
    """

    def __init__(
        self,
        store: Store,
        pipeline: Pipeline,
        fetcher: PatientFetcher,
        clock: Clock,
        settings: CollectSettings,
        *,
        stop: Callable[[], bool],
        halt: Callable[[], object],
        journal: Journal | None = None,
        metrics: Metrics | None = None,
        seed: int = 0,
    ) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._settings = settings
        self._stop = stop
        self._halt = halt
        self._store = store
        self._journal = journal or Journal(clock)
        self._metrics = metrics or Metrics()
        self._followed = Followed(store, clock, seed)
        self._line = Line(store, clock)
        self._settling = Settling(
            store,
            pipeline,
            clock,
            settings,
            journal=self._journal,
            metrics=self._metrics,
            followed=self._followed,
            line=self._line,
        )
        self._in_hand = 0
        self._beat = clock.elapsed()

    def run(self) -> None:
        """Watch until somebody asks to stop, and finish what is in hand then.

        Raises:
            StoreError: the store can no longer be written to; nothing that was kept is lost, and what was in hand is
                still in the queue.
        """
        self._journal.say("start", store=self._store.name, feeds=len(self._store.subscriptions()))
        try:
            with Crew[Look | Page](self._settings.connections, self._clock, _TICK) as crew:
                while not self._stop():
                    self._begin(crew)
                    self._round(crew)
                while crew.busy:
                    self._round(crew)
        except StoreError as error:
            self._halt()
            self._journal.fail("stop", problem=str(error))
            raise
        self._journal.say("stop", queue=len(self._line))

    def health(self) -> Health:
        """How it does; may be asked from any thread."""
        idle = self._clock.elapsed() - self._beat
        return Health(
            ok=idle < _STUCK,
            at=self._clock.now(),
            feeds=len(self._followed),
            queue=len(self._line),
            in_hand=self._in_hand,
            why=None if idle < _STUCK else f"no round for {idle:.0f} s",
        )

    def _begin(self, crew: Crew[Look | Page]) -> None:
        """Give the threads that are free something to do: feeds that are due, then links that wait."""
        patiently(self._clock, self._refresh, self._settling.retried)

        def is_free(host: str, url: str) -> bool:
            return crew.free > 0 and host not in crew.busy and self._fetcher.ready_at(url) <= self._clock.now()

        for host, feed, state in self._followed.due(is_free):
            crew.begin(host, self._look(feed, state))
        for host, queued in self._line.ready(is_free):
            crew.begin(host, self._page(queued))
        self._show(crew)

    def _refresh(self) -> None:
        self._followed.refresh()
        self._line.refresh()

    def _round(self, crew: Crew[Look | Page]) -> None:
        """Settle what the threads have brought, or wait for it."""
        brought = [back.result() for back in crew.wait()]
        done = [one for one in brought if not (self._stop() and was_never_asked(one.fetch))]
        pages = [one for one in done if isinstance(one, Page)]
        if pages:
            self._settling.pages(pages)
        for one in done:
            if isinstance(one, Look):
                self._settling.look(one)
        self._beat = self._clock.elapsed()
        self._show(crew)

    def _look(self, feed: Subscription, state: PollState) -> Callable[[], Look]:
        return lambda: look(feed, state, self._fetcher, self._settings.items)

    def _page(self, queued: Queued) -> Callable[[], Page]:
        return lambda: Page(queued=queued, fetch=self._fetcher.fetch(queued.link))

    def _show(self, crew: Crew[Look | Page]) -> None:
        self._in_hand = len(crew.busy)
        self._metrics.in_hand.set(self._in_hand)
        self._metrics.feeds.set(len(self._followed))
        self._metrics.queue.set(len(self._line))
