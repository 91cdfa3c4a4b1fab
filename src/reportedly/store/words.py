"""Texts as words for the search, cut and folded by `tokens`, in the form that each database takes."""

from typing import Final

from reportedly.store.tokens import terms

_MOST_POSITIONS: Final = 256
_LAST_POSITION: Final = 16_383
_LARGEST: Final = 900_000
"""PostgreSQL's limits: positions of one word, the last position that it tells apart, and nearly 1 MB for a text."""
_GAP: Final = 10
"""Positions between title and text, so that no phrase runs over both."""


def joined(text: str | None) -> str:
    """The words of a text parted by blanks, for SQLite's FTS5."""
    return " ".join(terms(text or ""))


def lexemes(title: str | None, text: str) -> str:
    """The words of a title and a text as PostgreSQL writes a `tsvector`; those of the title have the weight A."""
    places: dict[str, list[str]] = {}
    size = position = 0
    for part, weight in ((title or "", "A"), (text, "")):
        for term in terms(part):
            position += 1
            known = places.setdefault(term, [])
            size += 0 if known else len(term.encode()) + 8
            if size > _LARGEST:
                return _written(places)
            if len(known) < _MOST_POSITIONS:
                known.append(f"{min(position, _LAST_POSITION)}{weight}")
                size += 2
        position += _GAP
    return _written(places)


def _written(places: dict[str, list[str]]) -> str:
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items() if at)
