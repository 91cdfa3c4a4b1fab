"""Reads the YAML files under `knowledge/data` into typed records; an unknown key or kind is an error."""

import logging
import re
from importlib.resources import files
from typing import Final, TypeVar

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge import compiled, yamlfile

T = TypeVar("T")
_log = logging.getLogger(__name__)

_ENTRY: Final = re.compile(r"\$\.(entries|offices)\[(\d+)\](?:\.(holders)\[(\d+)\])?")
_NAMES_OF_ENTRY: Final = ("id", "iso3", "name", "text", "office")


def load(name: str, kind: type[T]) -> T:
    """The data file `name` as a `kind`.

    Raises:
        KnowledgeError: the file is missing, is no YAML, or does not fit `kind`.
    """
    try:
        text = files("reportedly").joinpath(f"knowledge/data/{name}").read_bytes()
    except FileNotFoundError as problem:
        raise KnowledgeError(f"knowledge/data/{name} is missing; reinstall the package") from problem
    packed = compiled.packed(name, text)
    if packed is not None:
        try:
            return msgspec.msgpack.decode(packed, type=kind, strict=False)
        except msgspec.ValidationError:
            _log.debug("%s does not fit; its YAML says where", name)
    return parse(name, text.decode("utf-8"), kind)


def names_in(folder: str) -> tuple[str, ...]:
    """The data files of a folder under `knowledge/data`, as `load` takes them, in order.

    Raises:
        KnowledgeError: the folder is missing.
    """
    try:
        found = [each.name for each in files("reportedly").joinpath(f"knowledge/data/{folder}").iterdir()]
    except FileNotFoundError as problem:
        raise KnowledgeError(f"knowledge/data/{folder} is missing; reinstall the package") from problem
    return tuple(f"{folder}/{name}" for name in sorted(found) if name.endswith(".yaml"))


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
    entry = plain[at[1]][int(at[2])]
    row = entry[at[3]][int(at[4])] if at[3] else None
    names = [repr(found) for each in (entry, row) if (found := _called(each)) is not None]
    return f" (entry {', '.join(names)})" if names else ""


def _called(entry: object) -> str | None:
    return next((entry[key] for key in _NAMES_OF_ENTRY if isinstance(entry, dict) and key in entry), None)
