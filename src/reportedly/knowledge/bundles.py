"""The files that a user's settings name, each read by the loader of its form, and audited with what we know."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import actors
from reportedly.knowledge.check import Finding, collisions, roles, twins, validity
from reportedly.knowledge.loaders import ftm, overlay, own, wikidata
from reportedly.knowledge.loaders.rows import Bundle, text_of
from reportedly.knowledge.people import people
from reportedly.knowledge.roster import roster

_LINES: Final = frozenset({".json", ".jsonl", ".ndjson"})
_FORMS: Final = _LINES | {".csv", ".yaml", ".yml"}


def load(path: str) -> Bundle:
    """What the file at `path` adds: CSV, YAML, or lines of JSON that are FollowTheMoney's or Wikidata's; `.gz` of them.

    Raises:
        KnowledgeError: the file cannot be read, is of no known form, or is wrong; the message says where.
    """
    place = Path(path)
    form = Path(place.stem).suffix if place.suffix == ".gz" else place.suffix
    if form == ".csv":
        return overlay.load(place)
    if form in (".yaml", ".yml"):
        return own.load(place)
    if form not in _LINES:
        raise KnowledgeError(f"{path}: its name must end in {', '.join(sorted(_FORMS))}, or one of these and .gz")
    return ftm.load(place) if '"schema"' in text_of(place)[:4096] else wikidata.load(place)


def findings(paths: Iterable[str], on: str | None = None) -> Iterator[Finding]:
    """What is wrong in files of a user, alone and beside what we know.

    Args:
        on: a day as `YYYY-MM-DD`; roles that were last seen two years before it are findings as well.
    """
    for path in paths:
        try:
            found = load(path)
        except KnowledgeError as problem:
            yield Finding(path, str(problem).removeprefix(f"{path}: "))
            continue
        own_names = {tuple(entry.text.split()) for entry in found.entries}
        beside = [entry for entry in roster() if tuple(entry.text.split()) in own_names]
        yield from collisions((*found.entries, *beside))
        yield from twins(people(found.posts))
        yield from roles(found.posts, on)
        yield from validity((*found.actors, *actors()), found.posts)


def digest(paths: Iterable[str]) -> str:
    """A hash over the files, hexadecimal; empty where there are none.

    Raises:
        KnowledgeError: a file cannot be read.
    """
    known = sha256()
    count = 0
    for path in paths:
        known.update(text_of(Path(path)).encode())
        count += 1
    return known.hexdigest()[:16] if count else ""
