"""Who rests on whom: by names, credits, links and text; over families, and case by case."""

from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evals.families import Family, families, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import Link, Reading, Rest, RestReason
from reports import TEXT, ministry, officials, one_event, outlet, told

SOME = tuple(islice(families(501), 150))
LONG = f"{TEXT} The mayor of the town had asked the night before for boats, bread and doctors, and got none of them."


def ties(*readings: Reading, links: tuple[Link, ...] = ()) -> tuple[Rest, ...]:
    shared = reuses(reading.article for reading in readings)
    return rests(readings, shared, [one_event(*readings)], links)


def texts(number: int) -> str:
    """Texts that share nothing."""
    return " ".join(f"word{number}x{at}" for at in range(40))


def test_an_outlet_named_in_a_chain_is_its_article_on_that_event() -> None:
    first = told("first", (officials(),), by="The Meridian Post", text=texts(1))
    second = told("second", (outlet("Meridian Post"), officials()), hours=2, text=texts(2))
    (tie,) = ties(second, first)
    assert (tie.article, tie.on, tie.outlet, tie.stub) == ("second", "first", "The Meridian Post", False)
    assert tie.reasons[0] is RestReason.CHAIN
    assert {RestReason.LATER, RestReason.EVENT} <= {*tie.reasons}


def test_an_outlet_without_an_article_is_a_stub() -> None:
    (tie,) = ties(told("a", (outlet("The Meridian Post"),)))
    assert (tie.on, tie.stub, tie.outlet) == ("outlet:meridian post", True, "The Meridian Post")


def test_an_article_of_the_outlet_on_another_event_or_of_a_later_day_is_not_meant() -> None:
    late = told("late", (officials(),), by="The Meridian Post", hours=90, text=texts(1))
    (tie,) = ties(told("a", (outlet("The Meridian Post"),), text=texts(2)), late)
    assert tie.stub
    a, other = told("a", (outlet("Post"),), text=texts(1), hours=2), told("b", (officials(),), by="Post", text=texts(2))
    assert [tie.stub for tie in rests([a, other], events=[one_event(a)])] == [True]


def test_of_several_articles_the_latest_before_is_meant() -> None:
    posts = [told(f"p{n}", (officials(),), by="Post", hours=n, text=texts(n)) for n in (1, 3, 9)]
    (tie,) = ties(*posts, told("a", (outlet("Post"),), hours=5, text=texts(20)))
    assert tie.on == "p3"


def test_the_later_of_two_copies_rests_on_the_earlier() -> None:
    (tie,) = ties(told("a", (), text=LONG), told("b", (), text=f"{LONG} So it goes.", hours=3))
    assert (tie.article, tie.on, tie.whole) == ("b", "a", True)
    assert tie.passages


def test_who_names_the_other_rests_on_it_whatever_the_clocks_say() -> None:
    early = told("early", (outlet("Post"),), text=LONG)
    (tie,) = ties(early, told("late", (officials(),), by="Post", text=f"{LONG} So it goes.", hours=1))
    assert (tie.article, tie.on) == ("early", "late")


def test_two_that_credit_one_agency_rest_on_it_and_not_on_each_other() -> None:
    made = ties(told("a", (), text=LONG, wire="Reuters"), told("b", (), text=f"{LONG} So.", wire="Reuters", hours=1))
    assert {(tie.article, tie.on) for tie in made} == {("a", "outlet:reuters"), ("b", "outlet:reuters")}


def test_an_early_copy_without_a_credit_is_the_agencys_as_well() -> None:
    bare, credited = told("a", (), text=LONG), told("b", (), text=f"{LONG} So.", wire="Reuters", hours=1)
    assert {(tie.article, tie.on) for tie in ties(bare, credited)} == {("a", "outlet:reuters"), ("b", "outlet:reuters")}


def test_a_link_is_a_tie() -> None:
    first, second = told("first", (), text=texts(1)), told("second", (), text=texts(2), hours=1)
    (tie,) = ties(first, second, links=(Link(article="second", url="http://www.first.example/news/?from=b"),))
    assert (tie.article, tie.on, tie.reasons[0]) == ("second", "first", RestReason.LINK)


@pytest.mark.parametrize(("hop", "count"), [(ministry(), 0), (officials(), 1)])
def test_the_same_quotation_is_a_tie_only_where_nobody_can_have_heard_it_too(hop: object, count: int) -> None:
    said = "“We counted what we could by torchlight until help came from the other bank of the river,” "
    first = told("a", (hop,), text=said + texts(1))  # type: ignore[arg-type]
    second = told("b", (hop,), text=said + texts(2), hours=1)  # type: ignore[arg-type]
    assert len(ties(first, second)) == count


def test_two_outlets_that_cite_each_other_are_no_circle() -> None:
    first = told("a", (outlet("Second"), officials()), by="First", text=texts(1))
    second = told("b", (outlet("First"),), by="Second", text=texts(2), hours=1)
    (tie,) = ties(first, second)
    assert (tie.article, tie.on) == ("b", "a")


def linked(one: Family) -> tuple[Rest, ...]:
    return rests([each.reading for each in one.articles], reuses(each.article for each in one.articles), one.events)


def test_nine_of_ten_ties_of_families_are_found_the_right_way_round() -> None:
    right = all_ = made = true = 0
    for one in SOME:
        above = {each.article.id: set(each.rests_on) for each in one.articles}
        for ends in above.values():
            for _ in range(5):
                ends |= {on for parent in tuple(ends) for on in above.get(parent, ())}
        found = {(tie.article, tie.on) for tie in linked(one)}
        for each in one.articles:
            for parent in each.rests_on:
                if parent in above:
                    all_ += 1
                    right += any((each.article.id, on) in found for on in above[each.article.id])
        real = [(article, on) for article, on in found if on in above]
        made += len(real)
        true += sum(on in above[article] or bool(above[article] & above[on]) for article, on in real)
    assert right / all_ >= 0.93
    assert true / made >= 0.88


@settings(max_examples=30)
@given(st.integers(0, 400), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_nothing_rests_on_itself_in_the_end(number: int, dice: Random) -> None:
    one = family(77, number)
    readings = [each.reading for each in one.articles]
    shared = list(reuses(each.article for each in one.articles))
    first = rests(readings, shared, one.events)
    dice.shuffle(readings)
    dice.shuffle(shared)
    assert rests(readings, shared, one.events) == first
    on: dict[str, set[str]] = {}
    for tie in first:
        on.setdefault(tie.article, set()).add(tie.on)
    for start, ends in on.items():
        reached = set(ends)
        for _ in range(len(on)):
            reached |= {end for each in reached for end in on.get(each, ())}
        assert start not in reached
