"""When to come again: what a server asks for, and our own caution after failures."""

import random
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST: Final = 24 * 3600.0
"""The longest time in seconds that anything is put off."""

_FIRST: Final = 60.0
_MOST_DOUBLINGS: Final = 12


def asked(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that a server wants us to wait, at most `LONGEST`; None where it says nothing that can be read.

    Args:
        retry_after: the header of that name: seconds, or a date.
        now: aware, in UTC.
    """
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(max(0.0, (aware - now) / timedelta(seconds=1)), LONGEST)


def after(failures: int, *, seed: int, host: str) -> float:
    """The seconds to leave a host alone after so many failures in a row: a minute, doubled each time, at most a day.

    A part of chance, from half to one and a half, keeps hosts that failed together from being asked together again; the
    same seed, host and number of failures give the same wait.
    """
    doubled = _FIRST * 2.0 ** min(max(failures, 1) - 1, _MOST_DOUBLINGS)
    chance = random.Random(f"{seed} {host} {failures}").uniform(0.5, 1.5)  # noqa: S311 - spreads load, no secret
    return min(doubled * chance, LONGEST)
