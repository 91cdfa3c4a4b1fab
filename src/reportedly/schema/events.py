"""What is asserted: mentions and events. An event has no source and no status."""

from reportedly.schema.base import Noun, Span
from reportedly.schema.labels import MODES, EventType, MentionKind, PlacePrecision, TimeBase, TimeModifier
from reportedly.schema.values import MentionNumber, MentionTime


class PlaceCandidate(Noun, frozen=True, kw_only=True):
    """A place that a name may mean as well; `score` is its share among all candidates, 0 to 1, not calibrated."""

    entity: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    score: float

    def __post_init__(self) -> None:
        _check_point(self.lat, self.lon)


class Location(Noun, frozen=True, kw_only=True):
    """Where the place lies that a mention names; keys as in `EventPlace`.

    Raises:
        ValueError: only one coordinate is given, or one lies off the globe.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision | None = None
    candidates: tuple[PlaceCandidate, ...] = ()

    def __post_init__(self) -> None:
        _check_point(self.lat, self.lon)


class Mention(Noun, frozen=True, kw_only=True):
    """A stretch of text that names an actor, a place, an outlet, a time or a quantity.

    Attributes:
        entity: id of the entity it names, None where it is not known.
        value: the normal form (an ISO 8601 prefix, a number), None where there is none.
        time: what a time means, None for other mentions.
        number: what a quantity means, None for other mentions.
        location: where a place or installation lies; None where it is not resolved, and for all else.
    """

    id: str
    span: Span
    kind: MentionKind
    entity: str | None = None
    value: str | None = None
    time: MentionTime | None = None
    number: MentionNumber | None = None
    location: Location | None = None


class Participant(Noun, frozen=True, kw_only=True):
    """An actor or recipient of an event; `code` is ISO 3166 alpha-3 plus PLOVER role, or an IGO code."""

    span: Span
    entity: str | None = None
    code: str | None = None


class EventPlace(Noun, frozen=True, kw_only=True):
    """Where an event happens; coordinates in degrees (WGS 84), None where the place is not resolved.

    Attributes:
        entity: id of the place.
        radius_km: the true place lies within so many kilometres of the coordinates.
        candidates: what else the name may mean, the likeliest first.

    Raises:
        ValueError: only one coordinate is given, or one lies off the globe.
    """

    span: Span
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    radius_km: float | None = None
    candidates: tuple[PlaceCandidate, ...] = ()

    def __post_init__(self) -> None:
        _check_point(self.lat, self.lon)


class EventDate(Noun, frozen=True, kw_only=True):
    """When an event happens: the words, the ISO 8601 prefix, and the first and last day it may mean.

    Attributes:
        modifier: which part of the time is meant, or how the words bound it ("since", "before").
        anchor: what it was counted from; None where the text gives it whole, or nothing ties it to a day.
    """

    span: Span
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    modifier: TimeModifier | None = None
    anchor: TimeBase | None = None


class Event(Noun, frozen=True, kw_only=True):
    """What is asserted, once per happening in an article.

    Raises:
        ValueError: the mode does not belong to the type.
    """

    id: str
    type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    trigger: Span
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    date: EventDate | None = None

    def __post_init__(self) -> None:
        if self.mode is not None and self.mode not in MODES[self.type]:
            raise ValueError(f"event {self.id!r}: {self.type} has no mode {self.mode!r}")


def _check_point(lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None):
        raise ValueError(f"a place needs both coordinates or none, got {lat} and {lon}")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"there is no place at latitude {lat}, longitude {lon}")
