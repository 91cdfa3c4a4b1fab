"""What is made of many claims: where they disagree, and Admiralty grades with their reasons."""

from datetime import datetime, timedelta
from enum import StrEnum

from reportedly.schema.base import Noun
from reportedly.schema.labels import Counted, Status
from reportedly.schema.stories import ClaimRef


class ContradictionKind(StrEnum):
    """What is disagreed about."""

    NUMBER = "number"
    STATUS = "status"
    PLACE = "place"
    DATE = "date"


class Disagreement(StrEnum):
    """Whether what was said has changed, or is said against each other."""

    UPDATE = "update"
    DISPUTE = "dispute"
    UNSURE = "unsure"


class Position(Noun, frozen=True, kw_only=True):
    """One thing said, and who says it since when.

    Attributes:
        value: a number or range, a status, a country or place, a day or range of days.
        origins: ids of the origins that say so, `claims` the claims.
        first: when it was first published, `last` when last; None where no clock tells.
    """

    value: str
    origins: tuple[str, ...]
    claims: tuple[ClaimRef, ...]
    first: datetime | None = None
    last: datetime | None = None


class Contradiction(Noun, frozen=True, kw_only=True):
    """Positions on one event that cannot all be true at one time, the earliest first.

    Attributes:
        what: what is counted, for numbers.
        reasons: why it is an update, a dispute, or neither for sure; in words.

    Raises:
        ValueError: there are fewer than two positions.
    """

    event: str
    kind: ContradictionKind
    what: Counted | None = None
    disagreement: Disagreement
    positions: tuple[Position, ...]
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.positions) < 2:
            raise ValueError("a contradiction needs two positions")


class Reliability(StrEnum):
    """How reliable a source is (Admiralty); F means that it cannot be judged, and is no number."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible a claim is (Admiralty); 6 means that it cannot be judged, and is no number."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class TrackRecord(Noun, frozen=True, kw_only=True):
    """How a source's earlier claims fared; `corrected` are those of the contradicted that it took back itself.

    Raises:
        ValueError: a count is negative, or more were corrected than contradicted.
    """

    source: str
    confirmed: int = 0
    contradicted: int = 0
    corrected: int = 0

    def __post_init__(self) -> None:
        if min(self.confirmed, self.contradicted, self.corrected) < 0 or self.corrected > self.contradicted:
            raise ValueError(f"the record of {self.source!r} does not add up")


class SourceGrade(Noun, frozen=True, kw_only=True):
    """How reliable an origin is, and why."""

    origin: str
    reliability: Reliability
    reasons: tuple[str, ...]


class GradeOverride(Noun, frozen=True, kw_only=True):
    """A person's grade in place of the computed one, with a note; None leaves what was computed.

    Raises:
        ValueError: the note is empty, it changes nothing, or its moment is not in UTC.
    """

    event: str
    status: Status
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    note: str
    author: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.note.strip() or (self.reliability is None and self.credibility is None):
            raise ValueError("an override needs a note, and a letter or a digit")
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("an override's moment must be aware and in UTC")


class Grade(Noun, frozen=True, kw_only=True):
    """The grade of one status of one event: letter and digit, how each came about, and what a person made of it.

    Attributes:
        reliability: of the most reliable origin, as computed; `credibility` likewise.
        sources: every origin's own grade.
        override: what a person set in their place; the computed ones stay beside it.
    """

    event: str
    status: Status
    reliability: Reliability
    credibility: Credibility
    sources: tuple[SourceGrade, ...]
    reasons: tuple[str, ...]
    override: GradeOverride | None = None

    @property
    def shown(self) -> str:
        """Letter and digit that hold, as `B2`: the person's where there are any."""
        by_hand = self.override
        letter = by_hand.reliability if by_hand is not None and by_hand.reliability is not None else self.reliability
        digit = by_hand.credibility if by_hand is not None and by_hand.credibility is not None else self.credibility
        return f"{letter}{digit}"
