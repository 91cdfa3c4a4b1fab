"""From bytes to XML that is safe and can be read: one encoding, no declarations of its own, no stray signs.

A document type and the entities that it declares are cut out before any parser sees them, so that nothing expands and
nothing is fetched; a reference to such an entity stays in the text as it is written.
"""

import codecs
import re
from html.entities import html5
from typing import NamedTuple

from reportedly.collect import encodings

_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_START = re.compile(r"<\?xml\b|<(?:[\w.-]+:)?(?:rss|rdf|feed|urlset|sitemapindex|opml)\b", re.I)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|script)\b", re.I)
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,1000}>", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.I)
_LONGEST_DOCTYPE = 100_000
_FIRST_ELEMENT = re.compile(r"<[\w:]")
_LABEL = re.compile(rb"""<\?xml[^>]{0,500}?encoding\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_NOT_IN_BYTES = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "raw", "unicode")
_ALIASES = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")
_GARBLED = re.compile(r"[\u00c0-\u00ff]{4,}")
_MARKS = re.compile(rb"<[^<>]{0,2000}>|&\w{1,10};")
_SIGNS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#(\d{1,9}|[xX][0-9a-fA-F]{1,8});|(\w{1,40});)?", re.S
)
_BUILT_IN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NEAR = 4096
_SAMPLE = 256 * 1024


class Markup(NamedTuple):
    """XML without declarations, as UTF-8; `entities` where it declared some of its own, `page` where it is HTML."""

    xml: bytes
    entities: bool
    page: bool


def text_of(body: bytes, charset: str | None, url: str) -> str:
    """The text of a feed: by its mark, as UTF-8, by its own label, by what the server says, or by its bytes.

    Raises:
        InputError: the bytes are no text in any encoding.
    """
    if b"\0" not in body[:_NEAR] and not body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        label = _LABEL.search(body[:_NEAR])
        said = label[1].decode("ascii", "replace") if label else None
        for encoding in ("utf-8-sig", said, charset):
            if (text := _strict(body, encoding)) is not None:
                return text
    text = encodings.page_text(body, url).removeprefix("\ufeff")
    if len(_GARBLED.findall(text)) < 3:
        return text
    return _strict(body, _guessed(body)) or text


def _strict(body: bytes, encoding: str | None) -> str | None:
    """The text, or None where the encoding is none, unknown, not the one of these bytes, or needs a mark."""
    name = (encoding or "").strip().lower()
    if not name or name.startswith(_NOT_IN_BYTES):
        return None
    try:
        return str(body, _ALIASES.get(name, name))
    except (LookupError, ValueError):
        return None


def _guessed(body: bytes) -> str | None:
    """The encoding that the words of a feed are in, its markup left out: words full of accents are no Western ones."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and seldom needed

    best = from_bytes(_MARKS.sub(b" ", body[:_SAMPLE])).best()
    return None if best is None else best.encoding


def markup_of(text: str) -> Markup:
    """The XML in `text`, from where it begins; signs that XML does not allow are dropped, or written as it wants them.

    Text before the first element that we know, such as the warnings of a server, is dropped.
    """
    start = _START.search(text, 0, _NEAR)
    if start is None:
        return Markup(b"", False, _PAGE.search(text, 0, _NEAR) is not None)
    found = text[start.start() :]
    declaration = _DECLARATION.match(found)
    clean = _INVALID.sub("", found[declaration.end() :] if declaration else found)
    clean, entities = _without_doctype(clean)
    return Markup(_SIGNS.sub(_mended, clean).encode("utf-8"), entities, False)


def _without_doctype(text: str) -> tuple[str, bool]:
    """`text` without its document type, and whether that declared entities. One that has no end takes all."""
    first = _FIRST_ELEMENT.search(text)
    found = _DOCTYPE.search(text, 0, first.start() if first else len(text))
    if found is None:
        return text, False
    begin, end = found.start(), min(len(text), found.start() + _LONGEST_DOCTYPE)
    at, inner, quote = begin + 9, 0, ""
    while at < end:
        sign = text[at]
        if quote:
            quote = "" if sign == quote else quote
        elif text.startswith("<!--", at):
            at = (text.find("-->", at) + 2) if "-->" in text[at:end] else end
        elif sign in "\"'":
            quote = sign
        elif sign in "[<":
            inner += 1
        elif sign in "]>":
            if inner == 0:
                break
            inner -= 1
        at += 1
    rest = text[at + 1 :] if at < end else ""
    return text[:begin] + rest, "<!ENTITY" in text[begin:at].upper()


def _mended(found: re.Match[str]) -> str:
    if not found[0].startswith("&"):
        return found[0]
    number, name = found[1], found[2]
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        fits = code <= 0x10FFFF and code != 0 and not _INVALID.match(chr(code))
        return found[0] if fits else "\ufffd"
    if name in _BUILT_IN:
        return found[0]
    meant = html5.get(f"{name};") if name else None
    return f"&amp;{found[0][1:]}" if meant is None else "".join(_ESCAPED.get(sign, sign) for sign in meant)
