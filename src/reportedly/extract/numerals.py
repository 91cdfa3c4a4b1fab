"""What number words are worth: figures, words, scales, plural words and the bounds before them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.knowledge.quantities import QuantityWords, quantity_words
from reportedly.schema import Noun, NumberKind, Span
from reportedly.schema.values import check_bounds

__all__ = ["Number", "NumberKind", "Worth", "scale_of", "worth"]


class Number(Noun, frozen=True, kw_only=True):
    """A number with its bounds.

    Attributes:
        span: the number with the words that bound it and its currency, without the noun that it counts.
        low: the least it may be, None where the text leaves it open.
        high: the most it may be, None where the text leaves it open.
        approx: whether the text gives it as a guess or a round figure.
        unit: an ISO 4217 code for money, the unit of a measure, else None.

    Raises:
        ValueError: `low` is more than `high`.
    """

    span: Span
    low: float | int | None
    high: float | int | None
    approx: bool = False
    kind: NumberKind = NumberKind.COUNT
    unit: str | None = None

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)


_GROUPING = re.compile("[,\u00a0\u2009\u202f]")
_GUESSES = frozenset(["few", "several", "many", "some", "couple"])


class Worth(NamedTuple):
    """A number as a range; None where it is open. `loose` where the words themselves are a range or a guess."""

    low: float | int
    high: float | int
    loose: bool = False


@cache
def _small() -> dict[str, int]:
    values = quantity_words().values
    return {**values.small, **values.tens, "a": 1, "an": 1}


@cache
def _large() -> dict[str, int]:
    values = quantity_words().values
    return {**values.hundred, **values.dozen, **values.scales}


def worth(words: Sequence[str]) -> Worth:
    """What the number that stands in `words` (lower case) is worth.

    Raises:
        ValueError: there is no number among the words.
    """
    known = quantity_words()
    plural = [word for word in words if word in known.plurals]
    if plural:
        return _plural(plural, known)
    if "handful" in words:
        return Worth(*known.handful, True)
    if not _GUESSES.isdisjoint(words):
        return _few(words, known)
    if words[0] == "half":
        return _exact(0.5 * _large()[words[-1]], loose=True)
    return _exact(_cardinal(words), loose="dozen" in words)


def scale_of(word: str) -> int | None:
    """What a word such as "dozen" or "million" multiplies by; None for any other."""
    return _large().get(word)


def _plural(plural: list[str], known: QuantityWords) -> Worth:
    """Several of each ("hundreds of thousands"): the least that a plural may be is two of its kind."""
    low, high = known.plurals[plural[0]]
    for word in plural[1:]:
        factor = known.plurals[word][0] // 2
        low, high = low * factor, (high + 1) * factor - 1 if factor == 1000 else high * factor
    return Worth(low, high, True)


def _few(words: Sequence[str], known: QuantityWords) -> Worth:
    scale = words[-1]
    if "couple" in words:
        factor = _large()[scale]
        return Worth(2 * factor, 2 * factor, True)
    if scale in known.few:
        return Worth(*known.few[scale], True)
    factor = _large()[scale]
    return Worth(2 * factor, 10 * factor - 1, True)


def _exact(value: float, *, loose: bool) -> Worth:
    number = int(value) if value.is_integer() else value
    return Worth(number, number, loose)


def _cardinal(words: Sequence[str]) -> float:
    total, current = 0.0, 0.0
    seen = False
    for word in words:
        if word in _small():
            current += _small()[word]
        elif word in _large():
            factor = _large()[word]
            if factor >= 1000:
                total, current = total + (current or 1) * factor, 0.0
            else:
                current = (current or 1) * factor
        elif word[0].isdigit():
            current += float(_GROUPING.sub("", word))
        else:
            continue
        seen = True
    if not seen:
        raise ValueError(f"no number among {words!r}")
    return round(total + current, 6)
