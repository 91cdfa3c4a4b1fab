"""Planned, averted, occurred: changes, looks back and denials, on two clocks."""

from itertools import islice
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from pasts import NATION, RIVAL, planned, ravensmoor, said
from reportedly.assess.corroboration import corroborate
from reportedly.assess.grading import grades
from reportedly.assess.timeline import histories, in_event_time, surely_published
from reportedly.evals.families import Family, families, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import DatePrecision, EventDate, History, Reading, Span, Status, StepKind
from reports import START, ministry, officials, one_event, outlet


def history(*readings: Reading) -> History:
    events = [one_event(*readings)]
    agreements = corroborate(readings, (), events)
    (found,) = histories(readings, events, agreements, grades(agreements))
    return found


def steps(*readings: Reading) -> list[tuple[str, str]]:
    return [(step.kind.value, step.status.value) for step in history(*readings).steps]


OTHERS = (ministry("FRA"),)


def test_planned_averted_occurred_are_changes() -> None:
    found = history(
        planned(day="2026-03-05"),
        said("b", 9, (Status.AVERTED, (officials(NATION),)), day="2026-03-05"),
        said("c", 200, (Status.OCCURRED, OTHERS), day="2026-03-09"),
    )
    assert [(step.kind, step.status) for step in found.steps] == [
        (StepKind.FIRST, Status.PLANNED), (StepKind.CHANGE, Status.AVERTED), (StepKind.CHANGE, Status.OCCURRED),
    ]  # fmt: skip
    assert found.status is Status.OCCURRED
    assert [step.earliest for step in found.steps] == ["2026-03-05", "2026-03-05", "2026-03-09"]


def test_what_was_planned_is_looked_back_upon_once_it_occurred() -> None:
    assert steps(
        planned(), said("b", 5, (Status.OCCURRED, OTHERS)), said("c", 9, (Status.PLANNED, OTHERS))
    ) == [("first", "planned"), ("change", "occurred"), ("look back", "planned")]


def test_a_plan_for_a_later_day_than_the_one_averted_is_a_change() -> None:
    averted = said("b", 5, (Status.AVERTED, OTHERS), day="2026-03-05")
    assert steps(planned(day="2026-03-05"), averted, said("c", 9, (Status.PLANNED, OTHERS), day="2026-03-20")) == [
        ("first", "planned"), ("change", "averted"), ("change", "planned"),
    ]  # fmt: skip


def test_a_plan_after_one_averted_without_a_day_is_unsure_unless_its_origin_said_so_before() -> None:
    averted = said("b", 5, (Status.AVERTED, OTHERS))
    assert steps(planned(), averted, said("c", 9, (Status.PLANNED, OTHERS)))[-1] == ("unsure", "planned")
    again = said("c", 9, (Status.PLANNED, (ministry(NATION),)))
    first = said("a", 0, (Status.PLANNED, (ministry(NATION),)))
    assert steps(first, averted, again)[-1] == ("look back", "planned")


def test_an_article_that_tells_the_end_looks_back_on_the_beginning() -> None:
    both = said("c", 9, (Status.PLANNED, OTHERS), (Status.AVERTED, OTHERS))
    averted = said("b", 5, (Status.AVERTED, (officials(NATION),)))
    assert steps(planned(), averted, both) == [("first", "planned"), ("change", "averted"), ("look back", "planned")]


def test_averted_after_it_occurred_is_against_it_unless_its_day_lies_before() -> None:
    occurred = said("a", 0, (Status.OCCURRED, OTHERS), day="2026-03-09")
    assert steps(occurred, said("b", 9, (Status.AVERTED, (officials(NATION),))))[-1] == ("against", "averted")
    before = said("b", 9, (Status.AVERTED, (officials(NATION),)), day="2026-03-05")
    assert steps(occurred, before)[-1] == ("look back", "averted")


def test_warnings_and_threats_stand_beside_a_plan() -> None:
    found = steps(
        planned(), said("b", 2, (Status.WARNED, OTHERS)), said("c", 3, (Status.THREATENED, (ministry(RIVAL),))),
        said("d", 4, (Status.HYPOTHETICAL, ())),
    )  # fmt: skip
    assert [kind for kind, _ in found] == ["first", "beside", "beside", "beside"]


