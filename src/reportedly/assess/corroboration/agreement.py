"""For each event and status: who tells it, from how many origins, for which sides; with one sentence."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportedly.assess.corroboration.board import Board, rests_by_article
from reportedly.assess.corroboration.independence import effective, fewest
from reportedly.assess.corroboration.sentence import sentence
from reportedly.assess.corroboration.tracing import origins
from reportedly.knowledge.settling import settled
from reportedly.schema import CommonEvent, Corroboration, Event, Origin, Reading, Rest, Status


def corroborate(
    readings: Iterable[Reading], rests: Iterable[Rest], events: Iterable[CommonEvent]
) -> tuple[Corroboration, ...]:
    """How many origins say what of each event, in the order of events and statuses.

    Whatever order things come in, and however often: a reading of an article that comes twice counts once. An article
    that rests on others adds no origin by that.

    Args:
        rests: who rests on whom, over all the articles; of an article that is not among the readings they say nothing.
    """
    known = {reading.article.id: reading for reading in settled(readings)}
    ties = rests_by_article(set(rests))
    found = []
    for event in sorted({each.id: each for each in events}.values(), key=lambda each: each.id):
        told = {
            claim.status
            for ref in event.members
            if ref.article in known
            for claim in known[ref.article].claims
            if claim.event == ref.event
        }
        found += [_agreement(event, status, known, ties) for status in Status if status in told]
    return tuple(found)


def _agreement(
    event: CommonEvent, status: Status, known: Mapping[str, Reading], ties: Mapping[str, Sequence[Rest]]
) -> Corroboration:
    board = Board(event, status, known, ties)
    articles = tuple(sorted(board.tellings))
    outlets = tuple(sorted({board.name(article) for article in articles}))
    some = origins(board)
    low, high = fewest(some), len(some)
    sides = tuple(sorted({each.side for each in some if each.side is not None}))
    across = _across(sides, [each for ref in event.members for each in _event(known, ref.article, ref.event)])
    return Corroboration(
        event=event.id,
        status=status,
        articles=articles,
        outlets=outlets,
        origins=some,
        low=low,
        high=high,
        effective=effective(some, [_first(each, known) for each in some]),
        sides=sides,
        across=across,
        sentence=sentence(articles, outlets, some, low, high, across=across),
    )


def _event(known: Mapping[str, Reading], article: str, event: str) -> list[Event]:
    reading = known.get(article)
    return [] if reading is None else [each for each in reading.events if each.id == event]


def _first(origin: Origin, known: Mapping[str, Reading]) -> datetime | None:
    """When an origin was first heard."""
    moments = (known[ref.article].article.published_at for ref in origin.claims)
    return min((moment for moment in moments if moment is not None), default=None)


def _across(sides: Sequence[str], events: Iterable[Event]) -> bool | None:
    """Whether both those who act and those who are acted on say so; None where the event shows no two sides."""
    acting: set[str] = set()
    suffering: set[str] = set()
    for event in events:
        acting |= {each.code[:3] for each in event.actors if each.code}
        suffering |= {each.code[:3] for each in event.recipients if each.code}
    first, second = acting - suffering, suffering - acting
    if not (first and second):
        return None
    return not first.isdisjoint(sides) and not second.isdisjoint(sides)
