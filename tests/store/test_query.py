from datetime import UTC, date, datetime

import pytest

from reportedly import codec
from reportedly.schema import EventType, Status
from reportedly.store.query import Clock, Dyad, Near, Query

MARCH = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_query_survives_the_codec() -> None:
    query = Query(
        since=date(2026, 3, 1), published_since=MARCH, near=Near(lat=1, lon=2, km=3), as_of=MARCH, clock=Clock.SEEN,
        dyad=Dyad(actor="ORVMIL", recipient="TRV", directed=True), type=EventType.ASSAULT, status=Status.PLANNED,
    )  # fmt: skip
    assert codec.decode(codec.encode(query), Query) == query


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"since": date(2026, 3, 2), "until": date(2026, 3, 1)}, "ends"),
        ({"published_since": MARCH, "published_until": datetime(2026, 2, 1, tzinfo=UTC)}, "ends"),
        ({"as_of": datetime(2026, 3, 1)}, "UTC"),  # noqa: DTZ001
        ({"type": EventType.AGREE, "mode": "drone"}, "no mode"),
        ({"mode": "dance"}, "no type"),
        ({"certainty": 1.5}, "between 0 and 1"),
        ({"actor": " "}, "empty"),
        ({"outlet": "a\0b"}, "NUL"),
    ],
)
def test_a_query_that_means_nothing_is_refused(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Query(**wrong)


@pytest.mark.parametrize("wrong", [{"lat": 91, "lon": 0, "km": 1}, {"lat": 0, "lon": 181, "km": 1}])
def test_a_point_lies_on_the_globe(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="no place"):
        Near(**wrong)


@pytest.mark.parametrize("km", [0, -1, 30_000, float("nan")])
def test_a_distance_is_one_of_the_globe(km: float) -> None:
    with pytest.raises(ValueError, match="distance"):
        Near(lat=0, lon=0, km=km)


def test_a_dyad_needs_both() -> None:
    with pytest.raises(ValueError, match="empty"):
        Dyad(actor="ORV", recipient="")
