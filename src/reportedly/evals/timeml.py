"""Owns documents whose times are marked by TimeML: lines of JSON with the id and the marked-up text.

Only `TIMEX3` elements are read, from the element `TEXT`; the day of the document is the `TIMEX3` of `DCT`.
"""

import gzip
import html
import re
import zlib
from datetime import date
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.schema import Noun, Span

_DCT = re.compile(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)[^>]*>", re.DOTALL)
_TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_MARK = re.compile(r"<(?P<close>/?)TIMEX3(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")


class TimeTag(Noun, frozen=True, kw_only=True):
    """A time in a text: the words, the type (DATE, TIME, DURATION, SET) and the value, both as TIMEX3 has them."""

    span: Span
    kind: str | None = None
    value: str | None = None


class TimeDocument(Noun, frozen=True, kw_only=True):
    """A text with its times in order; `published` is the day that the document was made, None where none is told."""

    id: str
    text: str
    published: date | None = None
    times: tuple[TimeTag, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    id: str
    tml: str


def load(path: Path) -> tuple[TimeDocument, ...]:
    """The documents of one gzipped file of JSON lines `{"id", "tml"}`.

    Raises:
        InputError: the file is missing, is not of that form, or a document has no element `TEXT`.
    """
    try:
        lines = gzip.decompress(path.read_bytes()).splitlines()
        rows = [msgspec.json.decode(line, type=_Line) for line in lines if line.strip()]
    except (OSError, EOFError, zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"holds no marked-up times: {error}", "see evals/README.md") from error
    return tuple(_document(row.id, row.tml, path) for row in rows)


def _document(name: str, marked: str, path: Path) -> TimeDocument:
    body = _TEXT.search(marked)
    if body is None:
        raise InputError(str(path), f"{name} has no element TEXT", "mark the text up by TimeML")
    made = _DCT.search(marked)
    text, times = parse(body[1])
    return TimeDocument(
        id=name, text=text, published=date.fromisoformat(made[1]) if made else None, times=times
    )


def parse(marked: str) -> tuple[str, tuple[TimeTag, ...]]:
    """The text without its marks, and what they mark; elements inside others, and empty ones, are left out.

    Examples:
        >>> parse('On <TIMEX3 type="DATE" value="2020">a day</TIMEX3>.')[0]
        'On a day.'
    """
    pieces: list[str] = []
    times: list[TimeTag] = []
    at = size = depth = opened = 0
    attributes: dict[str, str] = {}
    for mark in _MARK.finditer(marked):
        pieces.append(html.unescape(marked[at : mark.start()]))
        size, at = size + len(pieces[-1]), mark.end()
        depth += -1 if mark["close"] else 1
        if not mark["close"] and depth == 1:
            opened, attributes = size, dict(_ATTRIBUTE.findall(mark["attributes"]))
        elif mark["close"] and depth == 0 and opened < size:
            kind, value = attributes.get("type"), attributes.get("value")
            times.append(TimeTag(span=Span(opened, size), kind=kind, value=value))
    pieces.append(html.unescape(marked[at:]))
    return "".join(pieces), tuple(times)
