"""A reading -> the same with its places: coordinates, ids and runners-up."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportedly.extract.geocode.evidence import evidence
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.extract.geocode.resolution import Resolution
from reportedly.schema import Event, EventPlace, Location, Mention, MentionKind, PlacePrecision, Reading, Span

_PLACES = frozenset({MentionKind.PLACE, MentionKind.INSTALLATION})


def located(reading: Reading, geocoder: Geocoder) -> Reading:
    """The reading with its places resolved as far as the gazetteer knows them.

    Raises:
        GazetteerError: the gazetteer cannot be opened or built.
    """
    happened = {place.span for event in reading.events for place in event.places}
    named = {mention.span for mention in reading.mentions if mention.kind in _PLACES}
    known = evidence(reading, geocoder.weights.actor)
    found, lands = geocoder.located(reading.article.text, named | happened, known)
    return replace(
        reading,
        mentions=tuple(_mention(mention, found, lands, reading.article.text) for mention in reading.mentions),
        events=tuple(_event(event, found, lands) for event in reading.events),
        provenance=replace(reading.provenance, gazetteer=stated(geocoder)),
    )


def stated(geocoder: Geocoder) -> str:
    """What a provenance says of the gazetteer: packages with their versions, and the hash over all inputs.

    Raises:
        GazetteerError: the gazetteer cannot be opened or built.
    """
    gazetteer = geocoder.gazetteer
    return f"{gazetteer.version}; {gazetteer.hash}"


def _mention(mention: Mention, found: Mapping[Span, Resolution], lands: Mapping[Span, str], text: str) -> Mention:
    if mention.kind not in _PLACES:
        return mention
    meant = found.get(mention.span)
    if meant is not None:
        return replace(mention, entity=meant.place.id, location=meant.location)
    country = lands.get(mention.span)
    if country is None:
        return mention
    where = Location(name=mention.span.of(text), country=country, precision=PlacePrecision.COUNTRY)
    return replace(mention, location=where)


def _event(event: Event, found: Mapping[Span, Resolution], lands: Mapping[Span, str]) -> Event:
    if not any(place.span in found or place.span in lands for place in event.places):
        return event
    return replace(event, places=tuple(_event_place(place, found, lands) for place in event.places))


def _event_place(place: EventPlace, found: Mapping[Span, Resolution], lands: Mapping[Span, str]) -> EventPlace:
    meant = found.get(place.span)
    if meant is None:
        country = lands.get(place.span)
        if country is None or place.country is not None:
            return place
        return replace(place, country=country, precision=PlacePrecision.COUNTRY)
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
