"""The index of tension of a dyad or a place: a sum over events, each of which is listed with its factors."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import fsum

import msgspec

from reportedly.assess.tension.held import held, part
from reportedly.knowledge.tension import TensionWeights, tension_weights
from reportedly.schema import AssessedEvent, Contribution, Scope, Tension

_DAY = timedelta(days=1)


def tension(
    events: Iterable[AssessedEvent], scope: Scope, as_of: datetime, weights: TensionWeights | None = None
) -> Tension:
    """How tense it is between two sides, or at a place, at one moment.

        index = sum over events of  severity x standing x credibility x share x decay,  where that is above 0
        decay = 0.5 ** (days since it was first said, or since it happened, / half-life)

    `severity` is that of PLOVER type and mode, `standing` that of the state that counts, `credibility` that of the
    digit of its grade, `share` less than 1 where a side only backs who takes part; the tables with a reason for
    each number are in `knowledge/data/tension.yaml`. Events of negative severity make `easing`, which is not taken
    off the index: in a crisis talks are many, and would hide the attack that they are about. How many articles tell
    an event goes into nothing. A digit of 6 cannot be judged and has no number: such events are `unjudged`.

    Args:
        events: as of `as_of`; each once.
        as_of: aware, in UTC.
        weights: other tables than our own.
    """
    tables = weights if weights is not None else tension_weights()
    mine = _sorted_by_id(events)
    inside = [(each, share) for each in mine if (share := part(each, scope, tables)) is not None]
    found = [(each, _contribution(each, share, as_of, tables)) for each, share in inside]
    listed = [made for _, made in found if made is not None and made.weight != 0]
    listed.sort(key=lambda one: (-abs(one.weight), one.event))
    counted = {one.event for one in listed}
    return Tension(
        scope=scope,
        as_of=as_of,
        index=fsum(one.weight for one in listed if one.weight > 0),
        easing=fsum(one.weight for one in listed if one.weight < 0),
        contributions=tuple(listed),
        unjudged=tuple(each.id for each, _ in found if each.history.status is not None and held(each, tables) is None),
        articles=len({article for each, _ in found if each.id in counted for article in each.articles}),
    )


def weight_of(one: Contribution) -> float:
    """The product of the factors of a contribution, as the index takes it."""
    return one.severity * one.standing * one.credibility * one.share * one.decay


def _sorted_by_id(events: Iterable[AssessedEvent]) -> Sequence[AssessedEvent]:
    return sorted({each.id: each for each in events}.values(), key=lambda each: each.id)


def _contribution(
    event: AssessedEvent, share: float, as_of: datetime, tables: TensionWeights
) -> Contribution | None:
    """What an event adds; None where nothing counts of it, or it has faded."""
    state = held(event, tables)
    if state is None:
        return None
    lives = max(0.0, (as_of - state.since) / _DAY) / tables.half_life_days.weight
    if lives > tables.horizon.weight:
        return None
    factors = Contribution(
        event=event.id,
        status=state.status,
        digit=state.digit,
        since=state.since,
        severity=tables.severity(event.type, event.mode),
        standing=tables.standing(state.status),
        credibility=state.share,
        share=share,
        decay=0.5**lives,
        weight=0.0,
        reason=state.reason,
    )
    return msgspec.structs.replace(factors, weight=weight_of(factors))
