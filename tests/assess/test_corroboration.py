"""How many origins there are: case by case, over families, and the laws."""

from itertools import islice
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.corroboration import corroborate, effective, fewest
from reportedly.evals.families import Family, families, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import Corroboration, Hop, HopKind, Origin, Reading, Rest, RestReason, Status
from reports import TEXT, ministry, officials, one_event, outlet, told

SOME = tuple(islice(families(601), 200))


def texts(number: int) -> str:
    """Texts that share nothing."""
    return " ".join(f"word{number}x{at}" for at in range(40))


def agreed(*readings: Reading, ties: tuple[Rest, ...] | None = None) -> Corroboration:
    """The agreement on what occurred."""
    if ties is None:
        ties = rests(readings, reuses(each.article for each in readings), [one_event(*readings)])
    return next(each for each in corroborate(readings, ties, [one_event(*readings)]) if each.status == "occurred")


def bounds(found: Corroboration) -> tuple[int, int]:
    return found.low, found.high


def test_fourteen_reports_of_one_report_have_one_origin() -> None:
    first = told("first", (officials(),), by="The Meridian Post", text=texts(0))
    others = [told(f"r{n}", (outlet("Meridian Post"), officials()), hours=n, text=texts(n)) for n in range(1, 14)]
    found = agreed(first, *others)
    assert bounds(found) == (1, 1)
    assert found.effective == 1
    assert found.sentence == "14 articles of 14 outlets, 1 origin: two officials (unnamed) through The Meridian Post."


def test_the_same_without_the_first_report() -> None:
    found = agreed(*(told(f"r{n}", (outlet("Meridian Post"), officials()), text=texts(n)) for n in range(4)))
    assert bounds(found) == (1, 1)
    assert found.origins[0].outlet == "Meridian Post"


def test_unnamed_officials_through_two_outlets_are_one_or_two() -> None:
    found = agreed(told("a", (officials(),), text=texts(1)), told("b", (officials(),), text=texts(2)))
    assert bounds(found) == (1, 2)
    assert 1 < found.effective < 1.3
    assert "1 to 2 origins" in found.sentence


def test_unnamed_officials_of_two_countries_are_two() -> None:
    found = agreed(told("a", (officials("USA"),), text=texts(1)), told("b", (officials("IRQ"),), text=texts(2)))
    assert bounds(found) == (2, 2)
    assert found.sides == ("IRQ", "USA")


def test_a_named_source_is_one_origin_whoever_quotes_it() -> None:
    found = agreed(*(told(f"a{n}", (ministry(),), text=texts(n)) for n in range(5)))
    assert bounds(found) == (1, 1)
    assert len(found.origins[0].claims) == 5


def test_an_outlet_that_says_nothing_of_its_sources_stands_for_them_until_another_shows_them() -> None:
    blind = told("a", (outlet("Post"),), text=texts(1))
    assert [each.id for each in agreed(blind).origins] == ["outlet:post"]
    seeing = told("b", (outlet("Post"), officials()), text=texts(2))
    assert [each.id for each in agreed(blind, seeing).origins] == ["official:USA@post"]


def test_what_an_article_says_itself_is_its_source_s_where_it_quotes_one() -> None:
    assert [each.id for each in agreed(told("a", (), (ministry(),))).origins] == ["IRQ/defence"]
    assert [each.kind for each in agreed(told("a", ())).origins] == [HopKind.OUTLET]


def test_words_that_came_with_the_text_are_the_first_outlet_s() -> None:
    first = told("a", (officials(),), by="First", text=TEXT)
    copy = told("b", (officials(),), by="Second", text=f"{TEXT} So.", hours=3)
    found = agreed(first, copy)
    assert [(each.outlet, len(each.claims)) for each in found.origins] == [("First", 2)]


def test_two_outlets_that_cite_each_other_are_not_followed_for_ever() -> None:
    first = told("a", (outlet("Second"),), by="First", text=texts(1))
    second = told("b", (outlet("First"),), by="Second", text=texts(2), hours=1)
    found = agreed(first, second)
    assert found.high == 1


def test_sides_that_act_against_each_other_agree_or_not() -> None:
    one = told("a", (ministry("USA"),), text=texts(1))
    assert agreed(one).across is False
    found = agreed(one, told("b", (ministry("IRN"),), text=texts(2)))
    assert found.across is True
    assert found.sentence.endswith("; sides that act against each other agree.")


def test_a_denial_is_counted_apart() -> None:
    said, denied = told("a", (ministry("USA"),)), told("b", (ministry("IRN"),), status=Status.DENIED, text=texts(2))
    found = corroborate([said, denied], (), [one_event(said, denied)])
    assert [(each.status, each.high) for each in found] == [("occurred", 1), ("denied", 1)]


def test_readings_that_are_not_at_hand_are_left_out() -> None:
    event = one_event(told("a", (ministry(),)), told("gone", (officials(),)))
    (found,) = corroborate([told("a", (ministry(),))], (), [event])
    assert found.articles == ("a",)


