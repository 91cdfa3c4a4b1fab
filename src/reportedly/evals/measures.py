"""Owns the one shape that every task's figures take on their way to the gate, the table and the report."""

from reportedly.evals.event_dates import DateScore
from reportedly.evals.metrics import DIGITS, F1
from reportedly.evals.readings import ReadingScore
from reportedly.evals.times import FOLDS, FoldedTimes
from reportedly.schema import Noun

METRICS = {
    "events": "events found, with their type (F1)",
    "actors": "actors of the events found (F1)",
    "recipients": "recipients of the events found (F1)",
    "places": "places of the events found (F1)",
    "dates": "dates of the events found; a prefix counts half (F1)",
    "numbers": "numbers of the events found (F1)",
    "status_accuracy": "statuses right, of the claims about the events found",
    "status_macro_f1": "the same as the mean F1 over the statuses",
    "false_occurred": "claims that do not say it happened, read as occurred alone; less is better",
    "chain": "whole chains right, of the same claims",
    "hops": "named sources of the chains (F1)",
    "end_to_end": "claims right in event, status and origin (F1)",
    "figures": "levels such as troops in a country (F1)",
    "relations": "relations (F1)",
    "citations": "outlets and documents that the article rests on (F1)",
    "extraction": "main text of pages (F1 of the two below)",
    "extraction_precision": "extracted text that is the article's, mean over pages",
    "extraction_recall": "text of the article that is extracted, mean over pages",
    "times_value": "times with the right value by TIMEX3 (F1, mean of four folds of documents)",
    "times_relaxed": "times found, by overlap (F1, mean of the folds)",
    "times_strict": "times found with exactly the same words (F1, mean of the folds)",
    "times_kind": "times with the right type by TIMEX3 (F1, mean of the folds)",
    **{f"times_value_{fold}": f"times_value of fold {fold}" for fold in range(1, FOLDS + 1)},
    **{f"times_relaxed_{fold}": f"times_relaxed of fold {fold}" for fold in range(1, FOLDS + 1)},
    "dates_exact": "dates of gold events whose words are given: the value is equal",
    "dates_within": "the same, equal or one stretch of days within the other",
}
"""Every metric there is, in the order of tables, and what it says."""

CEILINGS = frozenset({"false_occurred"})
"""Metrics of which less is better: what the gate calls their floor is a ceiling."""


class Measure(Noun, frozen=True, kw_only=True):
    """One figure of one task.

    Attributes:
        task: the task and its data, as `reading/demo`.
        metric: the name that floors are kept under, one of `METRICS`.
        value: 0 to 1; None where there was nothing to measure.
        n: over how many things in the gold.
    """

    task: str
    metric: str
    value: float | None
    n: int

    def margin(self, floor: float) -> float | None:
        """How far the value stands on the good side of `floor`, negative on the bad; None without a value."""
        if self.value is None:
            return None
        return round(floor - self.value if self.metric in CEILINGS else self.value - floor, DIGITS)


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


def of_times(task: str, score: FoldedTimes) -> tuple[Measure, ...]:
    """The figures of the task of times: means over the folds, then the folds."""
    n = sum(fold.relaxed.n for fold in score.folds)
    means = [("value", score.value), ("relaxed", score.relaxed), ("strict", score.strict), ("kind", score.kind)]
    rows = [(f"times_{name}", mean, n) for name, mean in means]
    rows += [(f"times_value_{i}", fold.value.f1, fold.value.n) for i, fold in enumerate(score.folds, 1)]
    rows += [(f"times_relaxed_{i}", fold.relaxed.f1, fold.relaxed.n) for i, fold in enumerate(score.folds, 1)]
    return tuple(Measure(task=task, metric=name, value=value if n else None, n=size) for name, value, size in rows)


def of_dates(task: str, score: DateScore) -> tuple[Measure, ...]:
    """The figures of the task of dates."""
    rows = (("dates_exact", score.exact), ("dates_within", score.within))
    return tuple(Measure(task=task, metric=metric, value=share.rate(), n=share.n) for metric, share in rows)
