"""Distances on the globe in SQL, and the square degrees that lie near a point."""

from collections.abc import Iterator
from math import asin, cos, degrees, radians, sin
from typing import Any, Final

from sqlalchemy import ColumnElement, Double, and_, literal, or_, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from reportedly.store.distances import EARTH_KM
from reportedly.store.query import Near
from reportedly.store.tables import cell

_SLACK: Final = 1e-6


class KmBetween(GenericFunction[float]):
    """The length of the great circle between two points: four numbers in degrees, in kilometres."""

    type = Double()
    name = "km_between"
    inherit_cache = True


@compiles(KmBetween, "postgresql")
def _on_postgresql(element: KmBetween, compiler: Any, **given: Any) -> str:
    """The haversine formula; SQLite calls `km_between` itself."""
    south, west, north, east = (compiler.process(clause, **given) for clause in element.clauses)
    leg = f"power(sind(({north} - {south}) / 2), 2)"
    other = f"cosd({south}) * cosd({north}) * power(sind(({east} - {west}) / 2), 2)"
    return f"({2 * EARTH_KM} * asin(sqrt(least(1, {leg} + {other}))))"


def within(near: Near, lat: ColumnElement[float], lon: ColumnElement[float]) -> ColumnElement[bool]:
    """Whether a point lies near; the box around comes first, since it costs less."""
    south, north = _parallels(near)
    distance = KmBetween(lat, lon, literal(near.lat, Double()), literal(near.lon, Double()))
    return and_(lat.between(south, north), _between(near, _reach(near, south, north), lon), distance <= near.km)


def _between(near: Near, reach: float | None, lon: ColumnElement[float]) -> ColumnElement[bool]:
    """Whether a longitude lies within so many degrees of the point, the short way around; any where a pole is near."""
    if reach is None:
        return true()
    west, east = near.lon - reach, near.lon + reach
    if west < -180:
        return or_(lon >= west + 360, lon <= east)
    return or_(lon >= west, lon <= east - 360) if east > 180 else lon.between(west, east)


def cells(near: Near) -> list[int]:
    """The square degrees in which whatever is near lies, in order.

    Examples:
        >>> cells(Near(lat=33.5, lon=36.3, km=10)) == [cell(33.5, 36.3)]
        True
    """
    south, north = _parallels(near)
    parallels = sorted({min(int(lat // 1), 89) for lat in _steps(south, north)})
    return sorted({cell(lat, lon) for lat in parallels for lon in _meridians(near, south, north)})


def _parallels(near: Near) -> tuple[float, float]:
    reach = degrees(near.km / EARTH_KM) + _SLACK
    return max(-90.0, near.lat - reach), min(90.0, near.lat + reach)


def _meridians(near: Near, south: float, north: float) -> list[float]:
    """Degrees of longitude, one in each square, from west to east; all where a pole is near."""
    reach = _reach(near, south, north)
    if reach is None:
        return [float(lon) for lon in range(-180, 181)]
    found = {(step + 180) % 360 - 180 for step in _steps(near.lon - reach, near.lon + reach)}
    return sorted(found | ({180.0} if near.lon + reach >= 180 or near.lon - reach <= -180 else set()))


def _reach(near: Near, south: float, north: float) -> float | None:
    """Degrees of longitude to either side; None where a pole is near."""
    angle = near.km / EARTH_KM
    if south <= -90 or north >= 90 or sin(angle) >= cos(radians(near.lat)):
        return None
    return degrees(asin(sin(angle) / cos(radians(near.lat)))) + _SLACK


def _steps(first: float, last: float) -> Iterator[float]:
    """A number in each whole step from the first to the last."""
    step = first // 1
    while step <= last:
        yield step
        step += 1
