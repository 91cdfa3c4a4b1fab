from typing import Any

import pytest

from reportedly.schema import Claim, Counted, Figure, Quantity, Span, Status

HERE = Span(0, 4)


def claim(**given: Any) -> Claim:
    sure = {"certainty": 1.0, "confidence": 1.0}
    return Claim(**{"id": "c1", "event": "e1", "status": Status.PLANNED, "content": HERE, **sure, **given})


def test_a_claim_without_a_chain_is_the_outlets_own() -> None:
    assert claim().chain == ()


@pytest.mark.parametrize("name", ["certainty", "confidence"])
@pytest.mark.parametrize("value", [0.0, 0.5, 1.0, 1])
def test_certainty_and_confidence_lie_between_none_and_all(name: str, value: float) -> None:
    assert getattr(claim(**{name: value}), name) == value


@pytest.mark.parametrize("name", ["certainty", "confidence"])
@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf")])
def test_any_other_certainty_or_confidence_is_an_error(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"'c1': {name} must lie between 0 and 1"):
        claim(**{name: value})


@pytest.mark.parametrize("noun", [Quantity, Figure])
@pytest.mark.parametrize(("low", "high"), [(12, 12), (0, 999), (12, None), (None, 40), (None, None), (2.5, 3)])
def test_a_number_is_a_range_that_may_be_open(noun: type, low: float | None, high: float | None) -> None:
    made = noun(what=Counted.KILLED, low=low, high=high, span=HERE)
    assert (made.low, made.high) == (low, high)


@pytest.mark.parametrize("noun", [Quantity, Figure])
@pytest.mark.parametrize(("low", "high"), [(float("nan"), None), (None, float("inf")), (float("-inf"), 3)])
def test_a_bound_that_is_not_finite_is_an_error(noun: type, low: float | None, high: float | None) -> None:
    with pytest.raises(ValueError, match="must be finite"):
        noun(what=Counted.KILLED, low=low, high=high, span=HERE)


@pytest.mark.parametrize("noun", [Quantity, Figure])
def test_a_number_that_ends_before_it_begins_is_an_error(noun: type) -> None:
    with pytest.raises(ValueError, match="got 12 to 11"):
        noun(what=Counted.KILLED, low=12, high=11, span=HERE)
