"""What a toponym is resolved to: the place, how exactly it is known, and the runners-up."""

from collections.abc import Sequence
from typing import Final

from reportedly.extract.geocode.toponyms import Spelling, Toponym
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.schema import Location, Noun, PlaceCandidate, PlacePrecision

RUNNERS_UP: Final = 2
"""How many other candidates are kept."""

_NEAR_KM: Final = 25.0
_LEAST_SHARE: Final = 0.001
_PRECISION: Final = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.ADMIN2: PlacePrecision.ADMIN2,
    PlaceKind.TOWN: PlacePrecision.EXACT,
    PlaceKind.SITE: PlacePrecision.EXACT,
    PlaceKind.REGION: PlacePrecision.AREA,
    PlaceKind.WATER: PlacePrecision.WATER,
}
_EXACT_KM: Final = 5.0
"""A site whose coordinates may be farther off is only known to be near them."""


class Resolution(Noun, frozen=True, kw_only=True):
    """A place with its share among the candidates, and those that come next."""

    place: Place
    score: float
    radius_km: float | None
    precision: PlacePrecision
    candidates: tuple[PlaceCandidate, ...] = ()

    @property
    def location(self) -> Location:
        """The same as a mention carries it."""
        return Location(
            name=self.place.name,
            country=self.place.country,
            lat=self.place.lat,
            lon=self.place.lon,
            radius_km=self.radius_km,
            precision=self.precision,
            candidates=self.candidates,
        )


def resolution(toponym: Toponym, ranked: Sequence[tuple[Place, float]], spelling: Spelling) -> Resolution:
    """The resolution of a toponym to the first of `ranked`, places with their shares.

    Args:
        spelling: the one that was found; a site that is known by its town only lies near that town.
    """
    place, score = ranked[0]
    near = toponym.nearby or spelling.within or (spelling.kind is PlaceKind.SITE and place.kind is PlaceKind.TOWN)
    return Resolution(
        place=place,
        score=round(score, 3),
        radius_km=_radius(place, near=near),
        precision=_precision(place, near=near, part=spelling.part),
        candidates=tuple(
            _runner_up(other, share) for other, share in ranked[1 : RUNNERS_UP + 1] if share >= _LEAST_SHARE
        ),
    )


def _radius(place: Place, *, near: bool) -> float | None:
    if place.radius_km is None:
        return None
    return max(place.radius_km, _NEAR_KM) if near else place.radius_km


def _precision(place: Place, *, near: bool, part: bool) -> PlacePrecision:
    usual = _PRECISION[place.kind]
    if place.point is None and place.kind in {PlaceKind.SITE, PlaceKind.REGION}:
        return PlacePrecision.COUNTRY if place.country is not None else PlacePrecision.AREA
    if usual is PlacePrecision.EXACT:
        vague = place.kind is PlaceKind.SITE and (place.radius_km or 0) > _EXACT_KM
        return PlacePrecision.NEAR if near or part or vague else usual
    return usual


def _runner_up(place: Place, share: float) -> PlaceCandidate:
    return PlaceCandidate(
        entity=place.id,
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        score=round(share, 3),
    )