def gathered(one: Family) -> tuple[list[Reading], tuple[Rest, ...]]:
    readings = [each.reading for each in one.articles]
    return readings, rests(readings, reuses(each.article for each in one.articles), one.events)


def test_the_origins_of_families_are_counted_right() -> None:
    count = exact = near = over = 0
    for one in SOME:
        readings, ties = gathered(one)
        found = {(each.event, each.status): each for each in corroborate(readings, ties, one.events)}
        for truth in one.origins:
            low, high = bounds(found[truth.event, truth.status])
            count += 1
            exact += (low, high) == (truth.low, truth.high)
            near += max(abs(low - truth.low), abs(high - truth.high)) <= 1
            over += low > truth.low or high > truth.high
    assert exact / count >= 0.88
    assert near / count >= 0.97
    assert over / count <= 0.05


some_families = st.integers(0, 300).map(lambda number: family(78, number))


@settings(max_examples=40)
@given(some_families, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(one: Family, dice: Random) -> None:
    readings, ties = gathered(one)
    first = corroborate(readings, ties, one.events)
    mixed, links, events = readings * 2, list(ties) * 2, list(one.events) * 2
    for each in (mixed, links, events):
        dice.shuffle(each)
    assert corroborate(mixed, links, events) == first


@settings(max_examples=40)
@given(some_families, st.data())
def test_a_re_report_adds_no_origin(one: Family, data: st.DataObject) -> None:
    readings, ties = gathered(one)
    parent = data.draw(st.sampled_from(readings))
    if parent.article.outlet is None or not parent.claims:
        return
    hop = Hop(kind=HopKind.OUTLET, name=parent.article.outlet)
    again = told("again", (), by="The Late Relay", text=parent.article.text)
    claims = tuple(
        msgspec.structs.replace(claim, chain=(hop, *(each for each in claim.chain if each.kind != "outlet")))
        for claim in parent.claims
    )
    article = msgspec.structs.replace(again.article, published_at=parent.article.published_at)
    again = msgspec.structs.replace(again, article=article, events=parent.events, claims=claims)
    tie = Rest(article="again", on=parent.article.id, score=0.9, reasons=(RestReason.CHAIN,))
    events = [
        msgspec.structs.replace(
            event,
            members=event.members
            + tuple(
                msgspec.structs.replace(ref, article="again")
                for ref in event.members
                if ref.article == parent.article.id
            ),
        )
        for event in one.events
    ]
    before = corroborate(readings, ties, one.events)
    after = corroborate([*readings, again], (*ties, tie), events)
    assert [(each.event, each.status, *bounds(each)) for each in after] == [
        (each.event, each.status, *bounds(each)) for each in before
    ]
    assert [each.effective for each in after] == [each.effective for each in before]


@settings(max_examples=40)
@given(some_families)
def test_an_independent_origin_never_lowers_anything(one: Family) -> None:
    readings, ties = gathered(one)
    first = one.events[0]
    status = next(claim.status for each in readings for claim in each.claims if claim.event == first.members[0].event)
    new = told("new", (Hop(kind=HopKind.PERSON, name="Ada Norlund", entity="person:ada-norlund"),), status=status)
    ref = msgspec.structs.replace(first.members[0], article="new", event="e1")
    events = [msgspec.structs.replace(first, members=(*first.members, ref)), *one.events[1:]]
    before = {(each.event, each.status): each for each in corroborate(readings, ties, one.events)}
    for after in corroborate([*readings, new], ties, events):
        old = before[after.event, after.status]
        added = after.event == first.id and after.status is status
        assert after.high == old.high + added
        assert after.low >= old.low
        assert after.effective >= old.effective


def origin(
    number: int, *, anonymous: bool = False, side: str | None = None, kind: HopKind = HopKind.OFFICIAL
) -> Origin:
    return Origin(id=f"o{number}", kind=kind, name="x", side=side, anonymous=anonymous, claims=())


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["USA", "IRN", None])), max_size=25))
def test_the_effective_number_lies_between_one_and_all_and_one_more_stranger_never_lowers_it(
    drawn: list[tuple[bool, str | None]],
) -> None:
    some = [origin(n, anonymous=hidden, side=side) for n, (hidden, side) in enumerate(drawn)]
    number = effective(some)
    assert min(1, len(some)) <= number <= len(some)
    assert effective([*some, origin(99, kind=HopKind.PERSON)]) >= number
    assert fewest(some) <= len(some)


@pytest.mark.parametrize(("count", "number"), [(1, 1.0), (2, 1.9048), (3, 2.7273)])
def test_strangers_count_nearly_in_full(count: int, number: float) -> None:
    assert effective([origin(n, kind=HopKind.PERSON) for n in range(count)]) == number


def test_unnamed_people_of_whom_nothing_is_told_may_be_anybody_but_staff() -> None:
    hidden = origin(1, anonymous=True, kind=HopKind.UNNAMED)
    assert fewest([hidden]) == 1
    assert fewest([hidden, origin(2, side="USA")]) == 1
    assert fewest([hidden, origin(2, kind=HopKind.OUTLET)]) == 2
