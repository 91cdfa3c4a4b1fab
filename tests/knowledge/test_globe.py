import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.globe import EARTH_KM, Point, distance_km, middle, reach_km, spread

POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(POINTS, POINTS)
def test_a_distance_is_the_same_there_and_back(one: Point, other: Point) -> None:
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))
    assert 0 <= distance_km(one, other) <= 3.15 * EARTH_KM


@given(POINTS)
def test_a_point_is_its_own_middle(point: Point) -> None:
    assert distance_km(point, middle([point])) < 0.1


def test_the_middle_of_two_points_across_the_date_line_lies_on_it() -> None:
    assert abs(middle([Point(0, 179), Point(0, -179)]).lon) == pytest.approx(180)


def test_nothing_has_no_middle() -> None:
    with pytest.raises(ValueError, match="no middle"):
        middle([])


def test_crowded_cells_count_once() -> None:
    assert len(spread([Point(0.1, 0.1), Point(0.2, 0.2), Point(5, 5)], cell=1)) == 2


def test_the_reach_holds_nine_points_in_ten() -> None:
    points = [Point(0, east) for east in range(10)]
    assert reach_km(Point(0, 0), points) == pytest.approx(distance_km(Point(0, 0), Point(0, 9)))
    assert reach_km(Point(0, 0), points, share=0.5) == pytest.approx(distance_km(Point(0, 0), Point(0, 5)))
