"""Counts out of the ordinary: known values, calibration, control of false discoveries, and no alarm from volume."""

from datetime import datetime, timedelta
from math import comb, isclose
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.anomaly import adjusted, anomalies, beta_negative_binomial_tail, surprise
from reportedly.schema import (
    AssessedEvent,
    ClaimRef,
    CountModel,
    Credibility,
    EventType,
    Grade,
    History,
    Reliability,
    Scope,
    Status,
    Step,
    StepKind,
    Telling,
)
from reports import START

NOW = START + timedelta(weeks=30)
counts = st.integers(0, 40)


def test_at_size_one_the_tail_has_a_closed_form() -> None:
    # A geometric whose chance is beta: P(X >= k) = B(a, b + k) / B(a, b), for whole numbers a ratio of binomials.
    for alpha, beta, k in ((3, 2, 1), (3, 2, 4), (7, 1, 3), (2, 5, 10)):
        exact = comb(alpha + beta - 1, alpha) / comb(alpha + beta + k - 1, alpha)
        assert isclose(beta_negative_binomial_tail(k, 1, alpha, beta), exact, rel_tol=1e-9)


@pytest.mark.parametrize(("count", "mean", "tail"), [(5, 2, 0.052653), (1, 0.5, 0.393469), (10, 4, 0.008132)])
def test_with_much_evidence_and_a_large_size_it_is_poisson(count: int, mean: float, tail: float) -> None:
    size, evidence = 1e5, 1e3
    found = beta_negative_binomial_tail(count, size, size * evidence, mean * evidence)
    assert found == pytest.approx(tail, rel=0.02)


def test_with_much_evidence_it_is_negative_binomial() -> None:
    # Size 2, chance 1/2: P(X >= 3) = 1 - (1/4 + 1/4 + 3/16).
    assert beta_negative_binomial_tail(3, 2, 1e6, 1e6) == pytest.approx(5 / 16, abs=1e-5)


@pytest.mark.parametrize("bad", [(0, 1, 1), (1, -1, 1), (1, 1, 0)])
def test_parameters_are_above_nought(bad: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        beta_negative_binomial_tail(1, *bad)


def test_benjamini_and_hochberg_by_hand() -> None:
    assert adjusted([0.01, 0.04, 0.03, 0.5]) == pytest.approx((0.04, 0.16 / 3, 0.16 / 3, 0.5))
    assert adjusted([]) == ()
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([1.5])


@given(st.lists(st.floats(0, 1), max_size=20))
def test_q_keeps_the_order_of_p_and_is_never_smaller(some: list[float]) -> None:
    found = adjusted(some)
    assert all(q >= p or isclose(q, p) for p, q in zip(some, found, strict=True))
    ranked = [q for _, q in sorted(zip(some, found, strict=True))]
    assert ranked == sorted(ranked)


@given(counts, st.lists(counts, min_size=2, max_size=30))
def test_more_events_are_more_surprising_and_the_order_of_weeks_tells_nothing(count: int, past: list[int]) -> None:
    found = surprise(count, past)
    assert surprise(count + 1, past).p <= found.p + 1e-9
    assert isclose(surprise(count, past[::-1]).p, found.p, rel_tol=1e-9)


def test_bursts_before_make_a_burst_less_surprising() -> None:
    calm, bursty = [2] * 20, [0, 0, 0, 8, 0] * 4
    assert surprise(9, bursty).p > 20 * surprise(9, calm).p
    assert (surprise(9, calm).model, surprise(9, bursty).model) == (CountModel.POISSON, CountModel.NEGATIVE_BINOMIAL)
    with pytest.raises(ValueError, match="two periods"):
        surprise(1, [1])


def test_false_alarms_stay_below_the_level_in_calm_times() -> None:
    dice = Random(5)  # noqa: S311
    alarms = 0
    for _ in range(60):
        shares = []
        for _ in range(20):
            rate = dice.choice((0.1, 0.5, 2.0))
            weeks = [sum(dice.random() < rate / 40 for _ in range(40)) for _ in range(27)]
            shares.append(surprise(weeks[-1], weeks[:-1]).p)
        alarms += min(adjusted(shares)) <= 0.05
    assert alarms / 60 <= 0.05


def event(id_: str, weeks: float, sides: tuple[str, str] = ("XOR", "XTA"), articles: int = 1) -> AssessedEvent:
    """A possible attack between two sides so many weeks before now."""
    told = Telling(claim=ClaimRef(article="a", claim="c"))
    at = NOW - timedelta(weeks=weeks)
    step = Step(status=Status.OCCURRED, kind=StepKind.FIRST, at=at, reason="first", tellings=(told,))
    grade = Grade(
        event=id_, status=Status.OCCURRED, reliability=Reliability.F, credibility=Credibility.POSSIBLE, sources=(),
        reasons=(),
    )  # fmt: skip
    return AssessedEvent(
        id=id_, type=EventType.ASSAULT, dyads=(Scope(sides=sides),),
        articles=tuple(f"{id_}.{number}" for number in range(articles)),
        history=History(event=id_, status=Status.OCCURRED, steps=(step,)), grades=(grade,),
    )  # fmt: skip


def year(now: int, *, every: int = 2, articles: int = 1) -> list[AssessedEvent]:
    """An event every other week, and so many in the last."""
    past = [event(f"p{week}", week + 0.5) for week in range(1, 28, every)]
    return past + [event(f"n{number}", 0.5, articles=articles) for number in range(now)]


def found(some: list[AssessedEvent], as_of: datetime = NOW, **about: int) -> list[int]:
    return [each.count for each in anomalies(some, as_of, **about)]


def test_a_burst_is_an_anomaly_with_its_events() -> None:
    (one,) = anomalies(year(9), NOW)
    assert (one.count, one.scope.sides, one.tested, one.periods) == (9, ("XOR", "XTA"), 1, 26)
    assert one.events == tuple(f"n{number}" for number in range(9))
    assert one.expected == pytest.approx(0.5)
    assert one.q <= 0.05


def test_media_volume_alone_is_no_alarm() -> None:
    assert found(year(1, articles=400)) == []


def test_two_events_are_never_an_alarm_however_rare() -> None:
    past = [event("old", 25)]
    assert found([*past, event("a", 0.1, ("FRA", "ITA")), event("b", 0.2, ("FRA", "ITA"))]) == []
    assert found([*past, *(event(f"c{n}", 0.2, ("FRA", "ITA")) for n in range(4))]) == [4]


def test_a_short_history_tells_nothing() -> None:
    assert found([event("a", 5), *(event(f"n{number}", 0.5) for number in range(20))]) == []


def test_many_quiet_scopes_raise_the_bar() -> None:
    quiet = [event(f"q{n}", 3, ("AAA", f"B{n:02}")) for n in range(90)]
    alone = anomalies(year(5), NOW)
    among = anomalies([*year(5), *quiet], NOW)
    q_among = among[0].q if among else 1.0
    assert alone[0].q < q_among


def test_what_is_improbable_or_comes_later_is_not_counted() -> None:
    some = year(9)
    doubted = [
        msgspec.structs.replace(
            each, grades=(msgspec.structs.replace(each.grades[0], credibility=Credibility.IMPROBABLE),)
        )
        for each in some
    ]
    assert found(doubted) == []
    assert found(some, NOW - timedelta(days=4)) == []


def test_order_and_repetition_change_nothing() -> None:
    assert anomalies(year(9)[::-1] * 2, NOW) == anomalies(year(9), NOW)


def test_a_period_has_a_day() -> None:
    with pytest.raises(ValueError, match="a day"):
        anomalies([], NOW, days=0)
