"""The noun that a number stands with: "troops" in "some 2,500 US troops"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.extract.numerals import Number
from reportedly.extract.wordrules import lower
from reportedly.knowledge.quantities import quantity_words
from reportedly.schema import Counted, Span

_WORD = re.compile(r"[^\W\d_]+-?\d[\w-]*|[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
_DIGITS = re.compile(r"\d")
_WINDOW = 90
_MOST_WORDS = 6
_CLOSED = frozenset(
    [
        *("were", "was", "are", "is", "be", "been", "being", "have", "has", "had", "do", "did", "will", "would"),
        *("could", "may", "might", "said", "says", "who", "that", "which", "whom", "whose", "in", "on", "at"),
        *("from", "by", "to", "with", "for", "as", "into", "after", "before", "during", "while", "when", "and"),
        *("or", "but", "if", "than", "including", "among", "they", "he", "she", "it", "voted", "signed", "died"),
        *("fleeing", "fled", "flee", "dying", "feared", "trapped", "missing", "stranded", "wounded", "displaced"),
        *("next", "last", "this", "today", "yesterday", "tomorrow", "now", "so", "early", "late", "later", "earlier"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "about", "around", "near"),
        *("killed", "injured", "arrested", "since", "against", "over", "under", "there", "each", "every"),
    ]
)
_PLURAL = ("s", "men", "people", "children", "personnel", "aircraft", "police", "dead", "wounded")
_SKIPPED = frozenset(["of", "the", "its", "their", "his", "her", "these", "those", "our", "my", "more", "other"])


@cache
def _nouns() -> dict[str, Counted]:
    return {noun: what for what, nouns in quantity_words().counted.items() for noun in nouns}


def noun_kind(word: str) -> Counted | None:
    """What sort of thing the noun (lower case) names; None where it is none of the ten, or no known noun."""
    known = _nouns().get(word)
    if known is not None or word in quantity_words().things:
        return known
    if any(char.isdigit() for char in word):
        return Counted.VEHICLES if _DIGITS.split(word)[0].rstrip("-") in quantity_words().craft else None
    people = len(word) > 4 and word.endswith(quantity_words().people_endings)
    return Counted.PEOPLE if people else None


class HeadNoun(NamedTuple):
    """The noun that a number stands with, and what it names."""

    span: Span
    kind: Counted


def head_noun(number: Number, text: str) -> HeadNoun | None:
    """The noun that the number stands with, None where it stands alone or with a noun that is not known.

    Args:
        number: a number found in `text`.
        text: the article's text.
    """
    words = _phrase(number, text)
    start = number.span.end
    found: HeadNoun | None = None
    for i, word in enumerate(words):
        span = Span(start + word.start(), start + word.end())
        pair = f"{words[i - 1][0]} {word[0]}" if i else ""
        kind = quantity_words().compounds.get(pair) or noun_kind(word[0]) or _nation(span.of(text))
        if kind is None or _is_modifier(words, i, number):
            continue
        found = HeadNoun(span, kind)
        if word[0] not in ("others", "police"):
            break
    return found


def _nation(word: str) -> Counted | None:
    """A plural with a capital is a people or the followers of somebody ("Kurds", "Houthis")."""
    people = len(word) > 3 and word[0].isupper() and word.endswith("s") and word[1:].islower()
    return Counted.PEOPLE if people and word.lower() not in quantity_words().things else None


def stands_alone(number: Number, text: str) -> bool:
    """Whether no noun of any kind follows the number."""
    return not _phrase(number, text)


def left_kind(words: str) -> Counted | None:
    """What the noun nearest the end of `words` (lower case) names, for a number that leaves its noun out."""
    for word in reversed(_WORD.findall(words)):
        kind = noun_kind(word)
        if kind is not None and (kind is not Counted.PEOPLE or word in _nouns()):
            return kind
    return None


def _phrase(number: Number, text: str) -> Sequence[re.Match[str]]:
    """The words after the number that may belong to its noun phrase."""
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(lower(text[number.span.end : number.span.end + _WINDOW])):
        words = word[0]
        if not words[0].isalpha():
            if words in ("-", "–") or (words == "." and found and "." in found[-1][0]):
                continue
            break
        if words in _CLOSED or len(found) >= _MOST_WORDS:
            break
        if words not in _SKIPPED:
            found.append(word)
    return found


def _is_modifier(words: Sequence[re.Match[str]], at: int, number: Number) -> bool:
    """Whether a known noun only describes the one behind it ("vehicle bombs", "rocket attacks")."""
    return number.low != 1 and at + 1 < len(words) and not words[at][0].endswith(_PLURAL)
