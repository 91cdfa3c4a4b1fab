"""Which dyads and places have more events than their own history leads to expect."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from reportedly.assess.anomaly.control import adjusted
from reportedly.assess.anomaly.surprise import Surprise, surprise
from reportedly.assess.tension import held
from reportedly.knowledge.tension import TensionWeights, tension_weights
from reportedly.schema import Anomaly, AssessedEvent, Credibility, Scope

_MOST_PERIODS = 26
_LEAST_PERIODS = 8
"""With fewer nothing is tested: a history of seven weeks is none."""
_LEAST_COUNT = 3
"""With fewer events nothing is an alarm, however rare they are: two events may be one told twice."""


def anomalies(
    events: Iterable[AssessedEvent],
    as_of: datetime,
    *,
    days: int = 7,
    level: float = 0.05,
    weights: TensionWeights | None = None,
) -> tuple[Anomaly, ...]:
    """Scopes whose events of the last `days` are too many for their own history, by q, then by scope.

    Counted are events of positive severity that are neither denied nor only supposed and whose digit is 1 to 4, each
    once, in the period in which they happened or were first said. Every dyad and country with such an event in the
    last period or in up to 26 before it is tested; all of them count in the control of false discoveries, and an
    alarm needs three events. A history begins with the first publication of all, and has eight periods at least.
    How many articles tell an event goes into nothing.

    Args:
        as_of: the end of the last period, aware and in UTC.
        level: the share of false alarms among all alarms that is put up with.

    Raises:
        ValueError: a period has no day, or the level is not between 0 and 1.
    """
    if days < 1 or not 0 < level < 1:
        raise ValueError("a period has a day at least, and the level lies between 0 and 1")
    tables = weights if weights is not None else tension_weights()
    length = timedelta(days=days)
    some = sorted({each.id: each for each in events}.values(), key=lambda each: each.id)
    periods = min(_watched(some, as_of) // length, _MOST_PERIODS)
    if periods < _LEAST_PERIODS:
        return ()
    placed = _placed(some, as_of, length, tables)
    scopes = _by_scope((at, each) for at, each in placed if at <= periods)
    found = {scope: _surprise(counted, periods) for scope, counted in scopes.items()}
    shares = adjusted([each.p for each in found.values()])
    made = [
        _anomaly(scope, scopes[scope].get(0, []), found[scope], q, as_of, length, periods, len(found))
        for scope, q in zip(found, shares, strict=True)
        if q <= level and len(scopes[scope].get(0, [])) >= _LEAST_COUNT
    ]
    return tuple(sorted(made, key=lambda each: (each.q, each.p, each.scope.sides, each.scope.place or "")))


def _watched(events: Iterable[AssessedEvent], as_of: datetime) -> timedelta:
    """For how long anything has been published: before that, no event is no sign of calm."""
    moments = (step.at for each in events for step in each.history.steps if step.at is not None)
    return max(timedelta(0), as_of - min(moments, default=as_of))


def _placed(
    events: Iterable[AssessedEvent], as_of: datetime, length: timedelta, tables: TensionWeights
) -> list[tuple[int, AssessedEvent]]:
    """The events that count, each with how many periods ago it was; those after `as_of` are left out."""
    found = []
    for each in events:
        state = held(each, tables)
        if state is None or state.since > as_of or state.digit is Credibility.IMPROBABLE:
            continue
        if tables.severity(each.type, each.mode) > 0 and tables.standing(state.status) > 0:
            found.append(((as_of - state.since) // length, each))
    return found


def _by_scope(placed: Iterable[tuple[int, AssessedEvent]]) -> dict[Scope, dict[int, list[AssessedEvent]]]:
    """The events of each dyad and country by period, in an order of their own."""
    table: dict[Scope, dict[int, list[AssessedEvent]]] = {}
    for at, each in placed:
        countries = (Scope(place=place) for place in each.places if len(place) == 3 and place.isupper())
        for scope in (*each.dyads, *each.backed, *countries):
            table.setdefault(scope, {}).setdefault(at, []).append(each)
    return dict(sorted(table.items(), key=lambda pair: (pair[0].sides, pair[0].place or "")))


def _surprise(counted: Mapping[int, list[AssessedEvent]], periods: int) -> Surprise:
    return surprise(len(counted.get(0, [])), [len(counted.get(at, [])) for at in range(periods, 0, -1)])


def _anomaly(
    scope: Scope,
    some: list[AssessedEvent],
    found: Surprise,
    q: float,
    as_of: datetime,
    length: timedelta,
    periods: int,
    tested: int,
) -> Anomaly:
    return Anomaly(
        scope=scope,
        first=(as_of - length).date(),
        last=as_of.date(),
        count=len(some),
        expected=found.expected,
        periods=periods,
        model=found.model,
        p=found.p,
        q=q,
        tested=tested,
        events=tuple(each.id for each in some),
        articles=len({article for each in some for article in each.articles}),
    )
