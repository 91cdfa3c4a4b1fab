"""What was there at a moment: nothing that may have been published later."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from reportedly.assess.timeline import surely_published
from reportedly.knowledge.speakers import outlet_key
from reportedly.schema import CommonEvent, Reading, Rest


def readings_by(readings: Iterable[Reading], as_of: datetime) -> dict[str, Reading]:
    """The readings of articles that were surely there, by article; of two of one article the last holds."""
    found = {}
    for reading in readings:
        at = surely_published(reading.article)
        if at is not None and at <= as_of:
            found[reading.article.id] = reading
    return found


def events_by(events: Iterable[CommonEvent], known: Mapping[str, Reading]) -> list[CommonEvent]:
    """The events as far as these articles tell them, by id."""
    found = []
    for event in sorted({each.id: each for each in events}.values(), key=lambda each: each.id):
        inside = {ref for ref in event.members if ref.article in known}
        if inside:
            members = tuple(sorted(inside, key=lambda ref: (ref.article, ref.event)))
            found.append(msgspec.structs.replace(event, members=members))
    return found


def rests_by(rests: Iterable[Rest], known: Mapping[str, Reading]) -> list[Rest]:
    """The ties of these articles; what rests on an article that was not there yet rests on its outlet."""
    found = []
    for tie in rests:
        if tie.article not in known:
            continue
        if tie.stub or tie.on in known:
            found.append(tie)
        elif tie.outlet is not None:
            found.append(msgspec.structs.replace(tie, on=outlet_key(tie.outlet), stub=True))
    return found
