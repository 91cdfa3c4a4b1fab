"""Letter and digit of every status of every event."""

from collections.abc import Iterable
from typing import Final

from reportedly.assess.grading.credibility import credibility
from reportedly.assess.grading.reliability import reliability
from reportedly.schema import (
    Contradiction,
    Corroboration,
    Grade,
    GradeOverride,
    Reliability,
    SourceGrade,
    Status,
    TrackRecord,
)

_BEST: Final = (Reliability.A, Reliability.B, Reliability.C, Reliability.D, Reliability.E)


def grades(
    agreements: Iterable[Corroboration],
    disputes: Iterable[Contradiction] = (),
    records: Iterable[TrackRecord] = (),
    overrides: Iterable[GradeOverride] = (),
) -> tuple[Grade, ...]:
    """A grade for each agreement, by event and status; whatever order they come in.

    The letter is that of the most reliable origin; F only where no origin can be judged. Of several overrides of one
    grade the latest holds. What was computed stands beside it.

    Args:
        records: how earlier claims of the origins fared, by the origins' ids.
    """
    some = {(each.event, each.status): each for each in agreements}
    against = tuple(disputes)
    history = {each.source: each for each in records}
    by_hand = {(each.event, each.status): each for each in sorted(overrides, key=lambda each: (each.at, each.author))}
    order = list(Status)
    found = []
    for (event, status), agreement in sorted(some.items(), key=lambda each: (each[0][0], order.index(each[0][1]))):
        denial = some.get((event, Status.DENIED)) if status is not Status.DENIED else None
        sources = tuple(reliability(origin, history.get(origin.id)) for origin in agreement.origins)
        digit, reasons = credibility(agreement, denial, (each for each in against if each.event == event))
        found.append(
            Grade(
                event=event,
                status=status,
                reliability=_best(sources),
                credibility=digit,
                sources=sources,
                reasons=reasons,
                override=by_hand.get((event, status)),
            )
        )
    return tuple(found)


def _best(sources: Iterable[SourceGrade]) -> Reliability:
    letters = {each.reliability for each in sources}
    return next((letter for letter in _BEST if letter in letters), Reliability.F)
