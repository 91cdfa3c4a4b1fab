"""What stands beside a name: its title in commas, how long that was held, whether its bearer died."""

import re
from typing import Final

from reportedly.schema import Span

_TITLE: Final = re.compile(r",\s(?P<title>(?:[^\s,.;\n]+[ \n]){1,9}[^\s,.;\n]+)[,.;]")
_NEXT: Final = re.compile(r"\W*(\w+)")
_NEAR: Final = 70
_DEAD: Final = re.compile(r"\b(?:killed|killing|died|death|dead|assassinat\w+|murder\w*|slain)\b")
_UNTIL: Final = re.compile(r"\suntil\s")


def apposition(text: str, span: Span) -> Span | None:
    """The title in commas behind a name of two words or more: `Jane Roe, [the army's chief], said`."""
    words = span.of(text).split()
    if len(words) < 2 or not _is_proper(words[0]) or not _is_proper(words[-1]):
        return None
    found = _TITLE.match(text, span.end)
    return Span(found.start("title"), found.end("title")) if found is not None else None


def holds_until(text: str, span: Span) -> bool:
    """Whether a title behind a name says that its bearer has left: `Jane Roe, army chief until May, said`."""
    title = apposition(text, span)
    return title is not None and _UNTIL.search(title.of(text)) is not None


def is_until(text: str, span: Span) -> bool:
    """Whether the title under `span` was held until a day that follows."""
    found = _NEXT.match(text, span.end)
    return found is not None and found[1] == "until"


def is_dead(text: str, span: Span) -> bool:
    """Whether the words around a name tell of a death."""
    return _DEAD.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is not None


def _is_proper(word: str) -> bool:
    return any(part[:1].isupper() for part in word.split("-"))
