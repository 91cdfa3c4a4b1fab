from collections.abc import Callable

import pytest

from reportedly.collect import refusals
from reportedly.schema import FetchOutcome, Issue

SHOWN = {
    FetchOutcome.CAPTCHA: "Please verify you are a human",
    FetchOutcome.CONSENT: "Before you continue: accept all",
    FetchOutcome.PAYWALL: "Subscribe to read. Already a subscriber?",
    FetchOutcome.GONE: "404",
    FetchOutcome.FAILED: "You need to enable JavaScript to run this app",
}


@pytest.mark.parametrize("outcome", SHOWN)
def test_a_wall_is_told_from_its_words(issue: Callable[..., Issue], outcome: FetchOutcome) -> None:
    assert refusals.wall(SHOWN[outcome]) is outcome
    assert refusals.outcome(issue(f"<html><body><p>{SHOWN[outcome]}</p></body></html>")) is outcome


def test_what_is_no_wall_is_none(issue: Callable[..., Issue]) -> None:
    assert refusals.wall("Shells fell on the town.") is None
    assert refusals.wall("captcha " * 1000) is None
    assert refusals.outcome(issue("<html><body><p>Nothing here</p></body></html>")) is None
