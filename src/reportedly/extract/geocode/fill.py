"""A reading -> the same with its places: coordinates, ids and runners-up; a place that acts or speaks is an actor."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportedly.extract.geocode.evidence import evidence
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.extract.geocode.resolution import Resolution
from reportedly.schema import Event, EventPlace, Mention, MentionKind, Reading, Span

_PLACES = frozenset({MentionKind.PLACE, MentionKind.INSTALLATION})


def located(reading: Reading, geocoder: Geocoder) -> Reading:
    """The reading with its places resolved as far as the gazetteer knows them.

    A mention of a place that is a source or an event's actor, and no event's place, stands for who governs there:
    it becomes a mention of an actor.

    Raises:
        GazetteerError: the gazetteer cannot be opened or built.
    """
    happened = {place.span for event in reading.events for place in event.places}
    acting = _acting(reading) - happened
    named = {mention.span for mention in reading.mentions if mention.kind in _PLACES} - acting
    known = evidence(reading, geocoder.weights.actor)
    found = geocoder.resolve(reading.article.text, named | happened, known)
    gazetteer = geocoder.gazetteer
    return replace(
        reading,
        mentions=tuple(_mention(mention, found, acting) for mention in reading.mentions),
        events=tuple(_event(event, found) for event in reading.events),
        provenance=replace(reading.provenance, gazetteer=f"{gazetteer.version}; {gazetteer.hash}"),
    )


def _acting(reading: Reading) -> set[Span]:
    """The words that name a voice or who does something."""
    voices = {hop.source for claim in reading.claims for hop in claim.chain if hop.source is not None}
    return voices | {actor.span for event in reading.events for actor in event.actors}


def _mention(mention: Mention, found: Mapping[Span, Resolution], acting: set[Span]) -> Mention:
    if mention.kind not in _PLACES:
        return mention
    if mention.kind is MentionKind.PLACE and mention.span in acting:
        return replace(mention, kind=MentionKind.ACTOR)
    meant = found.get(mention.span)
    return mention if meant is None else replace(mention, entity=meant.place.id, location=meant.location)


def _event(event: Event, found: Mapping[Span, Resolution]) -> Event:
    if not any(place.span in found for place in event.places):
        return event
    return replace(event, places=tuple(_event_place(place, found.get(place.span)) for place in event.places))


def _event_place(place: EventPlace, meant: Resolution | None) -> EventPlace:
    if meant is None:
        return place
    return replace(
        place,
        entity=meant.place.id,
        name=meant.place.name,
        country=meant.place.country,
        lat=meant.place.lat,
        lon=meant.place.lon,
        radius_km=meant.radius_km,
        precision=meant.precision,
        candidates=meant.candidates,
    )
