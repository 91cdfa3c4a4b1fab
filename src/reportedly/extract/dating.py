"""The days of every time expression of an article, each anchored by what the text said before it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from reportedly.extract.time_nouns import Tense, TimeExpression, TimeValue
from reportedly.extract.time_values import resolve
from reportedly.schema import Span

_AHEAD: Final = re.compile(r"\b(will|shall|plans?|planned|due|scheduled|set|expected|would|going) \b", re.IGNORECASE)
_BREAK: Final = re.compile(r"[.!?]\s|\n")
_WINDOW: Final = 120


def resolve_all(
    expressions: Sequence[TimeExpression], text: str, published: date | None
) -> dict[Span, TimeValue]:
    """What each expression means, by its span.

    A date of an earlier year, or any date where nobody knows when the article appeared, anchors the bare dates
    behind it in the same paragraph.
    """
    found: dict[Span, TimeValue] = {}
    previous: TimeValue | None = None
    end = 0
    for expression in expressions:
        if "\n" in text[end : expression.span.start]:
            previous = None
        value = resolve(expression, published=published, tense=_tense(text, expression.span), previous=previous)
        found[expression.span] = value
        end = expression.span.end
        if value.value and (published is None or value.value[:4] < str(published.year)):
            previous = value
    return found


def _tense(text: str, span: Span) -> Tense | None:
    """Whether the words before the expression, back to the sentence's start, look ahead."""
    before = _BREAK.split(text[max(0, span.start - _WINDOW) : span.start])[-1]
    return Tense.FUTURE if _AHEAD.search(before) else None
