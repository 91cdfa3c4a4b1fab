"""JSON in and out: one line of JSON a noun, exactly as the contract of the reading says.

`decode(encode(x), type(x)) == x` for every noun. Unknown keys, codes and kinds are errors.
"""

from inspect import cleandoc
from typing import Any, TypeVar

import msgspec

from reportedly.errors import CodecError
from reportedly.schema import Noun, Reading

N = TypeVar("N", bound=Noun)

_encoder = msgspec.json.Encoder()


def encode(noun: Noun) -> bytes:
    """One line of UTF-8 JSON without a line end.

    Raises:
        CodecError: a text in it is none: half of a surrogate pair cannot be written.

    Examples:
        >>> from reportedly.schema import Issue
        >>> encode(Issue(where="a.html", problem="the file is empty", remedy="save it again"))
        b'{"where":"a.html","problem":"the file is empty","remedy":"save it again"}'
    """
    try:
        return _encoder.encode(noun)
    except UnicodeEncodeError as error:
        raise CodecError(f"a {type(noun).__name__} cannot be written: {error}; mend its text") from error


def decode(data: bytes | str, noun: type[N]) -> N:
    """The noun that `data` holds.

    Raises:
        CodecError: not JSON, or not a `noun`; the message names the place.

    Examples:
        >>> from reportedly.schema import Issue
        >>> issue = Issue(where="a.html", problem="the file is empty", remedy="save it again")
        >>> decode(encode(issue), Issue) == issue
        True
        >>> decode("{}", Reading)
        Traceback (most recent call last):
        reportedly.errors.CodecError: not a Reading: Object missing required field `article`; see ...
    """
    try:
        return msgspec.json.decode(data, type=noun)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise CodecError(f"not a {noun.__name__}: {error}; see docs/reference/reading.md") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading, generated from the records."""
    schema = msgspec.json.schema(Reading)
    for definition in schema.get("$defs", {}).values():
        if "description" in definition:  # Python 3.13 strips the indent of docstrings, and others do not
            definition["description"] = cleandoc(definition["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
