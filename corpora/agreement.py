"""Scores second readings of the written corpus against the first, and counts what the two differ in.

A second reading is a list of annotations in YAML, as in the corpus, without text, day, outlet, style and frame: a
document is known by its id. It is scored as a reading is scored against gold: the first annotation is the gold.
`python corpora/check.py --second corpora/second` prints both tables.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from reportedly.evals import claims, measures, participants, readings
from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation, GoldError, load, read
from reportedly.evals.claims import ClaimMatch
from reportedly.evals.gold import Gold, GoldArticle, GoldClaim, to_reading
from reportedly.evals.matching import Alignment, Hit, align, origin, same_chain, same_source
from reportedly.evals.measures import Measure
from reportedly.evals.metrics import Tally
from reportedly.schema import Claim, Reading, Span

SEED = 20261122
"""Of the draws, so that the intervals are the same each time."""

DRAWS = 2000
"""So many times the documents are drawn again, as many as there are, each as often as it comes."""

FIRST, SECOND = "first only", "second only"


class Kind(StrEnum):
    """Every kind of difference, in the order of the table; the last is what `VOICE` is counted over."""

    NO_EVENT = "a document without any event"
    EVENT = "an event in one only"
    TYPE = "one act under two types"
    APART = "one event under one type, with triggers and parties that do not meet"
    STATUS = "one origin, two statuses"
    ORIGIN = "a claim whose origin the other reading of the event lacks"
    CHAIN = "one origin, another chain before it"
    VOICE = "the kind of a voice"
    ACTOR = "an actor in one only"
    RECIPIENT = "a recipient in one only"
    PLACE = "a place in one only"
    NUMBER = "a number in one only"
    DATE = "a date in one only, or with another value"
    HOPS = "hops compared, for the kinds of voices"


Difference = tuple[Kind, str]
"""A kind of difference and which of that kind: who has it, or the two labels, the first reading's first."""


class Second(Annotation, frozen=True, kw_only=True):
    """The second annotation of a document whose text stands in the corpus."""

    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One document, read twice."""

    first: GoldArticle
    second: Reading


def seconds(folder: Path) -> dict[str, Second]:
    """The second readings in the files of `folder`, by the id of the document.

    Raises:
        GoldError: there is none, an id is taken, or a file or an annotation is broken.
    """
    found: dict[str, Second] = {}
    for path in sorted(folder.glob("*.yaml")):
        for plain in load(path) or ():
            second = read(plain, Second)
            if second.id in found:
                raise GoldError(f"{path.name}: {second.id}: the id is taken")
            found[second.id] = second
    if not found:
        raise GoldError(f"{folder}: holds no second reading")
    return found


def pair(first: dict[str, Any], second: Second, text: str) -> Pair:
    """The compiled first annotation of `text` with the second.

    Raises:
        GoldError: words of the second are not found, or found more than once.
    """
    gold, other = (msgspec.convert(made, Gold) for made in (first, compiled(second, text)))
    return Pair(first=GoldArticle(gold=gold, text=text), second=to_reading(other, text))


def report(pairs: Sequence[Pair]) -> Iterator[str]:
    """The lines of both tables."""
    yield from ("", f"{len(pairs)} documents read twice, the second reading against the first:", "")
    yield from ("| figure | value | 95 % interval | of |", "|---|---|---|---|")
    for measure, low, high in figures(pairs):
        yield f"| {measure.metric} | {_show(measure.value)} | {_show(low)} to {_show(high)} | {measure.n} |"
    yield from ("", "| difference | count | which |", "|---|---|---|")
    counts = sum((differences(each) for each in pairs), start=Counter[Difference]())
    for kind in Kind:
        rows = [(which, count) for (of, which), count in counts.most_common() if of == kind]
        named = ", ".join(f"{which} {count}" for which, count in rows if which)
        yield f"| {kind} | {sum(count for _, count in rows)} | {named} |"


def figures(pairs: Iterable[Pair]) -> Iterator[tuple[Measure, float | None, float | None]]:
    """The scorer's figures, each with the bounds of its interval over documents drawn again."""
    counts = [readings.count(each.first, each.second) for each in pairs]
    draw = random.Random(SEED)  # noqa: S311  (nothing is kept secret by it)
    drawn = [_measures(draw.choices(counts, k=len(counts))) for _ in range(DRAWS)]
    for place, measure in enumerate(_measures(counts)):
        values = sorted(row[place].value or 0.0 for row in drawn if row[place].value is not None)
        cut = len(values) * 25 // 1000
        yield measure, *((values[cut], values[-1 - cut]) if values else (None, None))


