"""What the words of a time are worth: numbers, years, months, units, directions."""

import re
from collections.abc import Mapping

from reportedly.extract.numerals import worth
from reportedly.extract.time_nouns import TimeBase, TimeModifier, TimeUnit
from reportedly.extract.wordrules import Part
from reportedly.knowledge.time_rules import time_rules

Parts = Mapping[str, Part]
"""The named parts that a rule took."""

_DIGITS = re.compile(r"\d+")
_PREVIOUS = frozenset(["same", "that", "following", "previous", "preceding", "ensuing", "subsequent", "very"])
_FILL = frozenset(["the", "of", "-", "–", "‑", "—"])
_UNITS = {"night": "day", "moment": "minute", "fortnight": "week"}


def number(part: Part | None) -> int | None:
    """A figure or an ordinal."""
    if part is None:
        return None
    digits = _DIGITS.search(part.words[0])
    return int(digits.group()) if digits else time_rules().ordinals.get(part.words[0])


def year(part: Part | None) -> int | None:
    """A year; "'89" is 1989, "'05" is 2005."""
    if part is None:
        return None
    found = int(_DIGITS.findall(part.words[0])[0])
    if part.words[0][0].isdigit():
        return found
    return found + (1900 if found > 30 else 2000)


def month(part: Part | None) -> int | None:
    """A month from 1 to 12."""
    return time_rules().months[part.words[0]] if part else None


def direction(part: Part | None) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next"; None where no such word stands."""
    known = time_rules().shifts
    return next((known[word] for word in reversed(part.words) if word in known), None) if part else None


def base(part: Part | None) -> TimeBase:
    """Whether the words count from the date named before ("that", "the following") or from publication."""
    return TimeBase.PREVIOUS if part and _PREVIOUS.intersection(part.words) else TimeBase.PUBLISHED


def unit(part: Part) -> TimeUnit:
    """The unit; nights count as days."""
    name = time_rules().units.get(part.words[-1], "day")
    return TimeUnit(_UNITS.get(name, name))


def is_plural(part: Part) -> bool:
    """Whether the unit stands in the plural."""
    return part.words[-1].endswith("s")


def count(part: Part | None) -> float | None:
    """How many; 1 without a number, None where the words only guess ("a few", "several")."""
    if part is None:
        return 1
    words = [word for word in part.words if word not in _FILL]
    if "dozen" not in words and set(words) & set(time_rules().guesses):
        return None
    if words[0] == "half":
        return 0.5
    if words[-1] == "half":
        return worth([word for word in words if word not in ("half", "and")][:1]).low + 0.5
    return worth(words).low


def is_edge(part: Part | None) -> bool:
    """Whether the word means the very beginning or end."""
    return part is not None and part.words[0] in time_rules().classes["bare_edges"]


def modifier(part: Part | None) -> TimeModifier | None:
    """Start, middle or end."""
    name = time_rules().modifiers.get(part.words[0]) if part else None
    return TimeModifier(name) if name else None
