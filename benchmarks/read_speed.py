"""Articles a second: a reader on one core or several over articles of 600 words, in memory."""

import argparse
import time
from pathlib import Path

import measured
import texts

from reportedly import plugins
from reportedly.pipeline import Pipeline
from reportedly.schema import Article
from reportedly.settings import Settings

TARGETS = {("neural", 1): 8.0, ("neural", 2): 14.0, ("rules", 1): 40.0}
"""Articles a second that a reader must reach on so many cores."""
WARM_UP = 10


def main() -> None:
    """Read the same articles several times and print the best run."""
    options = _options()
    measured.pin(options.cores)
    target = TARGETS.get((options.reader, options.cores))
    made = texts.articles(texts.paragraphs(options.texts), options.articles + WARM_UP, options.words)
    batch = [Article(id=f"a{number}", text=text) for number, text in enumerate(made)]
    pipeline = Pipeline(reader=plugins.reader(options.reader, Settings(threads=options.cores)))
    started = time.perf_counter()
    events = _events(pipeline, batch[:WARM_UP])
    warm_up = time.perf_counter() - started
    seconds = []
    for _ in range(options.runs):
        started = time.perf_counter()
        events = _events(pipeline, batch[WARM_UP:])
        seconds.append(time.perf_counter() - started)
    speed = options.articles / min(seconds)
    measured.show(
        measured.Result(
            benchmark=f"read_speed, {options.reader}",
            figure=round(speed, 1),
            unit=f"articles/s on {options.cores} core{'s' * (options.cores > 1)}",
            target="none" if target is None else f">= {target:.0f}",
            met=None if target is None else speed >= target,
            details={
                "reader": options.reader,
                "articles": options.articles,
                "words an article": round(sum(len(a.text.split()) for a in batch) / len(batch)),
                "events an article": round(events / options.articles, 1),
                "slowest run": round(options.articles / max(seconds), 1),
                f"first {WARM_UP} articles, s": round(warm_up, 2),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="neural")
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--texts", type=Path, default=texts.DEMO, help="a folder of *.txt to take paragraphs from"
    )
    return parser.parse_args()


def _events(pipeline: Pipeline, batch: list[Article]) -> int:
    return sum(len(reading.events) for reading in pipeline.reader.read(batch))


if __name__ == "__main__":
    main()
