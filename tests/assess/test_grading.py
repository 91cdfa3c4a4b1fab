"""Letters and digits, and the laws between them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.corroboration import effective, fewest
from reportedly.assess.grading import Prior, credibility, grades, prior, reliability
from reportedly.schema import (
    Contradiction,
    ContradictionKind,
    Corroboration,
    Counted,
    Disagreement,
    GradeOverride,
    HopKind,
    Origin,
    Position,
    Reliability,
    Status,
    TrackRecord,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def origin(id_: str, kind: HopKind = HopKind.OFFICIAL, **about: Any) -> Origin:
    return Origin(**{"id": id_, "kind": kind, "name": id_, "claims": (), **about})


def agreement(*some: Origin, status: Status = Status.OCCURRED, across: bool | None = None) -> Corroboration:
    return Corroboration(
        event="e", status=status, articles=("a",), outlets=("A",), origins=some, low=fewest(some), high=len(some),
        effective=effective(some), sides=tuple(sorted({each.side for each in some if each.side})), across=across,
        sentence="1 article of 1 outlet.",
    )  # fmt: skip


def digit(*some: Origin, denied: tuple[Origin, ...] = ()) -> str:
    against = agreement(*denied, status=Status.DENIED) if denied else None
    return credibility(agreement(*some), against)[0].value


def people(count: int, *, of: int = 0) -> tuple[Origin, ...]:
    """Strangers of different countries."""
    return tuple(origin(f"p{of + n}", HopKind.PERSON, side=f"XA{chr(65 + of + n)}") for n in range(count))


def test_one_origin_is_possible_two_are_probable_three_of_two_sides_confirm() -> None:
    assert [digit(*people(count)) for count in (1, 2, 3)] == ["3", "2", "1"]


def test_three_of_one_side_are_probable_unless_a_document_is_among_them() -> None:
    same = tuple(origin(f"p{n}", HopKind.PERSON, side="USA") for n in range(3))
    assert digit(*same) == "2"
    assert digit(*same[:2], origin("order", HopKind.DOCUMENT)) == "1"


def test_unnamed_people_alone_confirm_nothing() -> None:
    hidden = tuple(origin(f"o{side}", side=side, anonymous=True) for side in ("USA", "IRN", "FRA"))
    assert digit(*hidden) == "2"
    assert digit(*hidden, *people(1)) == "1"


def test_behind_reportedly_is_nobody() -> None:
    assert digit(origin("x", HopKind.UNNAMED, name="", anonymous=True)) == "6"


def test_a_denial_makes_it_doubtful_and_two_make_it_improbable() -> None:
    assert digit(*people(1), denied=people(1, of=9)) == "4"
    assert digit(*people(3), denied=people(1, of=9)) == "2"
    assert digit(*people(1), denied=people(2, of=9)) == "5"


def test_a_number_in_dispute_is_a_reason_and_moves_nothing() -> None:
    position = Position(value="4", origins=(), claims=())
    dispute = Contradiction(
        event="e", kind=ContradictionKind.NUMBER, what=Counted.KILLED, disagreement=Disagreement.DISPUTE,
        positions=(position, position), reasons=(),
    )  # fmt: skip
    found, reasons = credibility(agreement(*people(2)), None, [dispute])
    assert found == "2"
    assert reasons[-1] == "killed in dispute"


sides = st.sampled_from(["USA", "IRN", "IRQ", None])
drawn = st.builds(
    lambda number, kind, side, hidden: origin(f"o{number}", kind, side=side, anonymous=hidden),
    st.integers(0, 999), st.sampled_from([HopKind.OFFICIAL, HopKind.PERSON, HopKind.DOCUMENT]), sides, st.booleans(),
)  # fmt: skip
crowds = st.lists(drawn, max_size=8, unique_by=lambda each: each.id)


@given(crowds, crowds)
def test_one_more_independent_origin_never_makes_it_worse(some: list[Origin], denied: list[Origin]) -> None:
    new = origin("new", HopKind.PERSON, side="FRA")
    if some:
        assert digit(*some, new, denied=tuple(denied)) <= digit(*some, denied=tuple(denied))


@pytest.mark.parametrize(
    ("who", "what", "letter"),
    [
        (origin("outlet:reuters", HopKind.OUTLET), Prior.AGENCY, "B"),
        (origin("outlet:tass", HopKind.OUTLET), Prior.STATE_MEDIA, "D"),
        (origin("outlet:meridian post", HopKind.OUTLET), Prior.UNKNOWN, "F"),
        (origin("two officials", anonymous=True), Prior.UNNAMED, "F"),
        (origin("residents", HopKind.WITNESS, anonymous=True), Prior.WITNESS, "C"),
        (origin("USA/defence"), Prior.OFFICIAL, "C"),
        (origin("order", HopKind.DOCUMENT), Prior.DOCUMENT, "B"),
    ],
)
def test_before_any_history_the_letter_is_that_of_the_kind(who: Origin, what: Prior, letter: str) -> None:
    assert prior(who) is what
    found = reliability(who)
    assert found.reliability == letter
    assert what in found.reasons[0]


@pytest.mark.parametrize(
    ("counts", "letter"),
    [
        ((4, 0, 0), "C"),
        ((5, 0, 0), "B"),
        ((60, 1, 0), "A"),
        ((3, 7, 0), "D"),
        ((2, 8, 0), "E"),
        ((2, 8, 8), "C"),
        ((0, 30, 0), "E"),
    ],
)
def test_a_history_moves_the_letter(counts: tuple[int, int, int], letter: str) -> None:
    confirmed, contradicted, corrected = counts
    record = TrackRecord(source="m", confirmed=confirmed, contradicted=contradicted, corrected=corrected)
    assert reliability(origin("m"), record).reliability == letter


@given(st.integers(0, 60), st.integers(0, 60))
def test_one_more_confirmed_claim_never_lowers_a_letter_that_a_history_gave(right: int, wrong: int) -> None:
    if right + wrong >= 5:
        before, after = (
            reliability(origin("m"), TrackRecord(source="m", confirmed=right + more, contradicted=wrong)).reliability
            for more in (0, 1)
        )
        assert after <= before


def test_who_cannot_be_judged_is_judged_once_there_is_a_history() -> None:
    hidden = origin("two officials", anonymous=True)
    assert reliability(hidden, TrackRecord(source="two officials", confirmed=9)).reliability == "B"


def test_the_grade_is_that_of_the_best_origin_and_lists_all() -> None:
    (one,) = grades([agreement(origin("x", anonymous=True), origin("order", HopKind.DOCUMENT))])
    assert (one.reliability, [each.reliability for each in one.sources]) == ("B", ["F", "B"])
    assert one.reasons[0] == "1 article of 1 outlet."


def test_the_latest_override_holds_and_the_computed_grade_stays() -> None:
    made = [
        GradeOverride(
            event="e", status=Status.OCCURRED, reliability=letter, note="we know them", author="desk",
            at=NOW.replace(day=day),
        )
        for letter, day in ((Reliability.A, 9), (Reliability.E, 2))
    ]  # fmt: skip
    (one,) = grades([agreement(origin("m"))], overrides=made)
    assert (one.shown, one.reliability) == ("A3", "C")
    assert one.override is not None
    assert one.override.note == "we know them"


def test_a_denial_is_graded_itself_and_weighs_on_what_it_denies() -> None:
    occurred, denied = grades([agreement(*people(1)), agreement(*people(1, of=9), status=Status.DENIED)])
    assert (occurred.credibility, denied.credibility) == ("4", "3")
