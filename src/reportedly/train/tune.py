"""Leans and thresholds: fitted one after the other, for what readings of development articles get right as a whole."""

from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.evals import readings
from reportedly.evals.gold import GoldArticle, to_reading
from reportedly.evals.readings import ReadingScore
from reportedly.extract.reader import TaggedReader
from reportedly.models.neural.geometry import Anchors
from reportedly.models.neural.outputs import Encoded, Floats, Related, Session
from reportedly.models.neural.tagger import NeuralTagger
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter, Window
from reportedly.models.rules import RulesTagger
from reportedly.protocols import Tagger
from reportedly.schema import Passage, Predictions

_LEANS: Final = (-0.5, 0.0, 0.5, 1.0)
"""What may be tried: further out, more claims are found than a reader of the ledger would believe."""
_THRESHOLDS: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
_ROUNDS: Final = 1
_LEANING: Final = ("trigger", "cue", "echo", "level")
_HOLDING: Final = (
    "governs", "about", "tells", "source", "actor", "recipient", "place", "time", "number", "holder", "site",
)  # fmt: skip
WEIGHTS: Final = {
    "events": 1.0, "end_to_end": 2.0, "hops": 1.0, "actors": 0.3, "recipients": 0.3, "places": 0.2, "dates": 0.2,
    "numbers": 0.2, "figures": 0.1,
}  # fmt: skip
"""What a tuning is worth: these F1 figures, the accuracy of chains and statuses, less the share of false *occurred*."""


class Remembering:
    """A session that encodes each window once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._encoded: dict[Window, Encoded] = {}
        self._related: dict[tuple[Window, Anchors], Related] = {}

    def encode(self, window: Window, hints: Floats) -> Encoded:
        """As the session does, once for each window."""
        if window not in self._encoded:
            self._encoded[window] = self._session.encode(window, hints)
        return self._encoded[window]

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        """As the session does, once for each window and set of anchors."""
        key = (window, tuple(anchors))
        if key not in self._related:
            self._related[key] = self._session.relate(window, encoded, anchors)
        return self._related[key]


class Seen:
    """The rules, asked once for each article."""

    def __init__(self) -> None:
        self._rules = RulesTagger()
        self._found: dict[tuple[Passage, ...], list[Predictions]] = {}
        self.model, self.config = self._rules.model, self._rules.config

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        """As the rules do, once for each article."""
        key = tuple(batch)
        if key not in self._found:
            self._found[key] = self._rules.predict(batch)
        return self._found[key]


def score(
    articles: Sequence[GoldArticle], session: Session, cutter: Cutter, tuning: Tuning, hinter: Tagger | None = None
) -> ReadingScore:
    """The figures of the reading task under a tuning; the rules give the hints, unless another tagger does."""
    tagger = NeuralTagger(session, cutter, tuning, "", "", hinter or RulesTagger())
    reader = TaggedReader("tuned", tagger)
    given = [to_reading(article.gold, article.text).article for article in articles]
    found = {reading.article.id: reading for reading in reader.read(given)}
    return readings.summary([readings.count(article, found[article.gold.id]) for article in articles])


def worth(figures: ReadingScore) -> float:
    """One number for how good the figures are."""
    total = sum(weight * getattr(figures, name).f1 for name, weight in WEIGHTS.items())
    return total + figures.chain.accuracy + figures.status.accuracy - (figures.false_occurred.rate or 0.0)


def tune(articles: Sequence[GoldArticle], session: Session, cutter: Cutter, start: Tuning) -> Tuning:
    """The tuning with the best worth that coordinate search from `start` finds, in `_ROUNDS` rounds."""
    remembering, seen = Remembering(session), Seen()
    best, most = start, worth(score(articles, remembering, cutter, start, seen))
    steps = [("lean", name, _LEANS) for name in _LEANING] + [("thresholds", name, _THRESHOLDS) for name in _HOLDING]
    for table, name, values in steps * _ROUNDS:
        for value in values:
            tried = msgspec.structs.replace(best, **{table: {**getattr(best, table), name: value}})
            found = worth(score(articles, remembering, cutter, tried, seen))
            if found > most + 1e-6:
                best, most = tried, found
    return best
