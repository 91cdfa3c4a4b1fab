from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.knowledge.gazetteer.writer import replacing


def test_a_file_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "g.sqlite"
    with replacing(path) as made:
        made.write_text("new")
        assert not path.exists()
    assert path.read_text() == "new"
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    path.write_text("old")
    with pytest.raises(RuntimeError), replacing(path) as made:
        made.write_text("half")
        raise RuntimeError
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_two_at_once_both_leave_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    with replacing(path) as one, replacing(path) as other:
        assert one != other
        one.write_text("one")
        other.write_text("other")
    assert path.read_text() == "one"


def test_a_folder_that_cannot_be_made_is_an_error_that_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="name another file as gazetteer"), replacing(tmp_path / "file" / "g"):
        pass
