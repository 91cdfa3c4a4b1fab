"""A reading -> the rows of its projections; pure, so that they can be made anew at any time."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from math import inf
from typing import Any, Final, NamedTuple

from sqlalchemy import Table

from reportedly.errors import StoreError
from reportedly.knowledge.codes import COUNTRY, SUPRANATIONAL
from reportedly.schema import Claim, Event, EventPlace, Participant, Quantity, Reading
from reportedly.store.days import spread
from reportedly.store.naming import called
from reportedly.store.tables import (
    SHIFT,
    cell,
    citations,
    claims,
    events,
    findable,
    numbers,
    pairs,
    participants,
    places,
    plain,
)

Row = dict[str, Any]
_MOST: Final = 1 << SHIFT
DROPPED: Final = "\ufffd"
"""What stands for every letter of a text that was dropped."""
_ISO3: Final = re.compile(r"[A-Z]{3}")


class Frame(NamedTuple):
    """What all rows of one reading share.

    Attributes:
        reading: the number of its row; `article` that of its article.
        at: when it came out, as well as that is known.
        superseded_at: None while it holds.
    """

    reading: int
    article: int
    at: datetime
    recorded_at: datetime
    seen_at: datetime | None
    superseded_at: datetime | None = None

    def clocks(self) -> Row:
        """The columns of the clocks."""
        return {
            "at": self.at,
            "recorded_at": self.recorded_at,
            "seen_at": self.seen_at,
            "superseded_at": self.superseded_at,
        }


def projected(reading: Reading, frame: Frame) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of every projection of a reading, tables in the order in which they point to each other.

    Raises:
        StoreError: the reading has more than a million rows of one kind.
    """
    clocks = frame.clocks()
    start = frame.reading << SHIFT
    shared = _shared(reading, frame)
    number = {event.id: start + place for place, event in enumerate(reading.events)}
    text = reading.article.text
    taking_part = [(each, number[event.id]) for event in reading.events for each in _parties(event)]
    located = [
        ({**_place(each), **_days(event)}, number[event.id]) for event in reading.events for each in event.places
    ]
    facing = [(two, number[event.id]) for event in reading.events for two in _pairs(event)]
    by_id = {event.id: event for event in reading.events}
    counted = [(each, start + n) for n, claim in enumerate(reading.claims) for each in claim.numbers]
    yield events, _rows(start, (_event(each) | shared | clocks for each in reading.events))
    parties = ({"event": event} | _party(each, acts, text) | clocks for (each, acts), event in taking_part)
    yield participants, _rows(start, parties)
    yield places, _rows(start, ({"event": event} | place | clocks for place, event in located))
    yield pairs, _rows(start, ({"event": event} | two | {"at": frame.at} for two, event in facing))
    told = (
        {"event": number[each.event]} | _claim(each, by_id[each.event]) | shared | clocks for each in reading.claims
    )
    yield claims, _rows(start, told)
    yield numbers, _rows(start, ({"claim": claim} | _number(each) for each, claim in counted))
    cited = (
        {
            "reading": frame.reading,
            "name": findable(each.name),
            "entity": findable(each.entity),
            "main": each.main,
            "start": each.span.start,
            "end": each.span.end,
        }
        | clocks
        for each in reading.citations
    )
    yield citations, _rows(start, cited)


def _rows(start: int, rows: Iterator[Row]) -> list[Row]:
    numbered = [{"row": start + place, **row} for place, row in enumerate(rows)]
    if len(numbered) > _MOST:
        raise StoreError(f"a reading has {len(numbered)} rows of one kind; cut its article into parts")
    return numbered


def _shared(reading: Reading, frame: Frame) -> Row:
    article = reading.article
    return {
        "reading": frame.reading,
        "article": frame.article,
        "reader": findable(reading.provenance.reader),
        "outlet": findable(article.outlet),
        "feed": findable(article.feed),
        "published_at": article.published_at,
    }


def _dates(event: Event) -> Row:
    date = event.date
    return {
        "earliest": findable(date.earliest) if date else None,
        "latest": findable(date.latest) if date else None,
    }


def _days(event: Event) -> Row:
    date = event.date
    return {**_dates(event), "spread": date and spread(date.earliest, date.latest)}


def _event(event: Event) -> Row:
    return {
        "id": findable(event.id),
        "type": event.type.value,
        "mode": event.mode,
        "date": findable(event.date.value) if event.date else None,
        "start": event.trigger.start,
        "end": event.trigger.end,
        **_days(event),
    }


def _parties(event: Event) -> Iterator[tuple[Participant, bool]]:
    yield from ((each, True) for each in event.actors)
    yield from ((each, False) for each in event.recipients)


def _pairs(event: Event) -> Iterator[Row]:
    """The countries of the two sides, each pair once."""
    acting, suffering = ({country_of(each.code) for each in side} - {None} for side in (event.actors, event.recipients))
    for actor, recipient in sorted(product(acting, suffering)):
        yield {"actor": actor, "recipient": recipient}


def _party(party: Participant, acts: bool, text: str) -> Row:
    return {
        "acts": acts,
        "entity": findable(party.entity),
        "code": findable(party.code),
        "country": country_of(party.code),
        "name": plain(party.span.of(text).strip(DROPPED)) or None,
        "called": called(party.span.of(text)),
        "start": party.span.start,
        "end": party.span.end,
    }


def country_of(code: str | None) -> str | None:
    """The ISO3 code of the country that a code of an actor begins with; None where it begins with none.

    Examples:
        >>> country_of("IRNGOV"), country_of("IGOUNO")
        ('IRN', None)
    """
    head = (code or "")[:COUNTRY]
    return head if _ISO3.fullmatch(head) and head not in SUPRANATIONAL else None


def _place(place: EventPlace) -> Row:
    return {
        "entity": findable(place.entity),
        "name": findable(place.name),
        "called": called(place.name),
        "country": findable(place.country),
        "lat": place.lat,
        "lon": place.lon,
        "cell": None if place.lat is None or place.lon is None else cell(place.lat, place.lon),
        "precision": place.precision.value if place.precision else None,
        "radius_km": place.radius_km,
        "start": place.span.start,
        "end": place.span.end,
    }


def _claim(claim: Claim, event: Event) -> Row:
    origin = claim.chain[-1] if claim.chain else None
    return {
        "id": findable(claim.id),
        "type": event.type.value,
        "mode": event.mode,
        "status": claim.status.value,
        "certainty": claim.certainty,
        "confidence": claim.confidence,
        "hops": len(claim.chain),
        "origin_kind": origin.kind.value if origin else None,
        "origin_name": plain(origin.name) if origin else None,
        "origin_entity": findable(origin.entity) if origin else None,
        "start": claim.content.start,
        "end": claim.content.end,
        **_dates(event),
    }


def _number(number: Quantity) -> Row:
    return {
        "what": number.what.value,
        "low": _float(number.low),
        "high": _float(number.high),
        "approx": number.approx,
        "start": number.span.start,
        "end": number.span.end,
    }


def _float(bound: float | None) -> float | None:
    """A bound as both databases can hold it: what is beyond them is infinite."""
    try:
        return None if bound is None else float(bound)
    except OverflowError:
        return inf if bound is not None and bound > 0 else -inf
