"""The ten commonest queries of a store of a million events, and how fast it fills; in SQLite and in PostgreSQL.

    benchmarks/store_speed.py                                # both; makes a PostgreSQL of its own and stops it
    benchmarks/store_speed.py --kind sqlite --keep FOLDER    # keeps the store, and takes it from there next time

The store is filled through batches, as `reportedly ingest` fills it: evidence, projections and search words.
"""

import argparse
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import measured
import synthetic

from reportedly.schema import Status
from reportedly.store import Store, open_store
from reportedly.store.backup import vacuum
from reportedly.store.queries import claims, events
from reportedly.store.query import Dyad, Near, Query
from reportedly.store.search import search

TARGET = 50.0
BATCH = 500
LAST = datetime(synthetic.FIRST.year, 1, 1, tzinfo=UTC) + timedelta(days=synthetic.DAYS)
Ask = Callable[[Store], object]


class Then:
    """A clock that shows when the last of a batch was seen."""

    def __init__(self) -> None:
        self.at = datetime(2023, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment."""
        return self.at

    def elapsed(self) -> float:
        """Nobody asks."""
        return 0.0

    def wait(self, seconds: float) -> bool:
        """Nobody waits."""
        return seconds < 0


def main() -> None:
    """Fill or find the store, ask, and print one line of JSON for each kind of database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="a folder for the file of SQLite; it is used again where it is there")
    parser.add_argument("--address", help="of a store that is filled already, in place of a new one")
    options = parser.parse_args()
    kinds = ["sqlite", "postgresql"] if options.kind == "both" else [options.kind]
    for kind in kinds:
        with _address(kind, options.keep, options.address) as address:
            _measure(kind, address, options.events, options.runs)


def _measure(kind: str, address: str, events: int, runs: int) -> None:
    world, clock = synthetic.World(), Then()
    with open_store(address, clock=clock) as store:
        rate = _fill(store, clock, world, events // synthetic.EVENTS)
        took = {name: _times(store, ask, runs) for name, ask in asks(world).items()}
        told = {f"{name}, ms": _told(runs_) for name, runs_ in took.items()}
        worst = max(_share([wall for wall, _ in runs_], 95) for runs_ in took.values())
        measured.show(
            measured.Result(
                benchmark=f"store_speed {kind}",
                figure=worst,
                unit="ms, p95 of the slowest of the ten queries",
                target=f"< {TARGET:.0f}",
                met=worst < TARGET,
                details={**told, "events inserted a second": rate, "size, MiB": _size(store)},
            )
        )


def asks(world: synthetic.World) -> dict[str, Ask]:
    """The ten commonest queries; their parameters vary as news does."""
    chance = random.Random(3)  # noqa: S311

    def actor() -> synthetic.Actor:
        return world.pick(chance, world.actors)[0]

    def town() -> synthetic.Town:
        return world.pick(chance, world.towns)[0]

    def week() -> dict[str, date]:
        first = synthetic.FIRST + timedelta(days=chance.randrange(synthetic.DAYS - 7))
        return {"since": first, "until": first + timedelta(days=6)}

    def since() -> date:
        return (LAST - timedelta(days=chance.choice((1, 7, 30)))).date()

    kinds, often = list(synthetic.TYPES), list(synthetic.TYPES.values())
    return {
        "the latest": lambda s: claims(s, Query(published_until=LAST - timedelta(days=chance.randrange(30)))),
        "an actor": lambda s: claims(s, Query(actor=actor().entity)),
        "a country's actors lately": lambda s: claims(s, Query(actor=actor().code[:3], since=since())),
        "a dyad of countries": lambda s: claims(
            s, Query(dyad=Dyad(actor=actor().code[:3], recipient=actor().code[:3]))
        ),
        "in a country in a week": lambda s: events(s, Query(country=town().country, **week())),
        "at a place": lambda s: events(s, Query(place=town().name)),
        "within 50 km": lambda s: events(s, Query(near=_near(town()))),
        "a type with a status": lambda s: claims(
            s, Query(type=chance.choices(kinds, often)[0], status=chance.choice(list(Status)))
        ),
        "known of an actor as of a day": lambda s: claims(
            s, Query(actor=actor().code, as_of=LAST - timedelta(days=chance.randrange(700)))
        ),
        "two words": lambda s: search(s, " ".join(world.pick(chance, world.words, 2))),
    }


def _near(town: synthetic.Town) -> Near:
    return Near(lat=town.lat, lon=town.lon, km=50)


def _fill(store: Store, clock: Then, world: synthetic.World, articles: int) -> int | None:
    """Events a second; None where it is filled already."""
    if store.counts().articles:
        return None
    left = synthetic.readings(world, articles)
    spent = 0.0
    while some := list(itertools.islice(left, BATCH)):
        seen = [(each.article.published_at or clock.at) + timedelta(minutes=10) for each in some]
        clock.at = max(seen)
        started = time.perf_counter()
        with store.batch() as batch:
            for each, at in zip(some, seen, strict=True):
                batch.reading(each, article=batch.article(each.article, seen_at=at))
        spent += time.perf_counter() - started
    vacuum(store)
    return round(articles * synthetic.EVENTS / spent)


def _told(took: list[tuple[float, float]]) -> str:
    """By the clock, and what this process and the server used of processors, which other work hardly lengthens."""
    wall, cpu = [each for each, _ in took], [each for _, each in took]
    return f"p50 {_share(wall, 50)}, p95 {_share(wall, 95)}; processor p50 {_share(cpu, 50)}, p95 {_share(cpu, 95)}"


def _times(store: Store, ask: Ask, runs: int) -> list[tuple[float, float]]:
    """Milliseconds of each run, by the clock and of the processor; ten runs before them do not count."""
    for _ in range(10):
        ask(store)
    served, took = _server(store), []
    for _ in range(runs):
        started, busy = time.perf_counter(), time.process_time() + served()
        ask(store)
        wall = time.perf_counter() - started
        took.append((wall * 1000, (time.process_time() + served() - busy) * 1000))
    return took


def _server(store: Store) -> Callable[[], float]:
    """What tells the seconds of a processor that the server used for this store; 0 where none is at hand."""
    if not store.on_postgresql:
        return lambda: 0.0
    with store.looking() as connection:  # the pool holds this one connection
        number: int = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    file = Path(f"/proc/{number}/schedstat")
    return lambda: int(file.read_text().split()[0]) / 1e9 if file.exists() else 0.0


def _share(took: list[float], percent: int) -> float:
    return round(sorted(took)[min(len(took) * percent // 100, len(took) - 1)], 1)


def _size(store: Store) -> int:
    if not store.on_postgresql:
        return Path(store.name).stat().st_size >> 20
    with store.engine.connect() as connection:
        size: int = connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
    return size >> 20


@contextmanager
def _address(kind: str, keep: Path | None, given: str | None) -> Iterator[str]:
    """Where the store of this run is."""
    if given is not None:
        yield given
    elif kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str((keep or Path(folder)) / "speed.db")
    else:
        sys.path.append(str(measured.ROOT / "tests"))
        from postgres_server import PostgresServer  # noqa: PLC0415 - beside the tests

        with PostgresServer(durable=True, settings={"shared_buffers": "512MB", "autovacuum": "on"}) as server:
            yield server.database()


if __name__ == "__main__":
    main()
