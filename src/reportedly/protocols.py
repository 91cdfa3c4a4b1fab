"""Every seam on one page: what a part must do to be swapped in."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from reportedly.schema import Article, Capture, Fetch, Issue, Passage, Predictions, Provenance, Reading


class Clock(Protocol):
    """The present, where something must wait; given, so that a test waits for nothing and weeks pass in minutes."""

    def now(self) -> datetime:
        """The moment by the calendar, aware, in UTC; it may jump."""
        ...

    def elapsed(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until somebody asks to stop; whether somebody did."""
        ...


class Fetcher(Protocol):
    """Gets an address from the net, politely and safely."""

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetch:
        """The answer, whatever became of it; conditional where `etag` or `last_modified` are given."""
        ...


class Feed(Protocol):
    """Where captures come from."""

    def captures(self) -> Iterator[Capture | Issue]:
        """The captures, one by one; what cannot be opened is an `Issue` in its place."""
        ...


class Cleaner(Protocol):
    """Turns the bytes of a capture into clean articles."""

    def articles(self, capture: Capture) -> Iterator[Article | Issue]:
        """The articles of one capture: one for a page, one a line for JSON lines."""
        ...


class Tagger(Protocol):
    """Finds anchors and their arguments; knows nothing of articles, chains or identity.

    Attributes:
        model: name and version of the model or lexicon, for the provenance.
        config: hash over its configuration, hexadecimal.
    """

    @property
    def model(self) -> str:
        """Name and version of the model or lexicon."""
        ...

    @property
    def config(self) -> str:
        """Hash over the configuration, hexadecimal."""
        ...

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        """One `Predictions` a passage, in the order given.

        Args:
            batch: the passages of one article, in order. A passage may be read in the light of the others; its
                anchors lie in it, their arguments anywhere in the article.
        """
        ...


class Likeness(Protocol):
    """Says how well descriptions of places fit the words around a name; none is used unless one is given.

    A network that does so reads every mention a second time, with each candidate: some 20 ms a mention on one core.
    """

    def scores(self, context: str, descriptions: Sequence[str]) -> Sequence[float]:
        """One number for each description, from -1 (does not fit) to 1; `context` is the sentence around the name."""
        ...


class Reader(Protocol):
    """Reads articles: the whole of the verb *extract*."""

    @property
    def name(self) -> str:
        """What the reader is called, as `--reader` takes it."""
        ...

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Issue]:
        """One reading an article, in the order given, each as soon as it is done.

        An article that the reader alone cannot read, as where a server gives no answer, is an `Issue` in its place.
        """
        ...


@runtime_checkable
class AheadReader(Reader, Protocol):
    """A reader that works on several articles at once, and so asks for some before it gives the first reading."""

    @property
    def ahead(self) -> int:
        """The most articles that are asked for and not yet read."""
        ...


@runtime_checkable
class StatingReader(Reader, Protocol):
    """A reader that says before it reads which machine it is, so that nothing is read twice by the same one."""

    @property
    def provenance(self) -> Provenance:
        """The provenance that its readings will have."""
        ...


@runtime_checkable
class CountingReader(Reader, Protocol):
    """A reader that counts what its readings cost, for whoever pays."""

    @property
    def report(self) -> object:
        """What was read so far, at which cost; `str` of it is one line, empty where nothing was."""
        ...
