"""Owns how an evaluation looks in a terminal: one table a task, and the worst mistakes in words."""

from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.evals import extraction, gate, mistakes
from reportedly.evals.gate import Floor
from reportedly.evals.measures import CEILINGS, Measure
from reportedly.evals.mistakes import ArticleMistakes
from reportedly.evals.report import Report, number, signed
from reportedly.evals.tasks import TaskResult

COMMONEST = 10
"""How many of the commonest errors are listed beside the worst articles."""


def write(run: Report, limit: int, out: TextIO) -> None:
    """Print the figures of each task, and the `limit` worst articles or pages with their mistakes."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for result in run.results:
        console.print(_figures(result, run.floors))
        if result.missing:
            console.print(f"not read at all: {', '.join(result.missing)}", style="yellow", soft_wrap=True)
        if limit:
            _mistakes(console, result, limit)


def _figures(result: TaskResult, floors: tuple[Floor, ...]) -> Table:
    table = Table(title=f"{result.task} ({result.items} read)", title_justify="left", box=None)
    table.add_column("metric", no_wrap=True)
    for name in ("n", "figure", "floor", "margin"):
        table.add_column(name, justify="right", no_wrap=True)
    for measure in result.measures:
        table.add_row(*_row(measure, gate.find(floors, measure)))
    return table


def _row(measure: Measure, floor: Floor | None) -> tuple[str | Text, ...]:
    if floor is None:
        return (measure.metric, str(measure.n), number(measure.value), "–", "–")
    margin = measure.margin(floor.value)
    broken = margin is None or margin < 0
    bound = f"{'≤ ' if measure.metric in CEILINGS else ''}{floor.value:.3f}"
    shown = Text(f"{signed(margin)}{' ✗' if broken else ''}", style="bold red" if broken else "green")
    return (measure.metric, str(measure.n), number(measure.value), bound, shown)


def _mistakes(console: Console, result: TaskResult, limit: int) -> None:
    for page in extraction.worst(result.pages, limit):
        console.print(
            f"{page.id}  precision {number(page.precision)}  recall {number(page.recall)}", soft_wrap=True
        )
    for common in mistakes.commonest(result.mistakes, COMMONEST):
        console.print(f"{common.count:5}  {common.kind}: {common.label}")
    for article in mistakes.worst(result.mistakes, limit):
        _article(console, article)
    console.print()


def _article(console: Console, article: ArticleMistakes) -> None:
    read = "" if article.read else ", not read at all"
    console.print(f"\n{article.id}, mistakes: {len(article.mistakes)}{read}", style="bold")
    for mistake in article.mistakes:
        said = f"gold {mistake.gold or '–'} | read {mistake.said or '–'}"
        console.print(
            f"  {mistake.kind}: {mistake.type} “{mistake.trigger}” | {said}", style="cyan", soft_wrap=True
        )
        console.print(f"    {mistake.words}", style="dim", soft_wrap=True)
