"""Articles a second put into stories: generated families in the order of publication, on one core, and how it grows."""

import argparse
import math
import time
from dataclasses import dataclass

import measured

from reportedly.evals.families import articles
from reportedly.resolve.stories import StoryIndex
from reportedly.schema import Reading

TARGET = 100.0


def main() -> None:
    """Put a fifth of the articles into stories, then all of them, each from the start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    measured.pin()
    readings = sorted(articles(2, options.articles), key=lambda each: (str(each.article.published_at), each.article.id))
    fifth = readings[:: max(1, options.articles // max(1, options.articles // 5))]
    before = measured.peak_mib()
    part = _stories(fifth)
    between = measured.peak_mib()
    whole = _stories(readings)
    speed = len(readings) / whole.seconds
    measured.show(
        measured.Result(
            benchmark="stories_speed",
            figure=round(speed),
            unit="articles/s put into stories, on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "articles": len(readings),
                "stories": whole.stories,
                "open at once at most": whole.most,
                "a fifth of them, articles/s": round(len(fifth) / part.seconds),
                "a fifth of them, open at once at most": part.most,
                "seconds grow as n to the power of": round(
                    math.log(whole.seconds / part.seconds) / math.log(len(readings) / len(fifth)), 2
                ),
                "memory at most, beside the articles, MiB": measured.peak_mib() - before,
                "of a fifth of them, MiB": between - before,
            },
        )
    )


@dataclass(frozen=True)
class Run:
    """One run: the processor's seconds, stories in all, and how many articles were in open ones at most."""

    seconds: float
    stories: int
    most: int


def _stories(readings: list[Reading]) -> Run:
    index = StoryIndex()
    made = most = 0
    started = time.process_time()
    for number, reading in enumerate(readings):
        index.add(reading)
        if number % 256 == 0:
            made += len(index.closed())
            most = max(most, index.open_articles)
    index.repair()
    seconds = time.process_time() - started
    return Run(seconds, made + len(index.closed()) + len(index.stories()), most)


if __name__ == "__main__":
    main()
