"""The history of each event: its statuses in the order in which they were published, beside the days they speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reportedly.assess.timeline.stages import Course, stage
from reportedly.assess.timeline.tellings import Told, origins_of, tellings
from reportedly.schema import CommonEvent, Corroboration, Grade, History, Reading, Status, Step, StepKind, Telling

_NEVER = datetime.max.replace(tzinfo=UTC)
_MOVES = frozenset({StepKind.FIRST, StepKind.CHANGE})


@dataclass(slots=True)
class _Open:
    """A step while it is made."""

    kind: StepKind
    reason: str
    status: Status
    some: list[Telling] = field(default_factory=list)


def histories(
    readings: Iterable[Reading],
    events: Iterable[CommonEvent],
    agreements: Iterable[Corroboration] = (),
    graded: Iterable[Grade] = (),
) -> tuple[History, ...]:
    """What has become of each event, by id; whatever order things come in, and however often.

    Claims are taken in the order of their publication. Planned, then averted or ongoing, then occurred are
    changes; so is a plan for a day after that on which one was averted. A claim of an earlier stage is a look
    back where its article tells a later stage as well, where its day lies no later, or where one of its origins
    said so before. A denial is a step of its own and changes no status. What is said again since the last change
    adds a telling and no step.

    Args:
        agreements: the origins of the claims, from `assess.corroboration`.
        graded: the grades, from `assess.grading`.
    """
    known = {reading.article.id: reading for reading in readings}
    origins = origins_of(agreements)
    shown = {(each.event, each.status): each.shown for each in graded}
    found = []
    for event in sorted({each.id: each for each in events}.values(), key=lambda each: each.id):
        some = tellings(event, known, origins)
        if some:
            found.append(_history(event.id, sorted(some, key=_order), shown))
    return tuple(found)


def in_event_time(history: History) -> tuple[Step, ...]:
    """The steps by the day they speak of (event clock), then by publication; those without a day last."""
    return tuple(
        sorted(history.steps, key=lambda each: (each.earliest is None, each.earliest or "", each.at or _NEVER))
    )


def _order(told: Told) -> tuple[datetime, int, str, str]:
    """By publication; what one moment brings in the order of stages."""
    ref = told.telling.claim
    return told.telling.at or _NEVER, stage(told.status), ref.article, ref.claim


def _history(event: str, some: Sequence[Told], shown: Mapping[tuple[str, Status], str]) -> History:
    course = Course()
    steps: list[_Open] = []
    since = 0
    for told in some:
        before = course.status
        kind, reason = course.take(told)
        step = steps[since] if told.status is before else _same(steps[since:], kind, told.status)
        if step is None or kind in _MOVES:
            since = len(steps) if kind in _MOVES else since
            step = _Open(kind, reason, told.status)
            steps.append(step)
        step.some.append(told.telling)
    made = tuple(_step(each, shown.get((event, each.status))) for each in steps)
    return History(event=event, status=course.status, steps=made)


def _same(steps: Iterable[_Open], kind: StepKind, status: Status) -> _Open | None:
    """The step that says the same in the same way."""
    return next((each for each in steps if each.kind is kind and each.status is status), None)


def _step(step: _Open, grade: str | None) -> Step:
    some = tuple(step.some)
    return Step(
        status=step.status,
        kind=step.kind,
        at=some[0].at,
        earliest=min((each.earliest for each in some if each.earliest is not None), default=None),
        latest=max((each.latest for each in some if each.latest is not None), default=None),
        grade=grade,
        reason=step.reason,
        tellings=some,
    )
