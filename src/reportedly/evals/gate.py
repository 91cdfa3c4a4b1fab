"""Owns the floors: under which figure no measure may fall, and how floors rise."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.evals.measures import CEILINGS, METRICS, Measure
from reportedly.evals.metrics import DIGITS
from reportedly.schema import Noun

TOLERANCE = 0.01
"""How far below a measured figure its floor is put, so that one claim more or less breaks nothing."""


class Floor(Noun, frozen=True, kw_only=True):
    """The figure that one metric of one task must reach; must not exceed, where less is better."""

    task: str
    metric: str
    value: float


class Breach(Noun, frozen=True, kw_only=True):
    """A measure on the wrong side of its floor."""

    measure: Measure
    floor: Floor

    def __str__(self) -> str:
        value = "not measurable" if self.measure.value is None else f"{self.measure.value:.3f}"
        side = "ceiling" if self.floor.metric in CEILINGS else "floor"
        return f"{self.floor.task}: {self.floor.metric} is {value}, its {side} {self.floor.value:.3f}"


def load(path: Path) -> tuple[Floor, ...]:
    """The floors in `path`: `{task: {metric: floor}}`.

    Raises:
        InputError: it cannot be read, a metric is unknown, or a floor is not between 0 and 1.
    """
    try:
        tasks = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, float]])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"holds no floors: {error}", "write {task: {metric: floor}}") from error
    floors = tuple(
        Floor(task=task, metric=metric, value=value)
        for task, metrics in tasks.items()
        for metric, value in metrics.items()
    )
    for floor in floors:
        if floor.metric not in METRICS:
            raise InputError(
                str(path), f"unknown metric {floor.metric!r}", f"known are: {', '.join(METRICS)}"
            )
        if not 0.0 <= floor.value <= 1.0:
            raise InputError(
                str(path), f"{floor.metric} of {floor.task} is {floor.value}", "keep it in 0 to 1"
            )
    return floors


def find(floors: Iterable[Floor], measure: Measure) -> Floor | None:
    """The floor of one measure, None where it has none."""
    return next((f for f in floors if (f.task, f.metric) == (measure.task, measure.metric)), None)


def check(measures: Iterable[Measure], floors: Iterable[Floor]) -> list[Breach]:
    """The floors that do not hold: of the tasks that were measured, those whose figure is under them or is absent."""
    figures = {(measure.task, measure.metric): measure for measure in measures}
    tasks = {task for task, _ in figures}
    breaches = []
    for floor in floors:
        if floor.task not in tasks:
            continue
        absent = Measure(task=floor.task, metric=floor.metric, value=None, n=0)
        measure = figures.get((floor.task, floor.metric), absent)
        margin = measure.margin(floor.value)
        if margin is None or margin < 0:
            breaches.append(Breach(measure=measure, floor=floor))
    return breaches


def unmeasured(measures: Iterable[Measure], floors: Iterable[Floor]) -> list[str]:
    """The tasks that have floors and were not measured, sorted."""
    return sorted({floor.task for floor in floors} - {measure.task for measure in measures})


def unheld(measures: Iterable[Measure], floors: Iterable[Floor]) -> list[str]:
    """The figures without a floor, as `task: metric`, or `task` alone where it has none at all: nothing fails them."""
    known = {(floor.task, floor.metric) for floor in floors}
    tasks = {task for task, _ in known}
    return list(
        dict.fromkeys(
            f"{measure.task}: {measure.metric}" if measure.task in tasks else measure.task
            for measure in measures
            if measure.value is not None and (measure.task, measure.metric) not in known
        )
    )


def raised(
    measures: Iterable[Measure], floors: Iterable[Floor], tolerance: float = TOLERANCE
) -> tuple[Floor, ...]:
    """The floors, each put `tolerance` below what was measured where that is higher; none ever falls."""
    rows = {(floor.task, floor.metric): floor for floor in floors}
    for measure in measures:
        new = _below(measure, tolerance)
        if new is None:
            continue
        key = (measure.task, measure.metric)
        if key not in rows or _rises(rows[key].value, new):
            rows[key] = new
    return tuple(rows.values())


def write(path: Path, floors: Iterable[Floor]) -> None:
    """Write the floors as `load` reads them, by task, metrics in the order of `METRICS`."""
    tasks: dict[str, dict[str, float]] = {}
    order = list(METRICS)
    for floor in sorted(floors, key=lambda floor: (floor.task, order.index(floor.metric))):
        tasks.setdefault(floor.task, {})[floor.metric] = floor.value
    path.write_bytes(msgspec.json.format(msgspec.json.encode(tasks)) + b"\n")


def _below(measure: Measure, tolerance: float) -> Floor | None:
    if measure.value is None:
        return None
    slack = tolerance if measure.metric in CEILINGS else -tolerance
    value = min(1.0, max(0.0, round(measure.value + slack, DIGITS)))
    return Floor(task=measure.task, metric=measure.metric, value=value)


def _rises(old: float, new: Floor) -> bool:
    return new.value < old if new.metric in CEILINGS else new.value > old
