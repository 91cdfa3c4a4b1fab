"""The stretch of a text that shows best why a search found it, with the spans of the words found."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reportedly.schema import Noun, Span
from reportedly.store.phrases import Wanted
from reportedly.store.tokens import Token, tokens

_SIZE: Final = 32
_BEFORE: Final = 6


class Snippet(Noun, frozen=True, kw_only=True):
    """A stretch of an article's text.

    Attributes:
        span: where it stands in the text, in code points; `words` are its words.
        marks: the words in it that were looked for, in order; none where only the title has them.
    """

    span: Span
    words: str
    marks: tuple[Span, ...]


def snippet(text: str, looked: Wanted) -> Snippet | None:
    """Some 32 words of `text` around as many of the phrases wanted as stand together; None of a text without words.

    Examples:
        >>> from reportedly.store.phrases import parse
        >>> found = snippet("Brigades shelled Oster. Drones hit the air base.", parse('"air base" drone'))
        >>> [mark.of("Brigades shelled Oster. Drones hit the air base.") for mark in found.marks]
        ['Drones', 'air base']
    """
    words = tokens(text)
    if not words:
        return None
    matches = _matches(words, looked)
    first = max(_densest(matches) - _BEFORE, 0)
    shown = words[first : first + _SIZE]
    span = Span(shown[0].span.start, shown[-1].span.end)
    marks = sorted(mark for _, _, mark in matches if span.covers(mark))
    return Snippet(span=span, words=span.of(text), marks=tuple(_apart(marks)))


_Match = tuple[int, int, Span]
"""The place of its first word, the number of the phrase, and what it covers."""


def _matches(words: Sequence[Token], looked: Wanted) -> list[_Match]:
    first = {phrase[0] for phrase in looked.wanted}
    places: dict[str, list[int]] = {}
    for place, (term, _) in enumerate(words):
        if term in first:
            places.setdefault(term, []).append(place)
    found = []
    for number, phrase in enumerate(looked.wanted):
        for place in places.get(phrase[0], ()):
            run = words[place : place + len(phrase)]
            if tuple(word.term for word in run) == phrase:
                found.append((place, number, Span(run[0].span.start, run[-1].span.end)))
    return sorted(found)


def _densest(matches: Sequence[_Match]) -> int:
    """The place from which on most different phrases follow soon; the first of several."""
    best, most = 0, 0
    for index, (place, _, _) in enumerate(matches):
        soon = {number for at, number, _ in matches[index : index + _SIZE] if at < place + _SIZE - _BEFORE}
        if len(soon) > most:
            best, most = place, len(soon)
    return best


def _apart(marks: list[Span]) -> list[Span]:
    """Without those that run into the one before."""
    kept = marks[:1]
    for _, mark in pairwise(marks):
        if mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
