"""All contradictions of all events."""

from collections.abc import Iterable

from reportedly.assess.contradictions.facts import of_dates, of_places, of_statuses
from reportedly.assess.contradictions.numbers import of_numbers
from reportedly.assess.contradictions.sayings import sayings, sources_of
from reportedly.schema import CommonEvent, Contradiction, Corroboration, Reading


def contradictions(
    readings: Iterable[Reading], events: Iterable[CommonEvent], agreements: Iterable[Corroboration]
) -> tuple[Contradiction, ...]:
    """Where claims on one event disagree, by event, then numbers, statuses, places, dates; whatever order they come in.

    Nothing is taken away: every position keeps its claims, and a denial stands beside what it denies.

    Args:
        agreements: the origins of the claims, from `assess.corroboration`; without them nobody is named.
    """
    known = {reading.article.id: reading for reading in readings}
    sources = sources_of(agreements)
    found: list[Contradiction] = []
    for event in sorted({each.id: each for each in events}.values(), key=lambda each: each.id):
        some = sayings(event, known, sources)
        for find in (of_numbers, of_statuses, of_places, of_dates):
            found += find(event.id, some)
    return tuple(found)
