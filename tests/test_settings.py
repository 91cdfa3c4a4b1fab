from pathlib import Path

import pytest

from reportedly.errors import SettingsError
from reportedly.settings import FILE_NAME, Settings, load


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert message.endswith("; see docs/reference/settings.md")
    return message


def test_without_a_file_the_defaults_hold() -> None:
    assert load() == Settings(reader="rules")


def test_the_file_of_the_working_directory_is_read(here: Path) -> None:
    (here / FILE_NAME).write_text('reader = "spoken"\n')
    assert load() == Settings(reader="spoken")


def test_a_file_that_is_named_is_read_in_place_of_it(here: Path) -> None:
    (here / FILE_NAME).write_text('reader = "spoken"\n')
    (here / "other.toml").write_text("")
    assert load(here / "other.toml") == Settings()


def test_an_unknown_key_is_an_error(here: Path) -> None:
    (here / FILE_NAME).write_text('raeder = "rules"\n')
    with pytest.raises(SettingsError, match="unknown field `raeder`"):
        load()


def test_a_value_of_the_wrong_kind_is_an_error(here: Path) -> None:
    path = here / "wrong.toml"
    path.write_text("reader = 3\n")
    assert "Expected `str`, got `int` - at `$.reader`" in refused(path)


@pytest.mark.parametrize("written", [b"reader = ", b"[reader", b"\xff\xfe", b"reader = 'a'\nreader = 'b'"])
def test_a_file_that_is_no_toml_is_an_error(here: Path, written: bytes) -> None:
    path = here / "broken.toml"
    path.write_bytes(written)
    refused(path)


def test_a_file_that_is_named_and_not_there_is_an_error(here: Path) -> None:
    assert "No such file" in refused(here / "absent.toml")


def test_a_directory_is_no_file(here: Path) -> None:
    refused(here)
