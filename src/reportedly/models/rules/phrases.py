"""Longest-first lookup of phrases, which may hold a slot of a few words (`take ... hostage`)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

SLOT: Final = "..."
SLOT_WORDS: Final = 6
_BREAKS: Final = frozenset(",;:.!?\"“”()")

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Phrases by their first two words, so that the many that begin with "be" cost nothing to pass over.

    Args:
        entries: pairs of a phrase, as lower-case words, and what it stands for.
    """

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._single: dict[str, list[T]] = {}
        self._pairs: dict[tuple[str, str], list[tuple[tuple[str, ...], T]]] = {}
        self._slotted: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, meaning in entries:
            if len(words) == 1:
                self._single.setdefault(words[0], []).append(meaning)
            elif words[1] == SLOT:
                self._slotted.setdefault(words[0], []).append((words[2:], meaning))
            else:
                self._pairs.setdefault((words[0], words[1]), []).append((words[2:], meaning))
        self._firsts = frozenset((*self._single, *self._slotted, *(first for first, _ in self._pairs)))
        for group in (*self._pairs.values(), *self._slotted.values()):
            group.sort(key=lambda item: len(item[0]), reverse=True)

    def starts(self, words: Sequence[str]) -> list[int]:
        """The positions at which any phrase may begin."""
        return [position for position, word in enumerate(words) if word in self._firsts]

    def at(self, words: Sequence[str], position: int) -> Iterator[tuple[int, T]]:
        """Every phrase that begins at `position`, the longer first, each with the position after its end."""
        first = words[position]
        if position + 1 < len(words):
            for rest, meaning in self._pairs.get((first, words[position + 1]), ()):
                end = _match(words, position + 2, rest)
                if end:
                    yield end, meaning
            for rest, meaning in self._slotted.get(first, ()):
                end = _match_slot(words, position + 1, rest)
                if end:
                    yield end, meaning
        for meaning in self._single.get(first, ()):
            yield position + 1, meaning


def _match(words: Sequence[str], position: int, rest: tuple[str, ...]) -> int:
    """Where `rest` ends if it stands at `position`; 0 if it does not."""
    size = len(words)
    for index, word in enumerate(rest):
        if word == SLOT:
            return _match_slot(words, position, rest[index + 1 :])
        if position >= size or words[position] != word:
            return 0
        position += 1
    return position


def _match_slot(words: Sequence[str], position: int, rest: tuple[str, ...]) -> int:
    for skipped in range(1, SLOT_WORDS + 1):
        at = position + skipped
        if at >= len(words) or words[at - 1] in _BREAKS:
            return 0
        end = _match(words, at, rest)
        if end:
            return end
    return 0
