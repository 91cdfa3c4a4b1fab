"""Cursors: where a page ended, as one opaque word that fits the query it was made for and no other."""

import base64
import binascii
from hashlib import blake2b
from typing import Final

import msgspec

from reportedly.errors import UsageError

Key = tuple[int | float | str | None, ...]
"""The values that a row is ordered by, the first first."""

_VERSION: Final = 1
_CHECK: Final = 6
_LONGEST: Final = 2048


class _Cursor(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    version: int
    query: str
    key: tuple[int | float | str | None, ...]


def mark(asked: bytes) -> str:
    """A short hash of what was asked: the query and what it is asked of.

    Examples:
        >>> mark(b"claims") == mark(b"claims"), mark(b"claims") == mark(b"events")
        (True, False)
    """
    return blake2b(asked, digest_size=8).hexdigest()


def write(key: Key, query: str) -> str:
    """The cursor behind the row with this key.

    Args:
        key: what the last row of a page is ordered by.
        query: the `mark` of what was asked.

    Examples:
        >>> read(write((7, None, "a"), "q"), "q")
        (7, None, 'a')
    """
    body = msgspec.json.encode(_Cursor(_VERSION, query, key))
    return base64.urlsafe_b64encode(_check(body) + body).decode().rstrip("=")


def read(cursor: str, query: str) -> Key:
    """The key that `write` put in.

    Raises:
        UsageError: it is no cursor, was changed on its way, or belongs to another query.
    """
    made = _opened(cursor)
    if made.query != query:
        raise UsageError("the cursor belongs to another query; ask for the first page of this one")
    return made.key


def _opened(cursor: str) -> _Cursor:
    broken = "this is no cursor of a page; take it as the page gave it, or ask for the first page"
    if len(cursor) > _LONGEST or not cursor.isascii():
        raise UsageError(broken)
    try:
        data = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        body = data[_CHECK:]
        if data[:_CHECK] != _check(body):
            raise UsageError(broken)
        made = msgspec.json.decode(body, type=_Cursor)
    except (binascii.Error, msgspec.MsgspecError, ValueError) as error:
        raise UsageError(broken) from error
    if made.version != _VERSION:
        raise UsageError("the cursor was made by another version; ask for the first page")
    return made


def _check(body: bytes) -> bytes:
    """Not a signature: a cursor opens nothing that the query does not; it tells slips and other queries apart."""
    return blake2b(body, digest_size=_CHECK, person=b"reportedly page").digest()
