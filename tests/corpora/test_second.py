"""A second reading of the corpus is scored against the first, and what the two differ in is counted."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.evals import annotation_words
from reportedly.evals.annotation import compiled

ROOT = Path(__file__).parents[2]

RAID = "Rebels shelled Ardan on Monday, the army said. Its envoy met the rebels. A pilot was freed."
QUIET = "Snow fell on Ardan."


def agreement() -> ModuleType:
    return import_module("agreement")


def event(kind: str, trigger: str, status: str = "occurred", content: str = "", **more: Any) -> dict[str, Any]:
    """One event with one claim; `chain` is the claim's."""
    claim = {"status": status, "content": content or trigger, "chain": more.pop("chain", [])}
    return {"type": kind, "trigger": trigger, "claims": [claim], **more}


def voice(kind: str) -> list[dict[str, str]]:
    return [{"source": "the army", "cue": "said", "kind": kind}]


FIRST = [
    event("ASSAULT", "shelled", chain=voice("official"), actors=["Rebels"], places=["Ardan"],
          date={"words": "on Monday", "value": "2024-05-06"}),
    event("CONSULT", "met", actors=["envoy"]),
    event("RETREAT", "freed"),
]  # fmt: skip
SECOND = [
    event("ASSAULT", "shelled", "ongoing", chain=voice("organisation"), actors=["Rebels"], recipients=["Ardan"],
          date={"words": "on Monday", "value": "2024-05"}),
    event("CONSULT", "met", chain=voice("official")),
    event("AID", "freed"),
    event("MOBILIZE", "Rebels"),
]  # fmt: skip


def document(name: str, text: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "style": "wire", "frame": "x", "text": text, "events": events}


def again(name: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "events": events}


def pair(text: str, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> Any:
    found = agreement()
    of_first, of_second = (annotation_words.read(again("x", events), found.Second) for events in (first, second))
    return found.pair(compiled(of_first, text), of_second, text)


def folder(where: Path, *documents: dict[str, Any]) -> Path:
    where.mkdir()
    (where / "some.yaml").write_text(json.dumps(list(documents)), encoding="utf-8")
    return where


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    program = ROOT / "corpora" / "check.py"
    return subprocess.run(
        [sys.executable, program, *map(str, arguments)], capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_what_two_readings_differ_in_is_counted_by_kind() -> None:
    kind = agreement().Kind
    assert agreement().differences(pair(RAID, FIRST, SECOND)) == {
        (kind.STATUS, "occurred/ongoing"): 1,
        (kind.VOICE, "official/organisation"): 1,
        (kind.HOPS, ""): 1,
        (kind.PLACE, "first only"): 1,
        (kind.RECIPIENT, "second only"): 1,
        (kind.DATE, "another value"): 1,
        (kind.ACTOR, "first only"): 1,
        (kind.ORIGIN, "first only"): 1,
        (kind.ORIGIN, "second only"): 1,
        (kind.TYPE, "RETREAT/AID"): 1,
        (kind.EVENT, "second only"): 1,
    }


def test_a_reading_does_not_differ_from_itself() -> None:
    kind = agreement().Kind
    assert agreement().differences(pair(RAID, FIRST, FIRST)) == {(kind.HOPS, ""): 1}
    assert agreement().differences(pair(QUIET, [], [])) == {(kind.NO_EVENT, "both"): 1}


def test_the_figures_are_those_of_the_scorer_and_lie_within_their_intervals() -> None:
    pairs = [pair(RAID, FIRST, SECOND), pair(QUIET, [], [])]
    found = {measure.metric: (measure.value, low, high) for measure, low, high in agreement().figures(pairs)}
    value, low, high = found["events"]
    assert value == pytest.approx(2 * 2 / (3 + 4), abs=0.001)
    assert (found["events, precision"][0], found["events, recall"][0]) == (0.5, 0.667)
    assert found["status_accuracy"][0] == 0.5
    assert low <= value <= high
    assert found["relations"] == (None, None, None)
    again = {measure.metric: (measure.value, low, high) for measure, low, high in agreement().figures(pairs)}
    assert again == found


def test_the_program_prints_both_tables(tmp_path: Path) -> None:
    first = folder(tmp_path / "first", document("x-1", RAID, FIRST), document("x-2", QUIET, []))
    second = folder(tmp_path / "second", again("x-1", SECOND), again("x-2", []))
    done = run(first / "some.yaml", "--second", second)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 documents read twice" in done.stdout
    assert "| one act under two types | 1 | RETREAT/AID 1 |\n" in done.stdout
    assert "| status_accuracy | 0.500 | 0.500 to 0.500 | 2 |\n" in done.stdout


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ([again("x-9", [])], "x-9: a second reading of no document that was read"),
        ([again("x-1", []), again("x-1", [])], "some.yaml: x-1: the id is taken"),
        ([again("x-1", [event("ASSAULT", "bombed")])], "some.yaml: x-1: 'bombed' is not found in the text"),
        ([document("x-1", RAID, [])], "x-1: Object contains unknown field"),
        ([], "holds no second reading"),
    ],
)
def test_what_is_wrong_in_a_second_reading_is_named_and_fails(
    tmp_path: Path, second: list[dict[str, Any]], problem: str
) -> None:
    first = folder(tmp_path / "first", document("x-1", RAID, FIRST))
    done = run(first / "some.yaml", "--second", folder(tmp_path / "second", *second))
    assert done.returncode == 1
    assert problem in done.stderr


def test_the_second_readings_of_the_corpus_fit_its_texts() -> None:
    done = run("--second", ROOT / "corpora" / "second")
    assert (done.returncode, done.stderr) == (0, "")
    assert "126 documents read twice" in done.stdout
