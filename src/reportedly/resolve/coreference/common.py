"""Readings -> the events that they have in common, and a judgement on every pair that was looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Final

from reportedly.resolve.coreference.clusters import Ruled, clusters
from reportedly.resolve.coreference.evidence import Setting, reasons, veto
from reportedly.resolve.coreference.model import Model, probability, shipped
from reportedly.resolve.coreference.pairs import Pair, candidates
from reportedly.resolve.coreference.sighting import Sighting, sightings
from reportedly.schema import CommonEvent, EventRef, Judgement, JudgementKind, Reading, Verdict

_SURE: Final = 0.3
"""How far from 0 to 1 a probability must be to be sure either way: below .3 different, above .7 same."""
_PERSON: Final = "person "


def common(
    readings: Iterable[Reading], judgements: Iterable[Judgement] = (), *, at: datetime | None = None
) -> tuple[tuple[CommonEvent, ...], tuple[Judgement, ...]]:
    """The events of one story's readings, those that are one event together, and why; whatever order they come in.

    Every event of every reading is a member of exactly one common event; most events have one member. The id of a
    common event is that of its first member by day of publication and id, so it stays as articles are added.

    What a person has judged overrules the score: of two judgements on one pair the later holds. One that is `unsure`
    leaves the pair to the score again, so a judgement is taken back by a later one that is unsure and `replaces` it.
    Judgements by models are passed over, so running on one's own output changes nothing.

    Args:
        judgements: what has been judged; `left` and `right` are ids as `sighting_key` makes them.
        at: when the judgements are made; the latest moment that the readings name where it is not given.

    Returns:
        The common events by id, and the judgements by pair: one for each pair that the score or a person looked at.

    Raises:
        ValueError: two readings are of one article, or neither `at` nor any reading names a moment.
        KnowledgeError: the weights in the package are damaged.
    """
    ordered = sorted(readings, key=lambda each: each.article.id)
    if len({each.article.id for each in ordered}) != len(ordered):
        raise ValueError("two readings are of one article; give the latest of each")
    some = sightings(ordered)
    weighed = weigh(some, _ruled(some, judgements))
    first = {each.article.id: _first(each) for each in ordered}
    events = (_event([some[at].ref for at in cluster], first) for cluster in weighed.clusters)
    moment = at or _latest(ordered) if weighed.odds else None
    judged = () if moment is None else tuple(_judged(some, weighed, moment))
    return tuple(sorted(events, key=lambda each: each.id)), judged


@dataclass(frozen=True, slots=True)
class Weighed:
    """Sightings in clusters, by position, with what was found on the pairs that were looked at."""

    clusters: list[list[int]]
    odds: Mapping[Pair, float]
    vetoes: Mapping[Pair, str]
    ruled: Mapping[Pair, Verdict]
    setting: Setting
    model: Model


def weigh(some: Sequence[Sighting], ruled: Mapping[Pair, Verdict] | None = None) -> Weighed:
    """Sightings of one story in clusters.

    Args:
        some: in the order of their keys.
        ruled: what a person says of pairs.
    """
    model, setting, ruled = shipped(), Setting.of(some), ruled or {}
    odds, vetoes = {}, {}
    for one, other in sorted({*candidates(some), *ruled}):
        odds[one, other] = model.odds(some[one], some[other], setting)
        why = veto(some[one], some[other])
        if why is not None and (one, other) not in ruled:
            vetoes[one, other] = why
    rules = Ruled(
        joined=[pair for pair, verdict in ruled.items() if verdict is Verdict.SAME],
        parted=[pair for pair, verdict in ruled.items() if verdict is Verdict.DIFFERENT],
        vetoed=list(vetoes),
    )
    found = clusters(len(some), odds, rules, threshold=model.threshold, absent=model.absent)
    return Weighed(found, odds, vetoes, ruled, setting, model)


def _ruled(some: Sequence[Sighting], judgements: Iterable[Judgement]) -> dict[Pair, Verdict]:
    """What people say of pairs, the latest on each."""
    place = {each.key: at for at, each in enumerate(some)}
    latest: dict[Pair, Judgement] = {}
    ours = (each for each in judgements if each.kind is JudgementKind.EVENT and each.author.startswith(_PERSON))
    for each in sorted(ours, key=lambda one: (one.judged_at, one.author, one.verdict, one.reasons)):
        if each.left in place and each.right in place:
            pair = sorted((place[each.left], place[each.right]))
            latest[pair[0], pair[1]] = each
    return {pair: each.verdict for pair, each in sorted(latest.items()) if each.verdict is not Verdict.UNSURE}


def _judged(some: Sequence[Sighting], weighed: Weighed, moment: datetime) -> Iterator[Judgement]:
    home = {at: number for number, cluster in enumerate(weighed.clusters) for at in cluster}
    for pair, odds in weighed.odds.items():
        one, other = sorted((some[pair[0]], some[pair[1]]), key=lambda each: each.key)
        against = weighed.vetoes.get(pair)
        score = 0.0 if against is not None else round(probability(odds), 4)
        together = home[pair[0]] == home[pair[1]]
        verdict = _verdict(score, together=together or pair in weighed.ruled)
        told = reasons(one, other, same=verdict is not Verdict.DIFFERENT)
        yield Judgement(
            kind=JudgementKind.EVENT, left=one.key, right=other.key, verdict=verdict, score=score,
            reasons=(against, *told) if against is not None else told, author=weighed.model.author, judged_at=moment,
        )  # fmt: skip


def _verdict(score: float, *, together: bool) -> Verdict:
    """Sure where the score is; a pair that looks like one but whose clusters stand apart is unsure."""
    if score < _SURE:
        return Verdict.DIFFERENT
    return Verdict.SAME if score > 1 - _SURE and together else Verdict.UNSURE


def _event(members: Sequence[EventRef], first: Mapping[str, tuple[str, str]]) -> CommonEvent:
    ordered = sorted(members, key=lambda ref: (*first[ref.article], ref.event))
    key = "\0".join((ordered[0].article, ordered[0].event))
    return CommonEvent(id=f"e-{blake2b(key.encode(), digest_size=8).hexdigest()}", members=tuple(ordered))


def _first(reading: Reading) -> tuple[str, str]:
    """When an article stands in the order of a story: by its moment, those without one last, then by id."""
    at = reading.article.published_at
    return ("9" if at is None else at.astimezone(UTC).isoformat(), reading.article.id)


def _latest(readings: Iterable[Reading]) -> datetime:
    moments = [
        moment.astimezone(UTC)
        for each in readings
        for moment in (each.provenance.read_at, each.article.published_at)
        if moment is not None
    ]
    if not moments:
        raise ValueError("no reading names a moment; say in `at` when the judgements are made")
    return max(moments)
