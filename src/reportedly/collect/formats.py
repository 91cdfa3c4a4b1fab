"""Which format bytes are in: by the bytes that mark a file type, then the name, then the look of the text."""

import codecs
import re

from reportedly.collect.inputs import LINES_SUFFIXES, PAGE_SUFFIXES, TEXT_SUFFIXES, suffix
from reportedly.errors import InputError

PAGE = "text/html"
TEXT = "text/plain"
LINES = "application/json"
"""One line of JSON lines; the media type of its capture."""
ARCHIVE = "application/warc"
"""A web archive, of many pages."""

HEAD = 4096
"""How many bytes are enough to tell the format."""

_WARC = b"WARC/"
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (Word and EPUB files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_JSON = re.compile(rb"\s*\{[^\\]")  # a Rich Text document begins with a brace and a backslash
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s|/?[a-z][a-z0-9]*[\s>/])", re.I | re.S)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|urlset|sitemapindex|rdf:rdf|opml)[\s>]", re.I | re.S
)
_MAIL = re.compile(rb"(?:from|mime-version|date|subject):[^\n]*\n(?:[^\n]+\n){0,20}mime-version:|mime-version:", re.I)


def detect(head: bytes, name: str) -> str:
    """The media type of the bytes that begin with `head` (up to `HEAD` of them, decompressed).

    Raises:
        InputError: they are nothing that can be read: empty, or of a foreign type.
    """
    if not head:
        raise InputError(name, "the file is empty", "give a file with an article in it")
    text = _unmarked(head)
    if head.startswith(_WARC):
        return ARCHIVE
    _refuse_foreign(head, text, name)
    ending = suffix(name)
    if ending in PAGE_SUFFIXES:
        return PAGE
    if ending in TEXT_SUFFIXES:
        return TEXT
    return LINES if ending in LINES_SUFFIXES else _by_look(text)


def is_told(head: bytes) -> bool:
    """Whether these first bytes are enough to tell the format: `HEAD` of them, or the beginning of a JSON object."""
    return len(head) >= HEAD or _JSON.match(_unmarked(head)) is not None


def _unmarked(head: bytes) -> bytes:
    """The bytes without a byte order mark, those of ASCII in UTF-16 as one byte each."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)


def signature(head: bytes) -> str | None:
    """The file type that the first bytes of a file mark, such as `a PDF`; None where they mark none that is known."""
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return kind
    return "a film or picture" if head[4:8] == b"ftyp" else None


def _refuse_foreign(head: bytes, text: bytes, name: str) -> None:
    if kind := signature(head):
        raise _unknown(name, f"{kind}, which is not read")
    if _MAIL.match(text):
        raise _unknown(name, "a mail or MHTML archive, which is not read")
    if found := _FEED.match(text):
        kind = found[1].decode().lower()
        what = "a list of feeds" if kind == "opml" else "a feed or sitemap"
        raise InputError(name, f"{what} (<{kind}>), not an article", "give it to reportedly ingest, which takes feeds")


def _unknown(name: str, problem: str) -> InputError:
    return InputError(
        name, problem, "give a saved page (.html), plain text (.txt), JSON lines (.jsonl) or a web archive (.warc)"
    )


def _by_look(text: bytes) -> str:
    if text.lstrip().startswith(b"{"):
        return LINES
    return PAGE if _MARKUP.match(text) else TEXT
