"""Finds the numbers of a text that count something, with the words that bound them."""

import re
from functools import cache

from reportedly.extract.counting import counted
from reportedly.extract.numerals import Number, NumberKind, Worth, scale_of, worth
from reportedly.extract.wordrules import Hit, Part, WordRules
from reportedly.knowledge.quantities import NumberBounds, QuantityWords, quantity_words
from reportedly.schema import Span

__all__ = ["Number", "NumberKind", "counted", "find"]

_CONTINENTAL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_MOST = 10**18  # a longer row of digits is a serial number, not a count


@cache
def _rules() -> WordRules:
    words = quantity_words()
    values, money, bounds = words.values, words.currencies, words.bounds
    phrases = (*bounds.least, *bounds.more, *bounds.most, *bounds.most_about, *bounds.less, *bounds.about)
    bound = " | ".join(sorted(phrases, key=len, reverse=True))
    return WordRules(
        shapes=words.shapes,
        classes={
            "small": values.small,
            "tens": values.tens,
            "hundred": values.hundred,
            "dozen": values.dozen,
            "scales": values.scales,
            "plurals": words.plurals,
            "symbols": money.symbols,
            "money_words": money.words,
            "handful": {"handful"},
            "percent": {"%", "percent", "pct", "percentage"},
            "measures": words.measures.keys() - {"pound", "pounds"},
            "national": money.national,
            "fractions": words.fractions.keys() - {"half"},
            "rises": words.rises,
            "changes": words.changes,
            "parts": words.fractions,
            "verbs": {"to", "would", "will", "could", "may", "might", "can", "should", "must"},
            "weighs": {"weigh", "weighs", "weighed", "weighing"},
            "explosives": {"explosives", "explosive", "tnt", "bombs", "uranium", "cocaine", "heroin", "drugs", "food"},
            "counters": {"first", "second", "third", "fourth", "the", "this", "last", "final"},
            "durations": words.durations,
            "months": words.months,
            "labels": words.labels,
            "counted": frozenset().union(*words.counted.values()),
        },
        rules=[(rule.name, rule.pattern) for rule in words.rules],
        phrases={**words.phrases, "bound": bound},
        needs=(
            *("year", "figure", "small", "tens", "hundred", "dozen", "scales", "plurals", "handful"),
            *("changes", "parts"),
        ),
    )


def find(text: str, span: Span | None = None) -> tuple[Number, ...]:
    """The numbers of `text`, or of the part of it that `span` covers, in order; none overlaps another.

    Dates, years, times of day, durations, ordinals, scores, ages and numbers that only name something
    ("F-16", "Resolution 2231") are no numbers here.

    Examples:
        >>> [(number.low, number.high) for number in find("Some 2,500 men and dozens of tanks")]
        [(2500, 2500), (24, 99)]
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    hits = _rules().find(text, start, end)
    return tuple(number for hit in hits if not hit.rule.startswith("not_") and (number := _number(hit)))


def _number(hit: Hit) -> Number | None:
    words = quantity_words()
    kind = NumberKind(name) if (name := hit.rule.partition("_")[0]) in list(NumberKind) else NumberKind.COUNT
    if hit.rule == "percent_part":
        first, last = _share(hit), None
    elif hit.rule == "measure_change":
        first, last = _factor(words.changes[hit.parts["change"].words[0]]), None
    else:
        first, last = _worth(hit.parts["low"], kind), None
    if "high" in hit.parts:
        last = worth(hit.parts["high"].words)
        first = _same_scale(first, last, hit.parts["low"], hit.parts["high"])
        if first.low >= last.high:
            return None
    if (last or first).high > _MOST:
        return None
    low, high, approx = _bounded(hit.parts.get("pre"), first, last or first, kind, words.bounds)
    return Number(
        span=Span(hit.start, hit.end), low=low, high=high, approx=approx, kind=kind, unit=_unit(hit, kind, words)
    )


def _worth(part: Part, kind: NumberKind) -> Worth:
    """What the words are worth; a count of three decimals is written in the continental way ("1.500 rebels")."""
    if kind is NumberKind.COUNT and len(part.words) == 1 and _CONTINENTAL.fullmatch(part.words[0]):
        return worth([part.words[0].replace(".", "")])
    return worth(part.words)


def _share(hit: Hit) -> Worth:
    """A part of a whole in percent: half of, two thirds, one in five."""
    count = worth(hit.parts["count"].words).low if "count" in hit.parts else 1
    whole = hit.parts.get("whole")
    parts = worth(whole.words).low if whole else quantity_words().fractions[hit.parts["part"].words[-1]]
    return _factor(round(100 * count / parts, 1) if parts else 0)


def _factor(value: float) -> Worth:
    number = int(value) if float(value).is_integer() else value
    return Worth(number, number)


def _same_scale(first: Worth, last: Worth, part: Part, second: Part) -> Worth:
    """"2 to 3 million", "two to three dozen": the first number takes the scale of the second."""
    factor = scale_of(second.words[-1])
    if factor and factor < 1000 and not scale_of(part.words[-1]) and first.low * factor < last.low:
        return Worth(first.low * factor, first.high * factor, last.loose)
    scale = 1000
    while part.words[-1][0].isdigit() and first.low < 1000 and first.low * scale < last.high:
        if last.high < 1000 * scale:
            return Worth(first.low * scale, first.high * scale, first.loose)
        scale *= 1000
    return first


def _bounded(
    pre: Part | None, first: Worth, last: Worth, kind: NumberKind, bounds: NumberBounds
) -> tuple[float | int | None, float | int | None, bool]:
    """Low, high and approx by rulings 11 and 25 of the codebook."""
    low, high, loose = first.low, last.high, first.loose or last.loose
    step = 1 if kind is NumberKind.COUNT and isinstance(low, int) else 0
    words = " ".join(pre.words) if pre else ""
    if low != high and words in {*bounds.least, *bounds.more} and not loose:
        return low, high, False
    if words in bounds.least:
        return low, None, False
    if words in bounds.more:
        return low + step, None, False
    if words in bounds.most:
        return 0, high, False
    if words in bounds.most_about:
        return 0, high, True
    if words in bounds.less:
        return 0, max(0, high - step), False
    return low, high, loose or bool(words)


def _unit(hit: Hit, kind: NumberKind, words: QuantityWords) -> str | None:
    """The currency by ISO 4217, the unit in short, `percent`, or `times` for a change; None for a count."""
    if kind is NumberKind.COUNT:
        return None
    if kind is NumberKind.PERCENT:
        return "percent"
    part, nation = hit.parts.get("cur"), hit.parts.get("nation")
    if kind is NumberKind.MEASURE:
        power = hit.parts.get("power")
        short = words.measures[part.words[-1]] if part else "times"
        return f"{words.measures[power.words[0]].split()[0]} {short}" if power else short
    money = words.currencies
    if nation is not None:
        return money.national[nation.words[0]]
    return (money.words.get(part.words[-1]) or money.symbols[part.words[-1]]) if part else None
