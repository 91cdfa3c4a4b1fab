"""Which articles are to be read: those that the same machine has not read before."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Final

from reportedly.errors import UsageError
from reportedly.keep.writing import patiently
from reportedly.protocols import Clock, Reader, StatingReader
from reportedly.schema import Article, Provenance, Reading
from reportedly.store import Store
from reportedly.store.keys import article_key, provenance_key

_KEPT: Final = 4096
"""Articles that are remembered beside the store, for one that comes twice before it is written."""


class Wanted:
    """Says of an article whether it is to be read; called once for each.

    Args:
        store: knows what was read.
        reader: one that does not say which machine it is reads everything.
        clock: waits where the store cannot be asked for the moment.

    Attributes:
        again: how many were not to be read, because they had been.
    """

    def __init__(self, store: Store, reader: Reader, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._keeps_only = isinstance(reader, KeepOnly)
        self._provenance = stated(reader)
        self._asked: OrderedDict[str, None] = OrderedDict()
        self.again = 0

    def __call__(self, article: Article) -> bool:  # noqa: D102 - said above
        if self._keeps_only:
            return False
        key = article_key(article)
        if key in self._asked or self._is_read(key):
            self.again += 1
            return False
        self._asked[key] = None
        if len(self._asked) > _KEPT:
            self._asked.popitem(last=False)
        return True

    def _is_read(self, key: str) -> bool:
        machine = self._provenance
        return machine is not None and patiently(self._clock, lambda: self._store.has_reading(key, machine))


class KeepOnly:
    """A reader that reads nothing, for articles that are only kept; implements `protocols.Reader`."""

    @property
    def name(self) -> str:
        """`none`."""
        return "none"

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """No reading; it must be given no article.

        Raises:
            UsageError: it was given one.
        """
        for article in articles:
            raise UsageError(f"{article.id} cannot be read by the reader {self.name!r}")
        yield from ()


def stated(reader: Reader) -> Provenance | None:
    """Which machine a reader says that it is; None where it does not say."""
    return reader.provenance if isinstance(reader, StatingReader) else None


def machine(reader: Reader) -> str:
    """A short name for what is done with the articles: kept only (`kept`), or read by which machine."""
    if isinstance(reader, KeepOnly):
        return "kept"
    provenance = stated(reader)
    return f"read by {reader.name}" if provenance is None else f"read by {provenance_key(provenance)[:12]}"
