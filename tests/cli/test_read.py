import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reportedly import codec
from reportedly.schema import Reading

Run = Callable[..., Result]


def lines(done: Result) -> list[Reading]:
    return [codec.decode(line, Reading) for line in done.stdout.splitlines()]


def test_a_table_is_the_default(run: Run, pages: Path) -> None:
    done = run("read", pages / "0.txt", "--outlet", "The Lind Mail")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "The Lind Mail <- Gunners0" in done.stdout
    assert "1 article, 1 event, 1 claim, 1 distinct origin" in done.stdout


def test_jsonl_is_one_reading_a_line(run: Run, pages: Path) -> None:
    done = run("read", pages, "--format", "jsonl")
    assert done.exit_code == 0
    assert [reading.article.id for reading in lines(done)] == list("01234")


def test_html_is_one_page(run: Run, pages: Path) -> None:
    done = run("read", pages, "--format", "html")
    assert done.exit_code == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.count("<article") == 5


@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_what_cannot_be_read_gets_a_line_and_the_rest_is_read(run: Run, pages: Path, form: str) -> None:
    (pages / "1.txt").write_text("")
    done = run("read", "missing.html", pages, "--format", form)
    assert done.exit_code == 1
    missing, empty = done.stderr.splitlines()
    assert missing.startswith("reportedly: missing.html: ")
    assert empty.startswith(f"reportedly: {pages / '1.txt'}: ")
    assert all(f"Gunners{number}" in done.stdout for number in (0, 2, 3, 4))


@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_when_every_input_failed_nothing_is_printed(run: Run, form: str) -> None:
    done = run("read", "missing.html", "gone.txt", "--format", form)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 2


def test_a_hyphen_is_standard_input(run: Run) -> None:
    given = json.dumps({"id": "x1", "text": "Gunners shelled the pier of Lind on Sunday night."})
    (reading,) = lines(run("read", "-", "--format", "jsonl", stdin=given + "\n"))
    assert reading.article.id == "x1"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2025-06-23", "2025-06-23T00:00:00+00:00"),
        ("2025-06-23T14:05", "2025-06-23T00:00:00+00:00"),
        ("2025-06-23T14:05+02:00", "2025-06-23T12:05:00+00:00"),
        (" 20250623T1405Z ", "2025-06-23T14:05:00+00:00"),
    ],
)
def test_the_date_given_is_taken_in_utc(run: Run, pages: Path, given: str, moment: str) -> None:
    done = run("read", pages / "0.txt", "--format", "jsonl", "--published-at", given)
    published = lines(done)[0].article.published_at
    assert published is not None
    assert published.isoformat() == moment


@pytest.mark.parametrize(
    "given", ["yesterday", "2025-06", "2025-13-01", "", "0001-01-01T01:00+14:00", "2025-06-23T25:00Z"]
)
def test_a_wrong_date_is_wrong_usage(run: Run, pages: Path, given: str) -> None:
    done = run("read", pages, "--published-at", given)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "write 2025-06-23 or" in done.stderr


def test_the_library_underneath_is_quiet(run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("trafilatura")
    monkeypatch.setattr(logger, "level", logging.NOTSET)
    run("read", pages)
    assert logger.level == logging.CRITICAL


def test_an_unknown_reader_is_wrong_usage(run: Run, pages: Path) -> None:
    done = run("read", pages, "--reader", "nobody")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("reportedly: there is no reader 'nobody'; known are: ")


def test_wrong_settings_are_wrong_usage(run: Run, pages: Path) -> None:
    Path("reportedly.toml").write_text("readr = 1\n")
    done = run("read", pages)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("reportedly: reportedly.toml: ")
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_format_is_wrong_usage(run: Run, pages: Path) -> None:
    assert run("read", pages, "--format", "pdf").exit_code == 2


@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_output_goes_to_a_file(run: Run, pages: Path, form: str) -> None:
    done = run("read", pages, "--format", form, "--output", "made")
    assert (done.exit_code, done.output) == (0, "")
    assert "Gunners4" in Path("made").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["no/such/folder/x.html", "."])
def test_a_file_that_cannot_be_written_is_wrong_usage(run: Run, pages: Path, target: str) -> None:
    done = run("read", pages, "--output", target)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_input_is_never_overwritten(run: Run, pages: Path) -> None:
    before = (pages / "0.txt").read_text()
    done = run("read", pages / "0.txt", "--output", pages / "0.txt")
    assert done.exit_code == 2
    assert (pages / "0.txt").read_text() == before


@pytest.mark.parametrize("given", ["made.txt", "./made.txt", "pages/../made.txt"])
def test_an_output_that_is_not_there_yet_is_no_input(run: Run, pages: Path, given: str) -> None:
    done = run("read", pages / "0.txt", given, "--output", "made.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "reportedly: --output made.txt would overwrite an input\n"
    assert not Path("made.txt").exists()


def test_a_name_that_no_system_takes_is_reported_beside_an_output(run: Run, pages: Path) -> None:
    done = run("read", pages / "0.txt", "x" * 5000, "--output", "made.txt")
    assert done.exit_code == 1
    assert "Gunners0" in Path("made.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["pages", "pages/*"])
def test_the_report_of_an_earlier_run_is_no_input(run: Run, pages: Path, given: str) -> None:
    for _ in range(2):
        done = run("read", given, "missing.txt", "--format", "html", "-o", pages / "report.html")
        assert len(done.stderr.splitlines()) == 1
    assert (pages / "report.html").read_text().count("<article") == 5


def test_a_folder_with_nothing_but_the_report_is_wrong_usage(run: Run) -> None:
    Path("made").mkdir()
    Path("made", "report.html").write_text("<p>An earlier report.")
    done = run("read", "made", "--format", "html", "-o", "made/report.html")
    assert done.exit_code == 2
    assert done.stderr.startswith("reportedly: there is nothing to read but")
