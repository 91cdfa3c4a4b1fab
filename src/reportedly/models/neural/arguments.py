"""What one window's arrays say of its anchors: which words fill a role, and what one anchor is to another."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from reportedly.models.neural.anchors import Found
from reportedly.models.neural.geometry import Range, stretches
from reportedly.models.neural.labels import LINKS, MODE_NAMES, NO_MODE, ROLES, Head, Link, Role
from reportedly.models.neural.outputs import Floats, Related, sigmoid
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Window, Word
from reportedly.schema import MODES, EventType, Passage, Span

_BESIDE: Final = 0.25
"""How likely a word beside a sure one must fill the same role to belong to it."""
_JOINTS: Final = frozenset("-–/’'")
_TOLD: Final = frozenset({Head.TRIGGER, Head.ECHO, Head.LEVEL, Head.CUE})


@dataclass(slots=True)
class Arguments:
    """Reads one window's outputs by the numbers of its anchors.

    Attributes:
        passages: the article's, for the times and numbers in them.
        anchors: what the tagging heads found; the rows of `related` are in their order.
    """

    window: Window
    passages: Sequence[Passage]
    anchors: Sequence[Found]
    related: Related
    tuning: Tuning
    _inside: Floats = field(init=False)
    _holds: Floats = field(init=False)

    def __post_init__(self) -> None:
        self._inside = sigmoid(self.related.roles[:, :, ::2])
        self._holds = sigmoid(self.related.links)

    def span(self, at: Range) -> Span:
        """The span of some words; what is joined to the first without a space ("Tarvosia-backed") belongs to it."""
        words, (first, end) = self.window.words, at
        while first > 0 and words[first].span.start == words[first - 1].span.end and self._joint(first):
            first -= 1
        return Span(words[first].span.start, words[end - 1].span.end)

    def is_joined(self, at: Range) -> bool:
        """Whether the words stand without a space between them, as one."""
        words = self.window.words[at[0] : at[1]]
        return all(one.span.end == other.span.start for one, other in pairwise(words))

    def _joint(self, number: int) -> bool:
        """Whether a word is a hyphen or the like, or stands behind one."""
        return any(self._text(n) in _JOINTS for n in (number, number - 1))

    def _text(self, number: int) -> str:
        word = self.window.words[number]
        passage = self.passages[word.passage]
        return passage.text[word.span.start - passage.start : word.span.end - passage.start]

    def of(self, head: Head) -> Iterator[tuple[int, Found]]:
        """Every anchor of a head, with its number."""
        return ((number, found) for number, found in enumerate(self.anchors) if found.head is head)

    def passage(self, found: Found) -> int:
        """The number of the passage that an anchor stands in."""
        return self.window.words[found.at[0]].passage

    def chances(self, number: int, role: Role) -> Floats:
        """Of each word, the probability that it is inside the role."""
        chances: Floats = self._inside[number, :, ROLES.index(role)]
        return chances

    def runs(self, number: int, role: Role) -> list[Range]:
        """The words that fill a role: sure ones with the likely ones beside them; no voice is called by a cue."""
        chances = self.chances(number, role)
        sure, inside = chances >= self.tuning.threshold(role.value), chances >= _BESIDE
        if role is Role.SOURCE:
            for _, cue in self.of(Head.CUE):
                inside[cue.at[0] : cue.at[1]] = False
        return [(first, end) for first, end in stretches(inside) if sure[first:end].any()]

    def best(self, number: int, role: Role, runs: Sequence[Range]) -> Range:
        """The run that holds most of the role: a whole name rather than one sure word of it."""
        chances = self.chances(number, role)
        return max(runs, key=lambda at: float(chances[at[0] : at[1]].sum()))

    def parties(self, number: int, role: Role) -> tuple[Span, ...]:
        """Whoever or whatever fills a role."""
        return tuple(self.span(at) for at in self.runs(number, role))

    def given(self, number: int, role: Role, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Those of the spans, found before, whose words fill the role on average."""
        chances = self.chances(number, role)
        words = self.window.words
        first, last = words[0].span.start, words[-1].span.end
        found = []
        for span in spans:
            if first <= span.start and span.end <= last:
                begin = bisect_left(words, span.start + 1, key=_end)
                end = bisect_left(words, span.end, key=_start)
                if begin < end and chances[begin:end].mean() >= self.tuning.threshold(role.value):
                    found.append(span)
        return tuple(dict.fromkeys(found))

    def mode(self, number: int, kind: EventType) -> str | None:
        """The likeliest mode that the type has, or none."""
        logits = self.related.mode[number]
        allowed = [i for i, name in enumerate(MODE_NAMES) if name == NO_MODE or name in MODES[kind]]
        best = MODE_NAMES[max(allowed, key=lambda i: float(logits[i]))]
        return None if best == NO_MODE else best

    def certainty(self, number: int) -> float:
        """How sure the words of an anchor sound, 0 to 1."""
        return float(sigmoid(self.related.certainty[number : number + 1])[0])

    def clause(self, number: int, found: Found) -> Span:
        """The words from the first to the last that assert the event, with the trigger, within its sentence."""
        words = self.window.words
        sentence = words[found.at[0]].sentence
        inside = self.chances(number, Role.CLAUSE) >= self.tuning.threshold(Role.CLAUSE.value)
        held = [i for i, word in enumerate(words) if inside[i] and word.sentence == sentence]
        return self.span((min([found.at[0], *held]), max([found.at[1] - 1, *held]) + 1))

    def linked(self, number: int, others: Sequence[int], column: int) -> list[int]:
        """Those of the other anchors to which the link holds."""
        least = self.tuning.threshold(LINKS[column].value)
        return [other for other in others if self._holds[number, other, column] >= least]

    def governs(self, number: int, other: int) -> bool:
        """Whether a cue carries another anchor; of two cues the surer one carries the other."""
        column = LINKS.index(Link.GOVERNS)
        chances = self._holds[:, :, column]
        if chances[number, other] < self.tuning.threshold(Link.GOVERNS.value):
            return False
        if self.anchors[other].head is not Head.CUE:
            return True
        there, back = chances[number, other], chances[other, number]
        return bool(there > back or (there == back and number < other))

    def contents(self, number: int, found: Found) -> tuple[Span, ...]:
        """The words that a cue carries, without the anchors that it does not govern."""
        inside = self.chances(number, Role.CONTENT) >= self.tuning.threshold(Role.CONTENT.value)
        inside[found.at[0] : found.at[1]] = False
        carried: list[Range] = []
        for other, told in enumerate(self.anchors):
            if other == number or told.head not in _TOLD:
                continue
            if self.governs(number, other):
                carried.append(told.at)
            else:
                inside[told.at[0] : told.at[1]] = False
        pieces = [*stretches(inside), *carried]
        return tuple(sorted({self.span(at) for at in pieces}))


def _start(word: Word) -> int:
    return word.span.start


def _end(word: Word) -> int:
    return word.span.end
