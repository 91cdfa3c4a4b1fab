"""Reads the YAML files under `knowledge/data` into typed records; an unknown key or kind is an error."""

from importlib.resources import files
from typing import TypeVar

import msgspec

from reportedly.errors import KnowledgeError

T = TypeVar("T")


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

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return msgspec.convert(yaml.load(text, loader), type=kind)  # noqa: S506  (a safe loader either way)
    except yaml.YAMLError as problem:
        raise KnowledgeError(f"knowledge/data/{name} is no YAML: {problem}") from problem
    except msgspec.ValidationError as problem:
        raise KnowledgeError(f"knowledge/data/{name}: {problem}") from problem
