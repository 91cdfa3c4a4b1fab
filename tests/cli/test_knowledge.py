"""`reportedly knowledge check`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.collect.feeds import starter


def test_our_own_files_have_no_findings() -> None:
    result = CliRunner().invoke(main, ["knowledge", "check"])
    assert (result.exit_code, result.output) == (0, "")


def test_a_finding_is_a_line_and_the_status_is_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("kind,id,name,code,voice\nactor,mine,Hamas,NGO,organisation\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["knowledge", "check", str(path)])
    assert result.exit_code == 1
    assert result.output == "Hamas: is a name of hamas, mine; see homonyms.yaml\n"


@pytest.mark.parametrize("options", [["--on", "yesterday"], ["--of"]])
def test_wrong_usage(options: list[str]) -> None:
    assert CliRunner().invoke(main, ["knowledge", "check", *options]).exit_code == 2


def test_roles_that_are_long_unseen() -> None:
    result = CliRunner().invoke(main, ["knowledge", "check", "--on", "2099-01-01"])
    assert result.exit_code == 1
    assert "was last seen in office in" in result.output


def test_the_starter_set_of_feeds_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "findings", lambda: iter(["https://news.example/rss names no language"]))
    result = CliRunner().invoke(main, ["knowledge", "check"])
    assert (result.exit_code, result.output) == (1, "feeds.opml: https://news.example/rss names no language\n")
