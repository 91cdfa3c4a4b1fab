import io
import sys

import pytest

import handmade
from reportedly.cli.progress import FEW, Readings
from reportedly.schema import Issue, Reading

MISSING = Issue(where="a.html", problem="no such file", remedy="check the path")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal for the rest of the test."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_issues_are_told_and_counted_and_readings_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    results: list[Reading | Issue] = [MISSING, handmade.quiet(), MISSING, handmade.militia()]
    readings = Readings(results, total=None)
    assert [reading.article.id for reading in readings] == ["quiet", "militia"]
    assert readings.failed == 2
    assert capsys.readouterr().err == "reportedly: a.html: no such file; check the path\n" * 2


@pytest.mark.parametrize("total", [None, FEW + 1])
def test_the_bar_counts_and_is_out_of_the_way(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    terminal = on_a_terminal(monkeypatch)
    results = [handmade.quiet() for _ in range(FEW + 1)]
    for number, _ in enumerate(Readings(results, total=total)):
        assert f"{number}/{total or '?'}" in terminal.getvalue()
        assert terminal.getvalue().endswith("\x1b[2K")


def test_a_few_need_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    assert len(list(Readings([handmade.quiet()], total=FEW))) == 1
    assert terminal.getvalue() == ""
