"""Titles and summaries of feeds as plain text: no markup, no references, one line."""

import re
from html.parser import HTMLParser
from typing import Final

from reportedly.collect.tree import one_line

LONGEST_TITLE: Final = 500
LONGEST_SUMMARY: Final = 4000
_READ: Final = 40_000
_MARKED = re.compile(r"<[!/?a-zA-Z]|&(?:#\d|#[xX][0-9a-fA-F]|[a-zA-Z])")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSHOWN: Final = frozenset({"script", "style", "template", "noscript"})
_WITHIN: Final = frozenset({"a", "abbr", "b", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u"})


def plain(value: str | None, longest: int, *, marked: bool = True) -> str | None:
    """The words of `value` on one line, at most `longest` code points; None where there are none.

    Args:
        value: what a feed holds; at most its first 40,000 code points are read.
        longest: a longer text ends with `…` after its last whole word.
        marked: False where the feed says that `<` and `&` in it are what they are.
    """
    text = (value or "")[:_READ]
    if marked and _MARKED.search(text):
        text = _words(text)
    line = one_line(_CONTROLS.sub(" ", text))
    if len(line) > longest:
        line = f"{line[: longest - 1].rpartition(' ')[0] or line[: longest - 1]}…"
    return line or None


def _words(text: str) -> str:
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except (AssertionError, ValueError):  # markup that the parser cannot follow
        return re.sub(r"<[^<>]*>", " ", text)
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Collects the text between tags; a tag that begins a block parts words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its interface
        self._unshown += tag in _UNSHOWN
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its interface
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unshown -= tag in _UNSHOWN and self._unshown > 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in _WITHIN:
            self.parts.append(" ")