def test_a_denial_keeps_what_it_denies_and_changes_no_status() -> None:
    found = history(planned(), said("b", 4, (Status.DENIED, (ministry(RIVAL),))))
    assert (found.status, found.denied) == (Status.PLANNED, True)
    assert [len(step.tellings) for step in found.steps] == [1, 1]
    alone = history(said("b", 4, (Status.DENIED, (ministry(RIVAL),))))
    assert (alone.status, alone.denied) == (None, True)


def test_what_its_own_origin_denies_beside_is_no_change() -> None:
    torn = said("b", 5, (Status.DENIED, (ministry(RIVAL),)), (Status.OCCURRED, (ministry(RIVAL),)))
    found = history(planned(), torn)
    assert [(step.kind.value, step.status.value) for step in found.steps] == [
        ("first", "planned"), ("denial", "denied"), ("unsure", "occurred"),
    ]  # fmt: skip
    assert found.status is Status.PLANNED


def test_without_a_clock_a_later_stage_is_unsure() -> None:
    bare = said("b", 9, (Status.OCCURRED, OTHERS))
    bare = msgspec.structs.replace(
        bare, article=msgspec.structs.replace(bare.article, published_at=None, date_source=None)
    )
    assert steps(planned(), bare) == [("first", "planned"), ("unsure", "occurred")]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    one = planned()
    odd = EventDate(span=Span(0, 4), value="-0099", earliest="-0099-01-01", latest="-0099-12-31")
    one = msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], date=odd),))
    assert history(one).steps[0].earliest is None


def test_where_only_the_day_is_known_an_article_is_surely_there_at_its_end() -> None:
    article = planned().article
    assert surely_published(article) == START
    by_day = msgspec.structs.replace(article, date_precision=DatePrecision.DAY)
    assert str(surely_published(by_day)) == "2026-03-01 23:59:59+00:00"


def test_the_attack_on_ravensmoor_has_its_history_on_two_clocks() -> None:
    found = history(*ravensmoor())
    assert [(step.kind.value, step.status.value, len(step.tellings)) for step in found.steps] == [
        ("first", "planned", 1), ("change", "averted", 2), ("look back", "planned", 2), ("denial", "denied", 2),
        ("change", "occurred", 1), ("look back", "averted", 1),
    ]  # fmt: skip
    first = found.steps[0]
    assert (str(first.at)[:16], first.earliest, first.grade) == ("2026-03-10 21:00", "2026-03-09", "F5")
    assert first.tellings[0].origins == ("official:XOR@meridian post",)
    assert [step.status.value for step in in_event_time(found)] == [
        "planned", "averted", "planned", "averted", "occurred", "denied",
    ]  # fmt: skip


def of_family(one: Family) -> tuple[History, ...]:
    readings = [each.reading for each in one.articles]
    ties = rests(readings, reuses(each.article for each in one.articles), one.events)
    agreements = corroborate(readings, ties, one.events)
    return histories(readings, one.events, agreements, grades(agreements))


def test_families_that_plan_or_deny_or_update_have_no_false_changes() -> None:
    kinds = set()
    for one in islice(families(703), 120):
        for found in of_family(one):
            assert StepKind.CHANGE not in {step.kind for step in found.steps}
            assert {step.status for step in found.steps} == {
                claim.status
                for ref in next(each.members for each in one.events if each.id == found.event)
                for article in one.articles
                if article.article.id == ref.article
                for claim in article.reading.claims
                if claim.event == ref.event
            }
            kinds |= {(step.kind, step.status) for step in found.steps}
    assert {(StepKind.FIRST, Status.PLANNED), (StepKind.DENIAL, Status.DENIED)} <= kinds


def moved_on(one: Family, ends: list[Status]) -> list[Reading]:
    """A family whose event was planned, with accounts of its own of what came of it."""
    readings = [each.reading for each in one.articles]
    last = max(reading.article.published_at for reading in readings if reading.article.published_at is not None)
    for at, status in enumerate(ends, 1):
        new = said(f"end{at}", 0, (status, (ministry("FRA"),)))
        when = last.replace(year=last.year + at)
        readings.append(
            msgspec.structs.replace(new, article=msgspec.structs.replace(new.article, published_at=when))
        )
    return readings


