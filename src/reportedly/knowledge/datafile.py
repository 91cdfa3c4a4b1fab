"""Reads the YAML files under `knowledge/data` into typed records; an unknown key or kind is an error."""

import re
from importlib.resources import files
from typing import Final, TypeVar

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge import yamlfile

T = TypeVar("T")

_ENTRY: Final = re.compile(r"\$\.entries\[(\d+)\]")
_NAMES_OF_ENTRY: Final = ("id", "iso3", "name")


def load(name: str, kind: type[T]) -> T:
    """The data file `name` as a `kind`.

    Raises:
        KnowledgeError: the file is missing, is no YAML, or does not fit `kind`.
    """
    try:
        text = files("reportedly").joinpath(f"knowledge/data/{name}").read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise KnowledgeError(f"knowledge/data/{name} is missing; reinstall the package") from problem
    return parse(name, text, kind)


def parse(name: str, text: str, kind: type[T]) -> T:
    """The YAML document `text` as a `kind`; `name` stands in the messages.

    Raises:
        KnowledgeError: the text is no YAML, or does not fit `kind`.
    """
    import yaml  # noqa: PLC0415  (kept out of the start-up of the package)

    try:
        plain = yamlfile.read(text)
    except (yaml.YAMLError, yamlfile.YamlShapeError) as problem:
        raise KnowledgeError(f"knowledge/data/{name} is no YAML: {problem}") from problem
    try:
        return msgspec.convert(plain, type=kind, strict=False)
    except msgspec.ValidationError as problem:
        raise KnowledgeError(f"knowledge/data/{name}: {problem}{_entry(plain, str(problem))}") from problem


def _entry(plain: yamlfile.Plain, problem: str) -> str:
    """Which entry a message means, by its id or name; empty where it means none."""
    at = _ENTRY.search(problem)
    if at is None or not isinstance(plain, dict):
        return ""
    entry = plain["entries"][int(at[1])]
    keys = [key for key in _NAMES_OF_ENTRY if isinstance(entry, dict) and key in entry]
    return f" (entry {entry[keys[0]]!r})" if keys else ""
