"""What a known name means, and how text is split into the words that names are made of."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from reportedly.schema import HopKind, Noun

_WORD: Final = re.compile(
    r"""(?:[A-Za-z]\.){2,}                      # U.S.
      | \d[\d.,:]*\d(?:\w+)? | \d+\w*           # 2,500  10:30  5th
      | \u00ad?\w+(?:[-'’.&\u00ad]\w+)*        # words, hyphenated ones, O'Brien, R&AW
      | \.{3} | [^\w\s\u00ad]                   # punctuation, one by one; a soft hyphen alone is nothing
    """,
    re.VERBOSE,
)
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
        title, terms: the office of a person and its years, such as `2017-2021`.
        candidates: the ids of those that share the name, where several do.
    """

    name: str
    kind: NameKind
    code: str | None = None
    entity: str | None = None
    voice: HopKind | None = None
    country: str | None = None
    operator: str | None = None
    title: str | None = None
    terms: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A spelling of a name; a `bound` one counts only after "the" and not before a capital."""

    text: str
    name: Name
    bound: bool = False


def tokens(text: str) -> list[str]:
    """The words and marks of `text`, as they are written; a possessive 's is a word of its own.

    Examples:
        >>> tokens("Caldria's 2,500 men")
        ['Caldria', "'s", '2,500', 'men']
    """
    found = []
    for word in _WORD.findall(text):
        ending = _POSSESSIVE.search(word) if word[-1] in "sS" else None
        if ending is None:
            found.append(word)
        else:
            found += (word[: ending.start()], word[ending.start() :])
    return found


def plain(word: str) -> str:
    """A word with straight apostrophes and without soft hyphens, as names are compared."""
    return word if word.isascii() else word.translate(_SPELLINGS)
