"""When an item came out, in UTC, from the many ways in which feeds write it."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from reportedly.collect import dates
from reportedly.schema import DatePrecision

_UNIX = re.compile(r"\d{9,10}(?:\d{3})?")
_LONGEST = 100


class Said(NamedTuple):
    """What became of a date: `at` in UTC, or `odd` where one was given and cannot be believed or read."""

    at: datetime | None
    odd: bool


def moment(text: str | None, as_of: datetime, fallback: datetime | None = None) -> Said:
    """When `text` says, as known at `as_of`.

    ISO 8601, the dates of mail with two or four digits of the year, English dates, seconds or milliseconds since 1970.
    A time of day without a zone is dropped: the day is the one written, at midnight. A date before 1990, or more than
    a day ahead of `as_of`, is not believed.

    Args:
        text: what the feed holds.
        as_of: when it was fetched, aware.
        fallback: what another parser makes of a text that is none of these.
    """
    stripped = (text or "").strip()[:_LONGEST]
    if not stripped:
        return Said(None, False)
    found = _read(stripped) or fallback
    if found is None or not dates.believable(dates.Moment(at=found, precision=DatePrecision.TIME), as_of):
        return Said(None, True)
    return Said(found, False)


def _read(text: str) -> datetime | None:
    moment = dates.from_iso(text)
    if moment is not None:
        return moment.at
    if _UNIX.fullmatch(text):
        return datetime.fromtimestamp(int(text) / (1000 if len(text) > 10 else 1), UTC)
    english = dates.from_text(text)
    return english.at if english is not None else _of_mail(text)


def _of_mail(text: str) -> datetime | None:
    """A date as mail has it, also with two digits of the year; the day alone where it names no zone."""
    try:
        found = parsedate_to_datetime(text)
        if found.tzinfo is None:
            return found.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        return found.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
