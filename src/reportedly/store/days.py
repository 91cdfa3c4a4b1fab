"""How long the times of events are, so that the events of a stretch of days are found by an index."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LONGEST: Final = (0, 31, 366)
"""The most days from earliest to latest, for each spread but the last, which holds all else."""


def spread(earliest: str | None, latest: str | None) -> int | None:
    """Into which class of length a time falls; None where a day is missing.

    Examples:
        >>> spread("2026-03-09", "2026-03-09"), spread("2026-03-01", "2026-03-31"), spread("2020", "2026")
        (0, 1, 3)
    """
    if earliest is None or latest is None:
        return None
    if not (_DAY.fullmatch(earliest) and _DAY.fullmatch(latest)):
        return len(LONGEST)
    try:
        days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days
    except ValueError:
        return len(LONGEST)
    return next((number for number, most in enumerate(LONGEST) if 0 <= days <= most), len(LONGEST))


def starts(since: date) -> Iterator[tuple[int, str]]:
    """For each spread, the first day on which a time may begin that reaches `since`."""
    for number, most in enumerate(LONGEST):
        reach = min(most, (since - date.min).days)
        yield number, (since - timedelta(days=reach)).isoformat()
    yield len(LONGEST), ""
