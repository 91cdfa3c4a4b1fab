"""The index of tension: every bar can be computed again from the events listed, and not one article more counts."""

from datetime import datetime, timedelta
from math import fsum, isclose

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasts import NATION, RIVAL, planned, said
from reportedly.assess.situation import Material, view
from reportedly.assess.tension import held, tension, weight_of
from reportedly.knowledge.tension import tension_weights
from reportedly.schema import (
    AssessedEvent,
    ClaimRef,
    CommonEvent,
    Credibility,
    EventRef,
    EventType,
    Grade,
    History,
    Reading,
    Reliability,
    Scope,
    Status,
    Step,
    StepKind,
    Telling,
    Tension,
)
from reports import START, ministry, officials, one_event, outlet

DYAD = Scope(sides=(NATION, RIVAL))
WEIGHTS = tension_weights()
NOW = START + timedelta(days=30)


def assessed(
    id_: str,
    digit: Credibility,
    days: float,
    status: Status = Status.OCCURRED,
    type_: EventType = EventType.ASSAULT,
    mode: str | None = None,
) -> AssessedEvent:
    """An event of the dyad that was first published so many days before now."""
    told = Telling(claim=ClaimRef(article="a", claim="c"))
    step = Step(status=status, kind=StepKind.FIRST, at=NOW - timedelta(days=days), reason="first", tellings=(told,))
    grade = Grade(event=id_, status=status, reliability=Reliability.F, credibility=digit, sources=(), reasons=())
    return AssessedEvent(
        id=id_, type=type_, mode=mode, dyads=(DYAD,), places=("XCA", "Ravensmoor"), articles=(f"article of {id_}",),
        history=History(event=id_, status=status, steps=(step,)), grades=(grade,),
    )  # fmt: skip


def of(*readings: Reading, as_of: datetime = NOW) -> Tension:
    events = view(Material(readings, [one_event(*readings)]), as_of).events
    return tension(events, DYAD, as_of)


events_drawn = st.lists(
    st.builds(
        assessed, st.uuids().map(str), st.sampled_from(Credibility), st.floats(0, 80), st.sampled_from(Status),
        st.sampled_from(EventType),
    ),
    max_size=12,
)  # fmt: skip


@given(events_drawn)
def test_contributions_sum_exactly_to_the_index_in_any_order(some: list[AssessedEvent]) -> None:
    bar = tension(some, DYAD, NOW)
    assert bar.index == fsum(each.weight for each in bar.contributions if each.weight > 0)
    assert bar.easing == fsum(each.weight for each in bar.contributions if each.weight < 0)
    for each in bar.contributions:
        assert each.weight == weight_of(each)
        event = next(one for one in some if one.id == each.event)
        assert each.severity == WEIGHTS.severity(event.type, event.mode)
        assert each.standing == WEIGHTS.standing(each.status)
        assert each.credibility == WEIGHTS.share(each.digit)
        assert isclose(each.decay, 0.5 ** ((NOW - each.since) / timedelta(days=7)), rel_tol=1e-12)
    assert tension([*some[::-1], *some], DYAD, NOW) == bar


@given(events_drawn)
def test_what_cannot_be_judged_is_listed_and_is_no_number(some: list[AssessedEvent]) -> None:
    bar = tension(some, DYAD, NOW)
    unknown = {each.id for each in some if each.grades[0].credibility is Credibility.UNKNOWN}
    assert set(bar.unjudged) == unknown
    assert unknown.isdisjoint(each.event for each in bar.contributions)


def test_half_is_left_after_a_week_and_nothing_after_eight() -> None:
    confirmed = Credibility.CONFIRMED
    found = [tension([assessed("e", confirmed, days)], DYAD, NOW).index for days in (0, 7, 14, 56, 57)]
    assert found == [10, 5, 2.5, 10 / 256, 0]


def test_status_and_digit_weigh() -> None:
    def index(status: Status, digit: Credibility) -> float:
        return tension([assessed("e", digit, 0, status)], DYAD, NOW).index

    assert index(Status.PLANNED, Credibility.CONFIRMED) == 5
    assert index(Status.OCCURRED, Credibility.POSSIBLE) == 5
    assert index(Status.AVERTED, Credibility.DOUBTFUL) == pytest.approx(0.6)
    assert index(Status.DENIED, Credibility.CONFIRMED) == 0


