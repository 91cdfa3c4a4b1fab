"""Every figure of every task has its name, and stands on one side of its floor."""

import pytest

from reportedly.evals.event_dates import DateScore
from reportedly.evals.gold import GoldArticle
from reportedly.evals.measures import METRICS, Measure, of_dates, of_extraction, of_readings, of_times
from reportedly.evals.metrics import F1
from reportedly.evals.readings import score
from reportedly.evals.timeml import TimeDocument
from reportedly.evals.times import folded
from reportedly.schema import Reading


def test_the_tasks_measure_every_metric_once(article: GoldArticle, perfect: Reading) -> None:
    reading = of_readings("reading/x", score([article], [perfect]))
    pages = of_extraction("extraction/x", F1(p=0.5, r=0.25, f1=0.333, n=7))
    wars = of_times("times/x", folded([TimeDocument(id=name, text="") for name in "abcd"], lambda *_: ()))
    dates = of_dates("dates/x", DateScore())
    assert [measure.metric for measure in (*reading, *pages, *wars, *dates)] == list(METRICS)
    assert {measure.value for measure in (*wars, *dates)} == {None}
    assert {measure.task for measure in reading} == {"reading/x"}
    assert [(m.value, m.n) for m in pages] == [(0.333, 7), (0.5, 7), (0.25, 7)]
    values = {measure.metric: measure.value for measure in reading}
    assert values.pop("false_occurred") == 0.0
    assert set(values.values()) == {1.0}


def test_what_the_gold_does_not_hold_has_no_value(article: GoldArticle) -> None:
    values = {m.metric: m.value for m in of_readings("reading/x", score([article], []))}
    assert values["events"] == 0.0
    assert values["actors"] is None
    assert values["chain"] is None
    assert values["false_occurred"] is None


@pytest.mark.parametrize(
    ("metric", "value", "floor", "margin"),
    [
        ("events", 0.5, 0.4, 0.1),
        ("events", 0.4, 0.5, -0.1),
        ("false_occurred", 0.1, 0.2, 0.1),
        ("false_occurred", 0.2, 0.1, -0.1),
        ("events", None, 0.1, None),
    ],
)
def test_the_margin_is_positive_on_the_good_side(
    metric: str, value: float | None, floor: float, margin: float | None
) -> None:
    assert Measure(task="t", metric=metric, value=value, n=1).margin(floor) == margin
