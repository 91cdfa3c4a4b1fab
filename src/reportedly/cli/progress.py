"""Readings as they come: issues go to standard error, and a bar shows how far it has got."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.cli import complain
from reportedly.schema import Issue, Reading

if TYPE_CHECKING:
    from rich.progress import Progress

FEW = 3
"""So many inputs need no bar."""


def wanted() -> bool:
    """Whether anybody would see a bar."""
    return sys.stderr.isatty()


class Readings:
    """The readings of `results`, one by one; iterate once.

    Attributes:
        failed: how many inputs could not be read so far; each has had its line on standard error.
    """

    def __init__(self, results: Iterable[Reading | Issue], *, total: int | None) -> None:
        self.failed = 0
        self._results = results
        self._total = total

    def __iter__(self) -> Iterator[Reading]:
        for result in _watched(self._results, self._total) if wanted() else self._results:
            if isinstance(result, Issue):
                self.failed += 1
                complain(str(result))
            else:
                yield result


def _watched(results: Iterable[Reading | Issue], total: int | None) -> Iterator[Reading | Issue]:
    """The same results, with a bar that is out of the way whenever one is handed on."""
    if total is not None and total <= FEW:
        yield from results
        return
    bar = _bar()
    task = bar.add_task("reading", total=total)
    waiting = iter(results)
    while True:
        with bar:
            bar.refresh()
            result = next(waiting, None)
        if result is None:
            return
        bar.advance(task)
        yield result


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only where somebody sees it
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
