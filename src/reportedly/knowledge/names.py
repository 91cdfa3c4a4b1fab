"""Finds known names in a row of words: the longest match, left to right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from reportedly.knowledge.naming import Entry, Name, NameKind, plain, tokens

__all__ = ["Entry", "FoundName", "Name", "NameIndex", "NameKind", "name_index", "tokens"]

_ARTICLES: Final = frozenset({"the", "The", "THE"})
_LIKE_WORDS: Final = frozenset({"IS", "WHO", "RAW", "TIP", "MEND", "AN", "TAK"})
_SHORTEST_SHOUT: Final = 4
_SHORTEST_ACRONYM: Final = 3

_Words = tuple[str, ...]


class FoundName(NamedTuple):
    """A name on the words `[first, last)`."""

    first: int
    last: int
    name: Name


class _Spellings:
    """Rows of words and what they mean, with the lengths to try for a first word, longest first."""

    def __init__(self, rows: Mapping[_Words, Name]) -> None:
        self._names = rows
        lengths: dict[str, set[int]] = {}
        for words in rows:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}
        self.firsts = frozenset(lengths)

    def at(self, row: list[str], at: int) -> Iterator[FoundName]:
        """The names that begin at word `at`, the longest first."""
        for size in self._lengths.get(row[at], ()):
            if at + size > len(row):
                continue
            name = self._names.get(tuple(row[at : at + size]))
            if name is not None:
                yield FoundName(at, at + size, name)


class NameIndex:
    """Known names by their first word.

    Case counts, except in words written in capitals throughout ("KABUL"). Acronyms that read like a word
    ("WHO") do not count among capitals.

    Args:
        entries: spellings; of two alike the first is kept, of bound ones alike all as candidates. Acronyms that
            several share count without "the".
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        free: dict[_Words, Name] = {}
        shared: dict[_Words, list[Entry]] = {}
        for entry in entries:
            words = tuple(map(plain, tokens(entry.text)))
            if entry.bound:
                shared.setdefault(words, []).append(entry)
            else:
                free.setdefault(words, entry.name)
        for words, holders in shared.items():
            if _is_acronym(words) and (name := _shared_name(holders)).candidates:
                free.setdefault(words, name)
        self._free = _Spellings(free)
        self._bound = _Spellings({words: _shared_name(holders) for words, holders in shared.items()})
        self._shouted = _Spellings(_in_capitals(free))
        self._firsts = self._free.firsts | self._bound.firsts | self._shouted.firsts

    def find(self, words: Sequence[str]) -> list[FoundName]:
        """The names in `words`, which are split as by `tokens`; left to right, none overlapping."""
        row = [plain(word) for word in words]
        found: list[FoundName] = []
        end, firsts = 0, self._firsts
        for at, word in enumerate(row):
            if word in firsts and at >= end and (hit := self._at(row, at)) is not None:
                found.append(hit)
                end = hit.last
        return found

    def _at(self, row: list[str], at: int) -> FoundName | None:
        """The longest name that begins at word `at`; of two as long the one that is not bound."""
        word, best, bound, shouted = row[at], None, None, None
        if word in self._free.firsts:
            best = next((hit for hit in self._free.at(row, at) if not _reads_as_word(row, hit)), None)
        if word in self._bound.firsts:
            bound = next((hit for hit in self._bound.at(row, at) if _is_bound(row, hit)), None)
        if word in self._shouted.firsts and word.isupper():
            shouted = next(self._shouted.at(row, at), None)
        for hit in (bound, shouted):
            if hit is not None and (best is None or hit.last > best.last):
                best = hit
        return best


@cache
def name_index() -> NameIndex:
    """The index over all that is known: countries, actors, outlets and installations.

    Raises:
        KnowledgeError: a data file is damaged.
    """
    from reportedly.knowledge.directory import directory  # noqa: PLC0415 - reads the data on first use

    return directory().index


def _shared_name(holders: list[Entry]) -> Name:
    """The name itself where one holds it, else a name of nobody in particular with all as candidates."""
    first = holders[0]
    ids = tuple(dict.fromkeys(entry.name.entity for entry in holders if entry.name.entity is not None))
    if len(ids) == 1:
        return first.name
    return Name(name=first.text, kind=first.name.kind, voice=first.name.voice, candidates=ids)


def _is_acronym(words: _Words) -> bool:
    """Whether a shared name is one that counts without "the": `ADF`."""
    return len(words) == 1 and words[0].isupper() and len(words[0]) >= _SHORTEST_ACRONYM and words[0] not in _LIKE_WORDS


def _in_capitals(free: Mapping[_Words, Name]) -> dict[_Words, Name]:
    """The names as they read in capitals, where these differ and are long enough to be no chance."""
    loud: dict[_Words, Name] = {}
    for words, name in free.items():
        shout = tuple(map(str.upper, words))
        if shout != words and sum(map(len, shout)) >= _SHORTEST_SHOUT:
            loud.setdefault(shout, name)
    return loud


def _is_bound(row: list[str], hit: FoundName) -> bool:
    """Whether a shared name counts: "the" leads it, and no capital behind makes it part of a longer one."""
    led = row[hit.first] in _ARTICLES or (hit.first > 0 and row[hit.first - 1] in _ARTICLES)
    return led and not (hit.last < len(row) and row[hit.last][0].isupper())


def _reads_as_word(row: list[str], hit: FoundName) -> bool:
    """Whether it is an acronym that could be a word, among words written in capitals."""
    if row[hit.first] not in _LIKE_WORDS or hit.last > hit.first + 1:
        return False
    around = (*row[max(hit.first - 1, 0) : hit.first], *row[hit.last : hit.last + 1])
    return any(len(word) > 1 and word.isupper() for word in around)
