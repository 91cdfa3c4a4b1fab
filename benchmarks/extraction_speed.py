"""Pages a second: the main text out of saved pages, on one core.

The pages are those of the article extraction benchmark where they lie beside the project, else the demo's.
"""

import argparse
import os
import time

import measured

from reportedly import demo
from reportedly.collect.files import FileFeed
from reportedly.collect.html import body_text
from reportedly.evals import corpora, extraction
from reportedly.schema import Capture

TARGET = 10.0


def main() -> None:
    """Extract every page several times and print the best run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2)
    options = parser.parse_args()
    measured.pin()
    pages, kind = _pages()
    body_text(pages[0])
    seconds = []
    for _ in range(options.runs):
        started = time.perf_counter()
        for page in pages:
            body_text(page)
        seconds.append(time.perf_counter() - started)
    speed = len(pages) / min(seconds)
    measured.show(
        measured.Result(
            benchmark="extraction_speed",
            figure=round(speed, 1),
            unit="pages/s on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "pages": len(pages),
                "which": kind,
                "KiB a page": round(sum(map(len, pages)) / len(pages) / 1024),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def _pages() -> tuple[list[bytes], str]:
    for corpus in corpora.standard(measured.ROOT, os.environ, train=False).extraction:
        return [page.html for page in extraction.pages(corpus.folder)], "article extraction benchmark"
    captures = FileFeed(map(str, demo.articles())).captures()
    return [capture.body for capture in captures if isinstance(capture, Capture)], "demo"


if __name__ == "__main__":
    main()
