"""Owns the report: what was measured on what, the figures beside their floors, and what we get wrong.

The words of an article are quoted only where it belongs to the project; of all others it counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.evals import gate, mistakes
from reportedly.evals.gate import Floor
from reportedly.evals.measures import CEILINGS, METRICS, Measure
from reportedly.evals.metrics import Confused
from reportedly.evals.mistakes import ArticleMistakes, Mistake, MistakeKind
from reportedly.evals.tasks import TaskResult
from reportedly.schema import Noun, Status

COMMONEST = 15
"""How many of the commonest errors a task's table lists."""

EXAMPLES = 5
"""How many examples are quoted of each kind of error."""


_MAIN = frozenset({"end_to_end", "extraction", "times_value", "dates_within"})
"""The metric of each task that stands in the first table."""


class Report(Noun, frozen=True, kw_only=True):
    """One run of the evaluation: which version and reader, when, what it found, against which floors."""

    version: str
    reader: str
    measured_on: date
    results: tuple[TaskResult, ...]
    floors: tuple[Floor, ...] = ()
    absent: tuple[str, ...] = ()


def markdown(report: Report) -> str:
    """The report as a page of Markdown."""
    return "\n".join([*_head(report), *(line for result in report.results for line in _task(result, report))])


def _head(report: Report) -> Iterator[str]:
    yield f"# Evaluation of reportedly {report.version}"
    yield ""
    yield f"Reader `{report.reader}`, measured on {report.measured_on.isoformat()} with `make eval`."
    yield "A figure under its floor fails the run; floors only rise. For `false_occurred` less is better, its"
    yield "floor is a ceiling. The margin is how far a figure stands on the good side of its floor."
    yield ""
    if report.absent:
        yield f"Not measured, because the data were absent: {', '.join(report.absent)}."
        yield ""
    yield from _table(
        ("task", "measured on", "main figure"),
        [(f"`{result.task}`", _items(result), _main_figure(result)) for result in report.results],
    )


def _task(result: TaskResult, report: Report) -> Iterator[str]:
    yield f"## `{result.task}`"
    yield ""
    yield f"{_items(result).capitalize()}. {_missing(result)}".rstrip()
    yield ""
    yield from _table(
        ("metric", "what it says", "n", "figure", "floor", "margin"),
        [_figure_row(measure, gate.find(report.floors, measure)) for measure in result.measures],
    )
    if result.confusion:
        yield "### Statuses: gold down, read across"
        yield ""
        yield from _confusion(result.confusion)
    if any(article.mistakes for article in result.mistakes):
        yield "### What we get wrong"
        yield ""
        yield from _wrong(result.mistakes)
        if result.quotable:
            yield from _examples(result.mistakes)


def _items(result: TaskResult) -> str:
    return f"{result.items} {'page' if result.pages else 'article'}{'' if result.items == 1 else 's'}"


def _missing(result: TaskResult) -> str:
    return f"Not read at all: {len(result.missing)}." if result.missing else ""


def _main_figure(result: TaskResult) -> str:
    main = next(m for m in result.measures if m.metric in _MAIN)
    return f"{main.metric} {number(main.value)}"


def number(value: float | None) -> str:
    """A figure as tables show it; a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def signed(value: float | None) -> str:
    """A margin as tables show it."""
    return "–" if value is None else f"{value:+.3f}"


def _figure_row(measure: Measure, floor: Floor | None) -> tuple[str, ...]:
    bound = "–" if floor is None else f"{'≤ ' if measure.metric in CEILINGS else ''}{floor.value:.3f}"
    margin = None if floor is None else measure.margin(floor.value)
    name = f"`{measure.metric}`"
    return (name, METRICS[measure.metric], str(measure.n), number(measure.value), bound, signed(margin))


def _confusion(rows: Sequence[Confused]) -> Iterator[str]:
    said = [status for status in (*Status, None) if any(row.said == status for row in rows)]
    counts = {(row.gold, row.said): row.count for row in rows}
    gold = [status for status in Status if any(row.gold == status for row in rows)]
    lines = []
    for status in gold:
        cells = [_cell(counts.get((status, other), 0), right=status == other) for other in said]
        lines.append((f"**{status}**", *cells, str(sum(row.count for row in rows if row.gold == status))))
    yield from _table(("", *(status or mistakes.NO_CLAIM for status in said), "all"), lines)


def _cell(count: int, *, right: bool) -> str:
    if not count:
        return ""
    return f"**{count}**" if right else str(count)


def _wrong(articles: Sequence[ArticleMistakes]) -> Iterator[str]:
    kinds = Counter(mistake.kind for article in articles for mistake in article.mistakes)
    yield from _table(("kind of error", "count"), [(kind, str(kinds[kind])) for kind in MistakeKind])
    rows = mistakes.commonest(articles, COMMONEST)
    yield from _table(
        ("commonest errors", "which", "count"), [(row.kind, row.label, str(row.count)) for row in rows]
    )


def _examples(articles: Iterable[ArticleMistakes]) -> Iterator[str]:
    found = [(article.id, mistake) for article in articles for mistake in article.mistakes]
    for kind in MistakeKind:
        of_kind = [(name, mistake) for name, mistake in found if mistake.kind == kind][:EXAMPLES]
        if of_kind:
            yield f"Examples, {kind}:"
            yield ""
            yield from (f"- {name}: {_example(mistake)}" for name, mistake in of_kind)
            yield ""


def _example(mistake: Mistake) -> str:
    verdict = " / ".join(
        part
        for part in (mistake.gold and f"gold {mistake.gold}", mistake.said and f"read {mistake.said}")
        if part
    )
    return f"“{_escaped(mistake.words)}” ({_escaped(mistake.trigger)}): {_escaped(verdict)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _escaped(words: str) -> str:
    """The words without the marks that Markdown reads."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in words)
