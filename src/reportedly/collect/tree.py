"""From markup to a tree that is safe to walk: of bounded size and depth, without control characters."""

import re
from typing import Any, TypeAlias

from reportedly.errors import InputError

Element: TypeAlias = Any
"""An element of a page: lxml's `HtmlElement`; lxml brings no types, and is imported only where it parses."""

MOST_TAGS = 150_000
"""The most tags that a page may have; beyond that it is no article, and time and memory would suffer."""

MOST_DEPTH = 250
"""The deepest that elements may lie in one another."""

KEPT = "data-kept"
"""The attribute that marks the paragraphs that we put into a page."""

_ELSEWHERE = re.compile(r"related|recommend|comment|sidebar|footer|teaser|promo|card|most|trending|\bnav|latest", re.I)
_ANCESTORS = 12
_INVALID = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def parse(markup: str, name: str) -> Element:
    """The tree of a page, without comments and processing instructions.

    Raises:
        InputError: no markup in it, more than `MOST_TAGS` tags, or nested deeper than `MOST_DEPTH`.
    """
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    if markup.count("<") > MOST_TAGS:
        raise InputError(name, f"more than {MOST_TAGS:,} tags", "save the article without the rest of the page")
    parser = html.HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    body = _REFERENCE.sub(_valid, _INVALID.sub("", markup.replace("\f", " "))).encode("utf-8")
    try:
        tree = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(name, "there is no page in it", "save the page again") from error
    if tree.xpath("boolean(//*[count(ancestor::*) >= $most])", most=MOST_DEPTH):
        raise too_deep(name)
    return tree


def _valid(reference: re.Match[str]) -> str:
    """A reference to a character as it is, or a blank where no tree can hold that character."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if code <= 0x10FFFF and code != 0xC and not _INVALID.match(chr(code)) else " "


def too_deep(name: str) -> InputError:
    """The error of a page whose elements lie in one another too deeply."""
    return InputError(name, "markup nested too deeply", "save the article alone, or as plain text")


def saved_from(markup: str) -> str | None:
    """The address that a browser notes at the start of a page that it saves."""
    found = _SAVED_FROM.search(markup[:4096])
    return None if found is None else found[1]


def words(element: Element) -> str:
    """All text of an element on one line."""
    return one_line(" ".join(element.itertext()))


def short_words(element: Element, longest: int) -> str | None:
    """The text of an element on one line; None where it has more than `longest` code points."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > longest:
            return None
    return one_line(" ".join(parts))


def attributes(element: Element, *names: str) -> str:
    """The values of those attributes of an element, in one string."""
    return " ".join(element.get(name) or "" for name in names)


def is_elsewhere(element: Element) -> bool:
    """Whether an element lies in a part of the page that is about other articles, or in its margins."""
    for depth, above in enumerate((element, *element.iterancestors())):
        if depth > _ANCESTORS or above.tag in ("body", "html"):
            return False
        if above.tag in ("aside", "footer", "nav"):
            return True
        if _ELSEWHERE.search(attributes(above, "class", "id")) and above.find(".//h1") is None:
            return True
    return False


def one_line(text: str) -> str:
    """`text` with every run of blanks as one blank, and without soft hyphens and zero-width characters."""
    return " ".join((text if text.isascii() else text.translate(_INVISIBLE)).split())


def put_before(element: Element, text: str) -> None:
    """Put a paragraph of `text` in front of an element, marked as `KEPT`."""
    paragraph = element.makeelement("p", {KEPT: "yes"})
    paragraph.text = text
    element.addprevious(paragraph)
