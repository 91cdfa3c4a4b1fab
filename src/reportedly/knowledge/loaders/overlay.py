"""A CSV overlay: one row an actor, a spell in office, or further names of something known.

The first line names the columns, in any order; which of them a row needs is told by its `kind`.
"""

import csv
from io import StringIO
from pathlib import Path
from typing import Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor, actors, check_actors
from reportedly.knowledge.countries import check_country
from reportedly.knowledge.loaders.rows import Bundle, country_of, made, text_of
from reportedly.knowledge.naming import Entry, Name
from reportedly.knowledge.offices import Office, OfficeFile
from reportedly.knowledge.people import Post, people, posts_of_file
from reportedly.knowledge.roster import actor_entries, people_entries, roster

COLUMNS: Final = frozenset(
    "kind id name aliases code country voice valid office of from to seen acting person source".split()
)
"""The columns that there are; several aliases are parted by `|`."""

_NEEDS: Final = {
    "actor": ("id", "name", "code", "voice"),
    "holder": ("name", "country", "office", "code"),
    "alias": ("id", "aliases"),
}
_ACTOR: Final = ("id", "name", "aliases", "code", "country", "voice", "valid", "source")
_HOLDER: Final = ("name", "aliases", "from", "to", "seen", "acting", "person", "source")

_Row = dict[str, str]


def load(path: Path) -> Bundle:
    """What the file adds.

    Raises:
        KnowledgeError: the file cannot be read, or a row is wrong; the message names file and line.
    """
    rows = _rows(path)
    found = [(where, _actor(row, where)) for where, row in rows if row["kind"] == "actor"]
    check_actors(found, frozenset(actor.id for actor in actors()))
    own = tuple(actor for _, actor in found)
    posts = tuple(post for where, row in rows if row["kind"] == "holder" for post in _posts(row, where))
    entries = [entry for actor in own for entry in actor_entries(actor)]
    entries += people_entries(people(posts))
    names = {entry.name.entity: entry.name for entry in (*roster(), *entries) if not entry.name.candidates}
    more = [entry for where, row in rows if row["kind"] == "alias" for entry in _aliases(row, where, names)]
    return Bundle(entries=(*more, *entries), actors=own, posts=posts)


def _rows(path: Path) -> list[tuple[str, _Row]]:
    """The rows with their places, empty cells left out."""
    reader = csv.DictReader(StringIO(text_of(path)), strict=True)
    unknown = set(reader.fieldnames or ()) - COLUMNS
    if "kind" not in (reader.fieldnames or ()) or unknown:
        problem = f"unknown columns {sorted(unknown)}" if unknown else "there is no column `kind`"
        raise KnowledgeError(f"{path}:1: {problem}; the columns are {', '.join(sorted(COLUMNS))}")
    found = []
    try:
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            if None in cells or None in cells.values():
                raise KnowledgeError(f"{where}: the row has not as many cells as the first line")
            row = {key: value.strip() for key, value in cells.items() if value.strip()}
            if row.get("kind") not in _NEEDS:
                raise KnowledgeError(f"{where}: `kind` is one of {', '.join(_NEEDS)}, got {row.get('kind', '')!r}")
            if missing := [key for key in _NEEDS[row["kind"]] if key not in row]:
                raise KnowledgeError(f"{where}: a row of kind {row['kind']} needs {', '.join(missing)}")
            found.append((where, row))
    except csv.Error as problem:
        raise KnowledgeError(f"{path}:{reader.line_num}: {problem}") from problem
    return found


def _split(row: _Row, keys: tuple[str, ...]) -> dict[str, object]:
    cells: dict[str, object] = {key: row[key] for key in keys if key in row}
    if "aliases" in cells:
        cells["aliases"] = [alias.strip() for alias in row["aliases"].split("|") if alias.strip()]
    return cells


def _actor(row: _Row, where: str) -> Actor:
    actor = made({**_split(row, _ACTOR), "kind": "actor"}, Actor, where)
    country = None if actor.country is None else country_of(actor.country, where)
    return msgspec.structs.replace(actor, country=country)


def _posts(row: _Row, where: str) -> tuple[Post, ...]:
    holder = _split(row, _HOLDER)
    office = made(
        {"office": row["office"], "code": row["code"], "of": row.get("of"), "holders": [holder]}, Office, where
    )
    country = country_of(row["country"], where)
    check_country(office.code, where)
    return tuple(posts_of_file(OfficeFile(source="", licence="", version=1, country=country, offices=(office,))))


def _aliases(row: _Row, where: str, names: dict[str | None, Name]) -> list[Entry]:
    name = names.get(row["id"])
    if name is None:
        raise KnowledgeError(f"{where}: nothing is known by the id {row['id']!r}")
    return [Entry(alias.strip(), name) for alias in row["aliases"].split("|") if alias.strip()]
