"""Floors are kept, rise, and never fall."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.evals.gate import TOLERANCE, Floor, check, find, load, raised, unheld, unmeasured, write
from reportedly.evals.measures import CEILINGS, METRICS, Measure


def measure(metric: str, value: float | None, task: str = "reading/x") -> Measure:
    return Measure(task=task, metric=metric, value=value, n=10)


def floor(metric: str, value: float, task: str = "reading/x") -> Floor:
    return Floor(task=task, metric=metric, value=value)


def test_a_figure_under_its_floor_is_a_breach() -> None:
    breaches = check(
        [measure("events", 0.499), measure("chain", 0.6)], [floor("events", 0.5), floor("chain", 0.6)]
    )
    assert [str(breach) for breach in breaches] == ["reading/x: events is 0.499, its floor 0.500"]


def test_of_a_ceiling_it_is_the_figure_above_it() -> None:
    assert check([measure("false_occurred", 0.2)], [floor("false_occurred", 0.2)]) == []
    breaches = check([measure("false_occurred", 0.21)], [floor("false_occurred", 0.2)])
    assert [str(breach) for breach in breaches] == ["reading/x: false_occurred is 0.210, its ceiling 0.200"]


def test_a_figure_that_can_no_longer_be_measured_is_a_breach() -> None:
    breaches = check([measure("dates", None)], [floor("dates", 0.1)])
    assert [str(breach) for breach in breaches] == ["reading/x: dates is not measurable, its floor 0.100"]


def test_without_a_floor_or_a_measure_nothing_is_broken() -> None:
    assert check([measure("events", 0.1)], [floor("events", 0.9, task="reading/y")]) == []
    assert check([], [floor("events", 0.9)]) == []


def test_a_floor_whose_metric_is_gone_from_a_measured_task_is_a_breach() -> None:
    floors = [floor("events", 0.5), floor("chain", 0.1), floor("false_occurred", 0.9)]
    breaches = check([measure("events", 0.5)], floors)
    assert [str(breach) for breach in breaches] == [
        "reading/x: chain is not measurable, its floor 0.100",
        "reading/x: false_occurred is not measurable, its ceiling 0.900",
    ]


def test_tasks_with_floors_that_were_not_measured_are_named() -> None:
    floors = [
        floor("events", 0.9, task="reading/y"),
        floor("chain", 0.9, task="reading/y"),
        floor("events", 0.1),
    ]
    assert unmeasured([measure("events", 0.1)], floors) == ["reading/y"]


def test_what_was_measured_and_has_no_floor_is_named_as_a_whole_task_or_by_metric() -> None:
    measures = [measure("events", 0.1), measure("chain", 0.1)]
    measures += [measure(metric, 0.1, task="reading/y") for metric in ("events", "hops", "citations")]
    floors = [floor("events", 0.1, task="reading/y")]
    assert unheld(measures, floors) == ["reading/x", "reading/y: hops", "reading/y: citations"]


def test_a_figure_that_cannot_be_measured_needs_no_floor() -> None:
    assert unheld([measure("events", 0.1), measure("dates", None)], [floor("events", 0.1)]) == []


def test_floors_rise_to_a_tolerance_below_the_figure() -> None:
    old = (floor("events", 0.3), floor("chain", 0.9), floor("false_occurred", 0.3))
    new = [
        measure("events", 0.5),
        measure("chain", 0.6),
        measure("false_occurred", 0.1),
        measure("dates", None),
        measure("hops", 0.4),
        measure("places", 0.004),
    ]
    assert raised(new, old, tolerance=0.02) == (
        floor("events", 0.48),
        floor("chain", 0.9),
        floor("false_occurred", 0.12),
        floor("hops", 0.38),
        floor("places", 0.0),
    )


def test_floors_of_other_tasks_stay() -> None:
    other = floor("events", 0.3, task="reading/y")
    assert other in raised([measure("events", 0.5)], [other])


metrics = st.sampled_from(list(METRICS))
values = st.floats(0, 1).map(lambda value: round(value, 3))
measures = st.lists(st.builds(measure, metrics, values), unique_by=lambda m: m.metric)
floors = st.lists(st.builds(floor, metrics, values), unique_by=lambda f: f.metric)


@given(new=measures, old=floors)
def test_no_floor_ever_falls_and_the_raised_ones_hold(new: list[Measure], old: list[Floor]) -> None:
    after = raised(new, old)
    for before in old:
        now = find(after, measure(before.metric, None))
        assert now is not None
        assert now.value <= before.value if before.metric in CEILINGS else now.value >= before.value
    assert {b.floor for b in check(new, after)} <= set(old)
    assert raised(new, after) == after


def test_the_tolerance_leaves_room_for_one_claim() -> None:
    assert 0 < TOLERANCE <= 0.02


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    kept = (floor("chain", 0.5, task="reading/a"), floor("events", 0.25), floor("chain", 0.125))
    write(path, reversed(kept))
    assert load(path) == kept
    assert path.read_text(encoding="utf-8").endswith("}\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "holds no floors"),
        ("{", "holds no floors"),
        ('{"reading/x": {"evnets": 0.1}}', "unknown metric 'evnets'; known are: events, actors"),
        ('{"reading/x": {"events": 35}}', "events of reading/x is 35"),
        ('{"reading/x": {"events": "high"}}', "holds no floors"),
    ],
)
def test_broken_floors_are_an_error(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load(path)


def test_absent_floors_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no floors"):
        load(tmp_path / "floors.json")


def test_the_floors_of_the_project_hold_the_demo_articles() -> None:
    floors = load(Path(__file__).parents[2] / "evals" / "floors.json")
    assert all(0 <= one.value <= 1 for one in floors)
    held = {one.metric for one in floors if one.task == "reading/demo"}
    assert {"events", "status_accuracy", "chain", "end_to_end"} <= held
