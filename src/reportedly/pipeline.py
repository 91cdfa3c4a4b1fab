"""The verbs in order. Read this first.

    bytes --collect--> Article --extract--> Reading

Stages never import one another: each takes the noun that the stage before it gives, and they meet here.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from os import PathLike

from reportedly import plugins
from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.files import FileFeed
from reportedly.errors import InputError
from reportedly.protocols import AheadReader, Cleaner, Feed, Reader
from reportedly.schema import Article, Issue, Reading

Input = str | PathLike[str]


class Pipeline:
    """Collects and reads; every part can be swapped for another of the same protocol.

    Args:
        cleaner: bytes -> articles; by default our own for HTML, plain text and JSON lines.
        reader: articles -> readings; an object, or the name of a built-in or published one.

    Examples:
        >>> article = Article(id="a1", text="The Brigades shelled Oster, Transmar reported.")
        >>> (reading,) = Pipeline().extract([article])
        >>> (claim,) = reading.claims
        >>> claim.status.value, [hop.source.of(article.text) for hop in claim.chain]
        ('occurred', ['Transmar'])
    """

    def __init__(self, *, cleaner: Cleaner | None = None, reader: Reader | str = "neural") -> None:
        self.cleaner = cleaner if cleaner is not None else StandardCleaner()
        self.reader = plugins.reader(reader) if isinstance(reader, str) else reader

    def collect(self, feed: Feed) -> Iterator[Article | Issue]:
        """The articles of a feed; what cannot be read is an `Issue` in its place."""
        for capture in feed.captures():
            if isinstance(capture, Issue):
                yield capture
            else:
                yield from self.cleaner.articles(capture)

    def extract(self, articles: Iterable[Article | Issue]) -> Iterator[Reading | Issue]:
        """The reading of each article, as soon as it is done; issues pass through in their place."""
        if isinstance(self.reader, AheadReader):
            yield from _extract_ahead(self.reader, articles)
            return
        for article in articles:
            if isinstance(article, Issue):
                yield article
            else:
                yield from self.reader.read([article])

    def read(self, feed: Feed) -> Iterator[Reading | Issue]:
        """Collect and extract: every article of `feed` read, one at a time, in flat memory."""
        yield from self.extract(self.collect(feed))


def _extract_ahead(reader: Reader, articles: Iterable[Article | Issue]) -> Iterator[Reading | Issue]:
    """As `Pipeline.extract`, for a reader that is given the whole stream and works on several articles at once."""
    waiting: deque[Issue | None] = deque()

    def readable() -> Iterator[Article]:
        for article in articles:
            waiting.append(article if isinstance(article, Issue) else None)
            if not isinstance(article, Issue):
                yield article

    for result in reader.read(readable()):
        while (issue := waiting.popleft()) is not None:
            yield issue
        yield result
    yield from (issue for issue in waiting if issue is not None)


def read(
    path: Input,
    *,
    reader: Reader | str = "neural",
    outlet: str | None = None,
    published_at: datetime | None = None,
) -> Reading:
    """Read one article from a file.

    Args:
        path: a saved page, a text, or one line of JSON; gzip of any of them.
        reader: a reader, or the name of one.
        outlet: who publishes it, where the file does not say.
        published_at: when it was published, aware, where the file does not say.

    Raises:
        InputError: the file cannot be read, or holds no article or more than one.
        UsageError: there is no reader of that name.

    Examples:
        >>> from reportedly import demo
        >>> reading = read(demo.articles()[2])
        >>> reading.article.outlet, reading.article.published_at.isoformat()
        ('The Pendra Observer', '2026-03-11T09:20:00+00:00')
    """
    name = os.fspath(path)
    results = list(read_all([path], reader=reader, outlet=outlet, published_at=published_at))
    for result in results:
        if isinstance(result, Issue):
            raise InputError(result.where, result.problem, result.remedy)
    readings = [result for result in results if isinstance(result, Reading)]
    if len(readings) != 1:
        raise InputError(name, f"holds {len(readings)} articles", "use read_all for more than one")
    return readings[0]


def read_all(
    paths: Iterable[Input],
    *,
    reader: Reader | str = "neural",
    outlet: str | None = None,
    published_at: datetime | None = None,
) -> Iterator[Reading | Issue]:
    """Read every article under `paths` (files, directories, globs, `-`), one at a time.

    What cannot be read comes as an `Issue` in its place, and the rest goes on.

    Raises:
        UsageError: there is no reader of that name, or `paths` is one path, not several.

    Examples:
        >>> for result in read_all(["absent.html"]):
        ...     print(result)
        absent.html: no such file; check the path
    """
    cleaner = StandardCleaner(outlet=outlet, published_at=published_at)
    pipeline = Pipeline(cleaner=cleaner, reader=reader)
    return pipeline.read(FileFeed(paths))
