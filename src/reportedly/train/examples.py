"""What the network is trained on: windows with labels, and what is unknown marked so that no loss counts it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reportedly.models.neural.geometry import Range
from reportedly.models.neural.labels import KINDS, LINKS, OUTSIDE, ROLES, Head, Link, Role
from reportedly.models.neural.outputs import Floats
from reportedly.models.neural.windows import Window
from reportedly.schema import Span

UNKNOWN: Final = -1


@dataclass(slots=True)
class Anchor:
    """One anchor with what is known of it; a role that is missing from `roles` is unknown.

    Attributes:
        roles: word ranges of each role.
        blank: for a role, the words of which nothing is known.
        status, mode, voice: numbers of the classes.
        tells: number in `labels.TELLS` of what it tells of that stands elsewhere; told: number of its status there.
        certainty: how sure it sounds, 0 to 1; happened: factuality from -3 to 3; NaN where it is unknown.
    """

    at: Range
    roles: dict[Role, list[Range]] = field(default_factory=dict)
    blank: dict[Role, NDArray[np.bool_]] = field(default_factory=dict)
    status: int = UNKNOWN
    mode: int = UNKNOWN
    voice: int = UNKNOWN
    tells: int = UNKNOWN
    told: int = UNKNOWN
    certainty: float = float("nan")
    happened: float = float("nan")


@dataclass(slots=True)
class Example:
    """A window with its labels.

    Attributes:
        source: the data set it is from.
        tags: of each head that is known, the label of every word, `UNKNOWN` where it is not.
        links: (anchors, anchors, links), int8: 1, 0, or `UNKNOWN`; None where nothing is known.
        hints: what the rules see, (words, hints.WIDTH); None where they were not asked.
        root: number of the sentence's event type; its first two anchors are source and target.
        heads: of each word the number of the word it depends on, its own for the root; relations: what it is to that.
    """

    source: str
    window: Window
    tags: dict[Head, NDArray[np.int64]] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    links: NDArray[np.int8] | None = None
    hints: Floats | None = None
    root: int = UNKNOWN
    heads: NDArray[np.int64] | None = None
    relations: NDArray[np.int64] | None = None

    def place(self, span: Span | None) -> Range | None:
        """The words of the window that the span touches; None where it touches none, or is no span."""
        if span is None:
            return None
        words = self.window.words
        first = bisect_left(words, span.start + 1, key=lambda word: word.span.end)
        end = bisect_left(words, span.end, key=lambda word: word.span.start)
        return (first, end) if first < end else None

    def is_own(self, at: Range) -> bool:
        """Whether the words belong to the window, and not to its context."""
        return at[0] >= self.window.own

    def blank_tags(self, head: Head) -> NDArray[np.int64]:
        """A row of *outside* for the window's own words, unknown for its context."""
        row = np.full(len(self.window.words), OUTSIDE, dtype=np.int64)
        row[: self.window.own] = UNKNOWN
        self.tags[head] = row
        return row


def mark(row: NDArray[np.int64], at: Range, kind: int) -> bool:
    """Write a span's labels into a row of tags, unless a span is there already; says whether it was free."""
    first, end = at
    if (row[first:end] != OUTSIDE).any():
        return False
    row[first:end] = 2 + 2 * kind
    row[first] = 1 + 2 * kind
    return True


def kind_of(head: Head, name: str) -> int:
    """The number of a head's kind."""
    return KINDS[head].index(name)


def role_labels(example: Example) -> NDArray[np.int8]:
    """(anchors, words, 2 * roles): inside and beginning of each role, `UNKNOWN` where nothing is known."""
    words = len(example.window.words)
    found = np.full((len(example.anchors), words, 2 * len(ROLES)), UNKNOWN, dtype=np.int8)
    for number, anchor in enumerate(example.anchors):
        for role, ranges in anchor.roles.items():
            column = 2 * ROLES.index(role)
            found[number, :, column : column + 2] = 0
            for first, end in ranges:
                found[number, first:end, column] = 1
                found[number, first, column + 1] = 1
            if role in anchor.blank:
                found[number, anchor.blank[role], column : column + 2] = UNKNOWN
    return found


def no_links(count: int) -> NDArray[np.int8]:
    """Links among `count` anchors of which nothing is known."""
    return np.full((count, count, len(LINKS)), UNKNOWN, dtype=np.int8)


def link_column(link: Link) -> int:
    """The column of a link."""
    return LINKS.index(link)


def masked(example: Example, known: Iterable[Range]) -> NDArray[np.bool_]:
    """True for every word of the window that lies in none of the ranges."""
    row = np.ones(len(example.window.words), dtype=np.bool_)
    for first, end in known:
        row[first:end] = False
    return row
