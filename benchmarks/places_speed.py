"""Articles a second of resolving places alone, on one core, and microseconds for looking up one name."""

import argparse
import random
import sqlite3
import statistics
import time

import measured

from reportedly.extract.geocode.fill import located
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.knowledge.gazetteer.home import standard
from reportedly.knowledge.gazetteer.store import Gazetteer
from reportedly.schema import Article, Mention, MentionKind, Provenance, Reading, Span

TARGET = 500.0
LOOKUP_TARGET = 100.0
NAMED = 18
"""Places that an article names, each of them once and again."""
NAMES = "SELECT DISTINCT name FROM place WHERE kind IN (0, 1, 3) AND population > 20000 ORDER BY number"
SPELLINGS = "SELECT name FROM alias ORDER BY key, place"


def main() -> None:
    """Resolve made-up articles, and look up spellings that were not asked for before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--lookups", type=int, default=5000)
    options = parser.parse_args()
    known = standard()
    measured.pin()
    lookup = _lookup(known, options.lookups)
    geocoder = Geocoder(standard)
    readings = _readings(_column(known, NAMES), options.articles)
    for reading in readings[:20]:
        located(reading, geocoder)
    started = time.perf_counter()
    found = [located(reading, geocoder) for reading in readings]
    speed = options.articles / (time.perf_counter() - started)
    resolved = sum(mention.location is not None for reading in found for mention in reading.mentions)
    measured.show(
        measured.Result(
            benchmark="places_speed",
            figure=round(speed),
            unit="articles/s of resolving places, on one core",
            target=f">= {TARGET:.0f}, and a look-up under {LOOKUP_TARGET:.0f} microseconds",
            met=speed >= TARGET and lookup < LOOKUP_TARGET,
            details={
                "articles": options.articles,
                "mentions an article": 2 * NAMED,
                "of them resolved": round(resolved / options.articles, 1),
                "a look-up, microseconds": round(lookup, 1),
                "gazetteer, MiB": round(known.path.stat().st_size / 2**20, 1),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def _lookup(known: Gazetteer, count: int) -> float:
    """The median over spellings that are each asked for once, the pages of the file being in memory."""
    dice = random.Random(0)  # noqa: S311  # seeded, for the same names every time
    names = dice.sample(_column(known, SPELLINGS), count)
    Gazetteer(known.path).candidates(names[0])
    taken = []
    for warm in (True, False):
        fresh = Gazetteer(known.path)
        for name in names:
            started = time.perf_counter()
            fresh.candidates(name)
            if not warm:
                taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1e6


def _readings(names: list[str], count: int) -> list[Reading]:
    dice = random.Random(0)  # noqa: S311
    return [_reading(f"a{number}", dice.sample(names, NAMED)) for number in range(count)]


def _reading(name: str, places: list[str]) -> Reading:
    """An article that names each place twice, in sentences of one form."""
    text = ""
    mentions = []
    for number, place in enumerate((*places, *places), 1):
        start = len(text) + len("Shells fell in ")
        text += f"Shells fell in {place} on Monday, said the mayor. "
        span = Span(start, start + len(place))
        mentions.append(Mention(id=f"m{number}", span=span, kind=MentionKind.PLACE))
    return Reading(
        article=Article(id=name, text=text),
        mentions=tuple(mentions),
        provenance=Provenance(reader="made", version="1", model="none", config="none"),
    )


def _column(known: Gazetteer, query: str) -> list[str]:
    base = sqlite3.connect(f"file:{known.path}?mode=ro", uri=True)
    try:
        return [row[0] for row in base.execute(query)]
    finally:
        base.close()


if __name__ == "__main__":
    main()
