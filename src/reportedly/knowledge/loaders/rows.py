"""What every loader gives, and the rows of a file with their numbers, so that errors name file and line."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor
from reportedly.knowledge.codes import SUPRANATIONAL
from reportedly.knowledge.countries import by_iso2, by_iso3
from reportedly.knowledge.naming import Entry
from reportedly.knowledge.people import Post
from reportedly.schema import Noun

T = TypeVar("T")


class Bundle(Noun, frozen=True, kw_only=True):
    """What a file adds to what is known: spellings, bodies with their ties, offices with who held them."""

    entries: tuple[Entry, ...] = ()
    actors: tuple[Actor, ...] = ()
    posts: tuple[Post, ...] = ()


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, unpacked where its name ends in `.gz`.

    Raises:
        KnowledgeError: the file cannot be read, or is not in UTF-8.
    """
    try:
        whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return whole.decode("utf-8-sig")
    except (OSError, EOFError) as problem:
        raise KnowledgeError(f"{path}: {problem}") from problem
    except UnicodeDecodeError as problem:
        raise KnowledgeError(f"{path}: is not in UTF-8: {problem}") from problem


def json_lines(path: Path, kind: type[T]) -> Iterator[tuple[int, T]]:
    """The records of a file with one JSON object a line, with their line numbers.

    The brackets and commas of a JSON array with one element a line, as Wikidata's dumps have, are passed over.

    Raises:
        KnowledgeError: a line is no JSON, or no `kind`.
    """
    for number, line in enumerate(text_of(path).splitlines(), 1):
        bare = line.strip().rstrip(",")
        if bare in ("", "[", "]"):
            continue
        try:
            yield number, msgspec.json.decode(bare, type=kind)
        except msgspec.DecodeError as problem:
            raise KnowledgeError(f"{path}:{number}: {problem}") from problem


def made(plain: dict[str, Any], kind: type[T], where: str) -> T:
    """The record that `plain` describes.

    Raises:
        KnowledgeError: it does not; the message begins with `where`.
    """
    try:
        return msgspec.convert(plain, type=kind, strict=False)
    except msgspec.ValidationError as problem:
        raise KnowledgeError(f"{where}: {problem}") from problem


def country_of(code: str, where: str) -> str:
    """ISO 3166 alpha-3 for a code of two or three letters in any case; a supranational prefix stays as it is.

    Raises:
        KnowledgeError: no country has that code.
    """
    upper = code.upper()
    if upper in SUPRANATIONAL or by_iso3(upper) is not None:
        return upper
    found = by_iso2(upper)
    if found is None:
        raise KnowledgeError(f"{where}: {code!r} is the code of no country")
    return found.iso3
