"""Quoted words -> spans: exactly, then with any white space and any form of quotation marks, else not at all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportedly.models.chat.answer import Quote
from reportedly.models.chat.parts import Sentence
from reportedly.schema import Span

_MARKS: Final = ("'‘’‚‛`´ʼ′", '"“”„‟«»″')
"""Marks that stand for one another."""


class Quotes:
    """Finds words in the sentences of one part of an article.

    Args:
        text: the article's text.
        sentences: those that the model was shown.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = {sentence.number: sentence.span for sentence in sentences}
        self._shown = Span(sentences[0].span.start, sentences[-1].span.end)

    def find(self, quote: Quote, near: int | None = None) -> Span | None:
        """Where the words stand; None where what was shown does not have them.

        The sentence that the quote names comes first, then all that was shown. Of several places the one nearest to
        the code point `near` is taken, or, without it, to the beginning of the sentence.
        """
        words = quote.words.strip()
        if not words:
            return None
        sentence = self._sentences.get(quote.sentence)
        around = near if near is not None else (sentence or self._shown).start
        for scope in (sentence, self._shown):
            for pattern in (_exact(words), _tolerant(words)):
                found = list(self._matches(pattern, scope)) if scope is not None else []
                if found:
                    return min(found, key=lambda span: abs(span.start - around))
        return None

    def _matches(self, pattern: re.Pattern[str], scope: Span) -> Iterator[Span]:
        """The places that begin in the scope and end in what was shown."""
        for match in pattern.finditer(self._text, scope.start):
            if match.start() >= scope.end:
                return
            if match.end() <= self._shown.end:
                yield Span(*match.span())


def same_words(one: str, other: str) -> bool:
    """Whether two quotations are the same but for white space and the form of quotation marks."""
    return _tolerant(one.strip()).fullmatch(other.strip()) is not None


def _exact(words: str) -> re.Pattern[str]:
    return _whole([re.escape(words)], words)


def _tolerant(words: str) -> re.Pattern[str]:
    return _whole(("".join(map(_mark, piece)) for piece in words.split()), words)


def _whole(pieces: Iterable[str], words: str) -> re.Pattern[str]:
    """The pieces with white space between them, where they cut no other word in two."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(before + r"\s+".join(pieces) + after)


def _mark(character: str) -> str:
    for marks in _MARKS:
        if character in marks:
            return f"[{re.escape(marks)}]"
    return re.escape(character)
