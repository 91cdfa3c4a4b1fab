"""Statuses, places and dates that disagree."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from reportedly.assess.contradictions.sayings import Saying, in_time, position
from reportedly.knowledge.globe import Point, distance_km
from reportedly.schema import (
    Contradiction,
    ContradictionKind,
    Disagreement,
    EventPlace,
    PlacePrecision,
    Position,
    Status,
)

_FAR_KM = 50.0
"""By how much two places must be further apart than their radii."""
_FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
_DAYS = timedelta(days=1)
"""Clocks and time zones of the places may differ by so much."""


def of_statuses(event: str, some: Sequence[Saying]) -> Iterator[Contradiction]:
    """A denial beside any other status is a dispute; so is what was averted beside what occurred."""
    found = _grouped([(each.claim.status.value, each) for each in some])
    if Status.DENIED in found and len(found) > 1:
        denied = found[Status.DENIED]
        named = ", ".join(denied.origins) or "somebody"
        yield _dispute(event, ContradictionKind.STATUS, tuple(found.values()), f"denied by {named}")
    averted, occurred = found.get(Status.AVERTED), found.get(Status.OCCURRED)
    if averted is not None and occurred is not None:
        yield _dispute(
            event, ContradictionKind.STATUS, (averted, occurred), "said to have been averted, and to have occurred"
        )


def of_places(event: str, some: Sequence[Saying]) -> Iterator[Contradiction]:
    """Two countries for one event, or two places too far apart."""
    countries = _grouped([(country, each) for each in some if (country := _country(each)) is not None])
    if len(countries) > 1:
        yield _dispute(event, ContradictionKind.PLACE, tuple(countries.values()), "placed in different countries")
        return
    places = {place.entity or place.name: place for each in some for place in each.event.places if _is_fine(place)}
    far = [{a, b} for (a, one), (b, other) in combinations(places.items(), 2) if _are_far(one, other)]
    if far:
        names = set().union(*far)
        told = [
            (place.name or place.entity or "", each)
            for each in some
            for place in each.event.places
            if (place.entity or place.name) in names and _is_fine(place)
        ]
        positions = tuple(_grouped(told).values())
        if len(positions) > 1:
            yield _dispute(event, ContradictionKind.PLACE, positions, f"more than {_FAR_KM:.0f} km apart")


def of_dates(event: str, some: Sequence[Saying]) -> Iterator[Contradiction]:
    """Days that do not meet, with a day of grace."""
    told = [(days, each) for each in some if (days := _days(each)) is not None]
    clash = {
        days
        for (first, _), (second, _) in combinations(told, 2)
        if first[1] + _DAYS < second[0] or second[1] + _DAYS < first[0]
        for days in (first, second)
    }
    if clash:
        found = _grouped([(_written(*days), each) for days, each in told if days in clash])
        yield _dispute(event, ContradictionKind.DATE, tuple(found.values()), "days that do not meet")


def _dispute(event: str, kind: ContradictionKind, positions: tuple[Position, ...], reason: str) -> Contradiction:
    return Contradiction(
        event=event, kind=kind, disagreement=Disagreement.DISPUTE, positions=in_time(positions), reasons=(reason,)
    )


def _grouped(told: Sequence[tuple[str, Saying]]) -> dict[str, Position]:
    """One position for each value."""
    groups: dict[str, list[Saying]] = {}
    for value, each in told:
        groups.setdefault(value, []).append(each)
    return {value: position(value, some) for value, some in sorted(groups.items())}


def _country(saying: Saying) -> str | None:
    """The country of an event, where its article gives one and no more."""
    found = {place.country for place in saying.event.places if place.country is not None}
    return found.pop() if len(found) == 1 else None


def _is_fine(place: EventPlace) -> bool:
    return place.precision in _FINE and place.lat is not None and (place.entity or place.name) is not None


def _are_far(one: EventPlace, other: EventPlace) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    apart = distance_km(Point(one.lat, one.lon), Point(other.lat, other.lon))
    return apart > _FAR_KM + (one.radius_km or 0.0) + (other.radius_km or 0.0)


def _days(saying: Saying) -> tuple[date, date] | None:
    when = saying.event.date
    if when is None or when.earliest is None or when.latest is None:
        return None
    try:
        return date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    except ValueError:  # a day that no calendar of ours has, such as one before Christ
        return None


def _written(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
