"""The machine's version of one article: everything it read there, and which machine it was."""

from collections.abc import Iterator
from datetime import datetime

from reportedly.schema.article import Article
from reportedly.schema.base import Noun, Span
from reportedly.schema.claims import Citation, Claim, Figure, Hop, Relation
from reportedly.schema.events import Event, Mention


class Provenance(Noun, frozen=True, kw_only=True):
    """Which machine made a reading.

    Attributes:
        reader: name of the reader, as given to `--reader`.
        version: version of the package.
        model: name and version of the model or lexicon.
        config: hash over the configuration, hexadecimal.
        gazetteer: what the places come from: packages with their versions, and a hash over all inputs; None where
            the reader looks no places up.
        read_at: when, aware and in UTC; None where the caller gave no clock.
    """

    reader: str
    version: str
    model: str
    config: str
    gazetteer: str | None = None
    read_at: datetime | None = None


class Reading(Noun, frozen=True, kw_only=True):
    """One article as one version of the machine read it.

    Raises:
        ValueError: an id is given twice, a claim names no event, or a span leaves the text.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[Citation, ...] = ()
    provenance: Provenance

    def __post_init__(self) -> None:
        _check_unique([mention.id for mention in self.mentions])
        _check_unique([event.id for event in self.events])
        _check_unique([claim.id for claim in self.claims])
        known = {event.id for event in self.events}
        for claim in self.claims:
            if claim.event not in known:
                raise ValueError(f"claim {claim.id!r} is about the unknown event {claim.event!r}")
        size = len(self.article.text)
        for span in self.spans():
            if span.end > size:
                raise ValueError(f"span [{span.start}, {span.end}) leaves a text of {size} code points")

    def spans(self) -> Iterator[Span]:
        """Every span of the reading, in no particular order."""
        yield from self.sentences
        for mention in self.mentions:
            yield mention.span
        for event in self.events:
            yield from _event_spans(event)
        for claim in self.claims:
            yield claim.content
            yield from _hop_spans(claim.chain)
            yield from (number.span for number in claim.numbers)
        for figure in self.figures:
            yield from (s for s in (figure.span, figure.holder, figure.place) if s is not None)
            yield from _hop_spans(figure.chain)
        for relation in self.relations:
            yield from (relation.subject, relation.object)
        yield from (citation.span for citation in self.citations)


def _check_unique(ids: list[str]) -> None:
    if len(set(ids)) != len(ids):
        raise ValueError(f"an id is given twice among {sorted(ids)}")


def _event_spans(event: Event) -> Iterator[Span]:
    yield event.trigger
    yield from (participant.span for participant in (*event.actors, *event.recipients))
    yield from (place.span for place in event.places)
    if event.date is not None:
        yield event.date.span


def _hop_spans(chain: tuple[Hop, ...]) -> Iterator[Span]:
    for hop in chain:
        yield from (s for s in (hop.source, hop.cue) if s is not None)
