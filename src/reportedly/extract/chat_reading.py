"""What the model pointed at -> a reading: names, codes, dates and numbers are read from the words by our own parts."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from reportedly.extract import timex
from reportedly.extract.attribution import hops, origin_key
from reportedly.extract.chat_spans import FoundClaim, FoundEvent
from reportedly.extract.citations import citations
from reportedly.extract.events import actors, dated, recipients
from reportedly.extract.link import Coder, published
from reportedly.extract.link_dates import event_days
from reportedly.extract.mentions import mentions
from reportedly.extract.numerals import Number
from reportedly.extract.time_nouns import TimeValue
from reportedly.extract.voices import VoiceNames
from reportedly.knowledge.directory import directory
from reportedly.models.chat.costs import Drop, Reason
from reportedly.schema import (
    Article,
    Claim,
    Event,
    EventDate,
    EventPlace,
    Hop,
    HopKind,
    MentionKind,
    MentionTag,
    Provenance,
    Reading,
    Span,
    Status,
)

CONFIDENCE: Final = 0.5
"""Of every claim: a language model says nothing reliable about how sure its reading is."""


def reading(
    article: Article,
    sentences: tuple[Span, ...],
    found: Sequence[FoundEvent],
    numbers: Sequence[Number],
    provenance: Provenance,
    knowledge: tuple[str, ...] = (),
) -> tuple[Reading, tuple[Drop, ...]]:
    """The reading of an article, and the claims that repeat another; `knowledge` names files beside our own."""
    text, dates = article.text, _dates(article)
    coder = Coder(text, directory(knowledge), published(article), event_days(article, dates))
    cues = [voice for event in found for claim in event.claims for voice in claim.voices]
    names = VoiceNames(text, cues, coder, article.outlet)
    claims: list[Claim] = []
    dropped: list[Drop] = []
    for number, event in enumerate(found, 1):
        told = list(_claims(f"e{number}", event.claims, names, len(claims) + 1))
        claims += told
        lost = {claim.content for claim in event.claims} - {claim.content for claim in told}
        dropped += [Drop(role="claim", reason=Reason.REPEATED, words=span.of(text)) for span in sorted(lost)]
    made = Reading(
        article=article,
        sentences=sentences,
        mentions=mentions(_tags(found), dates, {each.span: each for each in numbers}, coder, _acting(found)),
        events=tuple(_event(f"e{number}", each, text, dates, coder) for number, each in enumerate(found, 1)),
        claims=tuple(claims),
        citations=citations(text, cues, names, claims, coder.index),
        provenance=provenance,
    )
    return made, tuple(dropped)


def _dates(article: Article) -> dict[Span, TimeValue]:
    """The times of the article and the days that they mean."""
    times = timex.find(article.text)
    published = article.published_at.date() if article.published_at else None
    return dict(
        zip([time.span for time in times], timex.resolve_all(article.text, times, published), strict=True)
    )


def _claims(event: str, found: Sequence[FoundClaim], names: VoiceNames, first: int) -> Iterator[Claim]:
    """One claim for each different status and origin, the first of each."""
    kept: set[tuple[Status, str]] = set()
    for claim in found:
        chain = tuple(_bare(hop) for hop in hops(claim.voices, names))
        key = (claim.status, origin_key(chain))
        if key not in kept:
            yield Claim(
                id=f"c{first + len(kept)}",
                event=event,
                status=claim.status,
                certainty=round(claim.certainty, 2),
                confidence=CONFIDENCE,
                content=claim.content,
                chain=chain,
                numbers=claim.numbers,
            )
            kept.add(key)


def _bare(hop: Hop) -> Hop:
    """The hop without a cue where only its source was found, which then stands for both."""
    return structs.replace(hop, cue=None) if hop.cue == hop.source else hop


def _event(name: str, found: FoundEvent, text: str, dates: dict[Span, TimeValue], coder: Coder) -> Event:
    when = None if found.date is None else _date(found.date, dates)
    return Event(
        id=name,
        type=found.type,
        mode=found.mode,
        trigger=found.trigger,
        actors=actors(found.actors, coder, when),
        recipients=recipients(found.recipients, coder, when, found.type),
        places=tuple(
            EventPlace(span=span, name=span.of(text), country=coder.country(span)) for span in found.places
        ),
        date=when,
    )


def _date(pointed: Span, dates: dict[Span, TimeValue]) -> EventDate:
    """The first time in the words that says when; the bare words where none does."""
    met = [(span, value) for span, value in dates.items() if span.overlaps(pointed)]
    told = [(span, value) for span, value in met if value.value]
    for span, value in (*told, *met):
        return dated(span, value)
    return EventDate(span=pointed)


def _acting(found: Sequence[FoundEvent]) -> frozenset[Span]:
    """Where the model found who acts or speaks, and nowhere an event's place."""
    voices = [voice.source for event in found for claim in event.claims for voice in claim.voices]
    actors = [span for event in found for span in event.actors]
    acting = frozenset([*(voice for voice in voices if voice is not None), *actors])
    return acting - {span for event in found for span in event.places}


def _tags(found: Sequence[FoundEvent]) -> list[MentionTag]:
    """Each place of the text that an event or claim points at, once, as what it was first pointed at."""
    kinds: dict[Span, MentionKind] = {}
    for event in found:
        kinds |= {span: MentionKind.ACTOR for span in (*event.actors, *event.recipients) if span not in kinds}
        kinds |= {span: MentionKind.PLACE for span in event.places if span not in kinds}
        for claim in event.claims:
            for voice in claim.voices:
                if voice.source is not None:
                    outlet = voice.kind is HopKind.OUTLET
                    kinds.setdefault(voice.source, MentionKind.OUTLET if outlet else MentionKind.ACTOR)
            for number in claim.numbers:
                kinds.setdefault(number.span, MentionKind.QUANTITY)
    return [MentionTag(span=span, kind=kind, score=1.0) for span, kind in kinds.items()]
