from datetime import UTC, datetime
from typing import Any

import pytest

from reportedly.schema import Judgement, JudgementKind, Verdict

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def judgement(**changes: Any) -> Judgement:
    given = {
        "kind": JudgementKind.EVENT,
        "left": "a",
        "right": "b",
        "verdict": Verdict.SAME,
        "reasons": ("one place, one day",),
        "author": "person desk",
        "judged_at": NOON,
    }
    return Judgement(**{**given, **changes})


def test_a_judgement_says_who_and_why() -> None:
    assert judgement(score=0.5).reasons == ("one place, one day",)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"left": "b"}, "smaller id first"),
        ({"score": 1.5}, "between 0 and 1"),
        ({"reasons": ()}, "needs a reason"),
        ({"judged_at": datetime(2026, 3, 11)}, "aware and in UTC"),  # noqa: DTZ001 - that is what is refused
    ],
)
def test_a_judgement_that_cannot_be_weighed_is_an_error(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        judgement(**changes)
