"""Several articles at once, on as many threads, given back in their order."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from reportedly.extract.ahead import in_order
from reportedly.schema import Article, Provenance, Reading


class _OneByOne(Protocol):
    """What reads one article without regard to others."""

    @property
    def name(self) -> str: ...

    @property
    def provenance(self) -> Provenance: ...

    def read_one(self, article: Article) -> Reading: ...


class Threaded:
    """Reads with another reader on several threads; implements `protocols.AheadReader`.

    Python's lock is free while a network computes, so that two threads keep two cores busy.

    Args:
        reader: reads one article; safe to call from several threads.
        threads: how many.

    Raises:
        ValueError: there is not one thread.
    """

    def __init__(self, reader: _OneByOne, threads: int) -> None:
        if threads < 1:
            raise ValueError(f"at least one thread is needed, got {threads}")
        self._reader = reader
        self._threads = threads

    @property
    def name(self) -> str:
        """The name of the reader within."""
        return self._reader.name

    @property
    def provenance(self) -> Provenance:
        """That of the reader within."""
        return self._reader.provenance

    @property
    def ahead(self) -> int:
        """The most articles that are asked for and not yet read."""
        return 2 * self._threads

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the order given."""
        with ThreadPoolExecutor(self._threads) as pool:
            done = in_order(articles, lambda article: pool.submit(self._reader.read_one, article), self.ahead)
            yield from (reading for _, reading in done)
