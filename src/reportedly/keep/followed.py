"""The feeds that are followed, and where the polling of each stands."""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from reportedly.collect.feeds import schedule
from reportedly.keep.line import host_of
from reportedly.protocols import Clock
from reportedly.schema import PollState, Subscription
from reportedly.store import Store

_FEW: Final = 20
_EVERY: Final = 60.0
"""Seconds after which the store is looked at for feeds that were added or removed."""


class Followed:
    """Which feeds are followed, and which are due.

    Args:
        store: holds subscriptions and states.
        clock: tells what is due.
        seed: for the chance that spreads new feeds over their first minute.
    """

    def __init__(self, store: Store, clock: Clock, seed: int = 0) -> None:
        self._store = store
        self._clock = clock
        self._seed = seed
        self._feeds: dict[str, Subscription] = {}
        self._states: dict[str, PollState] = {}
        self._taken: set[str] = set()
        self._looked: float | None = None
        self._few = True

    def __len__(self) -> int:
        """How many feeds are followed."""
        return len(self._feeds)

    def refresh(self) -> None:
        """Look whether feeds were added or removed, where it is time to; each keeps the state that it has."""
        at = self._clock.elapsed()
        if self._looked is not None and at - self._looked < _EVERY:
            return
        self._feeds = {feed.id: feed for feed in self._store.subscriptions()}
        self._few = len(self._feeds) - len(self._states) <= _FEW
        self._states = {id_: self._states.get(id_) or self._first(id_) for id_ in self._feeds}
        self._looked = at

    def due(self, is_free: Callable[[str, str], bool]) -> Iterator[tuple[str, Subscription, PollState]]:
        """Host, feed and state of each feed that is due, the longest due first, at a host that may be asked.

        Whoever gets one has it in hand until `settled`.
        """
        now = self._clock.now()
        waiting = [state for state in self._states.values() if state.feed not in self._taken]
        for state in sorted((one for one in waiting if schedule.due(one, now)), key=lambda one: one.next_at):
            feed = self._feeds[state.feed]
            host = host_of(feed.url)
            if is_free(host, feed.url):
                self._taken.add(feed.id)
                yield host, feed, state

    def settled(self, feed: str, state: PollState | None = None, subscription: Subscription | None = None) -> None:
        """A feed is in hand no longer; where its polling stands now, and what is known of it."""
        self._taken.discard(feed)
        if feed not in self._feeds:  # it was removed meanwhile
            return
        if state is not None:
            self._states[feed] = state
        if subscription is not None:
            self._feeds[feed] = subscription

    def _first(self, feed: str) -> PollState:
        """The state that the store has; a new feed is due within a minute, and at once where there are few of them."""
        now = self._clock.now()
        known = self._store.state(feed)
        if known is not None:
            return known
        made = schedule.first(feed, now, self._seed)
        return msgspec.structs.replace(made, next_at=now) if self._few else made
