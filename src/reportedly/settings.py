"""`reportedly.toml` -> one frozen `Settings`, read when asked and passed down as values."""

import re
import tomllib
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

import msgspec

from reportedly.errors import SettingsError
from reportedly.schema import Noun

FILE_NAME = "reportedly.toml"


class AnswerFormat(StrEnum):
    """How a chat server is made to answer in JSON; `auto` is `json_schema`, and `json_object` where that is refused."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    AUTO = "auto"


class ChatSettings(Noun, frozen=True, kw_only=True):
    """The table `[chat]`: which server the reader `chat` asks, and how.

    Attributes:
        base_url: where the server's interface begins, such as `http://127.0.0.1:8000/v1`.
        model: the model's name, as the server calls it.
        api_key_env: the name of the environment variable that holds the key; without it no key is sent.
        timeout: seconds without a sign of life after which a request is given up.
        concurrency: how many articles are asked about at once.
        retries: how often a request is sent again that got no answer.
        longest_wait: the most seconds to wait before a request is sent again.
        prompt_price: what a million tokens of the prompt cost, in whichever currency.
        completion_price: what a million tokens of the answer cost.
        max_tokens: the most tokens of one answer.
        temperature: how much chance there is in the answer.
        seed: for the server, and for the chance in the waits.
        response_format: how the server is made to answer in JSON.
        part_size: the most code points of an article in one request; a longer article is asked about in parts.
        journal: the file in which answers are kept, so that none is paid for twice.

    Raises:
        ValueError: the address is none of the web, a name is empty, or a number is out of its range.
    """

    base_url: str
    model: str
    api_key_env: str | None = None
    timeout: float = 120.0
    concurrency: int = 4
    retries: int = 5
    longest_wait: float = 60.0
    prompt_price: float = 0.0
    completion_price: float = 0.0
    max_tokens: int = 8192
    temperature: float = 0.0
    seed: int = 0
    response_format: AnswerFormat = AnswerFormat.JSON_SCHEMA
    part_size: int = 12_000
    journal: str | None = None

    def __post_init__(self) -> None:
        address = urlsplit(self.base_url)
        if address.scheme not in {"http", "https"} or not address.hostname or address.port == 0:
            raise ValueError(f"base_url must be an address such as http://127.0.0.1:8000/v1, got {self.base_url!r}")
        for name in ("model", "api_key_env", "journal"):
            if getattr(self, name) == "":
                raise ValueError(f"{name} must not be empty")
        for name, least in _LEAST.items():
            value = getattr(self, name)
            if not (isfinite(value) and value >= least):
                raise ValueError(f"{name} must be at least {least}, got {value}")


_LEAST: Final = {
    "timeout": 0.001,
    "concurrency": 1,
    "retries": 0,
    "longest_wait": 0,
    "prompt_price": 0,
    "completion_price": 0,
    "max_tokens": 1,
    "temperature": 0,
    "part_size": 200,
}


class CollectSettings(Noun, frozen=True, kw_only=True):
    """The table `[collect]`: how pages and feeds are fetched.

    Attributes:
        contact: an address of mail or the web under which whoever runs a site can reach you; nothing is crawled
            without.
        allow: networks (`10.2.0.0/16`), addresses or hosts, each with or without a port, that may be fetched though
            they are not public; for feeds within a house, and for tests.
        delay: seconds between two requests to one host, where its robots.txt asks for no more.
        timeout: seconds without a sign of life after which a request is given up; `deadline` for the whole of it.
        largest: the most bytes of one answer, as it comes and decompressed.
        redirects: the most redirects that are followed.
        connections: how many hosts are asked at once.
        items: the most items of one feed that are looked at.

    Raises:
        ValueError: `contact` is no address, or a number is out of its range.
    """

    contact: str | None = None
    allow: tuple[str, ...] = ()
    delay: float = 5.0
    timeout: float = 30.0
    deadline: float = 60.0
    largest: int = 5 * 1024 * 1024
    redirects: int = 5
    connections: int = 8
    items: int = 500

    def __post_init__(self) -> None:
        if self.contact is not None and not _CONTACT.fullmatch(self.contact):
            raise ValueError(f"contact must be an address such as desk@example.org, got {self.contact!r}")
        for name, least in _LEAST_COLLECT.items():
            value = getattr(self, name)
            if not (isfinite(value) and value >= least):
                raise ValueError(f"{name} must be at least {least}, got {value}")


_CONTACT: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|https?://[^\s/]+\.[^\s]+")
_LEAST_COLLECT: Final = {
    "delay": 0,
    "timeout": 0.001,
    "deadline": 0.001,
    "largest": 1024,
    "redirects": 0,
    "connections": 1,
    "items": 1,
}


class Settings(Noun, frozen=True, kw_only=True):
    """What a user may set for all commands.

    Attributes:
        reader: name of the reader, as `--reader` takes it.
        threads: how many articles the reader `neural` reads at once; as many as there are cores to spare.
        weights: a folder that a training run wrote, for the reader `neural`; None for the weights in the package.
        gazetteer: the file of places that readers take coordinates from; None for the one in the user's data folder.
        chat: the server that the reader `chat` asks; None where the file has no such table.
        knowledge: files that add actors, people and offices to what the package knows.
        store: where everything is kept: a path, or the address of a PostgreSQL database; None for the file in the
            user's data folder.
        collect: how pages and feeds are fetched.

    Raises:
        ValueError: `gazetteer` or `store` is empty.
    """

    reader: str = "neural"
    threads: Annotated[int, msgspec.Meta(ge=1, le=256)] = 1
    weights: str | None = None
    gazetteer: str | None = None
    chat: ChatSettings | None = None
    knowledge: tuple[str, ...] = ()
    store: str | None = None
    collect: CollectSettings = CollectSettings()

    def __post_init__(self) -> None:
        for name in ("gazetteer", "store"):
            if getattr(self, name) == "":
                raise ValueError(f"{name} must not be empty")


DEFAULTS: Final = Settings()
"""What holds where there is no file."""


def load(path: Path | None = None) -> Settings:
    """The settings in `path`, or in `reportedly.toml` of the working directory; defaults where that is absent.

    Raises:
        SettingsError: `path` cannot be read, is not TOML, or holds an unknown key or a wrong kind of value.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.exists():
            return DEFAULTS
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(values, Settings)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path}: {error}; see docs/reference/settings.md") from error
