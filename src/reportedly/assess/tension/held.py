"""Which state of an event counts, how credible it is, and from when on it fades."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from reportedly.knowledge.tension import TensionWeights
from reportedly.schema import AssessedEvent, Credibility, Scope, Status, Step, StepKind

_MOVES = frozenset({StepKind.FIRST, StepKind.CHANGE})
_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Held:
    """The state of an event that counts; `share` is that of its digit."""

    status: Status
    digit: Credibility
    share: float
    since: datetime
    reason: str


def held(event: AssessedEvent, weights: TensionWeights) -> Held | None:
    """The latest state that is not improbable; else the latest that is; None where none can be judged or dated.

    It fades from the moment when it was first published, or from noon (UTC) of the last day on which it is said to
    happen, where that is earlier: what is told late has faded already, and what is told again does not come back.
    """
    found = [each for step in event.history.steps if (each := _judged(event, step, weights)) is not None]
    likely = [each for each in found if each.digit is not Credibility.IMPROBABLE]
    return likely[-1] if likely else found[-1] if found else None


def _judged(event: AssessedEvent, step: Step, weights: TensionWeights) -> Held | None:
    grade = next((each.shown for each in event.grades if each.status is step.status), None)
    if step.kind not in _MOVES or step.at is None or grade is None:
        return None
    digit = Credibility(grade[-1])
    share = weights.share(digit)
    if share is None:
        return None
    since = step.at
    if step.latest is not None:
        since = min(since, datetime.combine(date.fromisoformat(step.latest), _NOON))
    return Held(step.status, digit, share, since, step.reason)


def part(event: AssessedEvent, scope: Scope, weights: TensionWeights) -> float | None:
    """Which share of an event belongs to a scope; None where it does not belong to it."""
    if scope.place is not None:
        return 1.0 if scope.place in event.places else None
    if not scope.sides or scope in event.dyads:
        return 1.0
    return weights.backed.weight if scope in event.backed else None
