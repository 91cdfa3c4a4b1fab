"""Words of a text as they are shown: on one line, without what could disturb a terminal or a page."""

import unicodedata

from reportedly.schema import Noun, Span

_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Words(Noun, frozen=True, kw_only=True):
    """Words of an article, made ready to show, and where they stand in its text."""

    text: str
    span: Span


def cut(text: str, span: Span) -> Words:
    """The words of `text` that `span` covers."""
    return Words(text=one_line(span.of(text)), span=span)


def one_line(text: str) -> str:
    """`text` on one line: white space runs become one blank; control characters, which could steer a
    terminal, and marks that turn the direction of writing do not come through."""
    return " ".join("".join(_shown(character) for character in text).split())


def _shown(character: str) -> str:
    if character in _DIRECTION or unicodedata.category(character) == "Cs":
        return ""
    return " " if unicodedata.category(character) == "Cc" else character
