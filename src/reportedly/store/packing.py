"""Nouns and bodies as the column `data` holds them: compressed, and told apart from damage when they are read."""

import zlib
from typing import Final, TypeVar

from reportedly.codec import decode, encode
from reportedly.errors import CodecError, StoreError
from reportedly.schema import Article, Noun, Reading

N = TypeVar("N", bound=Noun)

_LEVEL: Final = 6
_ARTICLE: Final = b'{"article":'
_PROVENANCE: Final = b',"provenance":'
_REMEDY: Final = "run `reportedly store check`, and restore the last backup"


def packed(data: bytes) -> bytes:
    """The bytes, compressed."""
    return zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> bytes:
    """The bytes again.

    Raises:
        StoreError: they are damaged.
    """
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise StoreError(f"a row of the store is damaged: {error}; {_REMEDY}") from error


def pack(noun: Noun) -> bytes:
    """A noun for the column `data`.

    Raises:
        CodecError: a text in it is none.
    """
    return packed(encode(noun))


def unpack(data: bytes, noun: type[N]) -> N:
    """The noun in the column `data`.

    Raises:
        StoreError: it is damaged.
    """
    return _decoded(unpacked(data), noun)


def reading_parts(reading: Reading) -> tuple[bytes, bytes]:
    """A reading without its article, for `join_reading`, and what was read: neither article nor provenance.

    Raises:
        CodecError: a text in it is none.
    """
    whole = encode(reading)
    start = len(_ARTICLE) + len(encode(reading.article))
    end = len(whole) - len(encode(reading.provenance)) - len(_PROVENANCE) - 1
    return whole[start:], whole[start:end]


def join_reading(article: bytes, rest: bytes) -> Reading:
    """The reading of its article, as JSON, and of its own column `data`.

    Raises:
        StoreError: one is damaged.
    """
    return _decoded(_ARTICLE + article + unpacked(rest), Reading)


def article_of(data: bytes | None, name: str) -> Article:
    """The article in the column `data`.

    Raises:
        StoreError: its text was dropped, or is damaged.
    """
    if data is None:
        raise StoreError(f"the text of article {name} was dropped by retention; restore a backup that has it")
    return unpack(data, Article)


def _decoded(data: bytes, noun: type[N]) -> N:
    try:
        return decode(data, noun)
    except CodecError as error:
        raise StoreError(f"a row of the store is damaged: {error}; {_REMEDY}") from error
