import gzip
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.collect.files import FileFeed
from reportedly.schema import Article, Capture, Issue

TEXT = b"Shells fell on the town.\n\nNobody was hurt, the mayor said.\n"


def captures(*inputs: Path | str) -> list[Capture | Issue]:
    return list(FileFeed(inputs).captures())


def test_bad_input_is_one_issue_each_and_the_rest_is_read(
    tmp_path: Path, collect: Callable[..., list[Article | Issue]]
) -> None:
    packed = gzip.compress(TEXT * 100)
    bad = {
        "cut.txt.gz": packed[:-20],
        "damaged.txt.gz": packed[:30] + b"\xff" * 20 + packed[50:],
        "document.pdf": b"%PDF-1.7 ...",
        "empty.html": b"",
        "empty.jsonl": b"\n\n",
        "feed.xml": b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>",
        "letter.docx": b"PK\x03\x04....",
        "mail.mhtml": b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\n\n",
        "picture.html": b"\x89PNG\r\n\x1a\n....",
    }
    inputs: list[str] = []
    for name, body in bad.items():
        (tmp_path / name).write_bytes(body)
        inputs.append(str(tmp_path / name))
    good = tmp_path / "good.txt"
    good.write_bytes(TEXT)
    found = collect(*inputs, tmp_path / "missing.txt", tmp_path / "*.none", good)
    assert [type(item) for item in found] == [Issue] * (len(bad) + 2) + [Article]
    for item, where in zip(found, [*inputs, str(tmp_path / "missing.txt")], strict=False):
        assert isinstance(item, Issue)
        assert item.where == where
        assert item.problem
        assert item.remedy


def test_a_directory_without_articles_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    (found,) = captures(tmp_path)
    assert isinstance(found, Issue)
    assert found.problem == "no articles in this directory"


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(13, "Permission denied"), "not allowed to read it"),
        (OSError(5, "Input/output error"), "cannot be read (input/output error)"),
    ],
)
def test_an_unreadable_file_is_an_issue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, problem: str
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)

    def refuse(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = captures(tmp_path / "a.txt")
    assert isinstance(found, Issue)
    assert found.problem == problem


def test_an_unreadable_directory_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", refuse)
    (found,) = captures(tmp_path)
    assert isinstance(found, Issue)
    assert found.problem == "not allowed to read it"


@pytest.mark.parametrize("name", ["x" * 5000 + ".txt", "a\0b.txt"])
def test_a_name_that_no_system_takes_is_an_issue(name: str) -> None:
    (found,) = captures(name)
    assert isinstance(found, Issue)


def test_a_text_of_one_long_line_is_read(collect: Callable[..., list[Article | Issue]], tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The army said that shells fell on the town. " * 45_000)
    (found,) = collect(path)
    assert isinstance(found, Article)
    assert len(found.text) > 1_900_000


def test_a_line_over_the_cap_is_an_issue_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(b'{"id": "a"}\n' + b"x" * (21 * 2**20) + b'\n{"id": "b"}\n')
    found = captures(path)
    assert [type(item) for item in found] == [Capture, Issue, Capture]
    assert [item.name if isinstance(item, Capture) else item.where for item in found] == [
        f"{path}:{n}" for n in (1, 2, 3)
    ]


def test_more_than_the_cap_is_an_issue_and_not_held(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(bytes(200 * 2**20), compresslevel=1))
    tracemalloc.start()
    found = captures(path, bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.problem for item in found if isinstance(item, Issue)] == ["more than 20 MiB for one article"] * 2
    assert peak < 70_000_000
