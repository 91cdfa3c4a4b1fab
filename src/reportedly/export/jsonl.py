"""Readings -> JSON lines: one line an article, each written out before the next article is read."""

from collections.abc import Iterable
from typing import TextIO

from reportedly import codec
from reportedly.schema import Reading


def write(readings: Iterable[Reading], out: TextIO) -> None:
    """Write one line of JSON a reading, flushed line by line."""
    for reading in readings:
        out.write(f"{codec.encode(reading).decode()}\n")
        out.flush()
