"""Figures of the heads that public data sets measure, on their development parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from reportedly.evals import attribution
from reportedly.evals.attribution import Attribution, AttributionScores
from reportedly.evals.metrics import F1, Tally
from reportedly.extract.reader import tagged_passages
from reportedly.models.neural import anchors
from reportedly.models.neural.arguments import Arguments
from reportedly.models.neural.decoder import Decoder
from reportedly.models.neural.hints import hints, no_hints
from reportedly.models.neural.labels import KINDS, Head, Role
from reportedly.models.neural.outputs import Session
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter
from reportedly.models.rules import RulesTagger
from reportedly.protocols import Tagger
from reportedly.schema import Span
from reportedly.train.sentences import bio, rows, tagged, uds
from reportedly.train.tune import Remembering, Seen

POLNEAR_DEV: Final = "polnear/dev.jsonl.gz"
RE3D_DEV: Final = "re3d/ner-dev.jsonl"
UDS_DEV: Final = "uds_factuality/dev.jsonl.gz"
_LEANS: Final = (0.0, 0.5, 1.0, 1.5, 2.0)
_THRESHOLDS: Final = (0.3, 0.4, 0.5)


def tuned(data: Path, session: Session, cutter: Cutter, tuning: Tuning) -> Tuning:
    """The tuning, with what the heads of the public sets need, fitted on the development parts that are there."""
    held, rules = Remembering(session), Seen()
    if (path := data / POLNEAR_DEV).is_file():
        leant = [_leaning(tuning, Head.POLNEAR, lean) for lean in _LEANS]
        tuning = max(leant, key=lambda each: polnear(path, held, cutter, each, rules).linked.f1)
        for role in (Role.POLNEAR_SOURCE, Role.POLNEAR_CONTENT):
            tried = [msgspec.structs.replace(tuning, thresholds={**tuning.thresholds, role.value: least})
                     for least in _THRESHOLDS]  # fmt: skip
            tuning = max(tried, key=lambda each: polnear(path, held, cutter, each, rules).linked.f1)
    if (path := data / RE3D_DEV).is_file():
        leant = [_leaning(tuning, Head.RE3D, lean) for lean in _LEANS]
        tuning = max(leant, key=lambda each: entities(path, Head.RE3D, held, cutter, each).f1)
    return tuning


def _leaning(tuning: Tuning, head: Head, lean: float) -> Tuning:
    return msgspec.structs.replace(tuning, lean={**tuning.lean, head.value: lean})


def polnear(
    path: Path, session: Session, cutter: Cutter, tuning: Tuning, rules: Tagger | None = None
) -> AttributionScores:
    """Attributions of PolNeAR, the first annotator of each article; the rules give the hints."""
    texts: list[str] = []
    gold: list[list[Attribution]] = []
    seen: set[str] = set()
    for row in rows(path):
        if row["id"] in seen:
            continue
        seen.add(row["id"])
        texts.append(row["text"])
        gold.append([_attribution(given) for given in row["attributions"]])
    rules = rules or RulesTagger()
    return attribution.score(texts, gold, [list(_found(text, rules, session, cutter, tuning)) for text in texts])


def _attribution(given: dict[str, list[list[int]]]) -> Attribution:
    source, cue, content = (tuple(Span(a, b) for a, b in given[key]) for key in ("source", "cue", "content"))
    return Attribution(source=source, cue=cue, content=content)


def _found(text: str, rules: Tagger, session: Session, cutter: Cutter, tuning: Tuning) -> Iterator[Attribution]:
    passages = tagged_passages(text)
    seen = rules.predict(passages)
    for window in cutter.cut(passages):
        encoded = session.encode(window, hints(window, seen))
        found = list(anchors.find(Head.POLNEAR, encoded.tags, window, tuning))
        if found:
            related = session.relate(window, encoded, [one.at for one in found])
            for source, cue, content in Decoder(Arguments(window, passages, found, related, tuning)).outermost():
                yield Attribution(source=source, cue=(cue,), content=content)


def entities(path: Path, head: Head, session: Session, cutter: Cutter, tuning: Tuning) -> F1:
    """Exact spans with their kind, of sentences with tagged tokens."""
    hit = gold = found = 0
    for example, row in zip(tagged(path, cutter, head, "measured"), rows(path), strict=True):
        wanted = {(kind, first, end) for kind, first, end in bio(row["tags"])}
        starts = np.cumsum([0, *(len(token) + 1 for token in row["tokens"])])
        spans = {(int(starts[first]), int(starts[end] - 1), kind) for kind, first, end in wanted}
        encoded = session.encode(example.window, no_hints(example.window))
        words = example.window.words
        given = {
            (words[one.at[0]].span.start, words[one.at[1] - 1].span.end, KINDS[head][one.kind])
            for one in anchors.find(head, encoded.tags, example.window, tuning)
        }
        hit, gold, found = hit + len(spans & given), gold + len(spans), found + len(given)
    return Tally(hit=hit, gold=gold, pred=found).f1()


def factuality(path: Path, session: Session, cutter: Cutter) -> float:
    """Mean absolute error of "did it happen?", on the scale from -3 to 3 (UDS)."""
    errors: list[float] = []
    for example in uds(path, cutter):
        if example.anchors:
            encoded = session.encode(example.window, no_hints(example.window))
            found = session.relate(example.window, encoded, [anchor.at for anchor in example.anchors]).happened
            errors += [
                abs(float(np.clip(given, -3, 3)) - anchor.happened)
                for given, anchor in zip(found, example.anchors, strict=True)
            ]
    return float(np.mean(errors))
