"""Owns the scoring of claims: statuses, chains and origins, within the events that were hit."""

from collections.abc import Sequence

from reportedly.evals.gold import GoldClaim
from reportedly.evals.matching import Hit, match_spans, origin, same_chain, same_source, sources
from reportedly.evals.metrics import Share, StatusPair, Tally
from reportedly.schema import Claim, Noun, Reading, Span, Status

HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
"""Statuses that assert that the event is real; reading any other as `occurred` is the gravest mistake."""


class ClaimMatch(Noun, frozen=True, kw_only=True):
    """One gold claim of an event that was hit, with every claim that the reading makes about that event."""

    gold: GoldClaim
    claims: tuple[Claim, ...]


def in_order(reading: Reading) -> list[Claim]:
    """The claims in the order of the events that they are about."""
    position = {event.id: place for place, event in enumerate(reading.events)}
    return sorted(reading.claims, key=lambda claim: position[claim.event])


def match_claims(
    gold: Sequence[GoldClaim], hits: Sequence[Hit], claims: Sequence[Claim]
) -> tuple[ClaimMatch, ...]:
    """Each gold claim whose event was hit, in the order of the gold; `claims` keep theirs."""
    ours = {hit.gold.id: _claims_of(hit, claims) for hit in hits}
    return tuple(ClaimMatch(gold=claim, claims=ours[claim.event]) for claim in gold if claim.event in ours)


def status_pair(text: str, match: ClaimMatch) -> StatusPair:
    """The gold's status with the reading's.

    That is the right one if any claim of the same origin has it, else that of the first such claim. Where no
    claim has the gold's origin, all claims about the event stand for it.
    """
    near = [claim for claim in match.claims if _same_origin(text, match, claim)] or list(match.claims)
    said = [claim.status for claim in near]
    if match.gold.status in said:
        return StatusPair(gold=match.gold.status, said=match.gold.status)
    return StatusPair(gold=match.gold.status, said=said[0] if said else None)


def false_occurred(match: ClaimMatch) -> Share:
    """Whether something that the gold does not say has happened is claimed as `occurred` alone."""
    if match.gold.status in HAPPENED:
        return Share()
    statuses = {claim.status for claim in match.claims}
    return Share(hit=int(statuses == {Status.OCCURRED}), n=1)


def chain(text: str, match: ClaimMatch) -> Share:
    """Whether any claim about the event has the whole chain: as long, every source the same, in order."""
    return Share(hit=int(any(same_chain(text, claim.chain, match.gold.chain) for claim in match.claims)), n=1)


def hops(match: ClaimMatch) -> Tally:
    """The named sources of the gold's chain, against the chain that shares most of them."""
    gold = sources(match.gold.chain)
    empty: list[Span] = []
    named = [sources(claim.chain) for claim in match.claims]
    pred = max(named, default=empty, key=lambda spans: match_spans(gold, spans))
    return Tally(hit=match_spans(gold, pred), gold=len(gold), pred=len(pred))


def found(text: str, match: ClaimMatch) -> bool:
    """Whether a claim has both the status and the origin: with its event hit, right from end to end."""
    status = match.gold.status
    return any(claim.status == status and _same_origin(text, match, claim) for claim in match.claims)


def end_to_end(text: str, gold: Sequence[GoldClaim], hits: Sequence[Hit], claims: Sequence[Claim]) -> Tally:
    """The (event, status, origin) of the gold against the different ones of the reading."""
    whose = {event.id: hit.gold.id for hit in hits for event in hit.events}
    got = sum(found(text, match) for match in match_claims(gold, hits, claims))
    matched = [claim for claim in claims if claim.event in whose]
    distinct = {(whose[claim.event], claim.status, origin(claim.chain)) for claim in matched}
    return Tally(hit=got, gold=len(gold), pred=max(got, len(distinct)) + len(claims) - len(matched))


def _claims_of(hit: Hit, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    ids = {event.id for event in hit.events}
    return tuple(claim for claim in claims if claim.event in ids)


def _same_origin(text: str, match: ClaimMatch, claim: Claim) -> bool:
    return same_source(text, origin(claim.chain), origin(match.gold.chain))
