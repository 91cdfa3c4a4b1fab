"""Readings and shared text -> the graph of who rests on whom, without cycles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.knowledge.settling import settled
from reportedly.resolve.rereports.direction import Direction, directed
from reportedly.resolve.rereports.shelf import Named, Shelf, later, plain_url
from reportedly.schema import CommonEvent, Link, Reading, Rest, RestReason, Reuse, Span

_WEIGHTS = {
    RestReason.LINK: 0.8,
    RestReason.CHAIN: 0.9,
    RestReason.WIRE: 0.9,
    RestReason.CITATION: 0.5,
    RestReason.REUSE: 0.6,
    RestReason.QUOTE: 0.5,
    RestReason.EVENT: 0.3,
    RestReason.LATER: 0.2,
    RestReason.OWNER: 0.1,
}
"""How much each reason alone makes of a score; the weightiest is named first."""
_WHOLE = 0.6
"""Share of an article from which on all of it rests on the other."""


def rests(
    readings: Iterable[Reading],
    reuses: Iterable[Reuse] = (),
    events: Iterable[CommonEvent] = (),
    links: Iterable[Link] = (),
) -> tuple[Rest, ...]:
    """Who rests on whom, the articles by id; whatever order things come in.

    An outlet that a chain, a citation or a credit names is resolved to the article of that outlet that tells of the
    same event or shares text, was published before (or so nearly at once that clocks may be wrong) and is the latest of
    those; where there is none, to the stub `outlet:NAME`. Shared text goes from the later to the earlier article
    unless names and credits say otherwise; two articles that credit one agency rest on it and not on each other. A
    quotation alone makes a tie only where who said it has no name, or several quotations are shared: what a minister
    tells all the world makes nobody rest on anybody. Of a cycle the weakest tie is dropped.

    Args:
        events: which events of the readings are one; without them type and place tell.
        links: addresses that articles link to.
    """
    shelf = Shelf(settled(readings), events)
    reuses = tuple(reuses)
    shared = _shares(reuses, shelf)
    cases = _Cases(shelf)
    for reading in shelf.readings.values():
        for named in shelf.named(reading):
            cases.named(reading, named, shelf.meant(reading.article, named, shared.get(reading.article.id, {})))
    for reuse in reuses:
        if reuse.article in shelf.readings and reuse.other in shelf.readings:
            cases.reused(reuse, directed(reuse, shelf, shared))
    for link in links:
        on = shelf.by_url.get(plain_url(link.url))
        if on is not None and link.article in shelf.readings and on != link.article:
            cases.of(link.article, on).reasons.add(RestReason.LINK)
    return _acyclic(sorted((case.rest(shelf) for case in cases.all.values()), key=lambda r: (r.article, r.on)))


@dataclass(slots=True)
class _Case:
    """What speaks for one tie."""

    article: str
    on: str
    outlet: str | None
    stub: bool = False
    whole: bool = False
    reasons: set[RestReason] = field(default_factory=set)
    passages: set[Span] = field(default_factory=set)

    def rest(self, shelf: Shelf) -> Rest:
        reasons = sorted(self.reasons | set(self._beside(shelf)), key=lambda each: (-_WEIGHTS[each], each))
        doubt = 1.0
        for reason in reasons:
            doubt *= 1 - _WEIGHTS[reason]
        return Rest(
            article=self.article, on=self.on, outlet=self.outlet, stub=self.stub, whole=self.whole,
            passages=tuple(sorted(self.passages)), score=round(1 - doubt, 4), reasons=tuple(reasons),
        )  # fmt: skip

    def _beside(self, shelf: Shelf) -> Iterable[RestReason]:
        """Reasons that tie nothing by themselves."""
        if self.stub:
            return
        article, other = (shelf.readings[id_].article for id_ in (self.article, self.on))
        if later(article, other):
            yield RestReason.LATER
        if article.owner is not None and article.owner == other.owner:
            yield RestReason.OWNER
        if shelf.told(article.id) & shelf.told(other.id):
            yield RestReason.EVENT


class _Cases:
    """The ties while they are gathered."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.all: dict[tuple[str, str], _Case] = {}

    def of(self, article: str, on: str, outlet: str | None = None) -> _Case:
        """The case of two articles, or of an article and a stub."""
        stub = on not in self.shelf.readings
        name = outlet if stub else self.shelf.readings[on].article.outlet
        return self.all.setdefault((article, on), _Case(article, on, name, stub))

    def named(self, reading: Reading, named: Named, meant: str | None) -> None:
        """An article names an outlet; `meant` is the article of that outlet."""
        case = self.of(reading.article.id, meant or named.key, named.name)
        case.reasons.add(named.reason)
        case.whole |= named.reason is RestReason.WIRE

    def reused(self, reuse: Reuse, found: Direction | None) -> None:
        """Two articles share text, and one has it from the other."""
        if found is None:
            return
        case = self.of(found.article, found.on, found.outlet)
        case.reasons.add(found.reason)
        turned = found.article == reuse.other
        case.whole |= (reuse.other_share if turned else reuse.share) >= _WHOLE
        case.passages.update(each.other if turned else each.span for each in reuse.shared)


def _shares(reuses: Iterable[Reuse], shelf: Shelf) -> dict[str, dict[str, float]]:
    """How much of each article stands in others."""
    shared: dict[str, dict[str, float]] = {}
    for reuse in reuses:
        if reuse.article in shelf.readings and reuse.other in shelf.readings:
            shared.setdefault(reuse.article, {})[reuse.other] = reuse.share
            shared.setdefault(reuse.other, {})[reuse.article] = reuse.other_share
    return shared


def _acyclic(found: list[Rest]) -> tuple[Rest, ...]:
    """All ties but the weakest of each cycle."""
    kept: dict[str, list[str]] = {}
    strong = []
    for rest in sorted(found, key=lambda each: (-each.score, each.article, each.on)):
        if not _leads(kept, rest.on, rest.article):
            kept.setdefault(rest.article, []).append(rest.on)
            strong.append(rest)
    return tuple(sorted(strong, key=lambda each: (each.article, each.on)))


def _leads(kept: dict[str, list[str]], start: str, end: str) -> bool:
    """Whether one rests on the other already, over however many."""
    seen, open_ = {start}, [start]
    while open_:
        for on in kept.get(open_.pop(), ()):
            if on == end:
                return True
            if on not in seen:
                seen.add(on)
                open_.append(on)
    return False
