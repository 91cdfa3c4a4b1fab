"""`reportedly eval` over a project of one invented article, with readers made for the test."""

import gzip
import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from click.testing import CliRunner, Result

from reportedly import plugins
from reportedly.cli import eval as cli_eval
from reportedly.cli import main
from reportedly.codec import encode
from reportedly.evals.gold import Gold, GoldArticle, GoldClaim, GoldEvent, load, to_reading
from reportedly.schema import Article, EventType, Reading, Span, Status

TEXT = "The army of Varn plans to attack the port of Selm, the ministry of defence said on Tuesday."
TRIGGER = Span(TEXT.index("attack"), TEXT.index("attack") + 6)
FLOORS = Path("evals", "floors.json")


class Echo:
    """Reads what the gold of the project says; `blind` leaves out every event."""

    name = "echo"

    def __init__(self, *, blind: bool = False) -> None:
        self.blind = blind
        self.seen: list[Article] = []

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        gold = {one.gold.id: one for one in load(Path("evals", "gold", "demo"))}
        for article in articles:
            self.seen.append(article)
            reading = to_reading(gold[article.id].gold, article.text)
            yield msgspec.structs.replace(reading, events=(), claims=()) if self.blind else reading


def one_article() -> GoldArticle:
    event = GoldEvent(id="e1", type=EventType.ASSAULT, trigger=TRIGGER)
    claim = GoldClaim(event="e1", status=Status.PLANNED, content=Span(0, len(TEXT)))
    known = {"sha256": sha256(TEXT.encode()).hexdigest(), "outlet": "Varn Chronicle", "published": "2026-03-10"}
    return GoldArticle(gold=Gold(id="g1", events=(event,), claims=(claim,), **known), text=TEXT)


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, echo: Echo) -> Path:
    """A project's root with one article of gold and an empty file of floors, in which the command runs."""
    folder = tmp_path / "project" / "evals" / "gold" / "demo"
    folder.mkdir(parents=True)
    (folder / "g1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "g1.gold.json").write_bytes(encode(one_article().gold))
    monkeypatch.chdir(tmp_path / "project")
    FLOORS.write_text("{}", encoding="utf-8")
    monkeypatch.delenv("REPORTEDLY_GOLD", raising=False)
    monkeypatch.delenv("REPORTEDLY_DATA", raising=False)
    readers = ModuleType("readers_of_the_test")
    readers.echo = lambda: echo  # type: ignore[attr-defined]
    readers.blind = lambda: Echo(blind=True)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readers_of_the_test", readers)
    for name in ("echo", "blind"):
        monkeypatch.setitem(plugins.READERS, name, f"readers_of_the_test:{name}")
    return tmp_path / "project"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["eval", *arguments])


def floors(events: float) -> None:
    FLOORS.write_text(json.dumps({"reading/demo": {"events": events}}), encoding="utf-8")


def row(output: str, metric: str) -> list[str]:
    return next(line for line in output.splitlines() if line.strip().startswith(metric)).split()


def test_figures_stand_in_a_table_and_what_is_absent_is_said() -> None:
    result = run("--reader", "echo")
    assert result.exit_code == 0, result.output
    assert "reading/demo (1 read)" in result.stdout
    assert row(result.stdout, "events") == ["events", "1", "1.000", "–", "–"]
    assert result.stderr.count("is absent and is not measured") == 3


def test_floors_stand_beside_the_figures() -> None:
    floors(0.9)
    assert row(run("--reader", "echo").stdout, "events") == ["events", "1", "1.000", "0.900", "+0.100"]


def test_a_broken_floor_fails_the_command_and_is_named() -> None:
    floors(0.9)
    result = run("--reader", "blind")
    assert result.exit_code == 1
    assert "floor broken: reading/demo: events is 0.000, its floor 0.900" in result.stderr
    assert row(result.stdout, "events")[-1] == "✗"


def test_raising_writes_floors_that_then_hold() -> None:
    floors(0.9)
    Path("reportedly.toml").write_text('reader = "echo"', encoding="utf-8")
    result = run("--raise")
    assert result.exit_code == 0, result.output
    assert json.loads(FLOORS.read_bytes())["reading/demo"]["events"] == 0.99
    assert "floors raised in" in result.stderr
    assert run("--reader", "echo").exit_code == 0
    assert run("--reader", "blind").exit_code == 1
    Path("reportedly.toml").write_text('reader = "blind"', encoding="utf-8")
    assert run("--raise").exit_code == 1
    assert json.loads(FLOORS.read_bytes())["reading/demo"]["events"] == 0.99


