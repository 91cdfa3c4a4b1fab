import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.collect import formats
from reportedly.collect.files import FileFeed
from reportedly.schema import Capture, Issue

TEXT = b"Shells fell on the town.\n\nNobody was hurt, the mayor said.\n"


class Arrivals:
    """A stream that gives one piece at a time and remembers how many were asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces
        self.taken = 0

    def read1(self, size: int, /) -> bytes:
        piece = next(self.pieces, b"")
        assert len(piece) <= size
        self.taken += 1
        return piece


def captures(*inputs: Path | str) -> list[Capture | Issue]:
    return list(FileFeed(inputs).captures())


def names(found: list[Capture | Issue]) -> list[str]:
    return [item.name if isinstance(item, Capture) else item.where for item in found]


def test_a_file_is_one_capture_with_its_name_as_id(tmp_path: Path) -> None:
    path = tmp_path / "v1.2.txt"
    path.write_bytes(TEXT)
    assert captures(path) == [Capture(name=str(path), id="v1.2", media_type=formats.TEXT, body=TEXT)]


@pytest.mark.parametrize("name", ["a.html.gz", "a.html", "a.HTML.GZ", "a"])
def test_gzip_is_known_by_its_bytes_whatever_the_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"<html><p>Shells fell.</p></html>"))
    (found,) = captures(path)
    assert isinstance(found, Capture)
    assert (found.id, found.media_type, found.body) == ("a", formats.PAGE, b"<html><p>Shells fell.</p></html>")


def test_a_directory_is_searched_in_order_with_its_sub_directories(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.md", "sub/deep/d.txt.gz", "picture.png", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)
    found = [Path(name).relative_to(tmp_path).as_posix() for name in names(captures(tmp_path))]
    assert found == ["a.html", "b.txt", "sub/c.md", "sub/deep/d.txt.gz"]


def test_the_parts_that_a_browser_saves_beside_a_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<p>x</p>")
    for folder in ("page_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_bytes(b"<p>x</p>")
    assert [Path(name).parent.name for name in names(captures(tmp_path))] == ["other_files", tmp_path.name]


def test_a_quoted_pattern_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html", "sub/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    assert [Path(name).name for name in names(captures(f"{tmp_path}/*.txt"))] == ["a.txt", "b.txt"]
    assert [Path(name).name for name in names(captures(f"{tmp_path}/**/d.txt"))] == ["d.txt"]
    assert [Path(name).name for name in names(captures(f"{tmp_path}/s*"))] == ["d.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "what[1]?.txt"
    path.write_bytes(TEXT)
    assert names(captures(path)) == [str(path)]


def test_each_line_of_json_lines_is_a_capture_that_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "a"}\n\n{"id": "b"}\r\n{"id": "c"}')
    found = captures(path)
    assert names(found) == [f"{path}:1", f"{path}:3", f"{path}:4"]
    assert [item.body for item in found if isinstance(item, Capture)] == [
        b'{"id": "a"}',
        b'{"id": "b"}\r',
        b'{"id": "c"}',
    ]
    assert {item.media_type for item in found if isinstance(item, Capture)} == {formats.LINES}


def test_json_lines_in_utf_16_are_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes('{"id": "ä"}\n{"id": "b"}\n'.encode("utf-16"))
    assert [json.loads(item.body)["id"] for item in captures(path) if isinstance(item, Capture)] == ["ä", "b"]


@pytest.mark.parametrize("opening", ["{\n", "[\n"])
def test_json_over_several_lines_is_one_issue(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "pretty.jsonl"
    path.write_text(opening + '  "id": "a",\n  "text": "b"\n' * 50)
    (found,) = captures(path)
    assert isinstance(found, Issue)
    assert found.problem == "JSON over several lines"


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b'  {"id": "a", "text": "b"}\n', formats.LINES),
        (b"\xef\xbb\xbf<!doctype html><p>Shells fell.", formats.PAGE),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html><p>x", formats.PAGE),
        ("<!doctype html><p>Shells fell.".encode("utf-16"), formats.PAGE),
        (b"Shells fell < 3 km away", formats.TEXT),
        (b"<3 is no markup", formats.TEXT),
    ],
)
def test_the_format_of_standard_input_is_told_from_its_first_bytes(head: bytes, media_type: str) -> None:
    (found,) = FileFeed(["-"], stdin=io.BytesIO(head)).captures()
    assert isinstance(found, Capture)
    assert (found.media_type, found.id) == (media_type, None)


HEADS = {
    formats.PAGE: b"<!-- saved from url=(0019)https://example.org -->\n<html><p>Shells fell.</p></html>",
    formats.TEXT: b"This is no page.\n\nShells < fell.",
    formats.LINES: b'\xef\xbb\xbf \n{"id": "a", "text": "b"}\n',
}


@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
@pytest.mark.parametrize("media_type", HEADS)
def test_the_format_is_the_same_however_the_bytes_arrive(media_type: str, size: int) -> None:
    whole = HEADS[media_type]
    stream = Arrivals(whole[at : at + size] for at in range(0, len(whole), size))
    (found,) = FileFeed(["-"], stdin=stream).captures()
    assert isinstance(found, Capture)
    assert found.media_type == media_type


@pytest.mark.parametrize("size", [1, 4, 4096])
@pytest.mark.parametrize(
    ("whole", "kind"), [(b"{\\rtf1 Shells fell.}", "Rich Text"), (b"\xef\xbb\xbf<?xml?><rss version='2.0'>", "feed")]
)
def test_a_foreign_format_is_told_however_the_bytes_arrive(whole: bytes, kind: str, size: int) -> None:
    stream = Arrivals(whole[at : at + size] for at in range(0, len(whole), size))
    (found,) = FileFeed(["-"], stdin=stream).captures()
    assert isinstance(found, Issue)
    assert kind in found.problem


def test_standard_input_of_the_process_is_read_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    (found,) = captures("-")
    assert isinstance(found, Capture)
    assert (found.name, found.body) == ("-", TEXT)


def test_no_standard_input_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert names(captures("-")) == ["-"]


@pytest.mark.parametrize("packed", [False, True])
def test_lines_come_from_a_pipe_as_they_arrive(packed: bool) -> None:
    def endless() -> Iterator[bytes]:
        number = 0
        while True:
            number += 1
            line = json.dumps({"id": str(number), "text": "Shells fell."}).encode() + b"\n"
            yield gzip.compress(line) if packed else line

    stream = Arrivals(endless())
    feed = FileFeed(["-"], stdin=stream).captures()
    for number in range(1, 6):
        found = next(feed)
        assert isinstance(found, Capture)
        assert json.loads(found.body)["id"] == str(number)
        assert stream.taken <= number + 1


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(TEXT)
    opened: list[str] = []
    real = Path.open

    def spy(self: Path, *args: object, **kwargs: object) -> object:
        opened.append(self.name)
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", spy)
    feed = FileFeed([tmp_path]).captures()
    assert opened == []
    next(feed)
    assert opened == ["a.txt"]


def test_memory_stays_flat_over_many_files(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_bytes(TEXT * 400)
    tracemalloc.start()
    count = sum(isinstance(item, Capture) for item in FileFeed([tmp_path]).captures())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 400
    assert peak < 2_000_000


def test_memory_stays_flat_over_a_long_file_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl.gz"
    line = json.dumps({"id": "a", "text": "Shells fell. " * 80}).encode() + b"\n"
    path.write_bytes(gzip.compress(line * 20_000))
    tracemalloc.start()
    count = sum(isinstance(item, Capture) for item in FileFeed([path]).captures())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 2_000_000


@pytest.mark.parametrize(
    ("files", "total"),
    [
        (["a.txt", "b.html.gz"], 2),
        (["a.txt", "b.jsonl"], None),
        (["a.jsonl.gz"], None),
        ([], 1),
    ],
)
def test_the_total_is_known_where_no_lines_are_read(tmp_path: Path, files: list[str], total: int | None) -> None:
    for name in files:
        (tmp_path / name).write_bytes(TEXT)
    assert FileFeed([tmp_path]).total() == total
    assert FileFeed([tmp_path, "-"]).total() is None


def test_links_to_directories_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [Path(name).name for name in names(captures(tmp_path))] == ["a.txt"]
