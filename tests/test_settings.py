from pathlib import Path

import pytest

from reportedly.errors import SettingsError
from reportedly.settings import FILE_NAME, AnswerFormat, ChatSettings, CollectSettings, Settings, load


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
    assert load() == Settings(reader="neural", threads=1)


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


CHAT = '[chat]\nbase_url = "http://127.0.0.1:8000/v1"\nmodel = "m"\n'


def test_the_table_of_the_chat_server_is_read(here: Path) -> None:
    (here / FILE_NAME).write_text(f'{CHAT}timeout = 5\nresponse_format = "auto"\n')
    chat = load().chat
    assert chat == ChatSettings(
        base_url="http://127.0.0.1:8000/v1", model="m", timeout=5.0, response_format=AnswerFormat.AUTO
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tokens = 3", "unknown field `tokens` - at `$.chat`"),
        ('response_format = "xml"', "Invalid enum value 'xml'"),
        ("concurrency = 0", "concurrency must be at least 1, got 0"),
        ("timeout = inf", "timeout must be at least 0.001, got inf"),
        ("temperature = -0.5", "temperature must be at least 0"),
        ("part_size = 10", "part_size must be at least 200"),
        ('journal = ""', "journal must not be empty"),
        ('api_key_env = ""', "api_key_env must not be empty"),
    ],
)
def test_a_wrong_value_in_the_table_is_an_error(here: Path, line: str, said: str) -> None:
    path = here / "wrong.toml"
    path.write_text(f"{CHAT}{line}\n")
    assert said in refused(path)


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://host/v1", "http://", "http://host:port/v1", "http://[", ""])
def test_an_address_that_is_none_of_the_web_is_an_error(url: str) -> None:
    with pytest.raises(ValueError):
        ChatSettings(base_url=url, model="m")


def test_the_table_needs_a_server_and_a_model(here: Path) -> None:
    path = here / "short.toml"
    path.write_text('[chat]\nmodel = "m"\n')
    assert "missing required field `base_url`" in refused(path)


def test_the_table_of_collecting_is_checked(here: Path) -> None:
    table = '[collect]\ncontact = "desk@example.org"\nallow = ["10.2.0.0/16"]\n'
    (here / FILE_NAME).write_text(f'store = "kept.db"\n{table}')
    assert load() == Settings(
        store="kept.db", collect=CollectSettings(contact="desk@example.org", allow=("10.2.0.0/16",))
    )


OUT_OF_RANGE = ['contact = "nobody"', "delay = -1", "largest = 5", "timeout = nan", "connections = 0"]


@pytest.mark.parametrize("wrong", OUT_OF_RANGE)
def test_a_table_of_collecting_that_is_out_of_range_is_an_error(here: Path, wrong: str) -> None:
    path = here / "wrong.toml"
    path.write_text(f"[collect]\n{wrong}\n")
    assert "must be" in refused(path)
