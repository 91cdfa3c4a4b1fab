"""Where words stand in a text."""

import re

from reportedly.schema import Span


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where `words` stand in `text`, the `nth` time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def marked(text: str) -> tuple[str, list[Span]]:
    """A text without its square brackets, and what stood in them."""
    plain, spans = "", []
    for at, part in enumerate(re.split(r"[\[\]]", text)):
        if at % 2:
            spans.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    return plain, spans
