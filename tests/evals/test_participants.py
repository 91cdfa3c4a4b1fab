"""What belongs to an event that was hit, by hand."""

import msgspec
import pytest

from reportedly.evals import participants
from reportedly.evals.gold import GoldArticle
from reportedly.evals.matching import Hit
from reportedly.evals.metrics import Tally
from reportedly.schema import Counted, Event, EventDate, Participant, Quantity, Reading, Span


@pytest.fixture
def shelling(article: GoldArticle, perfect: Reading) -> Hit:
    return Hit(gold=article.gold.events[1], events=(perfect.events[1],))


def changed(hit: Hit, **fields: object) -> Hit:
    event = msgspec.structs.replace(hit.events[0], **fields)
    return msgspec.structs.replace(hit, events=(event, *hit.events[1:]))


def test_a_perfect_event_hits_everything(shelling: Hit) -> None:
    one = Tally(hit=1, gold=1, pred=1)
    assert participants.actors(shelling) == one
    assert participants.recipients(shelling) == one
    assert participants.places(shelling) == one
    assert participants.dates(shelling) == one


def test_of_several_mentions_the_best_counts(shelling: Hit) -> None:
    poor: Event = msgspec.structs.replace(
        shelling.events[0], id="x", actors=(Participant(span=Span(0, 1)),) * 2
    )
    both = msgspec.structs.replace(shelling, events=(poor, *shelling.events))
    assert participants.actors(both) == Tally(hit=1, gold=1, pred=1)


@pytest.mark.parametrize(
    ("value", "tally"),
    [
        ("2026-03-04", Tally(hit=1, gold=1, pred=1)),
        ("2026-03", Tally(hit=0.5, gold=1, pred=1)),
        ("2026-03-04T10", Tally(hit=0.5, gold=1, pred=1)),
        ("2026-03-05", Tally(hit=0, gold=1, pred=1)),
        (None, Tally(hit=0, gold=1, pred=0)),
    ],
)
def test_a_date_counts_half_where_one_is_a_prefix(shelling: Hit, value: str | None, tally: Tally) -> None:
    assert participants.dates(changed(shelling, date=EventDate(span=Span(0, 1), value=value))) == tally


def test_the_first_mention_with_a_date_dates_the_event(shelling: Hit) -> None:
    undated = msgspec.structs.replace(shelling.events[0], id="x", date=None)
    both = msgspec.structs.replace(shelling, events=(undated, *shelling.events))
    assert participants.dates(both).hit == 1


def test_a_date_that_the_gold_does_not_give_is_predicted_in_vain(shelling: Hit) -> None:
    undated = msgspec.structs.replace(shelling.gold, date=None)
    assert participants.dates(msgspec.structs.replace(shelling, gold=undated)) == Tally(hit=0, gold=0, pred=1)


def test_numbers_are_those_of_all_claims_and_must_be_equal(shelling: Hit, perfect: Reading) -> None:
    assert participants.numbers(shelling, perfect.claims) == Tally(hit=1, gold=1, pred=1)
    other = Quantity(what=Counted.INJURED, low=12, high=12, span=Span(0, 1))
    more = [msgspec.structs.replace(claim, numbers=(*claim.numbers, other)) for claim in perfect.claims]
    assert participants.numbers(shelling, more) == Tally(hit=1, gold=1, pred=2)
    assert participants.numbers(shelling, perfect.claims[:1]) == Tally(hit=0, gold=1, pred=0)
