"""Claims as they appeared: when they were published, when they say that it happens, who says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from reportedly.schema import (
    Article,
    Claim,
    ClaimRef,
    CommonEvent,
    Corroboration,
    DatePrecision,
    Event,
    Reading,
    Status,
    Telling,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling with its status.

    Attributes:
        beyond: every status that its article gives the event.
        taken_back: whether one of its origins denies the event in the same article.
    """

    status: Status
    telling: Telling
    beyond: frozenset[Status]
    taken_back: bool


def surely_published(article: Article) -> datetime | None:
    """By when an article was surely there: the end of its day where only the day is known; None where nothing tells."""
    at = article.published_at
    if at is None or article.date_precision is not DatePrecision.DAY:
        return at
    return datetime.combine(at.date(), time(23, 59, 59), UTC)


def days_of(event: Event) -> tuple[str, str] | None:
    """The first and last day on which an event is said to happen; None where no calendar of ours has them."""
    when = event.date
    if when is None or when.earliest is None or when.latest is None:
        return None
    try:
        first, last = date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    except ValueError:  # a day that no calendar of ours has, such as one before Christ
        return None
    return (first.isoformat(), last.isoformat()) if first <= last else None


def origins_of(agreements: Iterable[Corroboration]) -> dict[ClaimRef, tuple[str, ...]]:
    """Ids of the origins of each claim."""
    table: dict[ClaimRef, set[str]] = {}
    for agreement in agreements:
        for origin in agreement.origins:
            for ref in origin.claims:
                table.setdefault(ref, set()).add(origin.id)
    return {ref: tuple(sorted(some)) for ref, some in table.items()}


def tellings(
    event: CommonEvent, known: Mapping[str, Reading], origins: Mapping[ClaimRef, Sequence[str]]
) -> list[Told]:
    """Every claim on an event once, in no particular order."""
    found = []
    for ref in set(event.members):
        reading = known.get(ref.article)
        told = None if reading is None else next((each for each in reading.events if each.id == ref.event), None)
        if reading is None or told is None:
            continue
        claims = [claim for claim in reading.claims if claim.event == ref.event]
        beyond = frozenset(claim.status for claim in claims)
        made = [(claim.status, _telling(reading.article, told, claim, origins)) for claim in claims]
        denying = {origin for status, each in made if status is Status.DENIED for origin in each.origins}
        found += [Told(status, each, beyond, not denying.isdisjoint(each.origins)) for status, each in made]
    return found


def _telling(article: Article, event: Event, claim: Claim, origins: Mapping[ClaimRef, Sequence[str]]) -> Telling:
    ref = ClaimRef(article=article.id, claim=claim.id)
    first, last = days_of(event) or (None, None)
    return Telling(
        claim=ref,
        outlet=article.outlet,
        at=article.published_at,
        chain=claim.chain,
        origins=tuple(origins.get(ref, ())),
        earliest=first,
        latest=last,
    )
