"""What has become of one event: the statuses that were claimed of it, on two clocks."""

from datetime import datetime
from enum import StrEnum

from reportedly.schema.base import Noun
from reportedly.schema.claims import Hop
from reportedly.schema.labels import Status
from reportedly.schema.stories import ClaimRef
from reportedly.schema.values import check_days


class StepKind(StrEnum):
    """What a step of a history is to the steps before it."""

    FIRST = "first"  # nothing was said of the event before
    CHANGE = "change"  # the event is said to have moved on
    BESIDE = "beside"  # the same stage in another word, or only supposed
    LOOK_BACK = "look back"  # said later, of an earlier stage
    DENIAL = "denial"  # it takes nothing away
    AGAINST = "against"  # it cannot be true together with what was said before
    UNSURE = "unsure"  # a change or a look back, and nothing tells which


class Telling(Noun, frozen=True, kw_only=True):
    """One claim as it appeared.

    Attributes:
        at: when its article was published; None where no clock tells.
        chain: the voices between its outlet and what it says.
        origins: ids of the origins that it comes from.
        earliest: the first day on which the event is said to happen, ISO 8601, `latest` the last; None where it does
            not say.

    Raises:
        ValueError: it has only one of the two days, or they are out of order.
    """

    claim: ClaimRef
    outlet: str | None = None
    at: datetime | None = None
    chain: tuple[Hop, ...] = ()
    origins: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None

    def __post_init__(self) -> None:
        check_days(self.earliest, self.latest)


class Step(Noun, frozen=True, kw_only=True):
    """One status of an event, from when it was first said to when something else was.

    Attributes:
        at: when it first appeared (publication clock), None where no clock tells.
        earliest: the first day on which it is said to happen (event clock), `latest` the last, over all tellings; None
            where none says.
        grade: letter and digit of the status, None where it has not been graded.
        reason: why it is a step of this kind, in words.
        tellings: the claims, in the order of their publication.

    Raises:
        ValueError: nobody tells it, or it has only one of the two days, or they are out of order.
    """

    status: Status
    kind: StepKind
    at: datetime | None = None
    earliest: str | None = None
    latest: str | None = None
    grade: str | None = None
    reason: str
    tellings: tuple[Telling, ...]

    def __post_init__(self) -> None:
        check_days(self.earliest, self.latest)
        if not self.tellings:
            raise ValueError(f"nobody tells that it is {self.status}")


class History(Noun, frozen=True, kw_only=True):
    """What has become of one event.

    Attributes:
        status: how far along it is said to be; None where it is only denied.
        steps: in the order in which they appeared (publication clock).
    """

    event: str
    status: Status | None
    steps: tuple[Step, ...]

    @property
    def denied(self) -> bool:
        """Whether somebody denies it."""
        return any(step.kind is StepKind.DENIAL for step in self.steps)
