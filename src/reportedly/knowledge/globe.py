"""Distances and middles on the globe: kilometres, degrees, a sphere."""

from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, floor, hypot, radians, sin, sqrt
from typing import Final, NamedTuple

EARTH_KM: Final = 6371.0
"""The radius of a sphere as large as the earth."""


class Point(NamedTuple):
    """A place on the globe, in degrees (WGS 84)."""

    lat: float
    lon: float


def distance_km(one: Point, other: Point) -> float:
    """Kilometres between two points along a great circle (haversine formula).

    Examples:
        >>> round(distance_km(Point(33.34, 44.4), Point(36.19, 44.01)))
        319
    """
    up, across = radians(other.lat - one.lat), radians(other.lon - one.lon)
    half = sin(up / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def middle(points: Sequence[Point]) -> Point:
    """The middle of some points: the direction of the sum of their unit vectors.

    Raises:
        ValueError: there are no points.
    """
    if not points:
        raise ValueError("nothing has no middle")
    x = sum(cos(radians(p.lat)) * cos(radians(p.lon)) for p in points)
    y = sum(cos(radians(p.lat)) * sin(radians(p.lon)) for p in points)
    z = sum(sin(radians(p.lat)) for p in points)
    return Point(degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x)))


def spread(points: Iterable[Point], cell: float) -> list[Point]:
    """One point for each cell of so many degrees that holds any, so that crowded parts do not outweigh the rest."""
    cells = {(floor(p.lat / cell), floor(p.lon / cell)): p for p in points}
    return list(cells.values())


def reach_km(centre: Point, points: Sequence[Point], share: float = 0.9) -> float:
    """Kilometres from `centre` within which that share of the points lies."""
    away = sorted(distance_km(centre, point) for point in points)
    return away[min(len(away) - 1, int(share * len(away)))]
