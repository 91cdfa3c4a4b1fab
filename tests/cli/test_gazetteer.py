from pathlib import Path

import pytest
from click.testing import CliRunner

from places import dumped, made
from reportedly.cli import main
from reportedly.knowledge.gazetteer import home
from reportedly.knowledge.gazetteer.store import Gazetteer

HEAD = "id,name,kind,country,lat,lon\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with a small dump of GeoNames in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(home.VARIABLE, raising=False)
    line = dumped(98182, "Baghdad", "PPLC", people=7_000_000, **{"class": "P"})
    (tmp_path / "dump.txt").write_text(line, encoding="utf-8")
    return tmp_path


def run(*given: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["gazetteer", *given])
    return result.exit_code, result.stdout, result.stderr


def test_a_dump_and_a_table_make_a_gazetteer_of_one_s_own(folder: Path) -> None:
    (folder / "my.csv").write_text(f"{HEAD}ridge,Ash Ridge,region,IRQ,33,42\n", encoding="utf-8")
    code, said, complaints = run("build", "--geonames", "dump.txt", "--overlay", "my.csv", "-o", "mine.sqlite")
    assert (code, complaints) == (0, "")
    assert said.startswith("mine.sqlite: ")
    known = Gazetteer(folder / "mine.sqlite")
    assert known.candidates("Ash Ridge")[0].place.id == "overlay:ridge"
    assert known.candidates("Baghdad")


def test_a_bad_line_is_named_and_the_rest_is_built(folder: Path) -> None:
    (folder / "my.csv").write_text(f"{HEAD}a,A,region,Iraq,33,42\nb,Ash Ridge,region,IRQ,33,42\n", encoding="utf-8")
    code, _, complaints = run("build", "--geonames", "dump.txt", "--overlay", "my.csv", "-o", "mine.sqlite")
    assert code == 1
    assert complaints.startswith("reportedly: my.csv:2: 'Iraq' is no ISO 3166")
    assert Gazetteer(folder / "mine.sqlite").candidates("Ash Ridge")


def test_the_settings_say_where_it_goes_and_which_is_used(folder: Path) -> None:
    (folder / "reportedly.toml").write_text('gazetteer = "set.sqlite"\n', encoding="utf-8")
    code, _, complaints = run("path")
    assert (code, complaints.count("build it with")) == (1, 1)
    assert run("build", "--geonames", "dump.txt")[0] == 0
    code, said, _ = run("path")
    assert code == 0
    assert said.splitlines()[0] == "set.sqlite"
    assert "dump.txt" in said
    assert "GeoNames" in said


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (("--geonames", "dump.txt"), "needs a file: --output"),
        (("--alternate", "dump.txt"), "name that as well, with --geonames"),
        (("--geonames", "absent.txt"), "does not exist"),
    ],
)
def test_wrong_usage_is_said(folder: Path, given: tuple[str, ...], problem: str) -> None:
    code, _, complaints = run("build", *given)
    assert code == 2
    assert problem in complaints
    assert [each.name for each in folder.iterdir()] == ["dump.txt"]


def test_a_first_reading_says_that_it_builds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "g.sqlite"
    monkeypatch.setattr(home, "standard_path", lambda: path)
    monkeypatch.setattr(home, "standard", lambda: made(path) if not path.exists() else Gazetteer(path))
    (folder / "a.txt").write_text("Guns fired.", encoding="utf-8")
    said = [CliRunner().invoke(main, ["read", "a.txt", "--reader", "rules"]).stderr for _ in range(2)]
    assert said == [f"reportedly: building the gazetteer of places, once, in {folder}\n", ""]
