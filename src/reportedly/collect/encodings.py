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

# What browsers take these labels for: a page that says Latin-1 is in Windows-1252 nearly always.
_ALIASES = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")
_NOT_IN_BYTES = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "raw", "unicode")
_WESTERN = re.compile(
    r"[\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac\u2122\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]"
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
_SAMPLE = 64 * 1024
_BINARY_SHARE = 0.01
_BROKEN_SHARE = 0.5
_SPARSE = 500
_WESTERN_SHARE = 0.15


def page_text(body: bytes, name: str, charset: str | None = None) -> str:
    """The markup of a page: by its mark, as UTF-8, by the label of its server or its own, or by its bytes.

    A page that is UTF-8 is read as such whatever its labels say; a few broken bytes in it become U+FFFD. Then the
    server's label goes before the page's own, as the HTML standard has it.

    Args:
        charset: the encoding that the server named, None where it named none.

    Raises:
        InputError: the bytes are no text in any encoding.
    """
    text = _opened(body, name)
    if text is None:
        text = _strict(body, _named(charset or ""))
    if text is None:
        text = _strict(body, _label(body))
    if text is None:
        text = _mended(body) or _western(body) or _mended(body, most=len(body) // _SPARSE)
    return text if text is not None else _guessed(body, name)


def plain_text(body: bytes, name: str, charset: str | None = None) -> str:
    """The text of `body`, code point for code point; only a byte order mark at its start is dropped.

    By its mark, as UTF-16 that has none, as UTF-8, as the server named it, else guessed from the bytes.

    Raises:
        InputError: the bytes are no text in any encoding.
    """
    text = _opened(body, name)
    if text is None:
        text = _strict(body, _named(charset or ""))
    return text if text is not None else _guessed(body, name)


def _opened(body: bytes, name: str) -> str | None:
    """The text where the bytes themselves say the encoding: by a mark, as UTF-16, as UTF-8.

    Raises:
        InputError: the bytes are full of control characters.
    """
    for read in (_marked, _wide):
        if (text := read(body)) is not None:
            return text
    if _is_binary(body):
        raise _no_text(name)
    return _strict(body, "utf-8")


def _marked(body: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strict(body[len(mark) :], encoding)
    return None


def _wide(body: bytes) -> str | None:
    """The text of UTF-16 without a mark, which every second byte of Western text gives away."""
    sample = body[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) or min(even, odd) > 0.05 * len(sample):
        return None
    return _strict(body, "utf-16-le" if odd > even else "utf-16-be")


def _label(body: bytes) -> str | None:
    found = _LABEL.search(body[:_LABEL_WITHIN])
    return None if found is None else _named(found[1].decode("ascii", errors="replace"))


def _named(label: str) -> str | None:
    """The encoding that a label means; None where it means none that a page without a mark can be in."""
    label = label.strip().lower()
    return None if not label or label.startswith(_NOT_IN_BYTES) else _ALIASES.get(label, label)


def _strict(body: bytes, encoding: str | None) -> str | None:
    """The text, or None where the encoding is none, unknown, or not the one of these bytes."""
    if encoding is None:
        return None
    try:
        return str(body, encoding)
    except (LookupError, ValueError):
        return None


def _mended(body: bytes, most: int = 0) -> str | None:
    """The text of UTF-8 that is broken in a few places, or in `most` at the most; None where it is in more."""
    text = body.decode("utf-8", errors="replace")
    beyond = sum(1 for char in text if char > "\x7f")
    return text if text.count("\ufffd") <= max(most, _BROKEN_SHARE * beyond) else None


def _is_binary(body: bytes) -> bool:
    """Whether the bytes are full of control characters, as no text is."""
    sample = body[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _BINARY_SHARE * len(sample)


def _guessed(body: bytes, name: str) -> str:
    if (western := _western(body)) is not None:
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and seldom needed

    end = max(body.rfind(b"\n", 0, _SAMPLE), body.rfind(b" ", 0, _SAMPLE)) + 1
    best = from_bytes(body[: end or _SAMPLE] if len(body) > _SAMPLE else body).best()
    text = None if best is None else _strict(body, best.encoding)
    if text is None:
        raise _no_text(name)
    return text.removeprefix("\ufeff")


def _western(body: bytes) -> str | None:
    """The text in Windows-1252, where all that it has beyond ASCII is a few of the signs that Western texts have."""
    text = _strict(body, "cp1252")
    if text is None:
        return None
    beyond = [char for char in text if char > "\x7f"]
    fitting = len(beyond) <= _WESTERN_SHARE * len(text) and all(_WESTERN.match(char) for char in beyond)
    return text if fitting else None


def _no_text(name: str) -> InputError:
    return InputError(name, "not text in any known encoding", "check that it is no binary file; save it as UTF-8")
