"""The articles at hand, by outlet, by address and by event; and which of an outlet's articles somebody means."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from reportedly.knowledge.speakers import outlet_key
from reportedly.schema import Article, CommonEvent, DatePrecision, Event, HopKind, Reading, RestReason

_AGO = timedelta(days=21)
"""How old a report may be that is still quoted as news."""
_SKEW = timedelta(hours=2, minutes=30)
"""How far clocks may be wrong."""
_UNDATED = float("-inf")
"""Stands before all moments, for articles without one."""


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet that an article names: how, and for which events (none: for all of it)."""

    key: str
    name: str
    reason: RestReason
    main: bool
    events: frozenset[str]


class Shelf:
    """Readings by outlet and address; keys of events are those of the common events, else of type and place."""

    def __init__(self, readings: Iterable[Reading], events: Iterable[CommonEvent] = ()) -> None:
        self.readings = {reading.article.id: reading for reading in readings}
        self._common = {(ref.article, ref.event): event.id for event in events for ref in event.members}
        self._of: dict[tuple[str, str], list[tuple[float, str]]] = {}
        self.by_url: dict[str, str] = {}
        for reading in self.readings.values():
            article = reading.article
            for url in (article.url, article.canonical_url):
                if url is not None:
                    self.by_url.setdefault(plain_url(url), article.id)
        self._told = {id_: frozenset(self._keys(reading)) for id_, reading in self.readings.items()}
        for id_, reading in self.readings.items():
            outlet = outlet_of(reading.article)
            if outlet is not None:
                for key in self._told[id_]:
                    insort(self._of.setdefault((outlet, key), []), (_stamp(reading.article), id_))

    def told(self, article: str) -> frozenset[str]:
        """Keys of the events that an article tells of."""
        return self._told[article]

    def named(self, reading: Reading) -> Iterator[Named]:
        """The outlets that an article names as what it rests on: the outermost of each chain, citations, the credit."""
        own = outlet_of(reading.article)
        for name, entity, events in _outermost(reading):
            key = outlet_key(name, entity)
            if key != own:
                keys = frozenset(self._key(reading, event) for event in reading.events if event.id in events)
                yield Named(key, name, RestReason.CHAIN, main=True, events=keys)
        for citation in reading.citations:
            key = outlet_key(citation.name, citation.entity)
            if key != own:
                yield Named(key, citation.name, RestReason.CITATION, main=citation.main, events=frozenset())
        credit = credited(reading.article)
        if credit is not None and reading.article.wire is not None:
            yield Named(credit, reading.article.wire, RestReason.WIRE, main=True, events=frozenset())

    def meant(self, article: Article, named: Named, shared: Mapping[str, float]) -> str | None:
        """The article of a named outlet that is meant: it tells of the same events or shares text, and came before.

        Args:
            shared: how much text of `article` stands in others, by their ids.
        """
        wanted = named.events or self.told(article.id)
        near = {id_ for key in wanted for id_ in self._around(named.key, key, article)}
        near |= {id_ for id_ in shared if outlet_of(self.readings[id_].article) == named.key}
        others = (self.readings[id_].article for id_ in near - {article.id})
        able = [
            (len(wanted & self.told(each.id)), shared.get(each.id, 0.0), _stamp(each), each.id)
            for each in others
            if _may_precede(each, article)
        ]
        return max(able)[3] if able else None

    def _around(self, outlet: str, key: str, article: Article) -> list[str]:
        """What an outlet told of an event in the weeks before an article and the day after; all if no clock tells."""
        told = self._of.get((outlet, key), [])
        if article.published_at is None:
            return [id_ for _, id_ in told]
        at = article.published_at
        first = bisect_left(told, ((at - _AGO).timestamp(), ""))
        end = bisect_left(told, ((at + timedelta(days=1)).timestamp(), ""))
        undated = bisect_left(told, (_UNDATED, chr(0x10FFFF)))
        return [id_ for _, id_ in (*told[:undated], *told[max(first, undated) : end])]

    def _keys(self, reading: Reading) -> Iterator[str]:
        return (self._key(reading, event) for event in reading.events)

    def _key(self, reading: Reading, event: Event) -> str:
        common = self._common.get((reading.article.id, event.id))
        if common is not None:
            return common
        place = next((each.entity or each.name for each in event.places if each.entity or each.name), "")
        return f"{event.type}/{place.casefold()}" if place else f"{reading.article.id}/{event.id}"


def outlet_of(article: Article) -> str | None:
    """Key of who publishes an article."""
    return None if article.outlet is None else outlet_key(article.outlet)


def credited(article: Article) -> str | None:
    """Key of the agency credited with an article, where that is another than its outlet."""
    if article.wire is None:
        return None
    key = outlet_key(article.wire)
    return None if key == outlet_of(article) else key


def later(article: Article, other: Article) -> bool | None:
    """Whether an article was published later than another; None where their clocks do not tell."""
    first, second = article.published_at, other.published_at
    if first is None or second is None:
        return None
    if DatePrecision.DAY in {article.date_precision, other.date_precision}:
        return None if first.date() == second.date() else first > second
    return None if first == second else first > second


def plain_url(url: str) -> str:
    """An address without what makes no difference."""
    return url.partition("#")[0].partition("?")[0].partition("://")[2].removeprefix("www.").rstrip("/").casefold()


def _outermost(reading: Reading) -> Iterator[tuple[str, str | None, frozenset[str]]]:
    """The outlets at the head of chains, each with the events that it is named for."""
    found: dict[tuple[str, str | None], set[str]] = {}
    for claim in reading.claims:
        hop = next((hop for hop in claim.chain if hop.kind is HopKind.OUTLET and hop.name), None)
        if hop is not None and hop.name is not None:
            found.setdefault((hop.name, hop.entity), set()).add(claim.event)
    for (name, entity), events in found.items():
        yield name, entity, frozenset(events)


def _may_precede(other: Article, article: Article) -> bool:
    first, second = other.published_at, article.published_at
    if first is None or second is None or later(other, article) is None:
        return True
    return -_SKEW <= second - first <= _AGO


def _stamp(article: Article) -> float:
    at = article.published_at
    return at.timestamp() if at is not None else _UNDATED
