"""Longest-first lookup of phrases, which may hold a slot of a few words (`take ... hostage`)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

SLOT: Final = "..."
SLOT_WORDS: Final = 6
_BREAKS: Final = frozenset(",;:.!?\"“”()")

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Phrases by their first word.

    Args:
        entries: pairs of a phrase, as lower-case words, and what it stands for.
    """

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, meaning in entries:
            self._by_first.setdefault(words[0], []).append((words[1:], meaning))
        for group in self._by_first.values():
            group.sort(key=lambda item: len(item[0]), reverse=True)

    def at(self, words: Sequence[str], position: int) -> Iterator[tuple[int, T]]:
        """Every phrase that begins at `position`, longest first, each with the position after its end."""
        for rest, meaning in self._by_first.get(words[position], ()):
            end = _match(words, position + 1, rest)
            if end:
                yield end, meaning


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
