"""Megabytes a second: the times of a text found and tied to days, on one core; beside it the numbers.

The texts are articles of 600 words out of the paragraphs of the demo, and the same as one text without a line break.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import date

import measured
import texts

from reportedly.extract import quantities, timex

TARGET = 1.0
PUBLISHED = date(2026, 3, 15)


def main() -> None:
    """Read all texts several times and print the best run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    measured.pin()
    many = texts.articles(texts.paragraphs(), options.articles, 600)
    line = [" ".join(" ".join(many).split())]
    found = sum(map(_times, many[:10]))
    speed = _speed(many, _times, options.runs)
    measured.show(
        measured.Result(
            benchmark="time_speed",
            figure=round(speed, 2),
            unit="MB/s on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "MB": round(sum(map(_size, many)) / 1e6, 2),
                "times in the first ten articles": found,
                "as one line, MB/s": round(_speed(line, _times, options.runs), 2),
                "found only, MB/s": round(_speed(many, lambda text: len(timex.find(text)), options.runs), 2),
                "numbers, MB/s": round(_speed(many, lambda text: len(quantities.find(text)), options.runs), 2),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def _times(text: str) -> int:
    return len(timex.resolve_all(text, timex.find(text), PUBLISHED))


def _speed(parts: Sequence[str], read: Callable[[str], int], runs: int) -> float:
    """Megabytes of UTF-8 a second, at the best of the runs."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        for part in parts:
            read(part)
        seconds.append(time.process_time() - started)
    return sum(map(_size, parts)) / min(seconds) / 1e6


def _size(text: str) -> int:
    return len(text.encode())


if __name__ == "__main__":
    main()
