"""Statuses, chains and origins of the claims about events that were hit, by hand."""

import msgspec
import pytest

from reportedly.evals import claims
from reportedly.evals.claims import ClaimMatch
from reportedly.evals.gold import GoldArticle
from reportedly.evals.matching import align
from reportedly.evals.metrics import Share, StatusPair, Tally
from reportedly.schema import Claim, Reading, Status

PLANNED, OCCURRED, DENIED = Status.PLANNED, Status.OCCURRED, Status.DENIED


@pytest.fixture
def matches(article: GoldArticle, perfect: Reading) -> tuple[ClaimMatch, ...]:
    hits = align(article.text, article.gold.events, perfect.events).hits
    return claims.match_claims(article.gold.claims, hits, perfect.claims)


def saying(match: ClaimMatch, *said: Claim) -> ClaimMatch:
    return msgspec.structs.replace(match, claims=said)


def as_status(claim: Claim, status: Status) -> Claim:
    return msgspec.structs.replace(claim, status=status)


def test_each_gold_claim_meets_all_claims_about_its_event(matches: tuple[ClaimMatch, ...]) -> None:
    assert [[claim.id for claim in match.claims] for match in matches] == [["c1"], ["c2", "c3"], ["c2", "c3"]]


def test_claims_come_in_the_order_of_their_events(perfect: Reading) -> None:
    turned = msgspec.structs.replace(perfect, events=perfect.events[::-1])
    assert [claim.id for claim in claims.in_order(turned)] == ["c2", "c3", "c1"]


def test_the_status_is_that_of_the_claim_with_the_same_origin(
    article: GoldArticle, matches: tuple[ClaimMatch, ...]
) -> None:
    told, denied = matches[1], matches[2]
    assert claims.status_pair(article.text, denied) == StatusPair(gold=DENIED, said=DENIED)
    wrong = saying(denied, told.claims[0], as_status(denied.claims[1], PLANNED))
    assert claims.status_pair(article.text, wrong) == StatusPair(gold=DENIED, said=PLANNED)
    assert claims.status_pair(article.text, saying(denied)) == StatusPair(gold=DENIED, said=None)


def test_without_the_origin_any_claim_about_the_event_stands_for_it(
    article: GoldArticle, matches: tuple[ClaimMatch, ...]
) -> None:
    witness = matches[1].claims[0]
    denied = saying(matches[2], as_status(witness, PLANNED), as_status(witness, DENIED))
    assert claims.status_pair(article.text, denied) == StatusPair(gold=DENIED, said=DENIED)
    assert claims.status_pair(article.text, saying(denied, witness)).said == OCCURRED


def test_what_did_not_happen_must_not_be_read_as_occurred_alone(matches: tuple[ClaimMatch, ...]) -> None:
    plan, told, denied = matches
    assert claims.false_occurred(plan) == Share(hit=0, n=1)
    assert claims.false_occurred(saying(plan, as_status(plan.claims[0], OCCURRED))) == Share(hit=1, n=1)
    assert claims.false_occurred(saying(plan)) == Share(hit=0, n=1)
    assert claims.false_occurred(denied) == Share(hit=0, n=1)
    assert claims.false_occurred(told) == Share()


def test_a_chain_is_right_as_a_whole_and_its_hops_one_by_one(
    article: GoldArticle, matches: tuple[ClaimMatch, ...]
) -> None:
    plan = matches[0]
    assert claims.chain(article.text, plan) == Share(hit=1, n=1)
    assert claims.hops(plan) == Tally(hit=2, gold=2, pred=2)
    cut = saying(plan, msgspec.structs.replace(plan.claims[0], chain=plan.claims[0].chain[1:]))
    assert claims.chain(article.text, cut) == Share(hit=0, n=1)
    assert claims.hops(cut) == Tally(hit=1, gold=2, pred=1)
    assert claims.hops(saying(plan)) == Tally(hit=0, gold=2, pred=0)


def test_end_to_end_counts_different_claims_and_those_about_false_alarms(
    article: GoldArticle, perfect: Reading
) -> None:
    text, gold = article.text, article.gold
    hits = align(text, gold.events, perfect.events).hits
    assert claims.end_to_end(text, gold.claims, hits, perfect.claims) == Tally(hit=3, gold=3, pred=3)
    twice = [
        *perfect.claims,
        *(msgspec.structs.replace(claim, id=f"{claim.id}x") for claim in perfect.claims),
    ]
    assert claims.end_to_end(text, gold.claims, hits, twice) == Tally(hit=3, gold=3, pred=3)
    assert claims.end_to_end(text, gold.claims, hits[:1], perfect.claims) == Tally(hit=1, gold=3, pred=3)
    wrong = [as_status(claim, Status.WARNED) for claim in perfect.claims]
    assert claims.end_to_end(text, gold.claims, hits, wrong) == Tally(hit=0, gold=3, pred=3)
