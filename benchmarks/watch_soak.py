"""`reportedly watch` against local feeds on a fast clock: nothing missed, nothing doubled, politeness kept.

    benchmarks/watch_soak.py --minutes 2 --feeds 40    # small

Every feed is a host of its own on one local server. A good one brings an item every so often and shows its last
thirty; a faulty one hangs, resets, redirects in a circle, sends pages, bombs, feeds that are cut off or never end. What
was asked when is taken from the server's own log; what was kept, from the store.
"""

import argparse
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, pairwise
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import measured

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "cli")]

from kept_pages import page  # noqa: E402 - beside the tests
from reportedly import plugins  # noqa: E402
from reportedly.collect.clock import FastClock  # noqa: E402
from reportedly.collect.feeds import subscription_id  # noqa: E402
from reportedly.collect.fetch import PoliteFetcher  # noqa: E402
from reportedly.keep.watch import Watch  # noqa: E402
from reportedly.pipeline import Pipeline  # noqa: E402
from reportedly.schema import Subscription  # noqa: E402
from reportedly.settings import Settings  # noqa: E402
from reportedly.store import open_store  # noqa: E402
from web_server import (  # noqa: E402
    Answer,
    Reply,
    Request,
    WebServer,
    bomb,
    endless,
    feed,
    hanging,
    redirect,
    serving,
)

SHOWN = 30
DELAY = 5.0
PAGE = {"Content-Type": "text/html; charset=utf-8"}
FAULTS: tuple[Callable[[], Answer], ...] = (
    hanging,
    lambda: Reply(reset=True),
    lambda: redirect("/feed"),
    lambda: Reply(status=500),
    lambda: Reply(b"<html><body>Welcome to our new site</body></html>", headers=PAGE),
    lambda: feed("<rss version='2.0'><channel><item><title>cut"),
    lambda: bomb(64 * 2**20),
    endless,
    lambda: Reply(status=429, headers={"Retry-After": "7200"}),
    lambda: feed("<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel><item>&b;"),
)


