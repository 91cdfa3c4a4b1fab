"""Patterns over words instead of characters: each word of a text becomes one letter, each rule one regex.

A rule is written with words (`at least`), classes of words in braces (`{month}`), punctuation in quotes
(`","`), parts that are given a name (`(year={year})`), and the operators of regular expressions. Spaces mean
nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_ATOM = re.compile(r"\((\w+)=|\{(\w+)\}|\"([^\"]+)\"|([^\W\d_][\w'’.]*)|(\s+)|(.)", re.DOTALL)
_FIRST_LETTER = 0x4E00
_OTHER = "\x00"


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
        proper: words that count only where the text writes them with a capital.
    """

    def __init__(
        self,
        shapes: Mapping[str, str],
        classes: Mapping[str, Iterable[str]],
        rules: Iterable[tuple[str, str]],
        proper: Iterable[str] = (),
    ) -> None:
        self._tokens = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in shapes.items()))
        self._proper = frozenset(proper)
        named = {name: frozenset(words) for name, words in classes.items()}
        patterns = [(name, list(_ATOM.finditer(pattern))) for name, pattern in rules]
        literal = {atom[3] or atom[4] for _, atoms in patterns for atom in atoms if atom[3] or atom[4]}
        self._letters, self._shapes, sets = _assign(named, literal, shapes)
        self._names: dict[str, str] = {}
        branches = [self._branch(i, name, atoms, sets) for i, (name, atoms) in enumerate(patterns)]
        self._regex = re.compile("|".join(branches))

    def _branch(self, index: int, name: str, atoms: list[re.Match[str]], sets: Mapping[str, str]) -> str:
        self._names[f"_{index}"] = name
        out = []
        for group, known, mark, word, space, raw in (atom.groups() for atom in atoms):
            if group:
                out.append(f"(?P<{group}_{index}>")
            elif known:
                out.append(f"[{sets[known]}]")
            elif mark or word:
                out.append(self._letters[mark or word])
            elif not space:
                out.append(raw)
        return f"(?P<_{index}>{''.join(out)})"

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """The stretches of `text[start:end]` that a rule fits, left to right, none overlapping another."""
        lowered = lower(text)
        tokens = list(self._tokens.finditer(lowered, start, len(text) if end is None else end))
        known, shapes = self._letters, self._shapes
        letters = [known.get(token.group()) or shapes[token.lastgroup or ""] for token in tokens]
        if self._proper:
            for i, token in enumerate(tokens):
                if token.group() in self._proper and text[token.start()].islower():
                    letters[i] = _OTHER
        for match in self._regex.finditer("".join(letters)):
            yield self._hit(match, tokens)

    def _hit(self, match: re.Match[str], tokens: list[re.Match[str]]) -> Hit:
        branch = match.lastgroup or ""
        parts = {}
        for group, value in match.groupdict().items():
            if value and group != branch and group.endswith(branch):
                first, last = match.span(group)
                words = tuple(token.group() for token in tokens[first:last])
                parts[group[: -len(branch)]] = Part(tokens[first].start(), tokens[last - 1].end(), words)
        first, last = match.span()
        return Hit(self._names[branch], tokens[first].start(), tokens[last - 1].end(), parts)


def lower(text: str) -> str:
    """`text` in lower case, code point for code point."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := char.lower()) == 1 else char for char in text)


def _assign(
    named: Mapping[str, frozenset[str]], literal: Iterable[str], shapes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """One letter for every shape, and for every set of words that no rule tells apart."""
    literal = set(literal)
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
            for name in signature[0]:
                members[name].append(known[signature])
        letters[word] = known[signature]
    return letters, shape_letters, {name: "".join(found) for name, found in members.items()}