def test_what_no_floor_holds_is_named() -> None:
    unheld = "no floor holds reading/demo; set it with: reportedly eval --raise"
    assert unheld in run("--reader", "echo").stderr
    assert unheld not in run("--reader", "echo", "--raise", "--floors", str(FLOORS)).stderr
    assert "no floor holds" not in run("--reader", "echo").stderr
    floors(0.5)
    said = run("--reader", "echo").stderr
    assert "no floor holds reading/demo: status_accuracy; set it with: reportedly eval --raise" in said
    assert unheld not in said


def test_without_the_file_of_floors_it_fails_at_once_unless_it_writes_them(echo: Echo) -> None:
    FLOORS.unlink()
    for arguments in ([], ["--floors", "evals/others.json"]):
        result = run("--reader", "echo", *arguments)
        assert result.exit_code == 1
        assert "there is no such file of floors; write it with: reportedly eval --raise" in result.stderr
    assert echo.seen == []
    new = Path("new", "floors.json")
    assert run("--reader", "echo", "--raise", "--floors", str(new)).exit_code == 0
    assert json.loads(new.read_bytes())["reading/demo"]["events"] == 0.99
    assert run("--reader", "blind", "--floors", str(new)).exit_code == 1


def test_a_floor_whose_metric_is_no_longer_measured_fails() -> None:
    FLOORS.write_text('{"reading/demo": {"events": 0.5, "extraction": 0.5}}', encoding="utf-8")
    result = run("--reader", "echo")
    assert result.exit_code == 1
    assert "floor broken: reading/demo: extraction is not measurable, its floor 0.500" in result.stderr


@pytest.mark.parametrize("option", [["--raise"], ["--floors", str(FLOORS)], ["--raise", "--floors", "new.json"]])
def test_a_dated_run_has_no_floors_and_raises_none(option: list[str]) -> None:
    floors(0.9)
    result = run("--reader", "blind", "--dated", *option)
    assert result.exit_code == 2
    assert "leave out --dated, or --floors and --raise" in result.stderr
    assert json.loads(FLOORS.read_bytes()) == {"reading/demo": {"events": 0.9}}
    result = run("--reader", "blind", "--dated")
    assert result.exit_code == 0
    assert "no floor is checked" in result.stderr
    assert row(result.stdout, "events") == ["events", "1", "0.000", "–", "–"]


def test_gold_of_ones_own_has_no_part_in_the_floors_of_its_namesake(project: Path) -> None:
    floors(0.9)
    own = project.parent / "mine" / "demo"
    shutil.copytree(project / "evals" / "gold" / "demo", own)
    result = run("--reader", "blind", "--gold", str(own))
    assert result.exit_code == 0
    assert f"no floor is checked, for {own} is not the project's gold" in result.stderr
    assert row(result.stdout, "events") == ["events", "1", "0.000", "–", "–"]
    Path("reportedly.toml").write_text('reader = "echo"', encoding="utf-8")
    result = run("--gold", str(own), "--raise")
    assert result.exit_code == 2
    assert "name another file with --floors" in result.stderr
    assert json.loads(FLOORS.read_bytes()) == {"reading/demo": {"events": 0.9}}
    assert run("--gold", str(own), "--raise", "--floors", "own.json").exit_code == 0
    assert run("--gold", str(own), "--reader", "blind", "--floors", "own.json").exit_code == 1


def test_another_reader_is_held_to_the_floors_and_raises_none() -> None:
    floors(0.9)
    result = run("--reader", "echo", "--raise")
    assert result.exit_code == 2
    assert "name another file with --floors" in result.stderr
    assert json.loads(FLOORS.read_bytes()) == {"reading/demo": {"events": 0.9}}


def test_gold_of_the_project_that_is_named_is_held_to_its_floors() -> None:
    floors(0.9)
    assert run("--reader", "blind", "--gold", "evals/gold/demo").exit_code == 1
    Path("reportedly.toml").write_text('reader = "echo"', encoding="utf-8")
    assert run("--gold", "evals/gold/demo", "--raise").exit_code == 0
    assert json.loads(FLOORS.read_bytes())["reading/demo"]["events"] == 0.99


def test_floors_may_lie_elsewhere(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"reading/demo": {"events": 0.5}, "reading/train": {"events": 0.5}}', encoding="utf-8")
    result = run("--reader", "blind", "--floors", str(other))
    assert result.exit_code == 1
    assert "the floors of reading/train are not checked" in result.stderr


