"""What a claim is to what was said before it: a change, a look back, the same in other words, or against it."""

from dataclasses import dataclass, field
from typing import Final

from reportedly.assess.timeline.tellings import Told
from reportedly.schema import Status, StepKind

_STAGES: Final = {
    Status.HYPOTHETICAL: 0,
    Status.DEMANDED: 1,
    Status.WARNED: 1,
    Status.THREATENED: 1,
    Status.PLANNED: 2,
    Status.AVERTED: 3,
    Status.ONGOING: 3,
    Status.OCCURRED: 4,
}
"""How far along a status is. Averted and ongoing are two ways out of a plan; what was averted may still come."""
_AHEAD: Final = 2
"""Up to here an event lies ahead."""


@dataclass(slots=True)
class Course:
    """What has been said of an event so far.

    Attributes:
        status: the state that holds, None before anything but denials was said.
        held: the states that have held so far.
        said: which origins have said which status.
        days: the latest first day that each status is said to happen on.
    """

    status: Status | None = None
    held: set[Status] = field(default_factory=set)
    said: dict[Status, set[str]] = field(default_factory=dict)
    days: dict[Status, str] = field(default_factory=dict)

    def take(self, told: Told) -> tuple[StepKind, str]:
        """What the next claim is, with the reason; the course goes on where it is a change."""
        kind, reason = self._judged(told)
        if kind in {StepKind.FIRST, StepKind.CHANGE}:
            self.status = told.status
            self.held.add(told.status)
        self.said.setdefault(told.status, set()).update(told.telling.origins)
        if told.telling.earliest is not None:
            self.days[told.status] = max(told.telling.earliest, self.days.get(told.status, ""))
        return kind, reason

    def _judged(self, told: Told) -> tuple[StepKind, str]:
        now, new = self.status, told.status
        if new is Status.DENIED:
            return StepKind.DENIAL, "it takes nothing away"
        if now is None:
            return StepKind.FIRST, "nothing was said of it before"
        if new is now:
            return StepKind.BESIDE, f"{now} was said before"
        if told.telling.at is None:
            return StepKind.UNSURE, "nothing says when it was published"
        if new is Status.HYPOTHETICAL:
            return StepKind.BESIDE, "only supposed"
        if now is Status.OCCURRED and new is Status.AVERTED:
            return self._averted(told)
        if _STAGES[new] > _STAGES[now]:
            if self._is_past(told):
                return StepKind.LOOK_BACK, f"{new} was said before, and {now} since"
            if told.taken_back:
                return StepKind.UNSURE, "its origin denies it in the same article"
            return StepKind.CHANGE, f"{now} before"
        return self._back(told, now)

    def _averted(self, told: Told) -> tuple[StepKind, str]:
        """What was averted and occurred: first the one and then the other, or against each other."""
        if self._is_old(told):
            return StepKind.LOOK_BACK, "averted was said before it occurred"
        averted, occurred = told.telling.latest, self.days.get(Status.OCCURRED)
        if averted is not None and occurred is not None and averted < occurred:
            return StepKind.LOOK_BACK, f"averted by {averted}, before it occurred on {occurred}"
        return StepKind.AGAINST, "said to have occurred before"

    def _back(self, told: Told, now: Status) -> tuple[StepKind, str]:
        """A claim of an earlier stage, or of the same stage in another word."""
        new = told.status
        if _STAGES[now] <= _AHEAD and _STAGES[new] <= _AHEAD:
            return StepKind.BESIDE, f"{now} as well"
        if any(_STAGES.get(each, 0) > _STAGES[new] for each in told.beyond):
            return StepKind.LOOK_BACK, "its article tells what came of it"
        reached = self.days.get(now)
        if told.telling.earliest is not None and reached is not None and told.telling.earliest > reached:
            if now is Status.AVERTED:
                return StepKind.CHANGE, f"for {told.telling.earliest}, after what was averted on {reached}"
            return StepKind.UNSURE, f"for {told.telling.earliest}, after {reached}: perhaps another event"
        if now is Status.AVERTED and new is Status.ONGOING:
            return StepKind.CHANGE, "averted before"
        if now is Status.AVERTED and not self._is_old(told) and told.telling.latest is None:
            return StepKind.UNSURE, "anew, or looked back upon: no day is given"
        return StepKind.LOOK_BACK, f"{now} was said before"

    def _is_past(self, told: Told) -> bool:
        """Whether it tells again of a state that held once: for no later day, or from one of its origins."""
        day, reached = told.telling.latest, self.days.get(told.status)
        if told.status not in self.held:
            return False
        return day <= reached if day is not None and reached is not None else self._is_old(told)

    def _is_old(self, told: Told) -> bool:
        """Whether one of its origins has said so before."""
        return not self.said.get(told.status, set()).isdisjoint(told.telling.origins)


def stage(status: Status) -> int:
    """How far along a status is; a denial is not on the way."""
    return _STAGES.get(status, -1)
