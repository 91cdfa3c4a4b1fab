"""What can be asked of the store: one frozen query, whose parts all hold at once."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from reportedly.schema import MODES, EventType, Noun, Status

_FARTHEST_KM: Final = 20_040
"""Half of the way around the globe, rounded up."""
_NAMES: Final = ("place", "country", "actor", "outlet", "feed", "language", "reader")


class Clock(StrEnum):
    """What "known at the time" goes by."""

    RECORDED = "recorded"  # when it came into this store
    SEEN = "seen"  # when it was captured, which for an archive is long before it came in


class Near(Noun, frozen=True, kw_only=True):
    """Within `km` kilometres of a point, in degrees (WGS 84).

    Raises:
        ValueError: the point lies off the globe, or the distance is none.
    """

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"there is no place at latitude {self.lat}, longitude {self.lon}")
        if not 0 < self.km <= _FARTHEST_KM:
            raise ValueError(f"a distance lies between 0 and {_FARTHEST_KM} km, got {self.km}")


class Dyad(Noun, frozen=True, kw_only=True):
    """Two parties to one event, each named as `Query.actor` is.

    Attributes:
        actor: who acts.
        recipient: whom it is done to.
        directed: False where it is asked who did something to whom of the two, either way.
    """

    actor: str
    recipient: str
    directed: bool = False

    def __post_init__(self) -> None:
        _check_filled("a dyad", actor=self.actor, recipient=self.recipient)


class Query(Noun, frozen=True, kw_only=True):
    """What is looked for; whatever is None does not count, and all the rest must hold at once.

    Attributes:
        since: first day, `until` last day, by the clock of events: an event that may lie in between, by its earliest
            and latest day. An event without a date is in none.
        published_since: first moment of publication, aware, in UTC; `published_until` the first moment after it.
        place: where the event happens: the id of a place, or its name.
        country: where it happens: the code of a country, as the reading has it (ISO 3166 alpha-3).
        near: where it happens: within a distance of a point.
        actor: who takes part, as actor or recipient: the id of an entity, the beginning of a code of whole parts
            (`IRN`, `IRNMIL`), or the words that name it.
        dyad: two who take part, one on each side.
        certainty: how sure the claim sounds at least, 0 to 1.
        outlet: who publishes it, as the article has it; `feed` the id of the feed that it came through.
        language: tag of the article's language (`en`); `en` finds `en-GB` too.
        text: words of the article, as `search` takes them.
        reader: the name of the reader whose readings count; None for all of them.
        as_of: what was known at this moment, aware, in UTC; None for what is known now.
        clock: what "known" goes by.

    Raises:
        ValueError: a range ends before it begins, a moment is not in UTC, a mode does not belong to the type, or a
            name is empty.

    Examples:
        >>> Query(actor="IRNMIL", type=EventType.ASSAULT, status=Status.PLANNED).mode is None
        True
    """

    since: date | None = None
    until: date | None = None
    published_since: datetime | None = None
    published_until: datetime | None = None
    place: str | None = None
    country: str | None = None
    near: Near | None = None
    actor: str | None = None
    dyad: Dyad | None = None
    type: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    certainty: float | None = None
    outlet: str | None = None
    feed: str | None = None
    language: str | None = None
    text: str | None = None
    reader: str | None = None
    as_of: datetime | None = None
    clock: Clock = Clock.RECORDED

    def __post_init__(self) -> None:
        named = {name: getattr(self, name) for name in _NAMES}
        _check_filled("a query", **named)
        for name in ("published_since", "published_until", "as_of"):
            moment = getattr(self, name)
            if moment is not None and moment.utcoffset() != timedelta(0):
                raise ValueError(f"{name} must be aware and in UTC")
        _check_order("since", self.since, self.until)
        _check_order("published_since", self.published_since, self.published_until)
        _check_mode(self.type, self.mode)
        if self.certainty is not None and not 0 <= self.certainty <= 1:
            raise ValueError(f"certainty lies between 0 and 1, got {self.certainty}")


def _check_filled(what: str, **named: str | None) -> None:
    for name, value in named.items():
        if value is not None and (not value.strip() or "\0" in value):
            raise ValueError(f"{name} of {what} must not be empty or hold a NUL, got {value!r}")


def _check_order(name: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise ValueError(f"the range of {name} ends ({last}) before it begins ({first})")


def _check_mode(kind: EventType | None, mode: str | None) -> None:
    if mode is None:
        return
    if kind is not None and mode not in MODES[kind]:
        raise ValueError(f"{kind} has no mode {mode!r}")
    if not any(mode in modes for modes in MODES.values()):
        raise ValueError(f"no type has a mode {mode!r}")


ALL: Final = Query()
"""Everything that is known now."""
