"""Annotation without text: windows of public data sets, found again by key and checked by hash.

`corpora/standoff/*.jsonl` hold one object a line: where the window lies (`set`, `part`, `key`, and from which
code point or sentence to which), the SHA-256 of its text, and the annotation as spans in that text.
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec

from reportedly.errors import InputError
from reportedly.evals.gold import Gold, GoldArticle
from reportedly.schema import Noun
from reportedly.train.sentences import rows

_CLOSING: Final = re.compile(r"[.,;:!?%)\]}’”…]+|['’](?:s|re|ve|ll|d|m)|n['’]t")
_OPENING: Final = frozenset("([{“‘$£€#")
_BRACKETS: Final = {"-LRB-": "(", "-RRB-": ")"}
_PARTS: Final = {("polnear", "train"): "polnear/train.jsonl.gz", ("muc4", "train"): "muc4/train.json.gz"}


class Place(Noun, frozen=True, kw_only=True):
    """Where a window lies: code points of an article of PolNeAR, sentences of a report of MUC-4, all of one of RAMS."""

    set: str
    part: str
    key: str
    start: int | None = None
    end: int | None = None


class StandOff(Noun, frozen=True, kw_only=True):
    """One annotated window without its text."""

    place: Place
    gold: Gold


def load(path: Path, data: Path) -> Iterator[GoldArticle]:
    """The annotated windows of one file, with their texts.

    Raises:
        InputError: a line is broken, a data set lacks the window, or its text is another than was annotated.
    """
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            found = msgspec.json.decode(line, type=StandOff)
        except msgspec.MsgspecError as error:
            raise InputError(f"{path}:{number}", str(error), "mend the line") from error
        text = window(found.place, data)
        if sha256(text.encode()).hexdigest() != found.gold.sha256:
            problem = f"the text of {found.place.key} is not the one that was annotated"
            raise InputError(f"{path}:{number}", problem, "use the data set's version of the README")
        yield GoldArticle(gold=found.gold, text=text)


def window(place: Place, data: Path) -> str:
    """The text of a window.

    Raises:
        InputError: the data set is unknown or missing, or has no such key.
    """
    documents = _documents(place.set, place.part, data)
    if place.key not in documents:
        raise InputError(f"{place.set} {place.part}", f"has no {place.key}", "use the data set's version of the README")
    found = documents[place.key]
    if isinstance(found, str):
        return found[place.start : place.end]
    return " ".join(found[place.start : place.end])


@cache
def _documents(name: str, part: str, data: Path) -> dict[str, str | tuple[str, ...]]:
    """Every document of a part by its key: its text, or its sentences."""
    path = data / (f"rams/{part}.jsonl.gz" if name == "rams" else _PARTS.get((name, part), f"{name}/{part}"))
    if not path.is_file():
        raise InputError(str(path), "is missing", "name the folder of the data with --data")
    if name == "rams":
        return {row["doc_key"]: tuple(plain(sentence) for sentence in row["sentences"]) for row in rows(path)}
    if name == "polnear":
        return {row["id"]: row["text"] for row in rows(path)}
    with gzip.open(path, "rt", encoding="utf-8") as opened:
        reports: dict[str, Any] = json.load(opened)
    return {key: tuple(templates[0]["document"]) for key, templates in reports.items()}


def plain(tokens: Sequence[str]) -> str:
    """The tokens as running text: no space before what closes and behind what opens."""
    text, quoted, glued = "", False, True
    for given in tokens:
        word = _BRACKETS.get(given, given)
        closes = bool(_CLOSING.fullmatch(word)) or (word == '"' and quoted)
        if not (glued or closes):
            text += " "
        text += word
        if word == '"':
            quoted = not quoted
        glued = word in _OPENING or (word == '"' and quoted)
    return text
