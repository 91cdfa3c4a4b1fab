"""The length of a great circle, as SQLite has no such function everywhere."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0088
"""The mean radius of the Earth (IUGG)."""


def km_between(south: float | None, west: float | None, north: float | None, east: float | None) -> float | None:
    """Kilometres between two points, given in degrees, by the haversine formula; None where a number is missing.

    Examples:
        >>> round(km_between(52.52, 13.405, 48.8566, 2.3522))
        877
    """
    if south is None or west is None or north is None or east is None:
        return None
    leg = sin(radians(north - south) / 2) ** 2
    other = cos(radians(south)) * cos(radians(north)) * sin(radians(east - west) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, leg + other)))
