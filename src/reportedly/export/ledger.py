"""Reading -> Ledger: the rows that the table and the page both show. Pure; nothing is added to the text."""

from collections.abc import Iterable
from datetime import datetime

from reportedly.export import labels
from reportedly.export.rows import (
    CitationRow,
    ClaimRow,
    Count,
    EventRow,
    FigureRow,
    Ledger,
    Link,
    RelationRow,
    When,
)
from reportedly.export.words import Words, cut, one_line
from reportedly.knowledge.pronouns import pronoun
from reportedly.schema import (
    Article,
    Claim,
    DatePrecision,
    Event,
    EventDate,
    Figure,
    Hop,
    HopKind,
    Provenance,
    Reading,
    Relation,
    Span,
)

THIS_ARTICLE = "this article"


def ledger(reading: Reading) -> Ledger:
    """The rows of one reading: events in the order of the text, each with its claims."""
    article = reading.article
    text = article.text
    return Ledger(
        article=one_line(article.id),
        heading=one_line(article.title or "") or one_line(article.id),
        read_by=_read_by(reading.provenance),
        outlet=_line(article.outlet),
        byline=_line(article.byline),
        dateline=_line(article.dateline),
        url=article.url,
        date=_date(article),
        date_source=labels.DATE_SOURCES[article.date_source] if article.date_source else None,
        events=_events(reading),
        figures=tuple(_figure(article, figure) for figure in reading.figures),
        relations=tuple(_relation(text, relation) for relation in reading.relations),
        citations=tuple(
            CitationRow(name=one_line(citation.name), words=cut(text, citation.span), main=citation.main)
            for citation in reading.citations
        ),
    )


def _events(reading: Reading) -> tuple[EventRow, ...]:
    rows: list[EventRow] = []
    number = 0
    for event in sorted(reading.events, key=lambda event: event.trigger):
        claims = [claim for claim in reading.claims if claim.event == event.id]
        numbered = enumerate(sorted(claims, key=lambda claim: claim.content), start=number + 1)
        shown = tuple(_claim(reading.article, place, claim) for place, claim in numbered)
        number += len(claims)
        rows.append(_event(reading.article.text, len(rows) + 1, event, shown))
    return tuple(rows)


def _event(text: str, number: int, event: Event, claims: tuple[ClaimRow, ...]) -> EventRow:
    return EventRow(
        number=number,
        kind=labels.kind(event.type, event.mode),
        did=cut(text, event.trigger),
        who=_distinct(text, (actor.span for actor in event.actors)),
        whom=_distinct(text, (recipient.span for recipient in event.recipients)),
        where=_distinct(text, (place.span for place in event.places)),
        when=_when(text, event.date),
        claims=claims,
    )


def _claim(article: Article, number: int, claim: Claim) -> ClaimRow:
    return ClaimRow(
        number=number,
        status=claim.status,
        certainty=labels.certainty(claim.certainty),
        chain=chain(article, claim.chain),
        quoted=cut(article.text, claim.content),
        counts=tuple(
            Count(what=quantity.what.value, words=cut(article.text, quantity.span))
            for quantity in claim.numbers
        ),
    )


def chain(article: Article, hops: Iterable[Hop]) -> tuple[Link, ...]:
    """The voices as they are shown, from the outlet inward."""
    outlet = _line(article.outlet)
    first = Link(name=outlet or THIS_ARTICLE, key=outlet.casefold() if outlet else article.id)
    return (first, *(_link(article.text, hop) for hop in hops))


def _link(text: str, hop: Hop) -> Link:
    name, known = _name(text, hop)
    named = known and hop.kind is not HopKind.UNNAMED
    key = (hop.entity or name).casefold() if named else None
    return Link(name=name, kind=hop.kind, source=hop.source, cue=hop.cue, key=key)


def _name(text: str, hop: Hop) -> tuple[str, bool]:
    """What a voice is called, and whether that says who it is.

    The words of the text; its fuller name where the words are a pronoun or short for an outlet.
    """
    if hop.source is None:
        cue = f"(unnamed: {one_line(hop.cue.of(text))})" if hop.cue else "(unnamed)"
        return cue, False
    words = one_line(hop.source.of(text))
    stands_for_another = pronoun(words) is not None
    if hop.name and (stands_for_another or hop.kind is HopKind.OUTLET):
        return one_line(hop.name), True
    return words, not stands_for_another or hop.entity is not None


def _figure(article: Article, figure: Figure) -> FigureRow:
    return FigureRow(
        what=figure.what.value,
        words=cut(article.text, figure.span),
        chain=chain(article, figure.chain),
        holder=cut(article.text, figure.holder) if figure.holder else None,
        where=cut(article.text, figure.place) if figure.place else None,
        date=_line(figure.date),
    )


def _relation(text: str, relation: Relation) -> RelationRow:
    kind = labels.tie(relation.kind, relation.former)
    return RelationRow(subject=cut(text, relation.subject), kind=kind, object=cut(text, relation.object))


def _when(text: str, date: EventDate | None) -> When | None:
    return When(words=cut(text, date.span), value=date.value) if date else None


def _distinct(text: str, spans: Iterable[Span]) -> tuple[Words, ...]:
    """The words of each span once, where they stand first in the order given."""
    found: dict[str, Words] = {}
    for span in spans:
        words = cut(text, span)
        found.setdefault(words.text, words)
    return tuple(found.values())


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _read_by(provenance: Provenance) -> str:
    return one_line(f"{provenance.reader} {provenance.version} ({provenance.model})")


def _date(article: Article) -> str | None:
    published = article.published_at
    if published is None:
        return None
    return minute(published) if article.date_precision is DatePrecision.TIME else day(published)


def day(moment: datetime) -> str:
    """`23 June 2025`."""
    return f"{moment.day} {moment:%B %Y}"


def minute(moment: datetime) -> str:
    """`23 June 2025, 14:05 UTC`; `moment` is in UTC."""
    return f"{day(moment)}, {moment:%H:%M} UTC"
