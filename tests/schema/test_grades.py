"""What is refused, and which grade holds."""

from datetime import UTC, datetime
from typing import Any

import pytest

from reportedly.schema import (
    Contradiction,
    ContradictionKind,
    Credibility,
    Disagreement,
    Grade,
    GradeOverride,
    Reliability,
    Status,
    TrackRecord,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OCCURRED: dict[str, Any] = {"event": "e", "status": Status.OCCURRED}


def by_hand(**changed: Any) -> GradeOverride:
    return GradeOverride(**{**OCCURRED, "note": "read the order", "author": "desk", "at": NOW, **changed})


def test_a_contradiction_of_one_is_none() -> None:
    with pytest.raises(ValueError, match="two positions"):
        Contradiction(
            event="e", kind=ContradictionKind.DATE, disagreement=Disagreement.UNSURE, positions=(), reasons=()
        )


@pytest.mark.parametrize("counts", [{"confirmed": -1}, {"contradicted": 1, "corrected": 2}])
def test_a_record_that_does_not_add_up_is_refused(counts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="does not add up"):
        TrackRecord(source="s", **counts)


@pytest.mark.parametrize("changed", [{"note": " ", "credibility": Credibility.CONFIRMED}, {}])
def test_an_override_needs_a_note_and_something_to_set(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="needs a note"):
        by_hand(**changed)


def test_an_override_s_moment_is_aware() -> None:
    with pytest.raises(ValueError, match="in UTC"):
        by_hand(at=NOW.replace(tzinfo=None), credibility=Credibility.CONFIRMED)


def test_a_person_s_letter_or_digit_holds_and_what_was_computed_stays() -> None:
    plain = Grade(**OCCURRED, reliability=Reliability.C, credibility=Credibility.POSSIBLE, sources=(), reasons=())
    assert plain.shown == "C3"
    over = Grade(
        **OCCURRED, reliability=Reliability.C, credibility=Credibility.POSSIBLE, sources=(), reasons=(),
        override=by_hand(credibility=Credibility.CONFIRMED),
    )  # fmt: skip
    assert (over.shown, over.credibility) == ("C1", "3")
