"""What the names of inputs become."""

import os
from pathlib import Path

import pytest

from reportedly.collect.inputs import expand, stem
from reportedly.schema import Issue


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("page.html", "page"),
        ("page.html.gz", "page"),
        ("v1.2.txt.gz", "v1.2"),
        ("caf\udce9.txt", "caf\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_an_id_is_the_name_without_its_endings_and_can_be_written(name: str, expected: str) -> None:
    assert stem(name) == expected


def test_an_empty_name_is_not_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Shells fell.")
    (found,) = expand("")
    assert isinstance(found, Issue)
    assert found.problem == "no name of a file"
    assert list(expand(".")) == [Path("a.txt")]


@pytest.mark.parametrize("given", ["", "*"])
def test_a_pipe_is_read_only_where_it_is_named(tmp_path: Path, given: str) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Shells fell.")
    issue, plain = expand(str(tmp_path / given))
    assert issue == Issue(
        where=str(tmp_path / "a.txt"), problem="no plain file", remedy="name it outright to read from it"
    )
    assert plain == tmp_path / "b.txt"
    assert list(expand(str(tmp_path / "a.txt"))) == [tmp_path / "a.txt"]
