"""Rules of text: a small language of alternatives, slots and choices, and sentences drawn from it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

_TOKEN = re.compile(r"<(?P<rule>[a-z.]+)>|\{(?P<slot>[a-z0-9.]+)\}|\[(?P<choice>[^\]]*)\]|(?P<words>[^<\[{]+)")
_RULE = re.compile(r"^([a-z.]+) =(.*)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a slot's words stand in a piece."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and where in them the slots stand."""

    text: str
    marks: tuple[Mark, ...] = ()

    def capitalised(self) -> "Piece":
        """With its first letter large; as long as before."""
        at = next((n for n, letter in enumerate(self.text) if letter.isalpha()), None)
        if at is None:
            return self
        return Piece(self.text[:at] + self.text[at].upper() + self.text[at + 1 :], self.marks)


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of an alternative: words, or the name of a slot or rule, or a choice."""

    words: str = ""
    slot: str = ""
    rule: str = ""
    choice: tuple[tuple["_Part", ...], ...] = ()


Slots = Mapping[str, "Piece | str"]


def drawn(rule: str, slots: Slots, dice: Random) -> Piece:
    """A piece by one of the alternatives of a rule.

    Raises:
        ValueError: there is no such rule, or a slot of it is not filled.
    """
    out: list[str] = []
    marks: list[Mark] = []
    _expand(_alternatives(rule), slots, dice, out, marks)
    return Piece("".join(out), tuple(marks))


def _alternatives(rule: str) -> tuple[tuple[_Part, ...], ...]:
    found = _rules().get(rule)
    if found is None:
        raise ValueError(f"there is no rule {rule!r}; the rules stand in evals/families/grammar")
    return found


def _expand(
    alternatives: tuple[tuple[_Part, ...], ...], slots: Slots, dice: Random, out: list[str], marks: list[Mark]
) -> None:
    for part in alternatives[int(dice.random() * len(alternatives))]:
        if part.slot:
            _fill(part.slot, slots, out, marks)
        elif part.rule:
            _expand(_alternatives(part.rule), slots, dice, out, marks)
        elif part.choice:
            _expand(part.choice, slots, dice, out, marks)
        else:
            # An empty choice leaves a blank on both sides of nothing.
            doubled = part.words.startswith(" ") and (not out or out[-1].endswith(" "))
            out.append(part.words[1:] if doubled else part.words)


def _fill(name: str, slots: Slots, out: list[str], marks: list[Mark]) -> None:
    if name not in slots:
        raise ValueError(f"nothing fills the slot {name!r}")
    given = slots[name]
    piece = given if isinstance(given, Piece) else Piece(given)
    at = sum(map(len, out))
    marks.append(Mark(name, at, at + len(piece.text)))
    marks.extend(Mark(mark.name, mark.start + at, mark.end + at) for mark in piece.marks)
    out.append(piece.text)


@cache
def _rules() -> dict[str, tuple[tuple[_Part, ...], ...]]:
    """Every rule of every file, by name."""
    found: dict[str, list[tuple[_Part, ...]]] = {}
    for name in ("claims.txt", "around.txt"):
        text = (files(__package__) / name).read_text(encoding="utf-8")
        for rule, alternative in _lines(text):
            found.setdefault(rule, []).append(tuple(_parts(alternative)))
    return {rule: tuple(alternatives) for rule, alternatives in found.items()}


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each alternative with the name of its rule."""
    rule = ""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head = _RULE.match(line)
        if head is not None:
            rule = head[1]
        for alternative in (line if head is None else head[2]).split(" / "):
            if alternative.strip():
                yield rule, alternative.strip()


def _parts(text: str) -> Iterator[_Part]:
    for found in _TOKEN.finditer(text):
        if found["choice"] is not None:
            yield _Part(choice=tuple(tuple(_parts(each)) for each in found["choice"].split("|")))
        else:
            yield _Part(words=found["words"] or "", slot=found["slot"] or "", rule=found["rule"] or "")
