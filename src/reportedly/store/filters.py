"""A query -> conditions on claims and events, and the indices that give such rows in the order of time."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Table, and_, false, literal, or_, select

from reportedly.knowledge.codes import SUPRANATIONAL
from reportedly.store import globe
from reportedly.store.days import starts
from reportedly.store.naming import called
from reportedly.store.query import Clock, Dyad, Near, Query
from reportedly.store.tables import articles, claims, events, findable, pairs, participants, places

_COUNTRY: Final = re.compile(r"[A-Z]{3}")
_CODE: Final = re.compile(r"[A-Z]{6}")
_MANY_CELLS: Final = 12
Condition = ColumnElement[bool]


class Stream(NamedTuple):
    """Rows of one index, newest first, that lead to the rows looked for.

    Attributes:
        table: whose rows they are.
        where: what an index of that table holds together, in the order of `at`.
        ordered: whether the index gives them in that order.
        proves: the part of the query, `actor` or `dyad`, that holds of every event it leads to.
    """

    table: Table
    where: Condition
    ordered: bool = True
    proves: str | None = None


Driver = tuple[Stream, ...]
"""Streams that together lead to all rows looked for, and to more."""


class Plan(NamedTuple):
    """What must hold of a row, and the ways to come to such rows, of which one is enough.

    Attributes:
        beside: what must hold beside its event, given the column that names the event and the stream that led to it.
        spell: what must hold of the moment at which it came out, given a table that has it.
    """

    conditions: tuple[Condition, ...]
    drivers: tuple[Driver, ...]
    beside: Callable[[ColumnElement[Any], Stream | None], tuple[Condition, ...]]
    spell: Callable[[FromClause], tuple[Condition, ...]]


def plan(base: Table, query: Query) -> Plan:
    """The plan for rows of `base`, which is `claims` or `events`; the words of `text` are left to `planning`."""
    own = (known(base, query), *_own(base, query), *_told(base, query))
    return Plan(own, tuple(_drivers(base, query)), partial(beside, query), partial(spell, query))


def conditions(base: FromClause, query: Query) -> tuple[Condition, ...]:
    """What must hold of a row of `base`: `claims`, `events`, or one of them under another name."""
    return (known(base, query), *_own(base, query), *_told(base, query), *beside(query, event_of(base)))


def known(table: FromClause, query: Query) -> Condition:
    """What holds now, or what was known at the moment asked for.

    By `recorded` that is what the store held then. By `seen` it is what had been captured by then, as it is read today.
    """
    if query.as_of is None:
        return table.c.superseded_at.is_(None)
    if query.clock is Clock.SEEN:
        return table.c.superseded_at.is_(None) & (table.c.seen_at <= query.as_of)
    later = table.c.superseded_at.is_(None) | (table.c.superseded_at > query.as_of)
    return (table.c.recorded_at <= query.as_of) & later


def spell(query: Query, table: FromClause) -> tuple[Condition, ...]:
    """From when to when it came out; nothing comes out later than it is seen or recorded."""
    at, found = table.c.at, []
    if query.published_since is not None:
        found.append(at >= query.published_since)
    if query.published_until is not None:
        found.append(at < query.published_until)
    if query.as_of is not None:
        found.append(at <= query.as_of)
    return tuple(found)


def there_is(*where: Condition) -> Condition:
    """Whether a row holds all of it, looked up each time: OFFSET keeps PostgreSQL from gathering all such rows."""
    return select(literal(1)).where(*where).offset(0).exists()


def event_of(table: FromClause) -> ColumnElement[Any]:
    """The column of a table that names the event."""
    return table.c.event if "event" in table.c else table.c.row


def _own(base: FromClause, query: Query) -> Iterator[Condition]:
    """What stands in the row itself."""
    yield from spell(query, base)
    for name in ("reader", "type", "mode", "outlet", "feed"):
        value = getattr(query, name)
        if value is not None:
            yield base.c[name] == findable(value)
    if query.until is not None:
        yield base.c.earliest <= query.until.isoformat()
    if query.since is not None:
        yield base.c.latest >= query.since.isoformat()


def _told(base: FromClause, query: Query) -> Iterator[Condition]:
    """How it is told: status and certainty, which claims have, and the language."""
    of_claims = "status" in base.c
    told = base if of_claims else claims.alias()
    said = [told.c.status == query.status] if query.status is not None else []
    if query.certainty is not None:
        said.append(told.c.certainty >= query.certainty)
    if of_claims:
        yield from said
    elif said:
        yield there_is(told.c.event == base.c.row, *said)
    if query.language is not None:
        article = articles.alias()
        yield there_is(article.c.row == base.c.article, speaks(article, query.language))


def speaks(article: FromClause, language: str) -> Condition:
    """Whether an article is in that language: `en`, `en-GB`."""
    tag = article.c.language
    return (tag == language) | ((tag > f"{language}-") & (tag < f"{language}."))


def beside(query: Query, event: ColumnElement[Any], led: Stream | None = None) -> tuple[Condition, ...]:
    """Who, to whom, where: what must hold beside the event with this row number.

    Where a stream of places led to it, that very place must be the one: each that fits leads there itself.
    """
    found: list[Condition] = []
    if led is not None and led.table is places:
        found += _where(places, query)
    else:
        there = places.alias()
        where = list(_where(there, query))
        found += [there_is(there.c.event == event, *where)] if where else []
    proved = None if led is None else led.proves
    if query.actor is not None and proved != "actor":
        found.append(_takes_part(event, query.actor))
    if query.dyad is not None and proved != "dyad":
        one, other = query.dyad.actor, query.dyad.recipient
        forth = _takes_part(event, one, acts=True) & _takes_part(event, other, acts=False)
        back = _takes_part(event, other, acts=True) & _takes_part(event, one, acts=False)
        found.append(forth if query.dyad.directed else forth | back)
    return tuple(found)


def _takes_part(event: ColumnElement[Any], name: str, *, acts: bool | None = None) -> Condition:
    party = participants.alias()
    role = [] if acts is None else [party.c.acts.is_(acts)]
    return there_is(party.c.event == event, or_(*_named(party, name)), *role)


def _named(party: FromClause, name: str) -> Iterator[Condition]:
    """What the name of an actor may be: a country or a code, an entity, or the words."""
    if name in SUPRANATIONAL:
        yield (party.c.code >= name) & (party.c.code <= f"{name}ZZZ")
    elif _COUNTRY.fullmatch(name):
        yield party.c.country == name
    elif _CODE.fullmatch(name):
        yield party.c.code == name
    yield party.c.entity == findable(name)
    yield _called(party, name)


def _placed(place: FromClause, name: str) -> Iterator[Condition]:
    yield place.c.entity == findable(name)
    yield _called(place, name)


def _called(table: FromClause, name: str) -> Condition:
    words = called(name)
    return false() if words is None else table.c.called == words


def _where(place: FromClause, query: Query) -> Iterator[Condition]:
    if query.place is not None:
        yield or_(*_placed(place, query.place))
    if query.country is not None:
        yield place.c.country == findable(query.country)
    if query.near is not None:
        yield globe.within(query.near, place.c.lat, place.c.lon)


def _drivers(base: Table, query: Query) -> Iterator[Driver]:
    """The ways that an index knows; the one that is likeliest to be narrow first."""
    if query.near is not None:
        yield from _near(query.near)
    if query.place is not None:
        yield tuple(Stream(places, where) for where in _placed(places, query.place))
    yield from _parties(query)
    yield from _countries_and_days(query)
    if query.status is not None:
        yield (Stream(claims, claims.c.status == query.status),)
    if query.type is not None:
        yield (Stream(base, base.c.type == query.type),)
    if query.outlet is not None:
        yield (Stream(base, base.c.outlet == findable(query.outlet)),)
    if query.feed is not None:
        yield (Stream(articles, articles.c.feed == findable(query.feed)),)


def _parties(query: Query) -> Iterator[Driver]:
    if query.dyad is not None and is_country(query.dyad.actor) and is_country(query.dyad.recipient):
        yield tuple(_facing(query.dyad))
    named: list[tuple[str, str | None]] = [] if query.actor is None else [(query.actor, "actor")]
    if query.dyad is not None:
        named += [(query.dyad.actor, None), (query.dyad.recipient, None)]
    for name, proves in named:
        ordered = name not in SUPRANATIONAL
        yield tuple(Stream(participants, where, ordered, proves) for where in _named(participants, name))


def is_country(name: str) -> bool:
    """Whether a name may be the code of a country."""
    return _COUNTRY.fullmatch(name) is not None and name not in SUPRANATIONAL


def _facing(dyad: Dyad) -> Iterator[Stream]:
    """Two countries on the two sides, or who is named as a country is coded."""
    one, other = dyad.actor, dyad.recipient
    for actor, recipient in dict.fromkeys([(one, other)] if dyad.directed else [(one, other), (other, one)]):
        yield Stream(pairs, (pairs.c.actor == actor) & (pairs.c.recipient == recipient), proves="dyad")
    for name in dict.fromkeys((one, other)):
        yield Stream(participants, participants.c.entity == findable(name))
        yield Stream(participants, _called(participants, name))


def _countries_and_days(query: Query) -> Iterator[Driver]:
    """Where and when; where both are asked for, the days alone lead to more."""
    here = None if query.country is None else places.c.country == findable(query.country)
    if here is not None and query.since is not None:
        yield tuple(_days(places, query.since, query.until, here))
    if here is not None:
        yield (Stream(places, here),)
    elif query.since is not None:
        yield tuple(_days(events, query.since, query.until))


def _days(table: Table, since: date, until: date | None, *where: Condition) -> Iterator[Stream]:
    """Events that may lie in these days: one stream for each class of length."""
    earliest, latest = table.c.earliest, table.c.latest
    for number, start in starts(since):
        bounds = [table.c.spread == number, earliest >= start, latest >= since.isoformat()]
        if until is not None:
            bounds.append(earliest <= until.isoformat())
        yield Stream(table, and_(*where, *bounds), ordered=False)


def _near(near: Near) -> Iterator[Driver]:
    found = globe.cells(near)
    if len(found) <= _MANY_CELLS:
        yield tuple(Stream(places, places.c.cell == number) for number in found)
