"""From the main part of a page to its paragraphs: one block a paragraph, heading, list item or row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.collect.tree import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u2019\u201d)\]]*$")
_STARTERS = frozenset({"p", "head", "item", "quote", "row", "list", "table"})
_BREAK = "\n"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph on one line, or a heading."""

    text: str
    is_heading: bool = False


def blocks(body: "_Element") -> Iterator[Block]:
    """The blocks of the main part that trafilatura found, in order."""
    pending: list[str] = []
    heading = False
    for kind, value in _events(body):
        if kind == "text":
            pending.append(value)
        else:
            yield from _flushed(pending, heading)
            pending, heading = [], kind == "head"
    yield from _flushed(pending, heading)


def _events(body: "_Element") -> Iterator[tuple[str, str]]:
    """Text, and the names of the elements at which a new block begins, without recursion."""
    from lxml.etree import iterwalk  # noqa: PLC0415 - heavy

    in_cell = 0
    for action, element in iterwalk(body, events=("start", "end")):
        tag = element.tag
        opens = action == "start"
        if tag == "cell":
            in_cell += 1 if opens else -1
            yield "text", " " if opens or element.getnext() is None else " | "
        elif tag in _STARTERS and not (in_cell and tag != "row"):
            yield (tag if opens else "end"), ""
        elif tag == "lb" and opens:
            yield "text", _BREAK
        elif tag in _STARTERS:
            yield "text", " "
        text = element.text if opens else element.tail
        if text and element is not body:
            yield "text", text.replace("\n", " ")
        elif text and opens:
            yield "text", text.replace("\n", " ")


def _flushed(pending: list[str], heading: bool) -> Iterator[Block]:
    """The block of the text collected, or several where line breaks part it into sentences."""
    held = ""
    for line in "".join(pending).split(_BREAK):
        text = one_line(line)
        if held and text and not heading and (_SENTENCE_END.search(held) or not text[0].islower()):
            yield Block(text=held, is_heading=heading)
            held = text
        elif text:
            held = f"{held} {text}" if held else text
    if held.strip(" |"):
        yield Block(text=held.strip(" |"), is_heading=heading)
