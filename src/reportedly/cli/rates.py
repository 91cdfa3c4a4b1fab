"""How fast a long run is and how long it will take: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

import click

from reportedly.keep.summary import Summary

if TYPE_CHECKING:
    from rich.progress import Progress

Told = Callable[[Summary, int], None]

_EVERY: Final = 10.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def told(total: int | None, *, plain: bool) -> Iterator[Told | None]:
    """What is to be told of each batch: the summary so far, and how many bytes of the inputs are done.

    Args:
        total: bytes of all inputs; None where nobody knows.
        plain: whether lines are wanted where no terminal shows a bar.
    """
    if sys.stderr.isatty():
        with _bar() as bar:
            yield _Shown(bar, total)
    else:
        yield _Lines(total) if plain else None


class _Shown:
    """Shows each batch on a bar."""

    def __init__(self, bar: "Progress", total: int | None) -> None:
        self._bar = bar
        self._task = bar.add_task("ingesting", total=total, rate="")
        self._pace = Pace(total)

    def __call__(self, summary: Summary, reached: int) -> None:
        self._pace.tell(summary.captures, reached)
        said = f"{summary.captures:,} captures, {self._pace.rate:.1f}/s"
        self._bar.update(self._task, completed=self._pace.reached, rate=said)
        self._bar.refresh()


class _Lines:
    """Says on standard error how far it has come, not too often."""

    def __init__(self, total: int | None) -> None:
        self._pace = Pace(total)
        self._said = monotonic()

    def __call__(self, summary: Summary, reached: int) -> None:
        self._pace.tell(summary.captures, reached)
        if monotonic() - self._said >= _EVERY:
            self._said = monotonic()
            click.echo(f"reportedly: {self._pace.line()}", err=True)


class Pace:
    """How fast it goes, and how long it will take at that pace.

    Args:
        total: bytes of all inputs; None where nobody knows.
        now: seconds since some moment.

    Attributes:
        captures: how many are done; `reached` bytes of the inputs are.
        rate: captures a second, since the beginning.
        left: seconds that the rest will take; None where nobody knows.
    """

    def __init__(self, total: int | None, now: Callable[[], float] = monotonic) -> None:
        self._total = total
        self._now = now
        self._began = now()
        self._from: int | None = None
        self.captures = 0
        self.reached = 0
        self.rate = 0.0
        self.left: float | None = None

    def tell(self, captures: int, reached: int) -> None:
        """How far it has come."""
        if self._from is None:  # what an earlier run did is no pace of this one
            self._from = reached if captures == 0 else 0
        self.captures, self.reached = captures, max(self.reached, reached)
        seconds = self._now() - self._began
        self.rate = captures / seconds if seconds > 0 else 0.0
        done = self.reached - self._from
        if self._total and done > 0:
            self.left = seconds * max(0, self._total - self.reached) / done

    def line(self) -> str:
        """How far it has come, in words."""
        parts = [f"{self.captures:,} captures", f"{self.rate:.1f}/s"]
        if self._total:
            parts.append(f"{100 * self.reached // self._total} %")
        if self.left is not None:
            parts.append(f"{spoken(self.left)} left")
        return ", ".join(parts)


def spoken(seconds: float) -> str:
    """A time in words, as short as may be.

    Examples:
        >>> [spoken(each) for each in (8, 200, 7300)]
        ['8 s', '3 min', '2 h 1 min']
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes = whole // 60
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only where somebody sees it
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
