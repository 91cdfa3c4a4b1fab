"""Articles a second: what generated articles share, on one core; and how that grows with their number."""

import argparse
import math
import time
from itertools import pairwise

import measured

from reportedly.evals.families import articles
from reportedly.resolve.duplicates import ReuseIndex

TARGET = 800.0
STEPS = 5


def main() -> None:
    """Take in articles as they come, and say how fast each fifth of them went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    measured.pin()
    made = [reading.article for reading in articles(2, options.articles)]
    before = measured.peak_mib()
    index = ReuseIndex()
    ties, seconds = 0, [0.0]
    started = time.process_time()
    for number, article in enumerate(made, 1):
        ties += len(index.add(article))
        if number % (options.articles // STEPS) == 0:
            seconds.append(time.process_time() - started)
    speed = options.articles / seconds[-1]
    parts = [options.articles / STEPS / (late - early) for early, late in pairwise(seconds)]
    # The exponent of seconds over articles, from the first fifth to all of them; n log n gives about 1.1.
    growth = math.log(seconds[-1] / seconds[1]) / math.log(STEPS)
    measured.show(
        measured.Result(
            benchmark="resolve_speed",
            figure=round(speed),
            unit="articles/s of finding shared text, on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "articles": options.articles,
                "words an article": round(sum(len(each.text.split()) for each in made[:1000]) / len(made[:1000])),
                "ties": ties,
                "articles/s, each fifth": ", ".join(f"{part:.0f}" for part in parts),
                "growth, seconds ~ n to the power of": round(growth, 2),
                "memory of the index at most, MiB": measured.peak_mib() - before,
            },
        )
    )


if __name__ == "__main__":
    main()
