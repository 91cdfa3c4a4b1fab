"""What the rules tagger finds in one paragraph, as words."""

from dataclasses import dataclass
from functools import cache

import msgspec

from reportedly.extract import quantities, segment, timex
from reportedly.models.rules import RulesTagger
from reportedly.schema import CueTag, Predictions, Span, TriggerTag


@cache
def tagger() -> RulesTagger:
    return RulesTagger()


@dataclass(frozen=True)
class Found:
    text: str
    predictions: Predictions

    def words(self, span: Span | None) -> str | None:
        return span.of(self.text) if span is not None else None

    def trigger(self, words: str) -> TriggerTag:
        (found,) = [t for t in self.predictions.triggers if self.words(t.span) == words]
        return found

    def triggers(self) -> list[tuple[str, str]]:
        return [(t.type.value, t.span.of(self.text)) for t in self.predictions.triggers]

    def cue(self, words: str) -> CueTag:
        (found,) = [c for c in self.predictions.cues if self.words(c.span) == words]
        return found

    def cues(self) -> list[tuple[str | None, str]]:
        return [(self.words(c.source), c.span.of(self.text)) for c in self.predictions.cues]

    def parties(self, spans: tuple[Span, ...]) -> list[str]:
        return [span.of(self.text) for span in spans]


def read(text: str) -> Found:
    """Tag a text of one paragraph."""
    times = [time.span for time in timex.find(text)]
    numbers = [number.span for number in quantities.find(text)]
    passages = [
        msgspec.structs.replace(passage, times=tuple(times), quantities=tuple(numbers))
        for passage in segment.passages(text)
    ]
    (predictions,) = tagger().predict(passages[:1])
    return Found(text, predictions)
