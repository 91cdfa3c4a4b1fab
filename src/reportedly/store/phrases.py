"""What a person types to search -> what is looked for, and that in the languages of both kinds of database."""

import re
from typing import Final

from reportedly.schema import Noun
from reportedly.store.tokens import terms

_QUOTES: Final = '"“”„«»'
_PART: Final = re.compile(
    rf"(?P<less>(?<!\S)[-−–])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s{_QUOTES}]+))"
)
_MOST: Final = 64


class Wanted(Noun, frozen=True, kw_only=True):
    """What is looked for: phrases of one term or several.

    Attributes:
        wanted: all of them must be there.
        excluded: none of them may be there.
    """

    wanted: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()


def parse(words: str) -> Wanted:
    """What somebody means who types these words; whatever means nothing is passed over, and nothing is an error.

    Words must all be there; words in quotation marks in this order; a word or a quotation behind a minus must not.
    Only the first 64 parts count.

    Examples:
        >>> parse('drones "air base" -denied')
        Wanted(wanted=(('drone',), ('air', 'base')), excluded=(('deni',),))
    """
    wanted: dict[tuple[str, ...], None] = {}
    excluded: dict[tuple[str, ...], None] = {}
    for found in _PART.finditer(words):
        phrase = tuple(terms(found["phrase"] if found["phrase"] is not None else found["word"]))
        if phrase and len(wanted) + len(excluded) < _MOST:
            (excluded if found["less"] else wanted)[phrase[:_MOST]] = None
    return Wanted(wanted=tuple(wanted), excluded=tuple(excluded))


def to_fts5(looked: Wanted) -> str | None:
    """The same for FTS5 of SQLite; None where nothing is wanted, and so nothing is found.

    Examples:
        >>> to_fts5(parse('drones "air base" -denied'))
        '("drone" AND "air base") NOT ("deni")'
    """
    if not looked.wanted:
        return None
    wanted = " AND ".join(f'"{" ".join(phrase)}"' for phrase in looked.wanted)
    excluded = " OR ".join(f'"{" ".join(phrase)}"' for phrase in looked.excluded)
    return f"({wanted}) NOT ({excluded})" if excluded else wanted


def to_tsquery(looked: Wanted) -> str | None:
    """The same as a `tsquery` of PostgreSQL, to be cast and not parsed; None as for `to_fts5`.

    Examples:
        >>> to_tsquery(parse('drones "air base" -denied'))
        "'drone' & ('air' <-> 'base') & !('deni')"
    """
    if not looked.wanted:
        return None
    parts = [_followed(phrase) for phrase in looked.wanted]
    return " & ".join([*parts, *(f"!({_followed(phrase)})" for phrase in looked.excluded)])


def _followed(phrase: tuple[str, ...]) -> str:
    quoted = [f"'{term}'" for term in phrase]
    return quoted[0] if len(quoted) == 1 else f"({' <-> '.join(quoted)})"
