"""Our own reader of times, in the form that the tasks of the evaluation take, and held to the bars of the project."""

import os
from datetime import date
from pathlib import Path

import pytest

from reportedly.cli import eval_times
from reportedly.evals import corpora

ROOT = Path(__file__).parents[2]


def test_a_range_is_two_times() -> None:
    text = "from 3 to 5 May 2020"
    found = eval_times.tags(text, None)
    assert [(tag.span.of(text).strip(), tag.kind, tag.value) for tag in found] == [
        ("3 to", "DATE", "2020-05-03"),
        ("5 May 2020", "DATE", "2020-05-05"),
    ]


def test_dates_have_their_days() -> None:
    (found,) = eval_times.dates("It fell yesterday.", date(2020, 5, 6))
    assert (found.value, found.earliest, found.latest) == ("2020-05-05", "2020-05-05", "2020-05-05")


def test_the_bars_of_the_project() -> None:
    found = corpora.standard(ROOT, os.environ, train=False)
    if not (found.times and found.dates):
        pytest.skip("no marked-up times, or no gold, beside the project")
    figures = {(result.task, m.metric): m.value for result in eval_times.results(found) for m in result.measures}
    assert (figures["times/wikiwars", "times_value"] or 0) >= 0.72
    assert (figures["times/wikiwars", "times_relaxed"] or 0) >= 0.92
    assert (figures["dates/train", "dates_within"] or 0) >= 0.85
