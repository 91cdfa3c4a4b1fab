"""The page of readers side by side is made of the model's card; see evals/compare.py."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.models.neural.card import Card
from reportedly.models.neural.tuning import Tuning

PAGE = Path(__file__).parents[2] / "evals" / "compare.py"


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", PAGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CARD = Card(
    name="reader", version="9", base="tiny", licence="Apache-2.0", recipe="{}", data={}, files={}, tuning=Tuning(),
    measured={
        "head: trigger": {"int8": 0.71, "float": 0.715}, "calibration: cue": {"before": 0.2, "after": 0.01},
        "uds dev": {"mae": 0.9},
    },
    reliability={"cue": ((0.4, 0.5, 10), (0.9, 0.95, 30))},
)  # fmt: skip


def test_heads_stand_with_what_int8_costs(compare: ModuleType) -> None:
    assert "| trigger | 0.710 | 0.715 | +0.005 |" in list(compare._heads(CARD))


def test_public_figures_that_were_not_measured_are_left_open(compare: ModuleType) -> None:
    page = "\n".join(compare._public(CARD))
    assert "Model `reader-9`" in page
    assert "| UDS, did it happen (mean error, less is better) | 0.900 |" in page
    assert "| re3d, entities (F1) | – |" in page


def test_calibration_has_a_row_and_a_plot(compare: ModuleType) -> None:
    page = "\n".join(compare._calibration(CARD))
    assert "| cue | 0.200 | 0.010 |" in page
    assert "bar [0.5, 0.95]" in page
    assert "(40 decisions)" in page


def test_the_published_figures_are_of_tasks_that_a_card_may_hold(compare: ModuleType) -> None:
    assert {task for task, *_ in compare.PUBLIC} == {"polnear dev", "re3d dev", "uds dev"}
    assert set(compare.PEOPLE) <= set(compare.METRICS)
