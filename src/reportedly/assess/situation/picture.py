"""The picture of a theatre at one moment, from readings to tension and anomalies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reportedly.assess.anomaly import anomalies
from reportedly.assess.contradictions import contradictions
from reportedly.assess.corroboration import corroborate
from reportedly.assess.grading import grades
from reportedly.assess.situation.assessed import Grouped, assessed
from reportedly.assess.situation.moment import events_by, readings_by, rests_by
from reportedly.assess.strength import strengths
from reportedly.assess.tension import part, tension
from reportedly.assess.timeline import histories
from reportedly.knowledge.tension import tension_weights
from reportedly.schema import (
    AssessedEvent,
    CommonEvent,
    Contradiction,
    GradeOverride,
    Reading,
    Rest,
    Scope,
    Situation,
    Strength,
    Tension,
    TrackRecord,
)


@dataclass(frozen=True, slots=True)
class Material:
    """What a situation is made of.

    Attributes:
        readings: one of each article, whenever it was published.
        events: which events of readings are one.
        rests: who rests on whom.
        stories: which articles tell one story; anything with an `id` and `articles`.
        records: how earlier claims of origins fared, as far as that was known at the moment asked for.
    """

    readings: Sequence[Reading]
    events: Sequence[CommonEvent]
    rests: Sequence[Rest] = ()
    stories: Sequence[Grouped] = ()
    records: Sequence[TrackRecord] = ()
    overrides: Sequence[GradeOverride] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All events as of one moment, and what disagrees in them."""

    events: tuple[AssessedEvent, ...]
    disputes: tuple[Contradiction, ...]


def situation(
    material: Material, scope: Scope, as_of: datetime, *, since: datetime | None = None, bars: int = 14
) -> Situation:
    """The picture of two sides, a place, or everything, at one moment.

    Nothing that was published after `as_of`, or may have been (a day is over at its end), changes it; neither does
    the order of the material, or giving a part of it twice. What rests on an article that was not there yet rests
    on its outlet. Each bar of tension is made as of its own moment.

    Args:
        as_of: aware and in UTC.
        since: events that nobody told of since then are left out; they stay in tension and anomalies.
        bars: how many days of tension, at least one; the last bar is at `as_of`.

    Raises:
        ValueError: a moment is not in UTC, or there are no bars.
    """
    if bars < 1:
        raise ValueError(f"a situation needs one bar of tension, got {bars}")
    now = view(material, as_of)
    tables = tension_weights()
    inside = tuple(each for each in now.events if part(each, scope, tables) is not None)
    shown = tuple(each for each in inside if since is None or _told_since(each, since))
    ids = {each.id for each in shown}
    known = readings_by(material.readings, as_of)
    return Situation(
        scope=scope,
        as_of=as_of,
        since=since,
        stories=tuple(sorted({story for each in shown for story in each.stories})),
        events=shown,
        contradictions=tuple(each for each in now.disputes if each.event in ids),
        strengths=tuple(each for each in strengths(known.values()) if _is_of(each, scope)),
        tension=_bars(material, now, scope, as_of, bars),
        anomalies=tuple(each for each in anomalies(now.events, as_of) if scope in (each.scope, Scope())),
        undated=tuple(sorted({r.article.id for r in material.readings if r.article.published_at is None})),
    )


def view(material: Material, as_of: datetime) -> View:
    """All events as of one moment, with origins, grades and histories."""
    known = readings_by(material.readings, as_of)
    readings, events = list(known.values()), events_by(material.events, known)
    agreements = corroborate(readings, rests_by(material.rests, known), events)
    disputes = contradictions(readings, events, agreements)
    by_hand = [each for each in material.overrides if each.at <= as_of]
    graded = grades(agreements, disputes, material.records, by_hand)
    told = histories(readings, events, agreements, graded)
    stories = [each for each in material.stories if not known.keys().isdisjoint(each.articles)]
    return View(assessed(readings, events, agreements, graded, told, stories), disputes)


def _bars(material: Material, now: View, scope: Scope, as_of: datetime, count: int) -> tuple[Tension, ...]:
    """One bar a day; days on which nothing was published share a view."""
    moments = [as_of - timedelta(days=back) for back in range(count - 1, 0, -1)]
    views: dict[tuple[frozenset[str], int], View] = {}
    made = []
    for moment in moments:
        by_hand = sum(each.at <= moment for each in material.overrides)
        key = (frozenset(readings_by(material.readings, moment)), by_hand)
        if key not in views:
            views[key] = view(material, moment)
        made.append(tension(views[key].events, scope, moment))
    return (*made, tension(now.events, scope, as_of))


def _told_since(event: AssessedEvent, since: datetime) -> bool:
    return any(told.at is not None and told.at >= since for step in event.history.steps for told in step.tellings)


def _is_of(strength: Strength, scope: Scope) -> bool:
    """Whether a force belongs to a side, or stands at the place."""
    if scope.place is not None:
        return scope.place in {strength.place, strength.country}
    return not scope.sides or strength.side in scope.sides


def scopes(events: Iterable[AssessedEvent]) -> tuple[Scope, ...]:
    """Every dyad and country of some events, in order."""
    found = {scope for each in events for scope in (*each.dyads, *each.backed)}
    found |= {Scope(place=place) for each in events for place in each.places if len(place) == 3 and place.isupper()}
    return tuple(sorted(found, key=lambda each: (each.sides, each.place or "")))
