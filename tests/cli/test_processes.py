"""What only a process of its own can show: pipes, signals, terminals and exit status."""

import json
import os
import pty
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60


@contextmanager
def process(
    command: list[str], environment: dict[str, str], *arguments: str
) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*command, "read", "--reader", "stub", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def article(name: str) -> str:
    return json.dumps({"id": name, "text": "Gunners shelled the pier of Lind on Sunday night."}) + "\n"


def tell(started: subprocess.Popen[str], name: str) -> str:
    """Give one article on standard input and wait for its line."""
    assert started.stdin is not None and started.stdout is not None
    started.stdin.write(article(name))
    started.stdin.flush()
    read: str = json.loads(started.stdout.readline())["article"]["id"]
    return read


def test_the_first_line_is_out_before_the_last_is_in(command: list[str], environment: dict[str, str]) -> None:
    with process(command, environment, "-", "--format", "jsonl") as started:
        assert [tell(started, name) for name in ("first", "second", "third")] == ["first", "second", "third"]
        out, error = started.communicate(timeout=PATIENCE)
        assert (out, error, started.returncode) == ("", "", 0)


def test_a_stop_from_the_keyboard_leaves_no_traceback(
    command: list[str], environment: dict[str, str]
) -> None:
    with process(command, environment, "-", "--format", "jsonl") as started:
        tell(started, "first")
        started.send_signal(signal.SIGINT)
        _, error = started.communicate(timeout=PATIENCE)
        assert (error.strip(), started.returncode) == ("", 130)


@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_a_reader_who_leaves_early_is_no_error(
    command: list[str], environment: dict[str, str], tmp_path: Path, form: str
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(article(str(number)) for number in range(3000)))
    with process(command, environment, str(many), "--format", form) as started:
        assert started.stdout is not None and started.stderr is not None
        assert started.stdout.readline() != ""
        started.stdout.close()
        assert started.wait(PATIENCE) == 0
        assert started.stderr.read() == ""


@pytest.mark.parametrize(("names", "status"), [(["0.txt"], 0), (["0.txt", "no.txt"], 1), ([], 2)])
def test_the_exit_status_tells_how_it_went(
    command: list[str], environment: dict[str, str], pages: Path, names: list[str], status: int
) -> None:
    with process(command, environment, *(str(pages / name) for name in names)) as started:
        started.communicate(timeout=PATIENCE)
        assert started.returncode == status


def test_a_locale_without_unicode_is_no_error(
    command: list[str], environment: dict[str, str], pages: Path
) -> None:
    (pages / "0.txt").write_text("Čety shelled the pier of Lind on Sunday night.\n", encoding="utf-8")
    with process(command, {**environment, "PYTHONIOENCODING": "ascii"}, str(pages)) as started:
        out, error = started.communicate(timeout=PATIENCE)
        assert (error, started.returncode) == ("", 0)
        assert "* occurred" in out
        assert "?ety" in out


def on_a_terminal(command: list[str], environment: dict[str, str], *arguments: str) -> tuple[str, str]:
    """Standard output, and what a terminal as standard error was sent."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*command, "read", "--reader", "stub", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env={**environment, "TERM": "xterm"},
    ) as started:
        out, _ = started.communicate(timeout=PATIENCE)
    os.close(theirs)
    sent = b""
    try:
        while piece := os.read(ours, 4096):
            sent += piece
    except OSError:  # how Linux says that nobody holds the terminal any more
        pass
    os.close(ours)
    return out, sent.decode()


def test_a_bar_shows_on_a_terminal_when_there_are_many(
    command: list[str], environment: dict[str, str], pages: Path
) -> None:
    out, sent = on_a_terminal(command, environment, str(pages), str(pages / "no.txt"), "--format", "jsonl")
    assert len(out.splitlines()) == 5
    assert "reading" in sent
    assert "5/6" in sent
    assert "reportedly: " in sent


def test_a_few_inputs_have_no_bar(command: list[str], environment: dict[str, str], pages: Path) -> None:
    out, sent = on_a_terminal(command, environment, str(pages / "0.txt"), str(pages / "1.txt"))
    assert "Gunners1" in out
    assert sent == ""


def test_a_page_is_not_poured_into_a_terminal(
    command: list[str], environment: dict[str, str], pages: Path
) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*command, "read", "--reader", "stub", str(pages), "--format", "html"],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        timeout=PATIENCE,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr == "reportedly: a page is no text for a terminal; add --output report.html\n"