@dataclass
class Source:
    """A good feed: an item every `every` seconds of the clock, until `last`."""

    server: WebServer
    clock: FastClock
    number: int
    since: datetime
    last: datetime
    every: float

    @property
    def host(self) -> str:
        """The host that it is."""
        return f"feed{self.number}.example"

    def count(self) -> int:
        """How many items it has brought so far."""
        age = (min(self.clock.now(), self.last) - self.since).total_seconds()
        return int((age + self.number * 37 % self.every) // self.every) + 1

    def feed(self, _: Request) -> Reply:
        """The feed as it is now."""
        count = self.count()
        items = "".join(
            f"<item><title>Report {n}</title><link>{self.link(n)}</link><guid>{n}</guid>"
            f"<pubDate>{self.since + timedelta(seconds=n * self.every):%a, %d %b %Y %H:%M:%S GMT}</pubDate></item>"
            for n in range(count - 1, max(-1, count - 1 - SHOWN), -1)
        )
        return feed(f"<rss version='2.0'><channel><title>{self.host}</title>{items}</channel></rss>")

    def link(self, number: int) -> str:
        """The address of an item."""
        return self.server.url(f"/{number}", self.host)

    def serve(self, most: int) -> None:
        """Have the server answer for it, with so many pages at most."""
        self.server.routes[f"//{self.host}/feed"] = self.feed
        for number in range(most):
            self.server.routes[f"//{self.host}/{number}"] = Reply(page(self.number * 100_000 + number), headers=PAGE)


def main() -> None:
    """Watch for so many minutes, then hold the store and the server's log against what there was."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder, serving() as server:
        address = str(Path(folder) / "store.db")
        clock = FastClock(options.factor)
        sources, feeds = _world(server, clock, options)
        with open_store(address) as store, store.batch() as batch:
            for each in feeds:
                batch.subscribe(each)
        memory = _watch(server, clock, address, options)
        _report(server, address, sources, memory, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0, help="true minutes")
    parser.add_argument("--factor", type=float, default=100.0)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--every", type=float, default=60.0, help="minutes of the clock between two items of a feed")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--reader", default="rules")
    return parser.parse_args()


def _world(
    server: WebServer, clock: FastClock, options: argparse.Namespace
) -> tuple[list[Source], list[Subscription]]:
    """The feeds, every tenth of them faulty; nothing new comes in the last fifth of the time."""
    since = datetime.now(UTC)
    length = timedelta(minutes=options.minutes * options.factor)
    sources: list[Source] = []
    feeds: list[Subscription] = []
    faults = cycle(FAULTS)
    for number in range(options.feeds):
        source = Source(server, clock, number, since, since + 0.8 * length, options.every * 60)
        if number % 10 == 9:
            server.routes[f"//{source.host}/feed"] = next(faults)()
        else:
            source.serve(int(length.total_seconds() / source.every) + 3)
            sources.append(source)
        url = server.url("/feed", source.host)
        feeds.append(Subscription(id=subscription_id(url), url=url))
    return sources, feeds


def _watch(server: WebServer, clock: FastClock, address: str, options: argparse.Namespace) -> list[float]:
    """Watch; resident memory at each tenth of the time."""
    settings = server.settings(delay=DELAY, connections=options.connections, timeout=1.0, deadline=5.0)
    fetcher = PoliteFetcher(settings, clock, resolve=lambda *_: ("127.0.0.1",))
    reader = plugins.reader(options.reader, Settings())
    stop, memory = threading.Event(), []

    def end() -> None:
        for _ in range(10):
            stop.wait(options.minutes * 6)
            memory.append(_resident())
        stop.set()
        clock.stop()

    ending = threading.Thread(target=end, daemon=True)
    ending.start()
    with open_store(address, clock=clock) as store:
        pipeline = Pipeline(reader=reader)
        Watch(store, pipeline, fetcher, clock, settings, stop=stop.is_set, halt=clock.stop).run()
    return memory


def _report(
    server: WebServer, address: str, sources: list[Source], memory: list[float], options: argparse.Namespace
) -> None:
    wanted = {source.link(number) for source in sources for number in range(source.count())}
    with open_store(address) as store:
        kept = Counter(reading.article.url for reading in store.export())
        counts = store.counts()
    asked = [request for request in server.requests if request.path not in ("/robots.txt", "/feed")]
    fetched = Counter(f"{server.scheme}://{one.host}:{server.port}{one.path}" for one in asked)
    missed = len(wanted - set(kept))
    doubled = sum(number > 1 for number in kept.values()) + sum(number > 1 for number in fetched.values())
    hasty, shortest = _gaps(server.requests, options.factor)
    at_once = max(server.busiest.get(source.host, 0) for source in sources)  # a hanging one never sees us leave
    growth = max(memory) / memory[max(0, len(memory) // 5)] - 1
    measured.show(
        measured.Result(
            benchmark="watch_soak",
            figure=missed + doubled + hasty,
            unit="items missed or doubled, and requests too soon",
            target="0, never two requests to a host at once, memory flat",
            met=missed == doubled == hasty == 0 and at_once == 1 and growth < 0.2,
            details={
                "minutes": options.minutes,
                "clock": f"{options.factor:.0f} times as fast",
                "feeds": options.feeds,
                "of them faulty": options.feeds - len(sources),
                "items there were": len(wanted),
                "articles kept": counts.articles,
                "readings": counts.readings,
                "missed": missed,
                "doubled": doubled,
                "polls": counts.polls,
                "requests": len(server.requests),
                "requests too soon": hasty,
                "shortest gap at one host, s of the clock": round(shortest, 2),
                "most at once at one good host": at_once,
                "MiB at each tenth": " ".join(f"{each:.0f}" for each in memory),
                "memory peak, MiB": round(getrusage(RUSAGE_SELF).ru_maxrss / 1024, 1),
            },
        )
    )


def _gaps(requests: list[Request], factor: float) -> tuple[int, float]:
    """How many requests came too soon after the one before to the same host, and the shortest gap, by the clock."""
    moments: dict[str, list[float]] = defaultdict(list)
    for request in requests:
        moments[request.host].append(request.moment)
    gaps = [(after - before) * factor for times in moments.values() for before, after in pairwise(sorted(times))]
    return sum(gap < 0.98 * DELAY for gap in gaps), min(gaps, default=DELAY)


def _resident() -> float:
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 / 2**20 if status.exists() else measured.peak_mib()


if __name__ == "__main__":
    main()
