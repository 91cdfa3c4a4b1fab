"""Readings -> JSON lines: one line an article, each written out before the next article is read."""

from collections.abc import Iterable
from typing import TextIO

from reportedly import codec
from reportedly.schema import Reading


def write(readings: Iterable[Reading], out: TextIO) -> int:
    """Write one line of JSON a reading, flushed line by line; gives how many were written."""
    written = 0
    for reading in readings:
        out.write(f"{codec.encode(reading).decode()}\n")
        out.flush()
        written += 1
    return written
