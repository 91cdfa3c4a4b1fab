"""Pages a second out of a web archive of invented news, on one core: unpacked, sifted, cleaned; memory stays flat.

Counted is the processor's time, so that other work on the machine weighs less.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import archive
import measured

from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.warc import WarcFeed
from reportedly.collect.warc_records import records
from reportedly.schema import Article, Capture, Issue

TARGET = 40.0
_GROWTH = 0.1


def main() -> None:
    """Write an archive, read it in three ways, and print the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=3000)
    options = parser.parse_args()
    measured.pin()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc.gz"
        archive.write(path, count=options.pages)
        count, seconds = _timed(record for _, record in records(path))
        captures, sifting = _timed(WarcFeed([path]).captures())
        articles, cleaning, growth = _cleaned(path, options.pages)
    speed = options.pages / cleaning
    measured.show(
        measured.Result(
            benchmark="archive_speed",
            figure=round(speed, 1),
            unit="pages/s on one core, from archive to articles",
            target=f">= {TARGET:.0f}; memory grows by less than a tenth",
            met=speed >= TARGET and growth < _GROWTH,
            details={
                "pages": options.pages,
                "articles": articles,
                "records/s": round(count / seconds),
                "pages/s sifted": round(options.pages / sifting),
                "captures": captures,
                "memory growth from a tenth on": round(growth, 3),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def _timed(items: Iterator[object]) -> tuple[int, float]:
    started = time.process_time()
    count = sum(1 for _ in items)
    return count, time.process_time() - started


def _cleaned(path: Path, pages: int) -> tuple[int, float, float]:
    """Articles, seconds, and by how much of itself the peak of memory grew after the first tenth."""
    cleaner = StandardCleaner()
    started = time.process_time()
    early = articles = 0
    for number, item in enumerate(_items(path, cleaner)):
        articles += isinstance(item, Article)
        if number == pages // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    late = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return articles, time.process_time() - started, late / max(early, 1) - 1


def _items(path: Path, cleaner: StandardCleaner) -> Iterator[Article | Issue]:
    for item in WarcFeed([path]).captures():
        if isinstance(item, Capture):
            yield from cleaner.articles(item)
        else:
            yield item


if __name__ == "__main__":
    main()
