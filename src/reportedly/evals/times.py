"""Owns the task of times: how many are found, with which type and value, fold by fold of the documents.

The figures are those of TempEval-3: a time is found where it overlaps one of the gold (*relaxed*) or covers exactly
the same words (*strict*); type and value count only where they are those of the gold, as TIMEX3 writes them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from reportedly.evals.metrics import DIGITS, F1, Tally
from reportedly.evals.timeml import TimeDocument, TimeTag
from reportedly.schema import Noun

ReadTimes = Callable[[str, date | None], Sequence[TimeTag]]
"""A text and its day -> the times in it, in order."""

FOLDS = 4
"""Into how many parts the documents are dealt, in the order of their names."""


class TimeScore(Noun, frozen=True, kw_only=True):
    """The figures over some documents."""

    strict: F1
    relaxed: F1
    kind: F1
    value: F1


class FoldedTimes(Noun, frozen=True, kw_only=True):
    """The figures of each fold, and the means over the folds of the F1 of the relaxed spans and of the values."""

    folds: tuple[TimeScore, ...]
    relaxed: float
    value: float
    strict: float
    kind: float


class _Counts(Noun, frozen=True, kw_only=True):
    strict: Tally = Tally()
    relaxed: Tally = Tally()
    kind: Tally = Tally()
    value: Tally = Tally()

    def __add__(self, other: "_Counts") -> "_Counts":
        return _Counts(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


def score(documents: Iterable[TimeDocument], read: ReadTimes) -> TimeScore:
    """What `read` finds in the documents against what is marked there."""
    total = sum((_count(one.times, read(one.text, one.published)) for one in documents), start=_Counts())
    return TimeScore(
        strict=total.strict.f1(), relaxed=total.relaxed.f1(), kind=total.kind.f1(), value=total.value.f1()
    )


def folded(documents: Sequence[TimeDocument], read: ReadTimes, folds: int = FOLDS) -> FoldedTimes:
    """The same by folds: document 1, 5, 9 ... of the order of their names are the first fold of four."""
    ordered = sorted(documents, key=lambda document: document.id)
    scores = tuple(score(ordered[first::folds], read) for first in range(min(folds, len(ordered))))
    return FoldedTimes(
        folds=scores,
        relaxed=_mean([one.relaxed.f1 for one in scores]),
        value=_mean([one.value.f1 for one in scores]),
        strict=_mean([one.strict.f1 for one in scores]),
        kind=_mean([one.kind.f1 for one in scores]),
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), DIGITS) if values else 0.0


def _count(gold: Sequence[TimeTag], found: Sequence[TimeTag]) -> _Counts:
    """Each time of the gold with the first one found that overlaps it and is still free."""
    left = list(found)
    pairs: list[tuple[TimeTag, TimeTag]] = []
    for wanted in gold:
        hit = next((one for one in left if one.span.overlaps(wanted.span)), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((wanted, hit))

    def tally(hits: int) -> Tally:
        return Tally(hit=hits, gold=len(gold), pred=len(found))

    return _Counts(
        strict=tally(sum(one.span == other.span for one, other in pairs)),
        relaxed=tally(len(pairs)),
        kind=tally(sum(one.kind == other.kind for one, other in pairs)),
        value=tally(sum(one.value == other.value for one, other in pairs)),
    )
