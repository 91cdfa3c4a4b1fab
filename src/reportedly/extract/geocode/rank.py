"""Points for each candidate of a toponym: prominence, names, countries, holders, neighbours."""

from collections.abc import Mapping, Sequence
from math import exp, log10
from typing import Final, NamedTuple

from reportedly.extract.geocode.weights import Weights
from reportedly.knowledge.gazetteer.place import DISPUTED, Candidate, Match, Place, PlaceKind
from reportedly.knowledge.gazetteer.wheels import CAPITAL
from reportedly.knowledge.globe import Point, distance_km

CURATED: Final = ("place:", "overlay:")
"""How the ids of places from the curated file, and of one's own, begin."""
_LOCAL: Final = frozenset({PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.ADMIN2})
_MANY: Final = 6.0
"""Candidates farther apart in points than this share no doubt."""
_ENOUGH: Final = 2
_FAR: Final = 8.0
"""Degrees beyond which nothing is close."""
_UNCOUNTED: Final = 3_000
"""What a town is taken to have of which GeoNames knows no number of people: a seat, as a rule."""
_MOSTLY: Final = 0.5
"""The share from which on an article speaks of one country."""
_KNOWN: Final = 100_000
"""The people of a town that is spoken of in other countries too."""


class Clues(NamedTuple):
    """What is known of a toponym beside its name.

    Attributes:
        shares: ISO3 -> its share among the countries of the rest of the article.
        spoken: whether the rest of the article speaks of any country.
        divisions: GeoNames' code of a first order division -> how many other names may lie in it.
        dateline: ISO3 of the dateline's country; None where there is none.
        adjective: ISO3 of the country whose adjective leads the name.
        holders: the places that may be said to hold it; empty where none is.
        kind: the kind that the words say.
        settled: where the places lie that are settled already.
    """

    shares: Mapping[str, float]
    spoken: bool
    divisions: Mapping[str, int]
    dateline: str | None
    adjective: str | None
    holders: Sequence[Place]
    kind: PlaceKind | None
    settled: Sequence[Point]


def points(candidate: Candidate, clues: Clues, weights: Weights) -> float:
    """The points of one candidate, without likeness."""
    capital = weights.capital if _is_seat(candidate, clues) else 0.0
    return _known(candidate, weights) + capital + _fits(candidate.place, clues, weights)


def holds(holder: Place, place: Place) -> bool:
    """Whether `place` lies in `holder`, by country and division, or by their distance where it has no borders."""
    if holder.id == place.id or holder.country is None:
        return False
    if holder.kind is PlaceKind.COUNTRY:
        return holder.country == place.country
    if holder.kind is PlaceKind.ADMIN1:
        return holder.admin1 is not None and holder.admin1 == place.admin1
    here, there = holder.point, place.point
    if here is None or there is None:
        return False
    return distance_km(here, there) <= 2 * (holder.radius_km or 0) + 10


def shares(points_of: Sequence[float], nothing: float) -> list[float]:
    """Points -> shares between 0 and 1 that, with that of `nothing`, add up to 1 (softmax)."""
    top = max([*points_of, nothing])
    raised = [exp(max(value - top, -_MANY)) for value in (*points_of, nothing)]
    return [value / sum(raised) for value in raised[:-1]]


def _known(candidate: Candidate, weights: Weights) -> float:
    """What speaks for a candidate whatever the article says."""
    place = candidate.place
    found = weights.kinds[place.kind] + weights.matches[candidate.match]
    known = place.population or (_UNCOUNTED if place.kind is PlaceKind.TOWN else 0)
    found += weights.people * log10(1 + known)
    if place.id.startswith(CURATED) or place.detail == DISPUTED:
        found += weights.curated
    if place.id.startswith("icao:"):
        found += weights.airport
    return found


def _is_seat(candidate: Candidate, clues: Clues) -> bool:
    """Whether it is a capital that may be meant as such: not where the article speaks of a namesake's country only."""
    place = candidate.place
    if place.detail != CAPITAL or candidate.match is not Match.MAIN:  # "Philadelphia" is an old name of Amman
        return False
    return bool(clues.shares.get(place.country or "")) or max(clues.shares.values(), default=0.0) < _MOSTLY


def _fits(place: Place, clues: Clues, weights: Weights) -> float:
    """What the article says for or against it."""
    share = clues.shares.get(place.country or "", 0.0)
    found = weights.country * share
    if clues.spoken and not share and _is_local(place):
        found += weights.stranger
    if place.admin1 is not None:
        found += weights.division * min(clues.divisions.get(place.admin1, 0), _ENOUGH)
    if clues.adjective is not None and clues.adjective == place.country:
        found += weights.adjective
    if clues.dateline is not None and clues.dateline == place.country:
        found += weights.dateline
    if clues.holders:
        found += weights.holder if any(holds(holder, place) for holder in clues.holders) else weights.elsewhere
    if clues.kind is not None:
        found += weights.said if clues.kind is place.kind else weights.unsaid
    return found + _closeness(place, clues.settled, weights)


def _is_local(place: Place) -> bool:
    """Whether it is spoken of in its own country only."""
    return place.kind in _LOCAL and place.population < _KNOWN and not place.id.startswith(CURATED)


def _closeness(place: Place, settled: Sequence[Point], weights: Weights) -> float:
    here = place.point
    if here is None or not settled or place.kind is PlaceKind.COUNTRY:
        return 0.0
    around = [other for other in settled if abs(other.lat - here.lat) < _FAR and abs(other.lon - here.lon) < 2 * _FAR]
    if not around:
        return 0.0
    nearest = min(distance_km(here, other) for other in around)
    return weights.close * exp(-nearest / weights.close_km)
