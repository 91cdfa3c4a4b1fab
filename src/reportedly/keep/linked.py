"""Links as steps of ingesting: fetched by several threads, one a host, those of an earlier run passed over."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from reportedly.keep.batches import Seen, Step
from reportedly.keep.crew import Crew
from reportedly.keep.line import host_of
from reportedly.keep.pages import PASSING, captured
from reportedly.keep.summary import Summary
from reportedly.protocols import Clock, Fetcher
from reportedly.schema import Fetch, Issue, Item
from reportedly.store import Store

_TICK: Final = 1.0


class Links:
    """Fetches what items point to.

    Args:
        fetcher: asks, from several threads at once.
        clock: waits.
        connections: how many hosts are asked at once.
        stop: whether somebody asked to stop; then nothing more comes.
    """

    def __init__(
        self, fetcher: Fetcher, clock: Clock, connections: int, stop: Callable[[], bool] = lambda: False
    ) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._connections = connections
        self._stop = stop

    def steps(
        self, given: Iterable[Item | Issue], feed: str, store: Store, summary: Summary
    ) -> Iterator[Step]:
        """The pages of a feed's items, as they come; what cannot be had is an issue.

        Args:
            given: the items, or what was wrong with the feed.
            feed: its id.
            store: knows which items an earlier run has dealt with.
            summary: counts these.
        """
        items = [one for one in given if isinstance(one, Item)]
        yield from (Step(capture=one) for one in given if isinstance(one, Issue))
        unseen = set(store.unseen(feed, [item.guid for item in items]))
        fresh = {item.guid: item for item in items if item.guid in unseen}
        summary.unchanged += len({item.guid for item in items}) - len(fresh)
        for item, fetch in self.fetched(fresh.values()):
            passing = fetch.outcome in PASSING or fetch.retry_at is not None
            yield Step(
                capture=captured(fetch, item=item, feed=feed),
                fetch=fetch,
                seen=None if passing else Seen(feed=feed, guid=item.guid),
            )

    def fetched(self, items: Iterable[Item]) -> Iterator[tuple[Item, Fetch]]:
        """Each item with how its link answered, as the answers come."""
        hosts: dict[str, deque[Item]] = {}
        for item in items:
            hosts.setdefault(host_of(item.link), deque()).append(item)
        with Crew[tuple[Item, Fetch]](self._connections, self._clock, _TICK) as crew:
            while hosts or crew.busy:
                self._begin(crew, hosts)
                for back in crew.wait():
                    if self._stop():
                        return
                    yield back.result()

    def _begin(self, crew: Crew[tuple[Item, Fetch]], hosts: dict[str, deque[Item]]) -> None:
        for host in [host for host in hosts if host not in crew.busy][: crew.free]:
            waiting = hosts.pop(host)
            crew.begin(host, partial(self._fetch, waiting.popleft()))
            if waiting:
                hosts[host] = waiting

    def _fetch(self, item: Item) -> tuple[Item, Fetch]:
        return item, self._fetcher.fetch(item.link)
