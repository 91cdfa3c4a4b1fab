"""Text and marks -> paragraphs of segments: cut at every edge of a mark, so that overlaps need no nesting."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportedly.export.html.marks import LETTERS, Mark, Role
from reportedly.schema import Noun, Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Segment(Noun, frozen=True, kw_only=True):
    """Words between two edges.

    Attributes:
        text: the words, as they stand in the article.
        classes: what they are (`source`, `content`) and for which rows (`k3s`); none for plain text.
        starts: claims whose evidence begins here, by number.
        ends: events whose trigger ends here, by number.
    """

    text: str
    classes: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


Paragraph = tuple[Segment, ...]


def paragraphs(text: str, marks: Sequence[Mark]) -> list[Paragraph]:
    """The paragraphs of `text`, each cut into segments; the blanks between paragraphs are left out."""
    spans = list(paragraph_spans(text))
    first, last = {span.start for span in spans}, {span.end for span in spans}
    starts, ends = _claim_starts(text, marks), _trigger_ends(text, marks)
    edges = first | last | starts.keys() | ends.keys()
    edges |= {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    found: list[list[Segment]] = []
    inside = False
    for start, end, covering in _stretches(sorted(edges), marks):
        if start in first:
            found.append([])
        inside = start in first or (inside and start not in last)
        if inside:
            segment = Segment(
                text=_UNPRINTABLE.sub("\ufffd", text[start:end]),
                classes=classes(covering),
                starts=tuple(starts.get(start, ())),
                ends=tuple(ends.get(end, ())),
            )
            found[-1].append(segment)
    return [tuple(paragraph) for paragraph in found]


def _stretches(edges: Sequence[int], marks: Iterable[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """From each edge to the next, with the marks that cover the stretch."""
    opened: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opened[mark.span.start].append(mark)
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.span.end > start] + opened[start]
        yield start, end, active


def paragraph_spans(text: str) -> Iterator[Span]:
    """Where the paragraphs stand: between blank lines, or between line ends where no line is blank."""
    gap = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = 0
    for found in gap.finditer(text):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _claim_starts(text: str, marks: Iterable[Mark]) -> dict[int, list[int]]:
    """The first letter of the evidence of each claim -> the claims' numbers."""
    starts: dict[int, list[int]] = defaultdict(list)
    for mark in marks:
        if mark.key is not None and mark.role is Role.CONTENT:
            words = mark.span.of(text)
            blanks = len(words) - len(words.lstrip())
            starts[mark.span.start + blanks].append(int(mark.key[1:]))
    return starts


def _trigger_ends(text: str, marks: Iterable[Mark]) -> dict[int, list[int]]:
    """The end of the last letter of each trigger -> the events' numbers."""
    ends: dict[int, list[int]] = defaultdict(list)
    for mark in marks:
        if mark.key is not None and mark.role is Role.TRIGGER:
            ends[mark.span.start + len(mark.span.of(text).rstrip())].append(int(mark.key[1:]))
    return ends


def classes(covering: Iterable[Mark]) -> tuple[str, ...]:
    """The classes of words that all these marks cover: each role once, then each tie to a row."""
    covering = tuple(covering)
    roles = dict.fromkeys(mark.role.value for mark in covering)
    ties = dict.fromkeys(f"{mark.key}{LETTERS[mark.role]}" for mark in covering if mark.key)
    return (*roles, *ties)
