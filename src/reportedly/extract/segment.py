"""Cuts an article's text into paragraphs with their sentences; offsets count from the article's start."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.extract.sentences import bounds
from reportedly.schema import Passage, PassageKind, Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_HEADLINE_WORDS = 25
_WRAPPED_AT = 100
_WRAPPED_LINES = 4
_WRAPPED_SHARE = 0.6

_Bounds = tuple[int, int]


def passages(text: str) -> tuple[Passage, ...]:
    """The paragraphs of `text` in order, each with its sentences.

    A paragraph is a line that is not blank; in a text with hard line breaks, the lines up to a blank one. The
    first paragraph is the headline where it is short, ends without a full stop, and more text follows.
    """
    found = list(_paragraphs(text))
    return tuple(_passage(text, bound, i == 0 and len(found) > 1) for i, bound in enumerate(found))


def _passage(text: str, bound: _Bounds, may_be_headline: bool) -> Passage:
    start, end = bound
    words = text[start:end]
    kind = PassageKind.HEADLINE if may_be_headline and _is_headline(words) else PassageKind.BODY
    sentences = tuple(Span(*sentence) for sentence in bounds(text, start, end))
    return Passage(text=words, start=start, kind=kind, sentences=sentences)


def _is_headline(line: str) -> bool:
    bare = line.rstrip("\"'”’»)")
    return not bare.endswith((".", ":", ",", ";")) and len(line.split()) <= _HEADLINE_WORDS


def _paragraphs(text: str) -> Iterator[_Bounds]:
    lines = list(_lines(text))
    wrapped = _is_wrapped(text, lines)
    open_at: int | None = None
    for i, (start, end) in enumerate(lines):
        begin = start if open_at is None else open_at
        goes_on = i + 1 < len(lines) and _goes_on(text, end, lines[i + 1][0], wrapped)
        open_at = begin if goes_on else None
        if not goes_on:
            yield begin, end


def _lines(text: str) -> Iterator[_Bounds]:
    """The lines that are not blank, without the spaces around them."""
    for line in _LINE.finditer(text):
        words = line.group()
        left = line.start() + len(words) - len(words.lstrip())
        right = line.end() - len(words) + len(words.rstrip())
        if left < right:
            yield left, right


def _is_wrapped(text: str, lines: list[_Bounds]) -> bool:
    """Whether the lines are broken at a fixed width: the longest is short, and most are nearly as long."""
    inner = [end - start for (start, end), (after, _) in pairwise(lines) if _is_single(text, end, after)]
    if len(inner) < _WRAPPED_LINES or max(inner) > _WRAPPED_AT:
        return False
    nearly = 0.75 * max(inner)
    long = sum(length > nearly for length in inner)
    return long > _WRAPPED_SHARE * len(inner)


def _is_single(text: str, end: int, after: int) -> bool:
    gap = text[end:after]
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1


def _goes_on(text: str, end: int, after: int, wrapped: bool) -> bool:
    """Whether the next line belongs to the same paragraph: it does where it goes on in lower case."""
    if not _is_single(text, end, after):
        return False
    return wrapped or (text[after].islower() and text[end - 1] not in ".!?:;\"”’)…")
