"""From plain text to an article: the text as it is, and what its first lines say about it."""

from reportedly.collect import encodings, language
from reportedly.collect.byline import byline_of
from reportedly.collect.dateline import dateline_of
from reportedly.errors import InputError
from reportedly.schema import Article, Capture

_LONGEST_HEADLINE = 200


def article(capture: Capture) -> Article:
    """The article of a plain text. Its `text` is the input code point for code point.

    Only a byte order mark is no text. The headline, the byline and the dateline are recorded and stay.

    Raises:
        InputError: no text in it, not text at all, or not in English.
    """
    text = encodings.plain_text(capture.body, capture.name, capture.charset)
    if not text.strip():
        raise InputError(capture.name, "there is no text in it", "give a file with an article in it")
    lines = [line.strip() for line in text[:20_000].splitlines() if line.strip()]
    return Article(
        id=capture.id or "",
        url=capture.url,
        title=headline(text),
        byline=byline_of(lines[:6]),
        dateline=dateline_of(lines[:6]),
        language=language.checked(text, capture.item.language if capture.item else None, capture.name),
        text=text,
    )


def headline(text: str) -> str | None:
    """The first line, where it looks like a headline: short, no sentence, and a blank line after it."""
    start = text[:20_000].lstrip("\r\n \t")
    first, _, rest = start.replace("\r\n", "\n").partition("\n")
    first = first.strip()
    second = rest.partition("\n")[0]
    if not first or len(first) > _LONGEST_HEADLINE or second.strip() or not rest.strip():
        return None
    return None if first.endswith((".", ":", ";", ",")) else first
