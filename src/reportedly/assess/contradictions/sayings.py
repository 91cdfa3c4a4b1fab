"""What is said of one event, by whom and when; sayings grouped into positions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.schema import Claim, ClaimRef, CommonEvent, Corroboration, Event, Position, Reading


@dataclass(frozen=True, slots=True)
class Source:
    """An origin, as far as it matters to disagreement."""

    id: str
    side: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim with its event as its article tells it, its origins, and when it was published."""

    ref: ClaimRef
    claim: Claim
    event: Event
    sources: tuple[Source, ...]
    at: datetime | None


def sayings(
    event: CommonEvent, known: Mapping[str, Reading], sources: Mapping[ClaimRef, Sequence[Source]]
) -> list[Saying]:
    """All claims on one event, by article and claim."""
    found = []
    for ref in sorted(event.members, key=lambda each: (each.article, each.event)):
        reading = known.get(ref.article)
        if reading is None:
            continue
        told = next((each for each in reading.events if each.id == ref.event), None)
        for claim in reading.claims:
            if told is not None and claim.event == ref.event:
                key = ClaimRef(article=ref.article, claim=claim.id)
                found.append(Saying(key, claim, told, tuple(sources.get(key, ())), reading.article.published_at))
    return found


def sources_of(agreements: Iterable[Corroboration]) -> dict[ClaimRef, list[Source]]:
    """The origins of each claim."""
    table: dict[ClaimRef, list[Source]] = {}
    for agreement in sorted(agreements, key=lambda each: (each.event, each.status)):
        for origin in agreement.origins:
            for ref in origin.claims:
                table.setdefault(ref, []).append(Source(origin.id, origin.side))
    return table


def position(value: str, some: Sequence[Saying]) -> Position:
    """What some sayings have in common."""
    moments = sorted(each.at for each in some if each.at is not None)
    return Position(
        value=value,
        origins=tuple(sorted({source.id for each in some for source in each.sources})),
        claims=tuple(sorted((each.ref for each in some), key=lambda ref: (ref.article, ref.claim))),
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
    )


def in_time(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The earliest first, those without a moment last."""
    return tuple(sorted(positions, key=lambda each: (each.first is None, each.first, each.value)))


def sides(some: Iterable[Saying]) -> set[str]:
    """The countries that sayings speak for."""
    return {source.side for each in some for source in each.sources if source.side is not None}
