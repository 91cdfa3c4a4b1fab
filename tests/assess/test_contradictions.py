"""Numbers, statuses, places and dates that disagree; updates are told from disputes."""

from itertools import islice
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.contradictions import contradictions
from reportedly.assess.corroboration import corroborate
from reportedly.evals.families import Family, Role, families, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import (
    Claim,
    Contradiction,
    ContradictionKind,
    EventDate,
    EventPlace,
    PlacePrecision,
    Reading,
    Span,
    Status,
)
from reports import ministry, officials, one_event, told


def found(*readings: Reading) -> tuple[Contradiction, ...]:
    events = [one_event(*readings)]
    return contradictions(readings, events, corroborate(readings, (), events))


def texts(number: int) -> str:
    return " ".join(f"word{number}x{at}" for at in range(40))


def number(id_: str, killed: float, hours: int, country: str = "IRQ") -> Reading:
    return told(id_, (ministry(country),), killed=killed, hours=hours, text=texts(hours))


def test_a_toll_that_rises_at_one_source_is_an_update() -> None:
    (one,) = found(number("a", 4, 0), number("b", 6, 5))
    assert (one.kind, one.what, one.disagreement) == ("number", "killed", "update")
    assert [each.value for each in one.positions] == ["4", "6"]
    assert one.positions[0].origins == ("IRQ/defence",)
    assert one.reasons == ("4, then 6: the same origin gives both",)


def test_a_toll_that_another_source_raises_later_is_an_update() -> None:
    (one,) = found(number("a", 4, 0), told("b", (officials("IRQ"),), killed=6, hours=5, text=texts(5)))
    assert one.disagreement == "update"


def test_a_lower_count_of_another_source_later_is_a_dispute() -> None:
    (one,) = found(number("a", 6, 0), told("b", (officials("IRQ"),), killed=2, hours=5, text=texts(5)))
    assert one.disagreement == "dispute"
    assert "lower count" in one.reasons[0]


def test_counts_of_two_sides_are_a_dispute_whichever_is_higher() -> None:
    (one,) = found(number("a", 4, 0, "IRN"), number("b", 80, 9, "USA"))
    assert (one.disagreement, one.reasons) == ("dispute", ("4, then 80: from different sides",))


def test_without_clocks_it_is_neither_for_sure() -> None:
    bare = [
        msgspec.structs.replace(
            each, article=msgspec.structs.replace(each.article, published_at=None, date_source=None)
        )
        for each in (number("a", 4, 0), told("b", (officials("IRQ"),), killed=6, text=texts(5)))
    ]
    (one,) = found(*bare)
    assert one.disagreement == "unsure"


@pytest.mark.parametrize(("low", "high", "approx", "count"), [(4, None, False, 0), (5, 5, True, 1), (5.5, 7, True, 0)])
def test_ranges_that_meet_are_no_contradiction(low: float, high: float | None, approx: bool, count: int) -> None:
    other = number("b", 6, 5)

    def widened(claim: Claim) -> Claim:
        numbers = tuple(msgspec.structs.replace(n, low=low, high=high, approx=approx) for n in claim.numbers)
        return msgspec.structs.replace(claim, numbers=numbers)

    first = number("a", 6, 0)
    changed = msgspec.structs.replace(first, claims=tuple(map(widened, first.claims)))
    assert len(found(changed, other)) == count


def test_a_denial_is_a_dispute_and_keeps_what_it_denies() -> None:
    said, denied = told("a", (ministry("USA"),)), told("b", (ministry("IRN"),), status=Status.DENIED, text=texts(2))
    (one,) = found(said, denied)
    assert (one.kind, one.disagreement, one.reasons) == ("status", "dispute", ("denied by IRN/defence",))
    assert {each.value for each in one.positions} == {"occurred", "denied"}


def test_what_was_planned_and_then_occurred_is_no_contradiction() -> None:
    assert found(told("a", (), status=Status.PLANNED), told("b", (), text=texts(2))) == ()


def test_averted_and_occurred_do_not_go_together() -> None:
    (one,) = found(told("a", (), status=Status.AVERTED), told("b", (), text=texts(2)))
    assert one.kind is ContradictionKind.STATUS


def placed(id_: str, name: str, country: str | None, lat: float) -> Reading:
    one = told(id_, (), text=texts(ord(id_)))
    place = EventPlace(
        span=Span(0, 4), entity=name, name=name, country=country, lat=lat, lon=44, precision=PlacePrecision.EXACT
    )
    return msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], places=(place,)),))


def test_two_countries_are_a_dispute() -> None:
    (one,) = found(placed("a", "Lind", "IRQ", 33), placed("b", "Oster", "SYR", 33))
    assert [each.value for each in one.positions] == ["IRQ", "SYR"]


def test_two_places_far_apart_are_a_dispute_and_two_near_ones_are_not() -> None:
    (one,) = found(placed("a", "Lind", "IRQ", 33), placed("b", "Oster", "IRQ", 35))
    assert {each.value for each in one.positions} == {"Lind", "Oster"}
    assert found(placed("a", "Lind", "IRQ", 33), placed("b", "Oster", "IRQ", 33.2)) == ()


def dated(id_: str, day: str) -> Reading:
    one = told(id_, (), text=texts(ord(id_)))
    when = EventDate(span=Span(0, 4), value=day, earliest=day, latest=day)
    return msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], date=when),))


def test_days_that_do_not_meet_are_a_dispute() -> None:
    (one,) = found(dated("a", "2026-03-01"), dated("b", "2026-03-04"))
    assert (one.kind, [each.value for each in one.positions]) == ("date", ["2026-03-01", "2026-03-04"])
    assert found(dated("a", "2026-03-01"), dated("b", "2026-03-02")) == ()


def of_family(one: Family) -> tuple[Contradiction, ...]:
    readings = [each.reading for each in one.articles]
    ties = rests(readings, reuses(each.article for each in one.articles), one.events)
    return contradictions(readings, one.events, corroborate(readings, ties, one.events))


def test_updates_and_disputes_of_families_are_told_apart() -> None:
    right = count = 0
    for one in islice(families(701), 250):
        roles = {each.role for each in one.articles if any(claim.numbers for claim in each.reading.claims)}
        if len(one.events) > 1 or not roles & {Role.UPDATE, Role.DISPUTE}:
            continue
        for each in of_family(one):
            if each.what == "killed":
                count += 1
                right += each.disagreement == ("dispute" if Role.DISPUTE in roles else "update")
    assert count > 10
    assert right / count >= 0.85


@settings(max_examples=30)
@given(st.integers(0, 300), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(number: int, dice: Random) -> None:
    one = family(79, number)
    readings = [each.reading for each in one.articles]
    agreements = corroborate(readings, (), one.events)
    first = contradictions(readings, one.events, agreements)
    mixed = readings * 2
    dice.shuffle(mixed)
    assert contradictions(mixed, one.events[::-1] * 2, agreements[::-1]) == first
