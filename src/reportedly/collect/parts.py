"""Parts: what a feed over files is made of, so that work that was broken off goes on where it stopped."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from reportedly.schema import Capture, Issue

Numbered: TypeAlias = Iterator[tuple[int, Capture | Issue]]
"""Captures and issues, each with the position that lies behind it."""

_SAMPLE = 64 * 1024
_UNTOLD = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One file of a feed, or what stands in its place.

    Attributes:
        name: the path, as the captures name it.
        fingerprint: the same exactly as long as the file is; over its size, its first and its last 64 KiB. Empty where
            nothing can tell (an absent file, a pipe): such a part is never the same as before.
        size: bytes of the file; 0 where that cannot be told.
        opened: the captures from a position on.
    """

    name: str
    fingerprint: str
    size: int
    opened: Callable[[int], Numbered]

    def captures(self, start: int = 0) -> Numbered:
        """The captures and issues after the position `start`, each with the position behind it.

        Positions grow; what they count is the part's own affair. The same file gives the same captures at the same
        positions, and what lies before `start` is passed over without being made.
        """
        return self.opened(start)


def of_file(path: Path, opened: Callable[[int], Numbered]) -> Part:
    """The part of one file; nothing but its two ends is read for it."""
    told, size = fingerprint(path)
    return Part(name=str(path), fingerprint=told, size=size, opened=opened)


def of_issue(issue: Issue) -> Part:
    """The part that stands for what could not be found."""
    return Part(name=issue.where, fingerprint=_UNTOLD, size=0, opened=lambda start: counted([issue].__iter__, start))


def counted(made: Callable[[], Iterator[Capture | Issue]], start: int) -> Numbered:
    """The items of `made` from the position `start` on, where a position is how many came before."""
    return enumerate(islice(made(), start, None), start=start + 1)


def fingerprint(path: Path) -> tuple[str, int]:
    """What tells a file from another (32 hexadecimal digits) and its size; empty and 0 where it is no plain file."""
    try:
        if not path.is_file():
            return _UNTOLD, 0
        with path.open("rb") as stream:
            size = path.stat().st_size
            head = stream.read(_SAMPLE)
            stream.seek(max(len(head), size - _SAMPLE))
            tail = stream.read(_SAMPLE)
    except (OSError, ValueError):
        return _UNTOLD, 0
    return hashlib.blake2b(b"%d\n%b%b" % (size, head, tail), digest_size=16).hexdigest(), size
