"""Captures in hand are cleaned and read before any transaction: what ingesting and watching share."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from reportedly.collect import refusals
from reportedly.keep.pages import BLOCKED
from reportedly.pipeline import Pipeline
from reportedly.protocols import Cleaner, Reader
from reportedly.schema import Article, Capture, FetchOutcome, Issue, Reading

_log = logging.getLogger(__name__)
BROKEN: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a part raises that breaks on one page: recorded, for a run of weeks must not stop at it."""


@dataclass(slots=True)
class Piece:
    """An article, and its reading where it was read now."""

    article: Article
    reading: Reading | None = None


@dataclass(slots=True)
class Taken:
    """What was taken in at once: a capture with its articles, or what was wrong with it.

    Attributes:
        capture: None where it could not be opened.
        issues: what could not be cleaned or read.
    """

    capture: Capture | None
    pieces: list[Piece] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def wall(self) -> FetchOutcome | None:
        """The wall that stands in place of an article, where the cleaner met one; None for all else."""
        if self.pieces:
            return None
        met = (refusals.outcome(issue) for issue in self.issues)
        return next((outcome for outcome in met if outcome in BLOCKED), None)


class Intake:
    """Cleans captures and reads their articles.

    Args:
        pipeline: gives the cleaner and the reader.
        wanted: whether an article is to be read; asked once for each.
    """

    def __init__(self, pipeline: Pipeline, wanted: Callable[[Article], bool]) -> None:
        self._cleaner = pipeline.cleaner
        self._reader = pipeline.reader
        self._wanted = wanted

    def take(self, captures: Iterable[Capture | Issue]) -> list[Taken]:
        """All of `captures`, in order; each is asked for only when the reader has room for its articles."""
        taken: list[Taken] = []
        waiting: deque[tuple[Taken, Piece]] = deque()

        def articles() -> Iterator[Article]:
            for capture in captures:
                one = cleaned(capture, self._cleaner)
                taken.append(one)
                for piece in one.pieces:
                    if self._wanted(piece.article):
                        waiting.append((one, piece))
                        yield piece.article

        _read(self._reader, articles(), waiting)
        return taken


def cleaned(capture: Capture | Issue, cleaner: Cleaner) -> Taken:
    """The articles of a capture; a page on which the cleaner breaks is an issue like any other."""
    if isinstance(capture, Issue):
        return Taken(None, issues=[capture])
    one = Taken(capture)
    try:
        for result in cleaner.articles(capture):
            if isinstance(result, Issue):
                one.issues.append(result)
            else:
                one.pieces.append(Piece(result))
    except BROKEN as error:
        one.issues.append(broken("cleaner", capture.name, error))
    return one


def _read(reader: Reader, articles: Iterator[Article], waiting: deque[tuple[Taken, Piece]]) -> None:
    """Read all articles; those asked for stand in `waiting`, in order, until their reading comes.

    An article on which the reader breaks becomes an issue, and those asked for after it are given once more.
    """
    given: Iterable[Article] = articles
    while True:
        try:
            for result in reader.read(given):
                one, piece = waiting.popleft()
                if isinstance(result, Issue):
                    one.issues.append(result)
                else:
                    piece.reading = result
        except BROKEN as error:
            if not waiting:
                raise
            one, piece = waiting.popleft()
            one.issues.append(broken("reader", piece.article.id, error))
            given = chain([later.article for _, later in waiting], articles)
        else:
            return


def broken(part: str, where: str, error: Exception) -> Issue:
    """The issue of a page or feed on which a part of ours breaks; the log gets the traceback."""
    _log.warning("the %s broke on %s", part, where, exc_info=error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Issue(where=where, problem=f"the {part} broke on it ({what})", remedy="report it, with the page")
