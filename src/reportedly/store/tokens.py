"""Text -> the words that full-text search goes by: small letters without marks, as stems, each with its span.

Both kinds of database index what is made here, so that the same words find the same articles in both.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.knowledge.folding import normal
from reportedly.schema import Span
from reportedly.store.stems import stem

_MARKS: Final = "".join(chr(code) for code in range(0x300, 0x3000) if unicodedata.category(chr(code))[0] == "M")
_SILENT: Final = "\u00ad\u200c\u200d\u2060\ufe0e\ufe0f"
"""Soft hyphens, joiners and choosers of a form, which stand inside words and are not seen."""
_APOSTROPHES: Final = "'’‘`´ʼʻʿʾ"
_ALONE: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Scripts that write no blanks between words: each letter is a word, and a word a phrase."""
_LETTER: Final = rf"[^\W_{_ALONE}][{_MARKS}{_SILENT}]*"
_WORD: Final = re.compile(
    rf"[{_ALONE}](?<=\w)[{_MARKS}]*|(?:{_LETTER})+(?:(?<=[^\W_]{{2}})[{_APOSTROPHES}](?!s\b|S\b)(?:{_LETTER})+)*"
)
_LONGEST: Final = 64
_REMEMBERED: Final = 1 << 17


class Token(NamedTuple):
    """One word of a text: what it is found by, and where it was found."""

    term: str
    found: re.Match[str]

    @property
    def span(self) -> Span:
        """The code points that it covers; made for the few words that need it."""
        return Span(*self.found.span())


def tokens(text: str) -> list[Token]:
    """The words of a text in order, each with its span.

    Examples:
        >>> [token.term for token in tokens("Sana'a's militias - Łódź, 40 rockets")]
        ['sanaa', 's', 'militia', 'lodz', '40', 'rocket']
    """
    made = [Token(_term(found[0]), found) for found in _WORD.finditer(text)]
    return [token for token in made if token.term]


def terms(text: str) -> list[str]:
    """What the words of a text are found by, in order."""
    return [term for term in map(_term, _WORD.findall(text)) if term]


@lru_cache(maxsize=_REMEMBERED)
def _term(word: str) -> str:
    for silent in _SILENT:
        word = word.replace(silent, "")
    return stem(normal(word).replace(" ", ""))[:_LONGEST]
