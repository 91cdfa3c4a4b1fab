"""One event with all that was made of it; where its articles code it differently, each origin has one vote."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from reportedly.assess.situation.sides import backed, dyads
from reportedly.assess.timeline import days_of
from reportedly.knowledge.spells import Period
from reportedly.schema import (
    AssessedEvent,
    ClaimRef,
    CommonEvent,
    Corroboration,
    Event,
    Grade,
    History,
    Reading,
    Scope,
    Status,
)

_NEVER = datetime.max.replace(tzinfo=UTC)
_Judged = TypeVar("_Judged", Corroboration, Grade)


class Grouped(Protocol):
    """Articles that tell one story."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def articles(self) -> Sequence[str]:
        """Ids of its articles."""
        ...


@dataclass(frozen=True, slots=True)
class Version:
    """An event as one article codes it."""

    article: str
    event: Event
    at: datetime | None


def assessed(
    readings: Iterable[Reading],
    events: Iterable[CommonEvent],
    agreements: Iterable[Corroboration],
    graded: Iterable[Grade],
    told: Iterable[History],
    stories: Iterable[Grouped] = (),
) -> tuple[AssessedEvent, ...]:
    """The events that have a history, by id, each with its coding, grades, agreements and history.

    Type, mode, sides and places are those that the article codes which first gave each origin's claim: an origin is
    one vote, and articles that repeat it are none.
    """
    known = {reading.article.id: reading for reading in readings}
    agreed, given = _by_event(agreements), _by_event(graded)
    past = {each.event: each for each in told}
    groups = _by_article(stories)
    made = []
    for event in sorted({each.id: each for each in events}.values(), key=lambda each: each.id):
        history = past.get(event.id)
        if history is not None:
            mine, grades = tuple(agreed.get(event.id, ())), tuple(given.get(event.id, ()))
            made.append(_assessed(event, known, mine, grades, history, groups))
    return tuple(made)


def _by_event(some: Iterable[_Judged]) -> dict[str, list[_Judged]]:
    """What is said of each event's statuses, in the order of statuses."""
    order = list(Status)
    table: dict[str, list[_Judged]] = {}
    for each in sorted(some, key=lambda each: order.index(each.status)):
        table.setdefault(each.event, []).append(each)
    return table


def _by_article(stories: Iterable[Grouped]) -> dict[str, set[str]]:
    """The stories of each article."""
    table: dict[str, set[str]] = {}
    for story in stories:
        for article in story.articles:
            table.setdefault(article, set()).add(story.id)
    return table


def _assessed(
    event: CommonEvent,
    known: Mapping[str, Reading],
    agreements: tuple[Corroboration, ...],
    grades: tuple[Grade, ...],
    history: History,
    groups: Mapping[str, set[str]],
) -> AssessedEvent:
    versions = _versions(event, known)
    votes = _votes(versions, agreements, known)
    first = Counter((each.event.type, each.event.mode) for each in votes)
    (type_, mode), _ = min(first.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1] or ""))
    direct: frozenset[Scope] = frozenset().union(*(dyads(each.event) for each in votes))
    behind: frozenset[Scope] = frozenset().union(*(backed(each.event, _period(each)) for each in votes))
    articles = tuple(sorted({each.article for each in versions}))
    return AssessedEvent(
        id=event.id,
        type=type_,
        mode=mode,
        dyads=tuple(sorted(direct, key=lambda each: each.sides)),
        backed=tuple(sorted(behind - direct, key=lambda each: each.sides)),
        places=_places(votes),
        stories=tuple(sorted({story for article in articles for story in groups.get(article, ())})),
        articles=articles,
        history=history,
        agreements=agreements,
        grades=grades,
    )


def _versions(event: CommonEvent, known: Mapping[str, Reading]) -> list[Version]:
    """The event as each article codes it, the earliest published first."""
    found = []
    for ref in set(event.members):
        reading = known.get(ref.article)
        told = () if reading is None else tuple(each for each in reading.events if each.id == ref.event)
        found += [Version(ref.article, each, reading.article.published_at) for each in told if reading is not None]
    return sorted(found, key=lambda each: (each.at or _NEVER, each.article, each.event.id))


def _votes(
    versions: Sequence[Version], agreements: Iterable[Corroboration], known: Mapping[str, Reading]
) -> Sequence[Version]:
    """One version for each origin, that of the first article with a claim of it; all where no origin is known."""
    heard: dict[str, set[ClaimRef]] = {}
    for agreement in agreements:
        for origin in agreement.origins:
            heard.setdefault(origin.id, set()).update(origin.claims)
    found = []
    for _, refs in sorted(heard.items()):
        claimed = {(ref.article, _event_of(ref, known)) for ref in refs}
        found += [each for each in versions if (each.article, each.event.id) in claimed][:1]
    return found or versions


def _event_of(ref: ClaimRef, known: Mapping[str, Reading]) -> str | None:
    reading = known.get(ref.article)
    claims = () if reading is None else reading.claims
    return next((claim.event for claim in claims if claim.id == ref.claim), None)


def _places(votes: Iterable[Version]) -> tuple[str, ...]:
    """Countries, then ids and names."""
    some = [place for each in votes for place in each.event.places]
    countries = {place.country for place in some if place.country is not None}
    others = {name for place in some for name in (place.entity, place.name) if name is not None} - countries
    return (*sorted(countries), *sorted(others))


def _period(version: Version) -> Period | None:
    """When the event is said to happen, else when it was published: then a tie must hold."""
    days = days_of(version.event)
    if days is not None:
        return Period(*days)
    day = None if version.at is None else f"{version.at:%Y-%m-%d}"
    return None if day is None else Period(day, day)