def _measures(counts: Iterable[readings.Counts]) -> tuple[Measure, ...]:
    score = readings.summary(counts)
    sides = (("events, precision", score.events.p), ("events, recall", score.events.r))
    return (
        *measures.of_readings("second", score),
        *(Measure(task="second", metric=name, value=value, n=score.events.n) for name, value in sides),
    )


def differences(pair: Pair) -> Counter[Difference]:
    """What the two readings of a document differ in, and in how many."""
    first, second, text = pair.first.gold, pair.second, pair.first.text
    alignment = align(text, first.events, second.events)
    said = claims.in_order(second)
    found = Counter(_events(pair, alignment))
    for match in claims.match_claims(first.claims, alignment.hits, said):
        found.update(_claim(text, match))
    for hit in alignment.hits:
        found.update(_origins(text, hit, first.claims, said))
        found += _parties(hit, said)
    return found


def _events(pair: Pair, alignment: Alignment) -> Iterator[Difference]:
    """Events without a counterpart, led together where they are about the same words."""
    first, second = pair.first.gold, pair.second
    if not first.events or not second.events:
        both = not first.events and not second.events
        yield Kind.NO_EVENT, "both" if both else FIRST if second.events else SECOND
    extra = list(alignment.false_alarms)
    for event in alignment.missed:
        told = _contents(event.id, first.claims)
        other = next((e for e in extra if e.trigger.overlaps(event.trigger)), None) or next(
            (e for e in extra if any(a.overlaps(b) for a in told for b in _contents(e.id, second.claims))), None
        )
        if other is None:
            yield Kind.EVENT, FIRST
            continue
        extra.remove(other)
        yield (Kind.APART, "") if other.type == event.type else (Kind.TYPE, f"{event.type}/{other.type}")
    yield from ((Kind.EVENT, SECOND) for _ in extra)


def _contents(event: str, about: Iterable[GoldClaim | Claim]) -> list[Span]:
    return [claim.content for claim in about if claim.event == event]


def _claim(text: str, match: ClaimMatch) -> Iterator[Difference]:
    """A claim of the first reading, against the one of the same origin, and if possible of the same status."""
    first = match.gold
    near = [claim for claim in match.claims if same_source(text, origin(claim.chain), origin(first.chain))]
    if not near:
        yield Kind.ORIGIN, FIRST
        return
    second = next((claim for claim in near if claim.status == first.status), near[0])
    if second.status != first.status:
        yield Kind.STATUS, f"{first.status}/{second.status}"
    if not same_chain(text, second.chain, first.chain):
        yield Kind.CHAIN, f"{_hops(first)}/{_hops(second)}"
        return
    for ours, theirs in zip(first.chain, second.chain, strict=True):
        yield Kind.HOPS, ""
        if ours.kind != theirs.kind:
            yield Kind.VOICE, f"{ours.kind}/{theirs.kind}"


def _hops(claim: GoldClaim | Claim) -> str:
    count = len(claim.chain)
    return f"{count} hop{'s' * (count != 1)}"


def _origins(text: str, hit: Hit, first: Iterable[GoldClaim], said: Iterable[Claim]) -> Iterator[Difference]:
    """The claims of the second reading about one event, where no claim of the first has their origin."""
    ids = {event.id for event in hit.events}
    known = [origin(claim.chain) for claim in first if claim.event == hit.gold.id]
    for claim in said:
        if claim.event in ids and not any(same_source(text, origin(claim.chain), each) for each in known):
            yield Kind.ORIGIN, SECOND


def _parties(hit: Hit, said: Sequence[Claim]) -> Counter[Difference]:
    """Participants, places, numbers and the date of one event that both have."""
    dates = participants.dates(hit)
    tallies = {
        Kind.ACTOR: participants.actors(hit),
        Kind.RECIPIENT: participants.recipients(hit),
        Kind.PLACE: participants.places(hit),
        Kind.NUMBER: participants.numbers(hit, said),
    }
    found = Counter({(kind, which): count for kind, tally in tallies.items() for which, count in _alone(tally)})
    if dates.gold and dates.pred:
        found[Kind.DATE, "another value"] = int(dates.hit < 1)
    elif dates.gold or dates.pred:
        found[Kind.DATE, FIRST if dates.gold else SECOND] = 1
    return +found


def _alone(tally: Tally) -> Iterator[tuple[str, int]]:
    yield FIRST, int(tally.gold - tally.hit)
    yield SECOND, int(tally.pred - tally.hit)


def _show(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
