"""From bytes to text: which encoding they are in, without ever failing on a wrong label."""

import codecs
import re

from reportedly.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = re.compile(rb"""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_LABEL_WITHIN = 4096

# What browsers read these labels as: a page that says Latin-1 is in Windows-1252 nearly always.
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_WESTERN = re.compile(r"[\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]")
_BROKEN_SHARE = 0.01


def page_text(body: bytes, name: str) -> str:
    """The markup of a page: by its mark, as UTF-8, by the label that it gives itself, or by its bytes.

    A page that is UTF-8 is read as such whatever its label says; single broken bytes become U+FFFD.

    Raises:
        InputError: the bytes are no text in any encoding.
    """
    if (marked := _marked(body)) is not None:
        return marked
    for encoding in ("utf-8", _label(body)):
        if (text := _strict(body, encoding)) is not None and not _binary(text):
            return text
    mended = body.decode("utf-8", errors="replace")
    if mended.count("\ufffd") <= _BROKEN_SHARE * max(1, len(re.findall(rb"[\x80-\xff]", body))):
        return mended
    return _guessed(body, name)


def plain_text(body: bytes, name: str) -> str:
    """The text of `body`, code point for code point; only a byte order mark at its start is dropped.

    UTF-8, else by its mark (UTF-16, UTF-32), else guessed from the bytes.

    Raises:
        InputError: the bytes are no text in any encoding.
    """
    text = _marked(body)
    if text is None:
        text = _strict(body, "utf-8")
    if text is None:
        text = _guessed(body, name)
    return text


def _marked(body: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strict(body[len(mark) :], encoding)
    return None


def _label(body: bytes) -> str | None:
    found = _LABEL.search(body[:_LABEL_WITHIN])
    if found is None:
        return None
    label = found[1].decode("ascii", errors="replace").lower()
    label = _ALIASES.get(label, label)
    # A label that could be read as ASCII is not in UTF-16, and a codec of bytes is no encoding of text.
    return None if label.startswith(("utf-16", "utf-32", "utf-7")) else label


def _strict(body: bytes, encoding: str | None) -> str | None:
    """The text, or None where the encoding is none, unknown, or not the one of these bytes."""
    if encoding is None:
        return None
    try:
        return str(body, encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _binary(text: str) -> bool:
    """Whether the text is full of control characters, as no text is."""
    sample = text[:20_000]
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1a\x1b")
    return controls > 0.01 * len(sample)


def _guessed(body: bytes, name: str) -> str:
    western = _strict(body, "cp1252")
    if western is not None and _looks_western(western):
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and seldom needed

    best = from_bytes(body).best()
    text = None if best is None else _strict(body, best.encoding)
    if text is None or _binary(text):
        raise InputError(name, "not text in any known encoding", "check that it is no binary file; save as UTF-8")
    return text.removeprefix("\ufeff")


def _looks_western(text: str) -> bool:
    """Whether the few characters beyond ASCII are the letters and quotes that Western texts have."""
    beyond = [char for char in text if char > "\x7f"]
    fitting = sum(1 for char in beyond if _WESTERN.match(char))
    return fitting == len(beyond) and len(beyond) <= 0.08 * len(text) and not _binary(text)
