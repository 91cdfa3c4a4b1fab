"""Looks names up in a gazetteer file; safe to use from several threads."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from reportedly.errors import GazetteerError
from reportedly.knowledge.folding import folded, normal
from reportedly.knowledge.gazetteer import tables
from reportedly.knowledge.gazetteer.place import Candidate, Match, Place

MOST: Final = 40
"""The most candidates of one name; what is known widely comes first."""

REMEDY: Final = "build it with: reportedly gazetteer build"
_REMEMBERED: Final = 20_000
_LONG: Final = 8
_TELLING: Final = 4
"""Letters of a key that is long enough to lead to a place that is spelled otherwise."""
_WIDELY: Final = 50
"""The rank of a town of 100,000 people; divisions and curated places come before it."""
_ANY: Final = 1000
_LETTERS: Final = "abdfghijklmnprstuvz"
_MMAP: Final = "PRAGMA mmap_size = 268435456"


class Gazetteer:
    """A file of places, open for reading.

    Args:
        path: what `reportedly gazetteer build` made.

    Attributes:
        path: the file.
        version: names and versions of what it was built from.
        hash: a hash over all of that, hexadecimal.

    Raises:
        GazetteerError: there is no such file, it is no gazetteer, or one of another version.

    Examples:
        >>> from reportedly.knowledge.gazetteer.home import standard
        >>> [candidate.place.country for candidate in standard().candidates("Deir Ezzor")][0]
        'SYR'
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        facts = self._facts()
        self.version = facts["version"]
        self.hash = facts["hash"]
        self.facts = facts
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._alike = lru_cache(maxsize=_REMEMBERED)(self._edited)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places that `name` may mean, the best known first, at most `MOST` of each kind of match.

        Those that are spelled so, and those known widely whose spelling folds to the same key; where nothing is
        spelled so, all whose spelling does.
        """
        return self._remembered(normal(name))

    def alike(self, name: str) -> tuple[Candidate, ...]:
        """The places whose key differs from that of `name` in one letter; none for a short name. Slow: a millisecond.

        For names that have no candidates.
        """
        return self._alike(folded(normal(name)))

    def place(self, name: str) -> Place | None:
        """The place with that id; None where there is none."""
        number = tables.geonames_number(name)
        rows = self._rows(tables.BY_ID, name) if number is None else self._rows(tables.BY_NUMBER, number)
        return next((tables.place(row) for row in rows), None)

    def _find(self, form: str) -> tuple[Candidate, ...]:
        if not form:
            return ()
        key = folded(form)
        exact = tuple(tables.candidate(row, None) for row in self._rows(tables.EXACT, key, form, MOST))
        if not exact:
            return self._folded(key)
        if len(key) < _TELLING:
            return exact
        known = {each.place.id for each in exact}
        return exact + tuple(each for each in self._folded(key, _WIDELY) if each.place.id not in known)

    def _folded(self, key: str, rank: int = _ANY) -> tuple[Candidate, ...]:
        rows = self._rows(tables.FOLDED, key, rank, MOST)
        return tuple(tables.candidate(row, Match.FOLDED) for row in rows)

    def _edited(self, key: str) -> tuple[Candidate, ...]:
        if len(key) < _LONG:
            return ()
        near = sorted(set(_one_off(key)))
        marks = ", ".join("?" * len(near))
        known = self._base().execute(f"SELECT DISTINCT key FROM alias WHERE key IN ({marks})", near)  # noqa: S608
        found = [candidate for (other,) in known.fetchall() for candidate in self._folded(other)]
        found.sort(key=lambda candidate: -candidate.place.population)
        return tuple(Candidate(place=each.place, match=Match.EDITED) for each in found[:MOST])

    def _rows(self, query: str, *given: str | int) -> list[tables.Row]:
        return [tables.Row(*row) for row in self._base().execute(query, given)]

    def _base(self) -> sqlite3.Connection:
        """The connection of this thread."""
        found: sqlite3.Connection | None = getattr(self._own, "base", None)
        if found is None:
            address = f"file:{quote(str(self.path.absolute()))}?mode=ro&immutable=1"
            found = sqlite3.connect(address, uri=True)
            found.execute(_MMAP)
            self._own.base = found
        return found

    def _facts(self) -> dict[str, str]:
        if not self.path.is_file():
            raise GazetteerError(f"{self.path}: there is no such gazetteer; {REMEDY}")
        try:
            facts = dict(self._base().execute("SELECT key, value FROM meta").fetchall())
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self.path} is no gazetteer: {error}; {REMEDY}") from error
        if facts.get("format") != str(tables.FORMAT):
            has = facts.get("format", "none")
            raise GazetteerError(f"{self.path} has the format {has}, not {tables.FORMAT}; {REMEDY}")
        return facts

    @property
    def inputs(self) -> dict[str, str]:
        """What it was built from: packages and their versions, files and their hashes."""
        found: dict[str, str] = json.loads(self.facts["inputs"])
        return found


def _one_off(key: str) -> Iterator[str]:
    """Every key that one letter parts from `key`: left out, put in, or another in its place; the first letter stays."""
    for at in range(1, len(key) + 1):
        head, tail = key[:at], key[at:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
