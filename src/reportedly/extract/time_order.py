"""Resolves the times of an article in the order of reading, each with what stood before it."""

import re
from collections.abc import Iterable
from datetime import date

from reportedly.extract.time_nouns import Tense, TimeBase, TimeExpression, TimeForm, TimeValue
from reportedly.extract.time_values import resolve
from reportedly.schema import Span

_AHEAD = (
    r"will|'ll|’ll|won't|would|shall|going to|set to|due|scheduled|slated|plan(?:s|ned|ning)? (?:to|for)|expected|upcoming"
    r"|ahead of|is to|are to|to be held|to take place|hopes? to|intends? to|next|coming|deadline|until|by|may|might"
    r"|can|could|should|must|prepar(?:es|ing) (?:to|for)"
)
_BACK = (
    r"said|told|was|were|had|has|have|did|announced|reported|killed|took|came|began|held|made|met|left|says|took"
    r"|\w{3,}ed|became|went|fell|rose|gave|saw|won|lost|broke|fought|wrote|shot|struck|hit|led|sent|spoke"
)
_VERB = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?\n]")
_CLAUSE_START = re.compile(r"[.;:!?\n“”\"]\s")
_CARRIED = frozenset([TimeForm.DATE, TimeForm.SEASON, TimeForm.QUARTER, TimeForm.HALF, TimeForm.HOLIDAY])


def tense_around(text: str, span: Span) -> Tense:
    """Whether the clause around `span` looks back or ahead, by the verb nearest before it, else after it."""
    left = text[max(0, span.start - 90) : span.start]
    left = _CLAUSE_START.split(left)[-1]
    verbs = list(_VERB.finditer(left))
    if not verbs:
        right = _CLAUSE_END.split(text[span.end : span.end + 90])[0]
        verbs = list(_VERB.finditer(right))[:1]
    if not verbs or verbs[-1]["back"]:
        return Tense.PAST
    return Tense.FUTURE


def resolve_all(
    text: str, expressions: Iterable[TimeExpression], published: date | None
) -> tuple[TimeValue, ...]:
    """The days of every expression of an article, in the order given.

    An article whose dates are mostly years old is read as a narrative: a bare "12 November" is in the year of
    the date before it. Elsewhere that holds only within a paragraph, after a date that names its year.

    Args:
        text: the article's text.
        expressions: its times in the order of the text.
        published: the day the article appeared; None where nothing says.
    """
    listed = tuple(expressions)
    story = _is_narrative(listed, published)
    found: list[TimeValue] = []
    previous: TimeValue | None = None
    dated: TimeValue | None = None
    end = 0
    for expression in listed:
        if not story and "\n" in text[end : expression.span.start]:
            dated = None
        before = dated if expression.form in _CARRIED and expression.base is TimeBase.PUBLISHED else previous
        value = resolve(
            expression,
            published=published,
            tense=tense_around(text, expression.span),
            previous=before,
        )
        found.append(value)
        end = expression.span.end
        if value.earliest is not None and expression.form not in (TimeForm.DECADE, TimeForm.CENTURY):
            previous = value
            if expression.year is not None or value.anchor is TimeBase.PREVIOUS or story:
                dated = value
    return tuple(found)


def _is_narrative(expressions: tuple[TimeExpression, ...], published: date | None) -> bool:
    years = [expression.year for expression in expressions if expression.year is not None]
    if published is None:
        return True
    old = sum(year < published.year - 1 for year in years)
    return len(years) >= 4 and old > 0.7 * len(years)
