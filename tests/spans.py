"""Where words stand in a text."""

from reportedly.schema import Span


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where `words` stand in `text`, the `nth` time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))
