"""The learned tagger: windows through a session, and its arrays through the decoder."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from reportedly.models.neural import anchors
from reportedly.models.neural.arguments import Arguments
from reportedly.models.neural.decoder import Decoder
from reportedly.models.neural.hints import hints
from reportedly.models.neural.labels import KINDS, Head
from reportedly.models.neural.outputs import Encoded, Session
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter, Window
from reportedly.protocols import Tagger
from reportedly.schema import (
    CueTag,
    EchoTag,
    LevelTag,
    MentionKind,
    MentionTag,
    Passage,
    Predictions,
    Span,
    TriggerTag,
)

_GIVEN: Final = 0.9
_MOST: Final = 64
"""The most anchors of one window that are related; a window holds some 200 words."""


class NeuralTagger:
    """Tags with a network; implements `protocols.Tagger`.

    Args:
        session: runs the network.
        cutter: cuts passages into windows.
        tuning: thresholds, leans and curves.
        model: name and version of the weights.
        config: hash over weights and tuning.
        hinter: the tagger whose rows are the network's hints; the rules it was trained with.
    """

    def __init__(
        self, session: Session, cutter: Cutter, tuning: Tuning, model: str, config: str, hinter: Tagger
    ) -> None:
        self._hinter = hinter
        self._session = session
        self._cutter = cutter
        self._tuning = tuning
        self._model = model
        self._config = config

    @property
    def model(self) -> str:
        """Name and version of the weights."""
        return self._model

    @property
    def config(self) -> str:
        """Hash over weights and tuning, and over the rules that give the hints."""
        return sha256(f"{self._config} {self._hinter.config}".encode()).hexdigest()[:16]

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        """One `Predictions` a passage of one article; a passage is read with the words before it."""
        rows = _Rows()
        seen = self._hinter.predict(batch)
        for window in self._cutter.cut(batch):
            encoded, decoder = self._run(window, batch, seen)
            self._mentions(window, encoded, rows)
            if decoder is not None:
                rows.take(decoder)
        return [rows.of(number, passage, seen[number]) for number, passage in enumerate(batch)]

    def _run(
        self, window: Window, passages: Sequence[Passage], seen: Sequence[Predictions]
    ) -> tuple[Encoded, Decoder | None]:
        """One window through both halves of the network; no decoder where nothing was found."""
        encoded = self._session.encode(window, hints(window, seen))
        found = [one for head in anchors.HEADS for one in anchors.find(head, encoded.tags, window, self._tuning)]
        found = sorted(sorted(found, key=lambda one: -one.score)[:_MOST], key=lambda one: one.at)
        if not found:
            return encoded, None
        related = self._session.relate(window, encoded, [one.at for one in found])
        return encoded, Decoder(Arguments(window, passages, found, related, self._tuning))

    def _mentions(self, window: Window, encoded: Encoded, rows: "_Rows") -> None:
        for one in anchors.find(Head.MENTION, encoded.tags, window, self._tuning):
            first, end = one.at
            span = Span(window.words[first].span.start, window.words[end - 1].span.end)
            kind = MentionKind(KINDS[Head.MENTION][one.kind])
            if kind not in (MentionKind.TIME, MentionKind.QUANTITY):
                rows.mentions[window.words[first].passage].append(MentionTag(span=span, kind=kind, score=one.score))


class _Rows:
    """What was found in each passage of an article."""

    def __init__(self) -> None:
        self.mentions: defaultdict[int, list[MentionTag]] = defaultdict(list)
        self.triggers: defaultdict[int, list[TriggerTag]] = defaultdict(list)
        self.cues: defaultdict[int, list[CueTag]] = defaultdict(list)
        self.echoes: defaultdict[int, list[EchoTag]] = defaultdict(list)
        self.levels: defaultdict[int, list[LevelTag]] = defaultdict(list)

    def take(self, decoder: Decoder) -> None:
        """Everything that one window holds."""
        for number, trigger in decoder.triggers():
            self.triggers[number].append(trigger)
        for number, cue in decoder.cues():
            self.cues[number].append(cue)
        for number, echo in decoder.echoes():
            self.echoes[number].append(echo)
        for number, level in decoder.levels():
            self.levels[number].append(level)

    def of(self, number: int, passage: Passage, seen: Predictions) -> Predictions:
        """The rows of one passage, with the times and numbers that were found in it before.

        Relations are those of the rules: the network has seen too few to find them better, and finds fewer. Echoes of
        the rules ("have held off") stand where the network sees none.
        """
        own = [echo.content for echo in self.echoes[number]]
        further = [echo for echo in seen.echoes if not any(echo.span.overlaps(content) for content in own)]
        given = [
            *(MentionTag(span=span, kind=MentionKind.TIME, score=_GIVEN) for span in passage.times),
            *(MentionTag(span=span, kind=MentionKind.QUANTITY, score=_GIVEN) for span in passage.quantities),
        ]
        taken = {tag.span for tag in given}
        mentions = [tag for tag in self.mentions[number] if tag.span not in taken]
        return Predictions(
            mentions=tuple(sorted((*given, *mentions), key=lambda tag: tag.span)),
            cues=tuple(self.cues[number]),
            triggers=tuple(self.triggers[number]),
            echoes=(*self.echoes[number], *further),
            levels=tuple(self.levels[number]),
            ties=seen.ties,
        )
