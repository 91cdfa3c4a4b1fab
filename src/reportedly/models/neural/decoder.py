"""The network's arrays -> rows of predictions: pure functions, tested with arrays made by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from reportedly.models.neural.anchors import Found
from reportedly.models.neural.arguments import Arguments
from reportedly.models.neural.labels import KINDS, LINKS, STATUSES, TELLS, VOICES, Head, Link, Role
from reportedly.models.neural.outputs import Floats, softmax
from reportedly.schema import Counted, CueTag, EchoTag, EventType, LevelTag, Span, Status, TriggerTag

_CERTAIN: Final = 0.8
"""How sure an echo sounds that is found by its cue alone, as the rules have it: nothing was annotated of that."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """Gives one window's rows.

    Attributes:
        read: what the network says of the window's anchors.
    """

    read: Arguments

    def triggers(self) -> Iterator[tuple[int, TriggerTag]]:
        """Every event's anchor, with the number of its passage."""
        for number, found in self.read.of(Head.TRIGGER):
            status, sure = self._likeliest(self.read.related.status[number])
            kind = EventType(KINDS[Head.TRIGGER][found.kind])
            passage = self.read.passage(found)
            yield (
                passage,
                TriggerTag(
                    span=self.read.span(found.at),
                    type=kind,
                    mode=self.read.mode(number, kind),
                    content=self.read.clause(number, found),
                    actors=self.read.parties(number, Role.ACTOR),
                    recipients=self.read.parties(number, Role.RECIPIENT),
                    places=self.read.parties(number, Role.PLACE),
                    times=self.read.given(number, Role.TIME, [t for p in self.read.passages for t in p.times]),
                    numbers=self.read.given(number, Role.NUMBER, [q for p in self.read.passages for q in p.quantities]),
                    status=status,
                    certainty=self.read.certainty(number),
                    score=found.score * self.read.tuning.sure("status", sure),
                ),
            )

    def cues(self) -> Iterator[tuple[int, CueTag]]:
        """Every cue; its contents hold just those anchors that it governs."""
        for number, found in self.read.of(Head.CUE):
            chances = softmax(self.read.related.voice[number])
            voice = int(chances.argmax())
            sources = self.read.runs(number, Role.SOURCE)
            yield (
                self.read.passage(found),
                CueTag(
                    span=self.read.span(found.at),
                    source=self.read.span(self.read.best(number, Role.SOURCE, sources)) if sources else None,
                    contents=self.read.contents(number, found),
                    kind=VOICES[voice],
                    score=found.score,
                ),
            )

    def echoes(self) -> Iterator[tuple[int, EchoTag]]:
        """What is told of events that stand elsewhere: echoes found as such, then what cues carry without one."""
        told: list[Span] = []
        for number, found in self.read.of(Head.ECHO):
            for echo in self._echo(number, found):
                told.append(echo.content)
                yield self.read.passage(found), echo
        yield from self._carried(told)

    def _carried(self, told: Sequence[Span]) -> Iterator[tuple[int, EchoTag]]:
        """What cues carry of events elsewhere, but for what is told already."""
        for number, found in self.read.of(Head.CUE):
            kind, chance = self._telling(number)
            if kind is None or self._has_trigger(number, kind):
                continue
            content = max(self.read.contents(number, found), key=lambda span: span.end - span.start, default=None)
            if content is not None and not any(content.overlaps(other) for other in told):
                status, sure = self._likeliest(self.read.related.told[number])
                echo = EchoTag(
                    span=content, type=kind, content=content, status=status, certainty=_CERTAIN,
                    score=self.read.tuning.sure("tells", chance) * sure,
                )  # fmt: skip
                for meant in self._meant(number, kind):
                    yield self.read.passage(found), msgspec.structs.replace(echo, about=meant)

    def _echo(self, number: int, found: Found) -> Iterator[EchoTag]:
        """One echo, once for each event that it is about, or for a type whose event lies elsewhere.

        One word is too little, unless it is a cue ("denied").
        """
        if self.read.is_joined(found.at) and found.at not in {cue.at for _, cue in self.read.of(Head.CUE)}:
            return
        status, sure = self._likeliest(self.read.related.status[number])
        kind, _ = self._telling(number)
        span = self.read.span(found.at)
        for meant in self._meant(number, None):
            if meant is None and kind is None:
                return
            yield EchoTag(
                span=span, about=meant, type=kind, content=span, status=status,
                certainty=self.read.certainty(number), score=found.score * self.read.tuning.sure("status", sure),
            )  # fmt: skip

    def _telling(self, number: int) -> tuple[EventType | None, float]:
        """The type of the event elsewhere that an anchor tells of, None for nothing; and how likely that is."""
        chances = softmax(self.read.related.tells[number])
        if 1 - chances[0] < self.read.tuning.threshold("tells"):
            return None, float(chances[0])
        best = 1 + int(chances[1:].argmax())
        return EventType(TELLS[best]), float(1 - chances[0])

    def _has_trigger(self, number: int, kind: EventType) -> bool:
        """Whether the cue carries a trigger of the type, which then speaks for itself."""
        return any(
            KINDS[Head.TRIGGER][told.kind] == kind and self.read.governs(number, other)
            for other, told in self.read.of(Head.TRIGGER)
        )

    def _meant(self, number: int, kind: EventType | None) -> list[Span | None]:
        """The triggers in the window that the anchor is about, of the type where one is given; None for no trigger."""
        triggers = [n for n, told in self.read.of(Head.TRIGGER) if kind in (None, KINDS[Head.TRIGGER][told.kind])]
        meant = self.read.linked(number, triggers, LINKS.index(Link.ABOUT))
        return [self.read.span(self.read.anchors[other].at) for other in meant] or [None]

    def _likeliest(self, logits: Floats) -> tuple[Status, float]:
        chances = softmax(logits)
        best = int(chances.argmax())
        return STATUSES[best], float(chances[best])

    def levels(self) -> Iterator[tuple[int, LevelTag]]:
        """Every level whose number was found in the text."""
        numbers = [quantity for passage in self.read.passages for quantity in passage.quantities]
        for number, found in self.read.of(Head.LEVEL):
            span = next((q for q in numbers if q.overlaps(self.read.span(found.at))), None)
            if span is None:
                continue
            holders, sites = self.read.runs(number, Role.HOLDER), self.read.runs(number, Role.SITE)
            yield (
                self.read.passage(found),
                LevelTag(
                    span=span,
                    what=Counted(KINDS[Head.LEVEL][found.kind]),
                    holder=self.read.span(self.read.best(number, Role.HOLDER, holders)) if holders else None,
                    place=self.read.span(self.read.best(number, Role.SITE, sites)) if sites else None,
                    score=found.score,
                ),
            )

    def outermost(self) -> Iterator[tuple[tuple[Span, ...], Span, tuple[Span, ...]]]:
        """Source, cue and content of every attribution in PolNeAR's sense: outermost, of beliefs and intentions too."""
        for number, found in self.read.of(Head.POLNEAR):
            source = tuple(self.read.span(at) for at in self.read.runs(number, Role.POLNEAR_SOURCE))
            content = tuple(self.read.span(at) for at in self.read.runs(number, Role.POLNEAR_CONTENT))
            yield source, self.read.span(found.at), content
