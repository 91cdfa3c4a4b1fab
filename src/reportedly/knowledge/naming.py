"""What a known name means, and how text is split into the words that names are made of."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from reportedly.knowledge.abbreviations import abbreviations
from reportedly.schema import HopKind, Noun

_WORD: Final = re.compile(
    r"""(?![ ])(?:                              # nothing begins with a space: one look saves all the others
        (?:[A-Za-z]\.){2,}                      # U.S.
      | \d[\d.,:]*\d(?:\w+)? | \d+\w*           # 2,500  10:30  5th
      | \u00ad?\w+(?:[-'’.&\u00ad]\w+)*        # words, hyphenated ones, O'Brien, R&AW
      | \.{3} | [^\w\s\u00ad]                   # punctuation, one by one; a soft hyphen alone is nothing
    )""",
    re.VERBOSE,
)
_APOSTROPHES: Final = frozenset("'’")
_PLAIN: Final = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’][sS]$")
_SPELLINGS: Final = str.maketrans({"’": "'", "\u00ad": None})


class NameKind(StrEnum):
    """What a name is the name of; an adjective or demonym stands for its country."""

    ACTOR = "actor"
    PLACE = "place"
    OUTLET = "outlet"
    INSTALLATION = "installation"
    ADJECTIVE = "adjective"


class Name(Noun, frozen=True, kw_only=True):
    """What a name means.

    Attributes:
        name: the canonical name.
        code: a place's ISO3 (for a capital with GOV, as it stands for the government), an actor's PLOVER
            code; None for outlets and for places that no one country has.
        entity: the id in its file; ISO3 for countries, `ISO3/name` for towns and people; None where several
            share the name.
        voice: the kind of voice as a source, where that is on record.
        country: ISO3 of where it lies or belongs.
        operator: the code of who runs an installation.
        candidates: the ids of those that share the name, where several do; `entity` is then the one that is meant
            where nothing tells, if any.
    """

    name: str
    kind: NameKind
    code: str | None = None
    entity: str | None = None
    voice: HopKind | None = None
    country: str | None = None
    operator: str | None = None
    candidates: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A spelling of a name; a `bound` one counts only after "the" and not before a capital."""

    text: str
    name: Name
    bound: bool = False


class Token(NamedTuple):
    """A word or mark as it is written, and the code point at which it begins."""

    start: int
    text: str


def split(text: str) -> list[Token]:
    """The words and marks of `text`; a possessive 's is a word of its own, the stop of `Gen.` belongs to it."""
    found: list[Token] = []
    shortened = abbreviations().before_name
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word == "." and found and _ends_at(found[-1], start) and found[-1].text.lower() in shortened:
            found[-1] = Token(found[-1].start, f"{found[-1].text}.")
            continue
        ending = _POSSESSIVE.search(word) if word[-1] in "sS" and word[-2:-1] in _APOSTROPHES else None
        if ending is None:
            found.append(Token(start, word))
        else:
            cut = ending.start()
            found += (Token(start, word[:cut]), Token(start + cut, word[cut:]))
    return found


def tokens(text: str) -> list[str]:
    """The words and marks of `text`, as `split` tells them apart.

    Examples:
        >>> tokens("Caldria's 2,500 men met Gen. Roe")
        ['Caldria', "'s", '2,500', 'men', 'met', 'Gen.', 'Roe']
    """
    if _PLAIN.fullmatch(text):  # as most names are: nothing to tell apart but the words
        return text.split(" ")
    return [token.text for token in split(text)]


def _ends_at(token: Token, place: int) -> bool:
    return token.start + len(token.text) == place


def plain(word: str) -> str:
    """A word with straight apostrophes and without soft hyphens, as names are compared."""
    return word if word.isascii() else word.translate(_SPELLINGS)
