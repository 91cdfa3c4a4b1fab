"""The network's arrays -> rows of predictions: pure functions, tested with arrays made by hand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from reportedly.models.neural.anchors import Found
from reportedly.models.neural.geometry import Range, stretches
from reportedly.models.neural.labels import KINDS, LINKS, MODE_NAMES, NO_MODE, ROLES, STATUSES, VOICES, Head, Link, Role
from reportedly.models.neural.outputs import Floats, Related, sigmoid, softmax
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Window, Word
from reportedly.schema import (
    MODES,
    Counted,
    CueTag,
    EchoTag,
    EventType,
    LevelTag,
    Passage,
    Span,
    TriggerTag,
)

_BESIDE: Final = 0.25
"""How likely a word beside a sure one must fill the same role to belong to it."""
_JOINTS: Final = frozenset("-–/’'")
_TOLD: Final = frozenset({Head.TRIGGER, Head.ECHO, Head.LEVEL, Head.CUE})


@dataclass(slots=True)
class Decoder:
    """Reads one window's outputs.

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

    def triggers(self) -> Iterator[tuple[int, TriggerTag]]:
        """Every event's anchor, with the number of its passage."""
        for number, found in self._of(Head.TRIGGER):
            chances = softmax(self.related.status[number])
            kind = EventType(KINDS[Head.TRIGGER][found.kind])
            status = int(chances.argmax())
            passage = self._passage(found)
            yield (
                passage,
                TriggerTag(
                    span=self.span(found.at),
                    type=kind,
                    mode=self._mode(number, kind),
                    content=self._clause(number, found),
                    actors=self._parties(number, Role.ACTOR),
                    recipients=self._parties(number, Role.RECIPIENT),
                    places=self._parties(number, Role.PLACE),
                    times=self._given(number, Role.TIME, [t for p in self.passages for t in p.times]),
                    numbers=self._given(number, Role.NUMBER, [q for p in self.passages for q in p.quantities]),
                    status=STATUSES[status],
                    certainty=self._certainty(number),
                    score=found.score * self.tuning.sure("status", float(chances[status])),
                ),
            )

    def cues(self) -> Iterator[tuple[int, CueTag]]:
        """Every cue; its contents hold just those anchors that it governs."""
        for number, found in self._of(Head.CUE):
            chances = softmax(self.related.voice[number])
            voice = int(chances.argmax())
            sources = self._runs(number, Role.SOURCE)
            yield (
                self._passage(found),
                CueTag(
                    span=self.span(found.at),
                    source=self.span(self._best(number, Role.SOURCE, sources)) if sources else None,
                    contents=self._contents(number, found),
                    kind=VOICES[voice],
                    score=found.score,
                ),
            )

    def echoes(self) -> Iterator[tuple[int, EchoTag]]:
        """Every echo, once for each event that it is about; one word is too little, unless it is a cue ("denied")."""
        column = LINKS.index(Link.ABOUT)
        cues = {found.at for _, found in self._of(Head.CUE)}
        for number, found in self._of(Head.ECHO):
            if self._is_joined(found.at) and found.at not in cues:
                continue
            chances = softmax(self.related.status[number])
            status = int(chances.argmax())
            triggers = [other for other, _ in self._of(Head.TRIGGER)]
            about = self._linked(number, triggers, column)
            for other in about:
                yield (
                    self._passage(found),
                    EchoTag(
                        span=self.span(found.at),
                        party=None,
                        about=self.span(self.anchors[other].at),
                        content=self.span(found.at),
                        status=STATUSES[status],
                        certainty=self._certainty(number),
                        score=found.score * self.tuning.sure("status", float(chances[status])),
                    ),
                )

    def levels(self) -> Iterator[tuple[int, LevelTag]]:
        """Every level whose number was found in the text."""
        numbers = [quantity for passage in self.passages for quantity in passage.quantities]
        for number, found in self._of(Head.LEVEL):
            span = next((q for q in numbers if q.overlaps(self.span(found.at))), None)
            if span is None:
                continue
            holders, sites = self._runs(number, Role.HOLDER), self._runs(number, Role.SITE)
            yield (
                self._passage(found),
                LevelTag(
                    span=span,
                    what=Counted(KINDS[Head.LEVEL][found.kind]),
                    holder=self.span(self._best(number, Role.HOLDER, holders)) if holders else None,
                    place=self.span(self._best(number, Role.SITE, sites)) if sites else None,
                    score=found.score,
                ),
            )

    def outermost(self) -> Iterator[tuple[tuple[Span, ...], Span, tuple[Span, ...]]]:
        """Source, cue and content of every attribution in PolNeAR's sense: outermost, of beliefs and intentions too."""
        for number, found in self._of(Head.POLNEAR):
            source = tuple(self.span(at) for at in self._runs(number, Role.POLNEAR_SOURCE))
            content = tuple(self.span(at) for at in self._runs(number, Role.POLNEAR_CONTENT))
            yield source, self.span(found.at), content

    def span(self, at: Range) -> Span:
        """The span of some words; what is joined to the first without a space ("Tarvosia-backed") belongs to it."""
        words, (first, end) = self.window.words, at
        while first > 0 and words[first].span.start == words[first - 1].span.end and self._joint(first):
            first -= 1
        return Span(words[first].span.start, words[end - 1].span.end)

    def _is_joined(self, at: Range) -> bool:
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

    def _of(self, head: Head) -> Iterator[tuple[int, Found]]:
        return ((number, found) for number, found in enumerate(self.anchors) if found.head is head)

    def _passage(self, found: Found) -> int:
        return self.window.words[found.at[0]].passage

    def _chances(self, number: int, role: Role) -> Floats:
        """Of each word, the probability that it is inside the role."""
        chances: Floats = self._inside[number, :, ROLES.index(role)]
        return chances

    def _runs(self, number: int, role: Role) -> list[Range]:
        """The words that fill a role: sure ones with the likely ones beside them; no voice is called by a cue."""
        chances = self._chances(number, role)
        sure, inside = chances >= self.tuning.threshold(role.value), chances >= _BESIDE
        if role is Role.SOURCE:
            for _, cue in self._of(Head.CUE):
                inside[cue.at[0] : cue.at[1]] = False
        return [(first, end) for first, end in stretches(inside) if sure[first:end].any()]

    def _best(self, number: int, role: Role, runs: Sequence[Range]) -> Range:
        """The run that holds most of the role: a whole name rather than one sure word of it."""
        chances = self._chances(number, role)
        return max(runs, key=lambda at: float(chances[at[0] : at[1]].sum()))

    def _parties(self, number: int, role: Role) -> tuple[Span, ...]:
        return tuple(self.span(at) for at in self._runs(number, role))

    def _given(self, number: int, role: Role, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Those of the spans, found before, whose words fill the role on average."""
        chances = self._chances(number, role)
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

    def _mode(self, number: int, kind: EventType) -> str | None:
        """The likeliest mode that the type has, or none."""
        logits = self.related.mode[number]
        allowed = [i for i, name in enumerate(MODE_NAMES) if name == NO_MODE or name in MODES[kind]]
        best = MODE_NAMES[max(allowed, key=lambda i: float(logits[i]))]
        return None if best == NO_MODE else best

    def _certainty(self, number: int) -> float:
        return float(sigmoid(self.related.certainty[number : number + 1])[0])

    def _clause(self, number: int, found: Found) -> Span:
        """The words from the first to the last that assert the event, with the trigger, within its sentence."""
        words = self.window.words
        sentence = words[found.at[0]].sentence
        inside = self._chances(number, Role.CLAUSE) >= self.tuning.threshold(Role.CLAUSE.value)
        held = [i for i, word in enumerate(words) if inside[i] and word.sentence == sentence]
        return self.span((min([found.at[0], *held]), max([found.at[1] - 1, *held]) + 1))

    def _linked(self, number: int, others: Sequence[int], column: int) -> list[int]:
        """Those of the other anchors to which the link holds."""
        least = self.tuning.threshold(LINKS[column].value)
        return [other for other in others if self._holds[number, other, column] >= least]

    def _governs(self, number: int, other: int) -> bool:
        column = LINKS.index(Link.GOVERNS)
        chances = self._holds[:, :, column]
        if chances[number, other] < self.tuning.threshold(Link.GOVERNS.value):
            return False
        if self.anchors[other].head is not Head.CUE:
            return True
        there, back = chances[number, other], chances[other, number]
        return bool(there > back or (there == back and number < other))

    def _contents(self, number: int, found: Found) -> tuple[Span, ...]:
        inside = self._chances(number, Role.CONTENT) >= self.tuning.threshold(Role.CONTENT.value)
        inside[found.at[0] : found.at[1]] = False
        carried: list[Range] = []
        for other, told in enumerate(self.anchors):
            if other == number or told.head not in _TOLD:
                continue
            if self._governs(number, other):
                carried.append(told.at)
            else:
                inside[told.at[0] : told.at[1]] = False
        pieces = [*stretches(inside), *carried]
        return tuple(sorted({self.span(at) for at in pieces}))


def _start(word: Word) -> int:
    return word.span.start


def _end(word: Word) -> int:
    return word.span.end
