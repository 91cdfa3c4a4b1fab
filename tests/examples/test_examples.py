import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_an_example_is_short_and_says_how_to_run_it(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) < 40
    assert f"python examples/{path.name}" in text


def test_the_chain_behind_a_headline() -> None:
    shown = run("chain_behind_a_headline.py")
    assert shown.count("\n\n") >= 8
    assert " <- " in shown


def test_the_chain_behind_a_headline_of_ones_own(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Gunners shelled the port of Lind on Sunday, the Harbour Times reported.\n")
    assert "this article <- " in run("chain_behind_a_headline.py", str(page))


def test_swapping_the_reader() -> None:
    lines = run("swap_the_reader.py").splitlines()
    assert len(lines) == 10
    assert sum(int(line.split(" ", 1)[0]) for line in lines) > 0


def test_events_to_csv() -> None:
    rows = list(csv.DictReader(run("events_to_csv.py").splitlines()))
    assert len(rows) > 20
    assert {row["status"] for row in rows} > {"occurred", "planned"}
    assert all(row["did"] and row["origin"] and row["words"] for row in rows)
