import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.files import FileFeed
from reportedly.collect.parts import Part
from reportedly.schema import Capture
from warc_files import answer, packed, record

PAGE = b"<p>Shells fell on the town at dawn on Thursday, the mayor said, and nobody was hurt.</p>"


def parts(*inputs: Path | str) -> list[Part]:
    return list(FileFeed(inputs).parts())


def test_the_parts_of_a_directory_are_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.jsonl").write_bytes(b'{"id": "a"}\n\n{"id": "b"}\n{"id": "c"}\n')
    (tmp_path / "c.warc.gz").write_bytes(b"".join(packed([record(b"x", kind="metadata"), record(answer(PAGE))])))
    found = parts(tmp_path)
    assert [Path(part.name).name for part in found] == ["a.html", "b.jsonl", "c.warc.gz"]
    assert [part.size for part in found] == [path.stat().st_size for path in sorted(tmp_path.iterdir())]
    positions = [[position for position, _ in part.captures()] for part in found]
    assert positions == [[1], [1, 2, 3], [2]]
    everything = [item for part in found for _, item in part.captures()]
    assert everything == list(FileFeed([tmp_path]).captures())


@given(lines=st.integers(0, 6), start=st.integers(0, 8))
def test_lines_that_are_done_are_passed_over(tmp_path_factory: pytest.TempPathFactory, lines: int, start: int) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_text("".join(json.dumps({"id": str(number)}) + "\n\n" for number in range(lines)) or "{\n")
    (part,) = parts(path)
    assert list(part.captures(start)) == [pair for pair in part.captures() if pair[0] > start]


def test_a_fingerprint_tells_that_a_file_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    seen = set()
    for content in (b"a", b"b", b"aa", bytes(300_000), bytes(300_001), b"a" + bytes(299_999), bytes(299_999) + b"a"):
        path.write_bytes(content)
        (part,) = parts(path)
        (again,) = parts(path)
        assert part.fingerprint == again.fingerprint != ""
        seen.add(part.fingerprint)
    assert len(seen) == 7


def test_what_is_absent_is_a_part_that_is_never_the_same(tmp_path: Path) -> None:
    for given_ in (tmp_path / "absent.txt", f"{tmp_path}/*.txt", tmp_path / "absent.warc"):
        (part,) = parts(given_)
        assert (part.fingerprint, part.size, part.name) == ("", 0, str(given_))
        assert [position for position, _ in part.captures()] in ([0], [1])


def test_standard_input_is_a_part() -> None:
    (part,) = FileFeed(["-"], stdin=io.BytesIO(b"Shells fell.")).parts()
    ((position, item),) = part.captures()
    assert (part.name, part.fingerprint, position) == ("-", "", 1)
    assert isinstance(item, Capture)
