"""The language of patterns over words: taken apart, phrases put in, and the letters one may begin with.

A pattern is written with words (`at least`), classes of words in braces (`{month}`), punctuation in quotes
(`","`), parts that are given a name (`(year={year})`), and the operators of regular expressions. Spaces mean
nothing.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_ATOM = re.compile(r"\((\w+)=|\{(\w+)\}|\"([^\"]+)\"|([^\W\d_][\w'’.]*)|\s+|(.)", re.DOTALL)
_CLASS = re.compile(r"\{(\w+)\}")


class Atom(NamedTuple):
    """One piece of a pattern; exactly one of the four is set.

    Attributes:
        part: the name that a group gives to what it takes.
        known: the name of a class or shape.
        word: a word or mark that stands for itself.
        raw: an operator of regular expressions.
    """

    part: str | None = None
    known: str | None = None
    word: str | None = None
    raw: str | None = None


def atoms(pattern: str, phrases: Mapping[str, str]) -> tuple[Atom, ...]:
    """The pieces of `pattern`, with every phrase that it names put in."""
    found = []
    for part, known, mark, word, raw in _ATOM.findall(expand(pattern, phrases)):
        if part or known or mark or word or raw:
            found.append(Atom(part or None, known or None, mark or word or None, raw or None))
    return tuple(found)


def expand(pattern: str, phrases: Mapping[str, str]) -> str:
    """`pattern` with every `{name}` of a phrase replaced by the phrase, to any depth."""

    def replace(found: re.Match[str]) -> str:
        phrase = phrases.get(found[1])
        return found[0] if phrase is None else f"(?:{expand(phrase, phrases)})"

    return _CLASS.sub(replace, pattern)


def starts(pattern: Sequence[Atom], letters: Mapping[str, str], sets: Mapping[str, str]) -> set[str]:
    """The letters with which a stretch that fits `pattern` may begin."""
    return _alternatives(pattern, 0, letters, sets)[0]


_Found = tuple[set[str], bool, int]
"""Letters, whether the piece may be empty, and where the next piece begins."""


def _alternatives(pattern: Sequence[Atom], at: int, letters: Mapping[str, str], sets: Mapping[str, str]) -> _Found:
    found, empty = set[str](), False
    while True:
        more, bare, at = _sequence(pattern, at, letters, sets)
        found, empty = found | more, empty or bare
        if at >= len(pattern) or pattern[at].raw != "|":
            return found, empty, at
        at += 1


def _sequence(pattern: Sequence[Atom], at: int, letters: Mapping[str, str], sets: Mapping[str, str]) -> _Found:
    found, empty = set[str](), True
    while at < len(pattern) and pattern[at].raw not in ("|", ")"):
        more, bare, at = _piece(pattern, at, letters, sets)
        while at < len(pattern) and pattern[at].raw in ("?", "*", "+"):
            bare = bare or pattern[at].raw != "+"
            at += 1
        if empty:
            found |= more
            empty = bare
    return found, empty, at


def _piece(pattern: Sequence[Atom], at: int, letters: Mapping[str, str], sets: Mapping[str, str]) -> _Found:
    atom = pattern[at]
    if atom.word:
        return {letters[atom.word]}, False, at + 1
    if atom.known:
        return set(sets[atom.known]), False, at + 1
    at += 1
    looking = False
    while pattern[at].raw in ("?", ":", "=", "!", "<", ">"):
        looking = looking or pattern[at].raw in ("=", "!")
        at += 1
    found, empty, at = _alternatives(pattern, at, letters, sets)
    return (set(), True, at + 1) if looking else (found, empty, at + 1)
