"""How long to wait before a request is sent again: longer each time, by chance from a seed, or as the server says."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

FIRST: Final = 1.0
"""Seconds of the first wait at most."""


def waits(retries: int, longest: float, seed: str) -> Iterator[float]:
    """The seconds to wait before each further try: between half and all of 1, 2, 4 ... and never over `longest`."""
    chance = random.Random(seed)  # noqa: S311 - it spreads requests, it guards nothing
    for number in range(retries):
        yield min(longest, FIRST * 2.0**number) * chance.uniform(0.5, 1.0)


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for, given as seconds or as a date; None where it says nothing."""
    if header is None:
        return None
    said = header.strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
