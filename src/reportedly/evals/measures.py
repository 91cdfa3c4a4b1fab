"""Owns the one shape that every task's figures take on their way to the gate, the table and the report."""

from reportedly.evals.metrics import F1
from reportedly.evals.readings import ReadingScore
from reportedly.schema import Noun

CEILINGS = frozenset({"false_occurred"})
"""Metrics of which less is better: what the gate calls their floor is a ceiling."""


class Measure(Noun, frozen=True, kw_only=True):
    """One figure of one task.

    Attributes:
        task: the task and its data, as `reading/demo`.
        metric: the name that floors are kept under.
        value: 0 to 1; None where there was nothing to measure.
        n: over how many things in the gold.
    """

    task: str
    metric: str
    value: float | None
    n: int

    def is_no_worse_than(self, other: float) -> bool:
        """Whether the value stands at `other` or on its good side; without a value it does not."""
        if self.value is None:
            return False
        return self.value <= other if self.metric in CEILINGS else self.value >= other


METRICS = (
    "events",
    "actors",
    "recipients",
    "places",
    "dates",
    "numbers",
    "status_accuracy",
    "status_macro_f1",
    "false_occurred",
    "chain",
    "hops",
    "end_to_end",
    "figures",
    "relations",
    "citations",
    "extraction",
    "extraction_precision",
    "extraction_recall",
)
"""Every metric there is; F1 where the name does not say otherwise."""


def of_readings(task: str, score: ReadingScore) -> tuple[Measure, ...]:
    """The figures of the reading task."""

    def f1(metric: str, figure: F1) -> Measure:
        return Measure(task=task, metric=metric, value=figure.f1 if figure.n else None, n=figure.n)

    def share(metric: str, value: float | None, n: int) -> Measure:
        return Measure(task=task, metric=metric, value=value if n else None, n=n)

    status, occurred, chain = score.status, score.false_occurred, score.chain
    return (
        f1("events", score.events),
        f1("actors", score.actors),
        f1("recipients", score.recipients),
        f1("places", score.places),
        f1("dates", score.dates),
        f1("numbers", score.numbers),
        share("status_accuracy", status.accuracy, status.n),
        share("status_macro_f1", status.macro_f1, status.n),
        share("false_occurred", occurred.rate, occurred.n),
        share("chain", chain.accuracy, chain.n),
        f1("hops", score.hops),
        f1("end_to_end", score.end_to_end),
        f1("figures", score.figures),
        f1("relations", score.relations),
        f1("citations", score.citations),
    )


def of_extraction(task: str, score: F1) -> tuple[Measure, ...]:
    """The figures of the extraction task."""
    rows = (("extraction", score.f1), ("extraction_precision", score.p), ("extraction_recall", score.r))
    return tuple(Measure(task=task, metric=metric, value=value, n=score.n) for metric, value in rows)
