"""Who says it, how far along, how sure: claims with their chains, and the levels and ties beside them."""

from reportedly.schema.base import Noun, Span
from reportedly.schema.labels import Counted, HopKind, RelationKind, Status
from reportedly.schema.values import check_bounds


class Hop(Noun, frozen=True, kw_only=True):
    """One voice of a chain; `source` is None where the text names none ("reportedly")."""

    source: Span | None = None
    cue: Span | None = None
    kind: HopKind
    entity: str | None = None
    name: str | None = None


class Quantity(Noun, frozen=True, kw_only=True):
    """A number of a claim: a range from `low` to `high`, either None where the text leaves it open.

    Raises:
        ValueError: a bound is infinite or no number, or `low` is more than `high`.
    """

    what: Counted
    low: float | int | None
    high: float | int | None
    approx: bool = False
    span: Span

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)


class Claim(Noun, frozen=True, kw_only=True):
    """An attributed assertion about one event.

    Attributes:
        event: id of the event.
        certainty: how sure the claim's own voice sounds, 0 to 1.
        confidence: how sure the reader is of this claim, 0 to 1.
        chain: the voices between the outlet and the assertion, outermost first; the last is the origin.
    """

    id: str
    event: str
    status: Status
    certainty: float
    confidence: float
    content: Span
    chain: tuple[Hop, ...] = ()
    numbers: tuple[Quantity, ...] = ()

    def __post_init__(self) -> None:
        for name in ("certainty", "confidence"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"claim {self.id!r}: {name} must lie between 0 and 1")


class Figure(Noun, frozen=True, kw_only=True):
    """A level at a time, tied to no event ("some 2,500 US troops in Iraq").

    Raises:
        ValueError: as for a `Quantity`.
    """

    holder: Span | None = None
    what: Counted
    low: float | int | None
    high: float | int | None
    approx: bool = False
    span: Span
    place: Span | None = None
    date: str | None = None
    chain: tuple[Hop, ...] = ()

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)


class Relation(Noun, frozen=True, kw_only=True):
    """A tie between two mentions, as the article states it; `former` where it is over."""

    subject: Span
    kind: RelationKind
    object: Span
    former: bool = False
    subject_entity: str | None = None
    object_entity: str | None = None


class Citation(Noun, frozen=True, kw_only=True):
    """An outlet or document that the article rests on; `main` where it is the article's main basis."""

    span: Span
    name: str
    entity: str | None = None
    main: bool = False
