from collections.abc import Callable
from pathlib import Path

from click.testing import Result


def test_the_demo_prints_a_ledger_and_writes_a_report(run: Callable[..., Result]) -> None:
    done = run("demo")
    assert (done.exit_code, done.stderr) == (0, "")
    report = Path("out", "demo.html")
    assert str(report) in done.stdout
    assert report.read_text(encoding="utf-8").count("<article") == 10
    assert "10 articles, 10 events" in done.stdout
    *_, first, second = done.stdout.splitlines()
    assert first.startswith("What next:  reportedly read")
    assert "--format html" in second


def test_the_demo_runs_again_and_elsewhere(run: Callable[..., Result]) -> None:
    assert run("demo", "--output", "a/b.html").exit_code == 0
    assert run("demo", "--output", "a/b.html").exit_code == 0
    assert Path("a", "b.html").exists()
    assert not Path("out").exists()


def test_a_place_that_cannot_be_written_is_told(run: Callable[..., Result]) -> None:
    Path("taken").write_text("")
    done = run("demo", "--output", "taken/b.html")
    assert done.exit_code in {1, 2}
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("reportedly: taken")
