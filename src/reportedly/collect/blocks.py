"""From the main part of a page to its paragraphs: one block a paragraph, heading, list item or row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.collect.tree import Element, one_line

_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u2019\u201d)\]]*$")
_STARTERS = frozenset({"p", "head", "item", "quote", "row", "list", "table"})
_BREAK = "\n"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph on one line, or a heading."""

    text: str
    is_heading: bool = False


def blocks(body: Element) -> Iterator[Block]:
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


def _events(element: Element, in_cell: bool = False) -> Iterator[tuple[str, str]]:
    """Text, and the names of the elements at which a new block begins; within a cell none does."""
    tag = element.tag
    starts = tag in _STARTERS and (tag == "row" or not in_cell)
    if starts:
        yield tag, ""
    else:
        yield "text", _BREAK if tag == "lb" else " " if tag in (*_STARTERS, "cell") else ""
    yield "text", (element.text or "").replace("\n", " ")
    for child in element:
        yield from _events(child, in_cell or tag == "cell")
        yield "text", (child.tail or "").replace("\n", " ")
    if starts:
        yield "end", ""
    elif tag == "cell" and element.getnext() is not None:
        yield "text", " | "


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
