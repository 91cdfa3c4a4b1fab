"""Reading dates: ISO 8601, the headers of mail, and English dates that can mean one day only."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from reportedly.schema import DatePrecision

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""A page that says it was published before this is taken not to say when."""

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s*(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.I,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_TIME = (
    r"(?:[\s,|@\u00b7\u2022-]*(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?P<zone>[+-]\d\d:?\d\d|[A-Z]{2,4}\b)?)?"
)
_ENGLISH = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b{_TIME}", re.I),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})\b{_TIME}",
        re.I,
    ),
)
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})(?![\d/.-])")

# Those that mean one zone only: IST, CST and BST mean several, ET and its like change with the season.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "PST": -480, "PDT": -420,
    "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540, "KST": 540, "SAST": 120,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When something was published, aware and in UTC; at midnight where only the day is known."""

    at: datetime
    precision: DatePrecision


def from_iso(text: str) -> Moment | None:
    """The moment that an ISO 8601 date or time says, None where `text` is none.

    A time of day without a zone is dropped, for it could belong to either of two days in UTC; so is midnight
    sharp, which is what programs write who know the day only. The day then is the one that is written.
    """
    found = _ISO.fullmatch(text.strip())
    return None if found is None else _moment(found.groupdict(), int(found["month"]))


def given(text: str) -> Moment | None:
    """The moment that a person or a program gave us in ISO 8601; None where it is none or cannot be.

    As `from_iso`, but an impossible time of day or zone is no date, where a page is believed its day.
    """
    found = _ISO.fullmatch(text.strip())
    if found is None or (found["hour"] and _time_of_day(found.groupdict()) is None):
        return None
    return None if found["zone"] and _zone(found["zone"]) is None else from_iso(text)


def from_text(text: str) -> Moment | None:
    """The first date in a line of English, or in the header of a mail; None where there is none.

    `03/04/2026` is none, for it means two days; `14/03/2026` is one.
    """
    for pattern in _ENGLISH:
        if found := pattern.search(text):
            return _moment(found.groupdict(), _MONTHS[found["month"].lower()])
    if found := _NUMERIC.search(text):
        first, second = int(found["first"]), int(found["second"])
        if first > 12 >= second:
            return _moment({"year": found["year"], "day": found["first"]}, second)
        if second > 12 >= first:
            return _moment({"year": found["year"], "day": found["second"]}, first)
    return None


def believable(moment: Moment, as_of: datetime) -> bool:
    """Whether a page known at `as_of` may have been published then: not before 1990, nor in its future."""
    return EARLIEST <= moment.at <= as_of + timedelta(days=1)


def _moment(parts: dict[str, str | None], month: int) -> Moment | None:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    try:
        date = datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
    zone = _zone(parts.get("zone"))
    time = _time_of_day(parts)
    if zone is None or time is None or not time:
        return Moment(at=date, precision=DatePrecision.DAY)
    try:
        at = (date.replace(tzinfo=zone) + time).astimezone(UTC)
    except OverflowError:
        return None
    return Moment(at=at, precision=DatePrecision.TIME)


def _time_of_day(parts: dict[str, str | None]) -> timedelta | None:
    if parts.get("hour") is None:
        return None
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    half = (parts.get("half") or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    minutes = _ZONES.get(text.upper())
    if minutes is None and text[0] in "+-":
        digits = text[1:].replace(":", "").ljust(4, "0")
        minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if text[0] == "-" else 1)
    return None if minutes is None or abs(minutes) >= 24 * 60 else timezone(timedelta(minutes=minutes))
