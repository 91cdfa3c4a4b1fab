"""The types of columns: row numbers, keys, texts, moments; what each is in SQLite and in PostgreSQL."""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from math import floor
from typing import Any, Final

from sqlalchemy import BigInteger, Column, Dialect, Integer, MetaData, Text
from sqlalchemy.dialects.postgresql import TEXT
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_LONGEST: Final = 300
_HEAD: Final = 200

metadata: Final = MetaData()
"""Every table of the store but the words, which each database keeps in its own way."""

Number: Final[TypeEngine[int]] = BigInteger().with_variant(Integer(), "sqlite")
"""A row number: the one that SQLite keeps a table by."""

Key: Final[TypeEngine[str]] = Text().with_variant(TEXT(collation="C"), "postgresql")
"""Text that is compared and sorted by its code points, in both databases alike."""


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC, kept as whole microseconds since 1970: exact, and the same in both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """The moment as a number."""
        return None if value is None else microseconds(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The number as a moment."""
        return None if value is None else EPOCH + timedelta(microseconds=int(value))


def microseconds(moment: datetime) -> int:
    """Whole microseconds from 1970 to an aware moment."""
    return (moment - EPOCH) // _MICROSECOND


def came_out(published_at: datetime | None, seen_at: datetime | None, recorded_at: datetime) -> datetime:
    """When a piece came out, as well as that is known: nothing comes out after it was seen or recorded."""
    return min(moment for moment in (published_at, seen_at, recorded_at) if moment is not None)


def row() -> Column[int]:
    """The column of row numbers, by which tables are joined; given by the store, never by the database."""
    return Column("row", Number, primary_key=True, autoincrement=False)


def cell(lat: float, lon: float) -> int:
    """The square of one degree in which a point lies: 0 to 64,979, from the south-west, row by row.

    Examples:
        >>> cell(33.5, 36.3), cell(-90, -180)
        (44619, 0)
    """
    return min(floor(lat) + 90, 179) * 361 + floor(lon) + 180


def plain(text: str | None) -> str | None:
    """`text` as both databases can hold it: PostgreSQL has no NUL, so it becomes U+FFFD.

    The columns are for finding; what was really there stands in `data`.
    """
    return text if text is None else text.replace("\0", "�")


def findable(text: str | None) -> str | None:
    """`text` as a column of type `Key` holds it; queries pass what they look for through it as well.

    Both databases can index what is short and has no NUL; of any other text it is the head and a hash.
    """
    if text is None or (len(text) <= _LONGEST and "\0" not in text):
        return text
    told = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"{text[:_HEAD]}…{told}".replace("\0", "�")
