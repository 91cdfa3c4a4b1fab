"""An event as one article tells it, in the forms that are compared; and how a reading's events get these forms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportedly.knowledge.globe import Point
from reportedly.resolve.coreference.words import matter, stem, words
from reportedly.schema import Claim, Event, EventRef, Participant, PlacePrecision, Reading, Span, Status

_RUN: Final = 5
"""Words in a row that two tellings do not share by chance."""
_BESIDE: Final = 4
"""Words on either side of a trigger that tell most of what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place of an event: ids and names it goes by, its country, and its point where it is no wider than a town."""

    names: frozenset[str]
    country: str | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One event as one article tells it.

    Attributes:
        kind: PLOVER type, empty where it is not known; `mode` likewise.
        trigger: the words of the trigger that carry matter, small; `stems` are their stems, the head last.
        actors: ids, codes and stems that the actors go by; `recipients` likewise.
        when: the first and last day it may have happened on.
        times: stems of words of time, where there are no days.
        numbers: what is counted, from, to.
        near: stems of the sentence it is told in; `around` those of the sentences beside it and of its claims.
        runs: five words in a row of what is claimed.
        left: stems of the four words before the trigger, `right` of those after it.
        at: the number of the sentence it is told in, from 0.
    """

    ref: EventRef
    kind: str = ""
    mode: str = ""
    trigger: tuple[str, ...]
    stems: tuple[str, ...]
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    places: tuple[Where, ...] = ()
    when: tuple[date, date] | None = None
    times: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, float, float], ...] = ()
    statuses: frozenset[Status] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    at: int = 0

    @property
    def key(self) -> str:
        """The id that judgements name it by."""
        return sighting_key(self.ref)


def sighting_key(ref: EventRef) -> str:
    """The id that judgements name an event of a reading by."""
    return f"{ref.article}#{ref.event}"


def sightings(readings: Iterable[Reading]) -> list[Sighting]:
    """Every event of the readings, in the order of articles and ids."""
    ordered = sorted(readings, key=lambda each: each.article.id)
    return [each for reading in ordered for each in sorted(_of(reading), key=lambda one: one.key)]


def _of(reading: Reading) -> Iterator[Sighting]:
    sentences = reading.sentences or (Span(0, max(1, len(reading.article.text))),)
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.event, []).append(claim)
    for event in reading.events:
        yield _sighting(reading.article.id, reading.article.text, event, claims.get(event.id, []), sentences)


def _sighting(article: str, text: str, event: Event, claims: Sequence[Claim], sentences: Sequence[Span]) -> Sighting:
    at = next((n for n, each in enumerate(sentences) if each.overlaps(event.trigger)), 0)
    trigger, stems = trigger_words(event.trigger.of(text))
    beside = " ".join(each.of(text) for each in sentences[max(0, at - 1) : at + 2])
    left, right = beside_trigger(sentences[at], event.trigger, text)
    told = [words(claim.content.of(text)) for claim in claims]
    return Sighting(
        ref=EventRef(article=article, event=event.id),
        kind=event.type.value, mode=event.mode or "", trigger=trigger, stems=stems,
        actors=_parties(event.actors, text), recipients=_parties(event.recipients, text),
        places=tuple(_places(event, text)), when=_days(event),
        numbers=tuple(sorted({each for claim in claims for each in _numbers(claim)})),
        statuses=frozenset(claim.status for claim in claims),
        near=frozenset(matter(words(sentences[at].of(text)))),
        around=frozenset(matter([*words(beside), *(word for each in told for word in each)])),
        runs=frozenset(run for each in told for run in runs(each)), left=left, right=right, at=at,
    )  # fmt: skip


def trigger_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a trigger and their stems, without those that carry no matter where any does."""
    some = words(text) or [text.lower()]
    full = [word for word in some if matter([word])] or some
    return tuple(full), tuple(stem(word) for word in full)


def beside_trigger(sentence: Span, trigger: Span, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words of a sentence just before and just after a trigger."""
    before = words(text[min(sentence.start, trigger.start) : trigger.start])
    after = words(text[trigger.end : max(sentence.end, trigger.end)])
    return frozenset(matter(before[-_BESIDE:])), frozenset(matter(after[:_BESIDE]))


def runs(some: Sequence[str]) -> Iterator[str]:
    """Every five words in a row."""
    return (" ".join(some[at : at + _RUN]) for at in range(len(some) - _RUN + 1))


def _parties(some: Iterable[Participant], text: str) -> frozenset[str]:
    found: set[str] = set()
    for each in some:
        found.update(matter(words(each.span.of(text))))
        found.update(f"id:{id_}" for id_ in (each.entity, each.code) if id_)
    return frozenset(found)


def _places(event: Event, text: str) -> Iterator[Where]:
    for each in event.places:
        names = {*matter(words(each.name or each.span.of(text)))} | ({f"id:{each.entity}"} if each.entity else set())
        close = each.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR)
        point = Point(each.lat, each.lon) if close and each.lat is not None and each.lon is not None else None
        yield Where(names=frozenset(names), country=each.country, point=point)


def _days(event: Event) -> tuple[date, date] | None:
    told = event.date
    if told is None:
        return None
    first, last = told.earliest, told.latest
    if first is None or last is None:
        whole = told.value is not None and len(told.value) == len("2025-01-01")
        first = last = told.value if whole else None
    return None if first is None or last is None else (date.fromisoformat(first), date.fromisoformat(last))


def _numbers(claim: Claim) -> Iterator[tuple[str, float, float]]:
    for each in claim.numbers:
        low = each.low if each.low is not None else float("-inf")
        yield each.what.value, low, each.high if each.high is not None else float("inf")
