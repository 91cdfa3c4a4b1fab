"""Texts as words for the search: cut and folded here, so that both databases find the same.

A word is a run of letters and digits of any script with the marks on them, folded: without marks, in small letters.
Scripts that part no words (Chinese, Japanese, Thai) give one word a run.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

_MOST_POSITIONS: Final = 256
_LAST_POSITION: Final = 16_383
_LARGEST: Final = 900_000
"""PostgreSQL's limits: positions of one word, the last position that it tells apart, and nearly 1 MB for a text."""
_LONGEST: Final = 100
_GAP: Final = 10
"""Positions between title and text, so that no phrase runs over both."""


class Word(NamedTuple):
    """A word of a text: folded, and where it stands, in code points."""

    word: str
    start: int
    end: int


def cut(text: str) -> Iterator[Word]:
    """The words of a text, in order; one of more than 100 letters is clipped.

    Examples:
        >>> [each.word for each in cut("Al-Ḥudaydah’s port, 12 March")]
        ['al', 'hudaydah', 's', 'port', '12', 'march']
    """
    for match in _pattern().finditer(text):
        word = fold(match[0])
        if word:
            yield Word(word, match.start(), match.end())


def fold(word: str) -> str:
    """One word without marks, in small letters."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if letter.isalnum())[:_LONGEST].casefold()


def joined(text: str | None) -> str:
    """The words of a text parted by blanks, for SQLite's FTS5."""
    return " ".join(each.word for each in cut(text or ""))


def lexemes(title: str | None, text: str) -> str:
    """The words of a title and a text as PostgreSQL writes a `tsvector`; those of the title have the weight A."""
    places: dict[str, list[str]] = {}
    size = position = 0
    for part, weight in ((title or "", "A"), (text, "")):
        for each in cut(part):
            position += 1
            known = places.setdefault(each.word, [])
            size += 0 if known else len(each.word.encode()) + 8
            if size > _LARGEST:
                return _written(places)
            if len(known) < _MOST_POSITIONS:
                known.append(f"{min(position, _LAST_POSITION)}{weight}")
                size += 2
        position += _GAP
    return _written(places)


def _written(places: dict[str, list[str]]) -> str:
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items() if at)


@cache
def _pattern() -> re.Pattern[str]:
    marks = "".join(re.escape(chr(code)) for code in range(0x300, 0x10000) if _is_mark(chr(code)))
    return re.compile(rf"[^\W_]+(?:[{marks}]+[^\W_]*)*")


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"
