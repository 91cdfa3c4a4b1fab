import logging
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.models.chat.costs import Usage
from reportedly.models.chat.journal import Entry, Journal, Key


def entry(name: str, config: str = "c") -> Entry:
    return Entry(article=name, shown="s", config=config, content="{}", model="m", usage=Usage(requests=1))


def key(name: str, config: str = "c") -> Key:
    return Key(article=name, shown="s", config=config)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of two answers."""
    path = tmp_path / "folder" / "journal.jsonl"
    journal = Journal(path, "c")
    journal.add(entry("a"))
    journal.add(entry("b"))
    return path


def test_what_was_added_is_there_at_once_and_later(path: Path) -> None:
    journal = Journal(path, "c")
    assert journal.get(key("a")) == entry("a")
    assert journal.get(key("x")) is None
    journal.add(entry("x"))
    assert journal.get(key("x")) == Journal(path, "c").get(key("x")) == entry("x")
    assert len(path.read_bytes().splitlines()) == 4


def test_what_was_asked_otherwise_is_of_no_use(path: Path) -> None:
    assert Journal(path, "d").get(key("a")) is None
    assert Journal(path, "d").get(key("a", "d")) is None


def test_without_a_path_nothing_is_kept() -> None:
    journal = Journal(None, "c")
    journal.add(entry("a"))
    assert journal.get(key("a")) is None


@pytest.mark.parametrize("torn", [1, 20, 90])
def test_a_torn_last_line_is_ignored_and_said(path: Path, torn: int, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(path.read_bytes()[:-torn])
    with caplog.at_level(logging.WARNING):
        journal = Journal(path, "c")
    assert "journal.jsonl:3: the last line was not fully written" in caplog.text
    assert journal.get(key("a")) is not None
    assert journal.get(key("b")) is None
    journal.add(entry("b"))
    assert Journal(path, "c").get(key("b")) == entry("b")


@pytest.mark.parametrize("size", [0, 1, 30])
def test_a_journal_that_was_only_just_begun_is_begun_anew(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    journal = Journal(path, "c")
    journal.add(entry("a"))
    assert Journal(path, "c").get(key("a")) == entry("a")


def test_a_broken_line_before_the_last_is_an_error(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b'{"article": 1}\n', *lines[1:]]))
    with pytest.raises(InputError, match=r"journal\.jsonl:2: not an answer: .*; take the line away"):
        Journal(path, "c")


@pytest.mark.parametrize("foreign", [b"notes of mine", b"notes\n", b'{"id": "a"}\n', b"\xff\xfe\n"])
def test_a_file_that_is_no_journal_is_an_error_and_stays_as_it_is(path: Path, foreign: bytes) -> None:
    path.write_bytes(foreign)
    with pytest.raises(InputError, match="no journal of the reader 'chat'; name another journal"):
        Journal(path, "c")
    assert path.read_bytes() == foreign
