"""Articles a second: what generated articles share, and who rests on whom; on one core, and how it grows with them."""

import argparse
import math
import time
from dataclasses import dataclass

import measured

from reportedly.evals.families import family
from reportedly.resolve.duplicates import ReuseIndex
from reportedly.resolve.rereports import rests
from reportedly.schema import CommonEvent, Reading, Reuse

TARGET = 800.0


def main() -> None:
    """Resolve a fifth of the articles, then all of them, each from the start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    measured.pin()
    readings, events = _families(options.articles)
    before = measured.peak_mib()
    part = _resolve(readings[: options.articles // 5], events)
    whole = _resolve(readings, events)
    speed = len(readings) / whole.seconds
    measured.show(
        measured.Result(
            benchmark="resolve_speed",
            figure=round(speed),
            unit="articles/s of finding shared text and who rests on whom, on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "articles": len(readings),
                "words an article": round(sum(len(r.article.text.split()) for r in readings[:1000]) / 1000),
                "shared texts": whole.shared,
                "ties": whole.ties,
                "shared text alone, articles/s": round(len(readings) / whole.sharing),
                "a fifth of them, articles/s": round(len(readings) / 5 / part.seconds),
                # n log n gives about 1.1 between these sizes.
                "seconds grow as n to the power of": round(math.log(whole.seconds / part.seconds) / math.log(5), 2),
                "memory at most, beside the articles, MiB": measured.peak_mib() - before,
            },
        )
    )


@dataclass(frozen=True)
class Run:
    """One run: seconds in all and of finding shared text, and what was found."""

    seconds: float
    sharing: float
    shared: int
    ties: int


def _resolve(readings: list[Reading], events: list[CommonEvent]) -> Run:
    started = time.process_time()
    index = ReuseIndex()
    shared: list[Reuse] = [edge for reading in readings for edge in index.add(reading.article)]
    sharing = time.process_time() - started
    ties = rests(readings, shared, events)
    return Run(time.process_time() - started, sharing, len(shared), len(ties))


def _families(count: int) -> tuple[list[Reading], list[CommonEvent]]:
    """So many articles in the order of publication, and their events."""
    readings: list[Reading] = []
    events: list[CommonEvent] = []
    number = 0
    while len(readings) < count:
        one = family(2, number)
        readings += [each.reading for each in one.articles]
        events += one.events
        number += 1
    readings = readings[:count]
    return sorted(readings, key=lambda each: (str(each.article.published_at), each.article.id)), events


if __name__ == "__main__":
    main()
