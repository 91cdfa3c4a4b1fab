"""From markup to a tree that is safe to walk: of bounded size and depth, without control characters."""

import re
from typing import TYPE_CHECKING

from reportedly.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_TAGS = 200_000
"""The most tags that a page may have; beyond that it is no article, and time and memory would suffer."""

_INVALID = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->")
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")


def parse(markup: str, name: str) -> "HtmlElement":
    """The tree of a page, without comments and processing instructions.

    Raises:
        InputError: no markup in it, too many tags, or nested too deeply.
    """
    from lxml import etree, html  # noqa: PLC0415 - heavy

    if markup.count("<") > MOST_TAGS:
        raise InputError(name, f"more than {MOST_TAGS:,} tags", "save the article alone, without the rest of the page")
    parser = html.HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    body = _INVALID.sub("", markup).encode("utf-8")
    try:
        tree = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(name, "there is no page in it", "save the page again") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise too_deep(name)
    return tree


def too_deep(name: str) -> InputError:
    """The error of a page whose elements lie in one another too deeply."""
    return InputError(name, "markup nested too deeply", "save the article alone, or as plain text")


def saved_from(markup: str) -> str | None:
    """The address that a browser notes at the start of a page that it saves."""
    found = _SAVED_FROM.search(markup[:4096])
    return None if found is None else found[1]


def words(element: "HtmlElement") -> str:
    """All text of an element on one line."""
    return one_line(" ".join(text for text in element.itertext() if isinstance(text, str)))


def one_line(text: str) -> str:
    """`text` with every run of blanks as one blank, and without soft hyphens and zero-width characters."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()
