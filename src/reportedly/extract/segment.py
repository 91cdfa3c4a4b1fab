"""Cuts an article's text into paragraphs with their sentences; offsets count from the article's start."""

import re

from reportedly.extract.sentences import bounds
from reportedly.schema import Passage, PassageKind, Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_HEADLINE_WORDS = 25


def passages(text: str) -> tuple[Passage, ...]:
    """The paragraphs of `text` in order, each with its sentences.

    A paragraph is a line that is not blank. The first is the headline where it is short, ends without a full
    stop, and more text follows.
    """
    found = [(start, end) for start, end in _paragraphs(text)]
    kinds = [PassageKind.BODY] * len(found)
    if len(found) > 1 and _is_headline(text[found[0][0] : found[0][1]]):
        kinds[0] = PassageKind.HEADLINE
    return tuple(_passage(text, start, end, kind) for (start, end), kind in zip(found, kinds, strict=True))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found = []
    for line in _LINE.finditer(text):
        words = line.group()
        left = line.start() + len(words) - len(words.lstrip())
        right = line.end() - len(words) + len(words.rstrip())
        if left < right:
            found.append((left, right))
    return found


def _passage(text: str, start: int, end: int, kind: PassageKind) -> Passage:
    sentences = tuple(Span(*bound) for bound in bounds(text, start, end))
    return Passage(text=text[start:end], start=start, kind=kind, sentences=sentences)


def _is_headline(line: str) -> bool:
    bare = line.rstrip("\"'”’»)")
    return not bare.endswith((".", ":", ",", ";")) and len(line.split()) <= _HEADLINE_WORDS
