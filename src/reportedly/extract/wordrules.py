"""Rules over words instead of characters: each word of a text becomes one letter, each rule one regex.

How rules are written stands in `extract/patterns.py`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportedly.extract.patterns import Atom, atoms, starts

_FIRST_LETTER = 0x4E00
_OTHER = "\x00"
_REACH = 8
"""Within how many words of its first a stretch holds one that it cannot do without."""


class Part(NamedTuple):
    """Some words of a text: code points and the words in lower case."""

    start: int
    end: int
    words: tuple[str, ...]


class Hit(NamedTuple):
    """A stretch of text that a rule fits, with its named parts."""

    rule: str
    start: int
    end: int
    parts: Mapping[str, Part]


class WordRules:
    """Rules compiled into one expression; the first rule that fits at the leftmost word wins.

    Args:
        shapes: name and regular expression of every kind of token, tried in order, over text in lower case.
        classes: words (or whole tokens) by class; a shape is a class of its own.
        rules: name and pattern, the more specific first.
        phrases: patterns that others take in by name, as they do a class.
        proper: words that count only where the text writes them with a capital.
        needs: classes or shapes of which every stretch has one among its first words; only saves time.
    """

    def __init__(
        self,
        shapes: Mapping[str, str],
        classes: Mapping[str, Iterable[str]],
        rules: Iterable[tuple[str, str]],
        phrases: Mapping[str, str] | None = None,
        proper: Iterable[str] = (),
        needs: Iterable[str] = (),
    ) -> None:
        kinds = "|".join(f"(?P<{name}>{shape})" for name, shape in shapes.items())
        self._tokens = re.compile(f"(?! )(?:{kinds})")  # no token begins with a space: one look saves all the others
        self._proper = frozenset(proper)
        patterns = [(name, atoms(pattern, phrases or {})) for name, pattern in rules]
        literal = {atom.word for _, pattern in patterns for atom in pattern if atom.word}
        named = {name: frozenset(words) for name, words in classes.items()}
        self._letters, self._shapes, sets = _assign(named, literal, shapes)
        self._capital = frozenset(self._letters[word] for word in self._proper if word in self._letters)
        self._branches: dict[str, tuple[str, list[tuple[str, str]]]] = {}
        branches = [self._branch(i, name, pattern, sets) for i, (name, pattern) in enumerate(patterns)]
        first = set[str]().union(*(starts(pattern, self._letters, sets) for _, pattern in patterns))
        core = "".join(sets[name] for name in needs)
        look = f"(?=[{''.join(sorted(first))}])" + (f"(?=.{{0,{_REACH}}}?[{core}])" if core else "")
        self._regex = re.compile(f"{look}(?:{'|'.join(branches)})")
        number = self._regex.groupindex
        self._parts = {
            branch: (name, [(number[group], part) for group, part in groups])
            for branch, (name, groups) in self._branches.items()
        }

    def _branch(self, index: int, name: str, pattern: Iterable[Atom], sets: Mapping[str, str]) -> str:
        out: list[str] = []
        groups: list[tuple[str, str]] = []
        for atom in pattern:
            if atom.part:
                groups.append((f"{atom.part}_{index}_{len(out)}", atom.part))
                out.append(f"(?P<{groups[-1][0]}>")
            elif atom.known:
                out.append(f"[{sets[atom.known]}]")
            else:
                out.append(self._letters[atom.word] if atom.word else atom.raw or "")
        self._branches[f"_{index}"] = (name, groups)
        return f"(?P<_{index}>{''.join(out)})"

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """The stretches of `text[start:end]` that a rule fits, left to right, none overlapping another."""
        tokens = list(self._tokens.finditer(lower(text), start, len(text) if end is None else end))
        known, shapes = self._letters, self._shapes
        letters = [known.get(token[0]) or shapes[token.lastgroup or ""] for token in tokens]
        if self._proper:
            for i, letter in enumerate(letters):
                if letter in self._capital and tokens[i][0] in self._proper and text[tokens[i].start()].islower():
                    letters[i] = _OTHER
        for match in self._regex.finditer("".join(letters)):
            yield self._hit(match, tokens)

    def _hit(self, match: re.Match[str], tokens: list[re.Match[str]]) -> Hit:
        name, groups = self._parts[match.lastgroup or ""]
        parts = {}
        spans = match.regs
        for group, part in groups:
            first, last = spans[group]
            if first < last:
                words = tuple(token[0] for token in tokens[first:last])
                parts[part] = Part(tokens[first].start(), tokens[last - 1].end(), words)
        first, last = match.span()
        return Hit(name, tokens[first].start(), tokens[last - 1].end(), parts)


def lower(text: str) -> str:
    """`text` in lower case, code point for code point."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := char.lower()) == 1 else char for char in text)


def _assign(
    named: Mapping[str, frozenset[str]], literal: set[str], shapes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """One letter for every shape, and one for every set of words that no rule tells apart."""
    shape_letters = {shape: chr(_FIRST_LETTER + i) for i, shape in enumerate(shapes)}
    members: dict[str, list[str]] = {shape: [letter] for shape, letter in shape_letters.items()}
    members |= {name: [] for name in named}
    letters: dict[str, str] = {}
    known: dict[tuple[frozenset[str], str | None], str] = {}
    for word in sorted(literal.union(*named.values())):
        classes = frozenset(name for name, words in named.items() if word in words)
        signature = (classes, word if word in literal else None)
        if signature not in known:
            known[signature] = chr(_FIRST_LETTER + len(shapes) + len(known))
            for name in classes:
                members[name].append(known[signature])
        letters[word] = known[signature]
    return letters, shape_letters, {name: "".join(found) for name, found in members.items()}
