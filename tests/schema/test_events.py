import pytest

from reportedly.schema import MODES, Event, EventPlace, EventType, Span

HERE = Span(0, 4)


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in sorted(modes)])
def test_an_event_takes_the_modes_of_its_type(kind: EventType, mode: str) -> None:
    assert Event(id="e1", type=kind, mode=mode, trigger=HERE).mode == mode


@pytest.mark.parametrize("kind", EventType)
def test_an_event_may_have_no_mode(kind: EventType) -> None:
    assert Event(id="e1", type=kind, trigger=HERE).mode is None


@pytest.mark.parametrize(
    ("kind", "mode"), [(EventType.AGREE, "visit"), (EventType.ASSAULT, "advisory"), (EventType.PROTEST, "")]
)
def test_the_mode_of_another_type_is_an_error(kind: EventType, mode: str) -> None:
    with pytest.raises(ValueError, match=f"'e1': {kind} has no mode '{mode}'"):
        Event(id="e1", type=kind, mode=mode, trigger=HERE)


def test_an_event_has_no_source_and_no_status() -> None:
    assert not {"status", "chain", "certainty", "source"} & {*Event.__struct_fields__}


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (-90, 180), (33.3, 44.4)])
def test_a_place_has_both_coordinates_or_none(lat: float | None, lon: float | None) -> None:
    place = EventPlace(span=HERE, lat=lat, lon=lon)
    assert (place.lat, place.lon) == (lat, lon)


@pytest.mark.parametrize(("lat", "lon"), [(33.3, None), (None, 44.4)])
def test_a_place_with_one_coordinate_is_an_error(lat: float | None, lon: float | None) -> None:
    with pytest.raises(ValueError, match="both coordinates or none"):
        EventPlace(span=HERE, lat=lat, lon=lon)


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (0, -180.1), (float("nan"), 0), (0, float("inf"))])
def test_a_place_off_the_globe_is_an_error(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="there is no place at"):
        EventPlace(span=HERE, lat=lat, lon=lon)
