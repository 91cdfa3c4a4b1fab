"""Pages a second: the main text out of saved pages, on one core.

The pages are those of the article extraction benchmark where they lie beside the project, else the demo's.
"""

import argparse
import gzip
import os
import time
from pathlib import Path

import measured

from reportedly import demo
from reportedly.collect.html import body_text
from reportedly.evals import extraction

SHARED = (
    Path(os.environ.get("REPORTEDLY_DATA", measured.ROOT.parent / "shared" / "data")) / "article_extraction"
)
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
    if SHARED.is_dir():
        return [page.html for page in extraction.pages(SHARED)], "article extraction benchmark"
    raw = [page.read_bytes() for page in demo.articles()]
    return [gzip.decompress(page) if page.startswith(b"\x1f\x8b") else page for page in raw], "demo"


if __name__ == "__main__":
    main()