def test_what_eases_is_summed_apart() -> None:
    attack = assessed("e", Credibility.CONFIRMED, 0)
    talks = assessed("f", Credibility.CONFIRMED, 0, type_=EventType.RETREAT, mode="ceasefire")
    bar = tension([attack, talks], DYAD, NOW)
    assert (bar.index, bar.easing) == (10, -8)


def test_only_events_of_the_scope_count() -> None:
    some = [assessed("e", Credibility.CONFIRMED, 0)]
    found = {place: tension(some, Scope(place=place), NOW).index for place in ("XCA", "Ravensmoor", "XOR")}
    assert found == {"XCA": 10, "Ravensmoor": 10, "XOR": 0}
    assert tension(some, Scope(sides=("FRA", "ITA")), NOW).contributions == ()
    assert tension(some, Scope(), NOW).index == 10


def test_who_only_backs_a_group_takes_part_by_half() -> None:
    event = msgspec.structs.replace(assessed("e", Credibility.CONFIRMED, 0), dyads=(), backed=(DYAD,))
    (one,) = tension([event], DYAD, NOW).contributions
    assert (one.share, one.weight) == (0.5, 5)


def test_a_state_that_cannot_be_judged_leaves_the_one_before() -> None:
    event = assessed("e", Credibility.POSSIBLE, 3, Status.PLANNED)
    rumour = msgspec.structs.replace(event.history.steps[0], status=Status.OCCURRED, kind=StepKind.CHANGE)
    for digit in (Credibility.UNKNOWN, Credibility.IMPROBABLE):
        grade = msgspec.structs.replace(event.grades[0], status=Status.OCCURRED, credibility=digit)
        past = msgspec.structs.replace(event.history, steps=(*event.history.steps, rumour))
        state = held(msgspec.structs.replace(event, history=past, grades=(*event.grades, grade)), WEIGHTS)
        assert state is not None
        assert state.status is Status.PLANNED


def test_what_was_averted_weighs_less_than_what_was_planned() -> None:
    plan = planned(day="2026-03-05")
    before = of(plan, as_of=START + timedelta(hours=5))
    after = of(
        plan, said("b", 4, (Status.AVERTED, (officials(NATION),)), by="Paper a"), as_of=START + timedelta(hours=5)
    )
    assert 0 < after.index < before.index


def test_more_articles_from_the_same_origin_change_nothing() -> None:
    first = said("a", 0, (Status.OCCURRED, (ministry(NATION),)), day="2026-03-01", by="The Post")
    more = [
        said(f"m{at}", at + 1, (Status.OCCURRED, (outlet("The Post"), ministry(NATION))), day="2026-03-01")
        for at in range(40)
    ]
    alone, loud = of(first), of(first, *more)
    assert (alone.index, alone.contributions) == (loud.index, loud.contributions)
    assert (alone.articles, loud.articles) == (1, 41)


def test_an_old_event_told_late_has_faded() -> None:
    late = of(said("a", 24 * 29, (Status.OCCURRED, (ministry(NATION),)), day="2019-05-01"))
    assert (late.index, late.contributions) == (0, ())


def test_misreadings_of_copies_do_not_outvote_the_origin() -> None:
    first = said("a", 0, (Status.OCCURRED, (ministry(NATION),)))
    wrong = [
        said(f"w{at}", 1 + at, (Status.OCCURRED, (ministry(NATION),)), type_=EventType.ACCUSE, mode=None)
        for at in range(5)
    ]
    (event,) = view(Material([first, *wrong], [one_event(first, *wrong)]), NOW).events
    assert event.type is EventType.ASSAULT


def test_two_events_of_one_article_are_two() -> None:
    one, two = planned("a"), planned("b")
    events = [
        CommonEvent(id=each.article.id, members=(EventRef(article=each.article.id, event="e1"),)) for each in (one, two)
    ]
    found = tension(view(Material([one, two], events), NOW).events, DYAD, NOW)
    assert [each.event for each in found.contributions] == ["a", "b"]
