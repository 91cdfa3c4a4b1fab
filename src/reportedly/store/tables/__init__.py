"""The tables: evidence that is only added to, what changes, and projections that can be made anew.

A change of a table is a new migration under `store/migrations/versions`; a test holds the two together.
"""

from reportedly.store.tables.columns import (
    EPOCH,
    Key,
    Moment,
    Number,
    came_out,
    cell,
    findable,
    metadata,
    microseconds,
    plain,
)
from reportedly.store.tables.evidence import (
    EVIDENCE,
    articles,
    bodies,
    captures,
    fetches,
    issues,
    judgements,
    polls,
    readings,
)
from reportedly.store.tables.following import facts, positions, queue, seen, states, subscriptions
from reportedly.store.tables.projected import (
    DATED,
    PROJECTED,
    SHIFT,
    citations,
    claims,
    events,
    numbers,
    participants,
    places,
    versions,
)

__all__ = [
    "DATED",
    "EPOCH",
    "EVIDENCE",
    "PROJECTED",
    "SHIFT",
    "Key",
    "Moment",
    "Number",
    "articles",
    "bodies",
    "came_out",
    "captures",
    "cell",
    "citations",
    "claims",
    "events",
    "facts",
    "fetches",
    "findable",
    "issues",
    "judgements",
    "metadata",
    "microseconds",
    "numbers",
    "participants",
    "places",
    "plain",
    "polls",
    "positions",
    "queue",
    "readings",
    "seen",
    "states",
    "subscriptions",
    "versions",
]
