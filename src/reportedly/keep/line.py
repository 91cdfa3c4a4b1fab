"""The links that wait: taken from the queue in the store now and then, and handed out fairly, host by host."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from reportedly.collect import addresses
from reportedly.protocols import Clock
from reportedly.store import Store
from reportedly.store.records import Queued

_MOST: Final = 5_000
_EVERY: Final = 30.0
_WAITS: Final = (300.0, 1_200.0, 4_800.0, 21_600.0)
"""Seconds after which a link is tried again, each time that it has failed."""


class Line:
    """Links that wait, one line for each host.

    Args:
        store: holds the queue.
        clock: the queue is looked at again after 30 seconds, or when it was told of something new.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._hosts: dict[str, deque[Queued]] = {}
        self._taken: set[str] = set()
        self._looked: float | None = None

    def __len__(self) -> int:
        """How many links are known to wait; there may be more in the store."""
        return sum(map(len, self._hosts.values()))

    def refresh(self, *, now: bool = False) -> None:
        """Look at the queue again where it is time to, or something is known to be new."""
        at = self._clock.elapsed()
        if not now and self._looked is not None and at - self._looked < _EVERY:
            return
        waiting = self._store.queue(self._clock.now(), _MOST)
        self._looked = at
        self._hosts.clear()
        for queued in waiting:
            if queued.link not in self._taken:
                self._hosts.setdefault(host_of(queued.link), deque()).append(queued)

    def ready(self, is_free: Callable[[str, str], bool]) -> Iterator[tuple[str, Queued]]:
        """A link for each host that `is_free` says may be asked (host, link); it is taken by whoever gets it.

        A host that was served goes to the end, so that none waits for another.
        """
        for host in list(self._hosts):
            waiting = self._hosts[host]
            if is_free(host, waiting[0].link):
                queued = waiting.popleft()
                del self._hosts[host]
                if waiting:
                    self._hosts[host] = waiting
                self._taken.add(queued.link)
                yield host, queued

    def done(self, link: str) -> None:
        """What became of a link stands in the store: it may come again."""
        self._taken.discard(link)


def host_of(url: str) -> str:
    """The host at which an address is asked, with its port; the address itself where it has none."""
    return addresses.host(url) or url


def later(tries: int, at: datetime, retry_at: datetime | None) -> datetime | None:
    """When a link whose fetch failed for the time being is tried again; None after the fifth time."""
    if tries >= len(_WAITS):
        return None
    return max(at + timedelta(seconds=_WAITS[tries]), retry_at or at)