def test_json_holds_figures_floors_and_as_many_mistakes_as_asked_for() -> None:
    floors(0.5)
    (result,) = json.loads(run("--reader", "blind", "--json").stdout)["results"]
    assert result["mistakes"] == []
    assert {m["metric"]: m["value"] for m in result["measures"]}["events"] == 0.0
    whole = json.loads(run("--reader", "blind", "--json", "--mistakes", "1").stdout)
    assert whole["results"][0]["mistakes"][0]["mistakes"][0]["kind"] == "missed event"
    assert whole["floors"] == [{"task": "reading/demo", "metric": "events", "value": 0.5}]


def test_mistakes_are_told_in_words() -> None:
    result = run("--reader", "blind", "--mistakes", "3")
    assert "g1, mistakes: 1" in result.stdout
    assert "missed event: ASSAULT “attack” | gold ASSAULT, planned | read –" in result.stdout


def test_the_report_is_written(project: Path) -> None:
    page = project / "evals" / "reports" / "next.md"
    assert run("--reader", "echo", "--report", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "## `reading/demo`" in text
    assert "Reader `echo`" in text


def test_the_reader_gets_the_bare_text_unless_it_is_dated(echo: Echo) -> None:
    run("--reader", "echo")
    run("--reader", "echo", "--dated")
    bare, dated = echo.seen
    assert bare.text == dated.text == TEXT
    assert (bare.outlet, bare.published_at) == (None, None)
    assert (dated.outlet, str(dated.published_at)) == ("Varn Chronicle", "2026-03-10 00:00:00+00:00")


@pytest.mark.parametrize("dated", [[], ["--dated"]])
def test_a_text_that_cannot_be_read_is_named_and_counts_as_missed(project: Path, dated: list[str]) -> None:
    folder = project / "evals" / "gold" / "demo"
    blank = b" \n"
    (folder / "g2.txt").write_bytes(blank)
    (folder / "g2.gold.json").write_bytes(encode(Gold(id="g2", sha256=sha256(blank).hexdigest())))
    result = run("--reader", "echo", *dated)
    assert result.exit_code == 0
    assert "g2.txt: there is no text in it" in result.stderr
    assert "not read at all: g2" in result.stdout


def test_gold_that_is_named_is_all_that_is_read(project: Path) -> None:
    result = run("--reader", "echo", "--gold", str(project / "evals" / "gold" / "demo"))
    assert result.exit_code == 0
    assert "absent" not in result.stderr
    assert "reading/demo" in result.stdout


def test_what_lies_beside_the_project_is_measured_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("visible", "train"):
        folder = project.parent / "shared" / "gold" / name
        folder.mkdir(parents=True)
        for path in (project / "evals" / "gold" / "demo").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
    pages = project.parent / "elsewhere" / "article_extraction"
    (pages / "html").mkdir(parents=True)
    (pages / "html" / "p1.html").write_bytes(b"four words of text")
    (pages / "ground-truth.json").write_text(
        '{"p1": {"articleBody": "four words of text"}}', encoding="utf-8"
    )
    wars = pages.parent / "time" / "wikiwars-train.jsonl.gz"
    wars.parent.mkdir()
    marked = '<TEXT>in <TIMEX3 type=\\"DATE\\" value=\\"2020\\">2020</TIMEX3></TEXT>'
    wars.write_bytes(gzip.compress(f'{{"id": "w", "tml": "{marked}"}}'.encode()))
    monkeypatch.setenv("REPORTEDLY_DATA", str(pages.parent))
    monkeypatch.setattr(cli_eval, "body_text", bytes.decode)
    result = run("--reader", "echo", "--train", "--mistakes", "1")
    assert "absent" not in result.stderr
    titles = [line.split()[0] for line in result.stdout.splitlines() if "read)" in line]
    assert titles == [
        *("reading/demo", "reading/visible", "reading/train", "extraction/pages"),
        *("times/wikiwars", "dates/visible", "dates/train"),
    ]
    assert row(result.stdout, "times_value ") == ["times_value", "1", "1.000", "–", "–"]
    assert row(result.stdout, "extraction ") == ["extraction", "1", "1.000", "–", "–"]
    assert "p1  precision 1.000  recall 1.000" in result.stdout


def test_without_any_gold_it_says_where_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert "there is no gold here" in result.stderr


def test_an_unknown_reader_is_wrong_usage() -> None:
    result = run("--reader", "nobody")
    assert result.exit_code == 2
    assert "there is no reader 'nobody'" in result.stderr


def test_broken_gold_fails_with_its_name(project: Path) -> None:
    (project / "evals" / "gold" / "demo" / "g1.txt").write_text("Another text.", encoding="utf-8")
    result = run("--reader", "echo")
    assert result.exit_code == 1
    assert "g1.gold.json: was made for another text" in result.stderr
