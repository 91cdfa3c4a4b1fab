"""Finds the times that a text names, as the text puts them."""

import re
from functools import cache

from msgspec import structs

from reportedly.errors import KnowledgeError
from reportedly.extract.tense import tense_around
from reportedly.extract.time_nouns import (
    Tense,
    TimeBase,
    TimeExpression,
    TimeForm,
    TimeModifier,
    TimeUnit,
    TimeValue,
)
from reportedly.extract.time_order import resolve_all
from reportedly.extract.time_readers import READABLE, expression
from reportedly.extract.time_values import resolve
from reportedly.extract.wordrules import Hit, WordRules
from reportedly.knowledge.feasts import feasts
from reportedly.knowledge.quantities import quantity_words
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

__all__ = [
    "Tense",
    "TimeBase",
    "TimeExpression",
    "TimeForm",
    "TimeModifier",
    "TimeUnit",
    "TimeValue",
    "find",
    "resolve",
    "resolve_all",
    "tense_around",
]

_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|throughout|during|last|this|next|early|late|mid|and|or|of|on|for"
    r"|before|after|between|every|each|end|beginning|start|middle|previous|following|until|around|about)|[-–—,:(\d.])\s*$",
    re.IGNORECASE,
)

_REACH = 60
_AGED = re.compile(r"\b(?:aged|age)\s$", re.IGNORECASE)
_OPENS = re.compile(r"(?:\A|[.!?\n:“\"]\s*)$")
_SPEAKS = re.compile(r"(?: also| has| had)? (?:said|says|told|added|insisted|warned|called|urged|vowed|resigned)\b")
_NAME = re.compile(r" [A-Z][a-z]+\b")
_GIVEN = re.compile(r"\b[A-Z][a-z]+\s$")
_PERSON = re.compile(r"\b(?:Mrs?|Ms|Dr|Sir|Theresa|Brian|Minister|Elaine|James)\.?\s+$")
_NOT_YEAR = re.compile(
    r"(?:[$£€#@/]|\b(?:no\.?|article|resolution|some|about|nearly|roughly|approximately|least|than|over|only|all|another"
    r"|flight|section|room|page|boeing|chapter|unit|windows|model)\s?)\s*$",
    re.IGNORECASE,
)


@cache
def _rules() -> WordRules:
    known, numbers = time_rules(), quantity_words()
    if unknown := {rule.name for rule in known.rules} - READABLE:
        raise KnowledgeError(f"knowledge/data/timex_rules.yaml: nothing reads the rules {sorted(unknown)}")
    holidays = known.holidays.keys() | feasts().keys()
    holiday = " | ".join(map(_holiday_pattern, sorted(holidays, key=len, reverse=True)))
    return WordRules(
        shapes=known.shapes,
        classes={
            "months": known.months,
            "weekdays": known.weekdays,
            "seasons": known.seasons,
            "units": known.units,
            "parts": known.parts,
            "ordinals": known.ordinals,
            "decades": known.decades,
            "days": known.days,
            "sets": known.sets,
            "small": numbers.values.small,
            "tens": numbers.values.tens,
            "counted": frozenset().union(*numbers.counted.values(), numbers.values.scales, {"percent", "strong", "%"}),
            "abbreviated": {month for month in known.months if len(month) < 5} - {"may", "june", "july"},
            "holiday_words": {max(re.findall(r"[a-z]+", name), key=len) for name in holidays},
            **known.classes,
        },
        rules=[(rule.name, rule.pattern) for rule in known.rules],
        phrases={**known.phrases, "holiday": holiday},
        proper=known.proper,
        needs=known.core,
    )


def _holiday_pattern(name: str) -> str:
    return re.sub(r"['’]s\b", " {possessive}", name).replace("-", ' "-" ')


def find(text: str, span: Span | None = None) -> tuple[TimeExpression, ...]:
    """The times that `text`, or the part of it that `span` covers, names, in order; none overlaps another."""
    start, end = (span.start, span.end) if span else (0, len(text))
    found = []
    for hit in _rules().find(text, start, end):
        read = None if _is_name(hit, text) or _is_aged(hit, text) else expression(hit)
        if read is not None:
            found.append(_with_lead(read, text))
    return tuple(found)


def _with_lead(read: TimeExpression, text: str) -> TimeExpression:
    """The expression with what bounds it: the word before it, or its own first word ("about three weeks")."""
    start = read.span.start
    lead = _leads().search(text, max(0, start - _REACH), start)
    if lead is None:
        lead = _approx().match(text, start)
    return structs.replace(read, lead=TimeModifier(time_rules().leads[lead["lead"].lower()])) if lead else read


@cache
def _leads() -> re.Pattern[str]:
    """A word that bounds the time behind it, directly or with the noun of an event between them."""
    words = "|".join(map(re.escape, sorted(time_rules().leads, key=len, reverse=True)))
    bounded = "(?:(?<=since )|(?<=until )|(?<=before )|(?<=after ))(?:the|a|an|its|his|her|their)"
    noun = rf"{bounded}\s(?:[\w’'-]+\s){{1,6}}?(?:in|on|of)\s"
    fill = r"(?:(?:the|late|early|at least)\s+)"
    return re.compile(rf"(?<![\w-])(?P<lead>{words})\s+(?:{noun})?{fill}*$", re.IGNORECASE)


@cache
def _approx() -> re.Pattern[str]:
    words = [re.escape(word) for word, lead in time_rules().leads.items() if lead == TimeModifier.APPROX]
    return re.compile(rf"(?P<lead>{'|'.join(words)})\s", re.IGNORECASE)


def _is_name(hit: Hit, text: str) -> bool:
    """Whether the words are a name ("Sunday Times", "Theresa May") or a verb ("March on the capital")."""
    if hit.rule in ("weekday", "every"):
        words = text[hit.start : hit.end + 12].lower()
        return _is_person(hit, text) or any(words.startswith(name) for name in time_rules().not_after)
    before = text[max(0, hit.start - 16) : hit.start]
    if hit.rule == "holiday":
        return _is_named_after(hit, text) or (text[hit.start : hit.end] == "Eid" and _is_given(before, hit, text))
    if hit.rule == "part":
        return text[hit.start].isupper() and "part" in hit.parts and _OPENS.search(before) is None
    if hit.rule == "month" and len(hit.parts) == 1 and hit.parts["month"].words[0] in ("may", "march"):
        bare = " " not in text[hit.start : hit.end]
        named = _PERSON.search(before) or _SPEAKS.match(text, hit.end)
        return bare and (_MONTH_LEAD.search(before) is None or named is not None)
    return hit.rule == "year" and _NOT_YEAR.search(before) is not None


def _is_named_after(hit: Hit, text: str) -> bool:
    """Whether something is named after the holiday ("the Easter Rising")."""
    behind = _NAME.match(text, hit.end)
    return behind is not None and behind[0].strip().lower() in time_rules().named_after


def _is_given(before: str, hit: Hit, text: str) -> bool:
    """Whether the word is half of a person's name ("Nader Eid")."""
    return _NAME.match(text, hit.end) is not None or _GIVEN.search(before) is not None


def _is_aged(hit: Hit, text: str) -> bool:
    """Whether the words say how old somebody is ("aged 30 years")."""
    return hit.rule == "duration" and _AGED.search(text, max(0, hit.start - 8), hit.start) is not None


def _is_person(hit: Hit, text: str) -> bool:
    """Whether a short weekday is the first half of a name ("Sun Wei")."""
    return hit.end - hit.start < 6 and _NAME.match(text, hit.end) is not None
