"""Passages -> windows: the stretches of word pieces that the encoder reads at once.

A window holds as many whole passages as fit. All but the first window of an article begin with context: the headline
and the words just before, so that "he added" and "the strike" have something to point at. Context is read, not
decoded: each word is decoded in one window only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

from reportedly.errors import InputError
from reportedly.schema import Passage, PassageKind, Span

SIZE: Final = 256
"""The most word pieces in a window, with the two marks at its ends."""
_HEADLINE: Final = 14
_BEFORE: Final = 26
_WORD: Final = re.compile(r"\w+(?:[’']\w+)*|[^\w\s]")
_MASKS: Final = ("[MASK]", "<mask>")
_MARKS: Final = 2
_REMEMBERED: Final = 100_000
_LONGEST: Final = 12
"""The most pieces of one word that are read; more have only addresses and words in letters never seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of an article with its pieces, and the numbers of its sentence and its passage."""

    span: Span
    pieces: tuple[int, ...]
    sentence: int
    passage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What the encoder reads at once.

    Attributes:
        words: context first, then the words to be decoded.
        own: number of the first word that is no context.
    """

    words: tuple[Word, ...]
    own: int

    @property
    def pieces(self) -> int:
        """How many pieces the window has, with the two marks at its ends."""
        return 2 + sum(len(word.pieces) for word in self.words)


class Cutter:
    """Cuts articles into windows with the vocabulary of one encoder.

    Args:
        vocabulary: a `tokenizer.json`; its post-processor says which marks stand at a window's ends.
        size: the most pieces in a window.

    Raises:
        InputError: the file is missing or broken, or puts no marks around a text.
    """

    def __init__(self, vocabulary: Path, size: int = SIZE) -> None:
        try:
            self._tokenizer = Tokenizer.from_file(str(vocabulary))
        except Exception as error:  # the library raises nothing narrower, and this is no subclass of it
            if type(error) is not Exception:
                raise
            raise InputError(str(vocabulary), f"is no tokenizer: {error}", "name a tokenizer.json") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        marks = self._tokenizer.encode("").ids
        if len(marks) != _MARKS:
            problem = f"puts {len(marks)} marks around a text, not {_MARKS}"
            raise InputError(str(vocabulary), problem, "name the tokenizer of an encoder such as BERT or RoBERTa")
        self.first, self.last = int(marks[0]), int(marks[-1])
        masks = (self._tokenizer.token_to_id(name) for name in _MASKS)
        self.mask = next((piece for piece in masks if piece is not None), None)
        self._size = size - _MARKS
        self._known: dict[str, tuple[int, ...]] = {}

    def words(self, passages: Sequence[Passage]) -> list[Word]:
        """The words of an article, in order; what the vocabulary has no piece for is left out."""
        found: list[Word] = []
        sentence = 0
        for number, passage in enumerate(passages):
            for span in passage.sentences:
                text = passage.text[span.start - passage.start : span.end - passage.start]
                for match in _WORD.finditer(text):
                    pieces = self._pieces(match.group())
                    if pieces:
                        place = Span(span.start + match.start(), span.start + match.end())
                        found.append(Word(span=place, pieces=pieces, sentence=sentence, passage=number))
                sentence += 1
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of a word that stands behind a space."""
        pieces = self._known.get(word)
        if pieces is None:
            coded = self._tokenizer.encode(f" {word}", add_special_tokens=False)
            pieces = tuple(coded.ids[:_LONGEST])
            if len(self._known) < _REMEMBERED:
                self._known[word] = pieces
        return pieces

    def cut(self, passages: Sequence[Passage]) -> list[Window]:
        """The windows of an article, in order; none for an article without words."""
        words = self.words(passages)
        headline = [w for w in words if passages[w.passage].kind is PassageKind.HEADLINE and w.passage == 0]
        windows: list[Window] = []
        at = 0
        while at < len(words):
            context = _context(words, headline, at)
            room = self._size - sum(len(word.pieces) for word in context)
            end = _end(words, at, room)
            windows.append(Window(words=(*context, *words[at:end]), own=len(context)))
            at = end
        return windows


def _context(words: Sequence[Word], headline: Sequence[Word], at: int) -> list[Word]:
    """The headline and the words just before `at`, as far as they fit."""
    if at == 0:
        return []
    before = list(_fitting(reversed(words[:at]), _BEFORE))[::-1]
    opening = [word for word in _fitting(iter(headline), _HEADLINE) if not before or word.span < before[0].span]
    return [*opening, *before]


def _fitting(words: Iterator[Word], room: int) -> Iterator[Word]:
    for word in words:
        room -= len(word.pieces)
        if room < 0:
            return
        yield word


def _end(words: Sequence[Word], at: int, room: int) -> int:
    """Where the window that begins at `at` ends: behind a passage, else behind a sentence, else where it is full."""
    full = at + max(1, sum(1 for _ in _fitting(iter(words[at : at + room]), room)))
    if full >= len(words):
        return len(words)
    half = at + (full - at) // 2
    for part in ("passage", "sentence"):
        for end in range(full, half, -1):
            if getattr(words[end], part) != getattr(words[end - 1], part):
                return end
    return full