def test_planned_families_move_on_and_later_copies_are_no_changes() -> None:
    right = count = 0
    for number in range(60):
        one = family(705, number)
        if len(one.events) > 1 or {c.status for a in one.articles for c in a.reading.claims} != {Status.PLANNED}:
            continue
        ends = [Status.AVERTED, Status.OCCURRED][: 1 + number % 2]
        readings = moved_on(one, ends)
        copy = msgspec.structs.replace(readings[0], article=msgspec.structs.replace(readings[0].article, id="late"))
        late = readings[-1].article.published_at
        assert late is not None
        copy = msgspec.structs.replace(
            copy, article=msgspec.structs.replace(copy.article, published_at=late.replace(year=late.year + 1))
        )
        refs = [(r.article.id, r.events[0].id) for r in (*readings, copy)]
        event = one_event()
        members = tuple(type(one.events[0].members[0])(article=a, event=e) for a, e in refs)
        events = [msgspec.structs.replace(event, members=members)]
        some = [*readings, copy]
        ties = rests(some, reuses(each.article for each in some), events)
        agreements = corroborate(some, ties, events)
        (found,) = histories(some, events, agreements)
        count += 1
        right += found.status is ends[-1] and found.steps[-1].kind is StepKind.LOOK_BACK
    assert count >= 10
    assert right == count


@settings(max_examples=30)
@given(st.integers(0, 300), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing_and_no_claim_is_lost(number: int, dice: Random) -> None:
    one = family(83, number)
    readings = [each.reading for each in one.articles]
    agreements = corroborate(readings, (), one.events)
    first = histories(readings, one.events, agreements)
    mixed = readings * 2
    dice.shuffle(mixed)
    assert histories(mixed, one.events[::-1] * 2, agreements[::-1]) == first
    kept = [told.claim for each in first for step in each.steps for told in step.tellings]
    assert len(kept) == len(set(kept)) == sum(len(reading.claims) for reading in readings)


COURSES = (
    (Status.PLANNED, Status.AVERTED, Status.OCCURRED),
    (Status.PLANNED, Status.OCCURRED),
    (Status.WARNED, Status.PLANNED, Status.ONGOING, Status.OCCURRED),
    (Status.PLANNED, Status.AVERTED, Status.PLANNED, Status.AVERTED),
    (Status.THREATENED, Status.AVERTED, Status.PLANNED, Status.OCCURRED),
)


@settings(max_examples=60)
@given(st.sampled_from(COURSES), st.data())
def test_a_course_is_found_again_among_late_reports(course: tuple[Status, ...], data: st.DataObject) -> None:
    readings: list[Reading] = []
    plans = 0
    for at, status in enumerate(course):
        # What lies ahead again after it was averted is meant for another day.
        plans += status in {Status.PLANNED, Status.THREATENED} and Status.AVERTED in course[:at]
        day = f"2026-03-{10 + 5 * plans}"
        chain = (ministry(f"X{'ABCD'[at]}A"),)
        readings.append(said(f"n{at}", 100 * at, (status, chain), day=day))
        for late in data.draw(st.lists(st.integers(0, at), max_size=3)):
            told = course[late]
            first = next(each for each in readings if each.article.id == f"n{late}")
            hours = 100 * at + data.draw(st.integers(1, 90))
            when = first.events[0].date
            assert when is not None
            name = f"l{len(readings)}"
            again = (told, (outlet(f"Paper n{late}"), *first.claims[0].chain))
            readings.append(said(name, hours, again, day=when.value))
    denials = [said("d", data.draw(st.integers(0, 400)), (Status.DENIED, (ministry(RIVAL),)))]
    found = history(*readings, *denials)
    moves = [step.status for step in found.steps if step.kind in {StepKind.FIRST, StepKind.CHANGE}]
    assert moves == list(course)
    assert found.status is course[-1]
    assert found.denied
