"""What histories, forces and situations hold themselves to."""

from datetime import date, datetime

import pytest

from reportedly.schema import (
    Anomaly,
    ClaimRef,
    Counted,
    CountModel,
    History,
    Level,
    LevelKind,
    Scope,
    Situation,
    Span,
    Status,
    Step,
    StepKind,
    Strength,
    Telling,
)

TOLD = Telling(claim=ClaimRef(article="a", claim="c"))


def test_a_step_is_told_by_somebody() -> None:
    with pytest.raises(ValueError, match="nobody tells"):
        Step(status=Status.PLANNED, kind=StepKind.FIRST, reason="", tellings=())


def test_days_are_two_and_in_order() -> None:
    with pytest.raises(ValueError, match="first and a last day"):
        Telling(claim=TOLD.claim, earliest="2026-03-01")
    with pytest.raises(ValueError, match="may not begin"):
        Step(
            status=Status.PLANNED, kind=StepKind.FIRST, reason="", tellings=(TOLD,), earliest="2026-03-02",
            latest="2026-03-01",
        )  # fmt: skip


def test_a_history_knows_whether_it_is_denied() -> None:
    step = Step(status=Status.DENIED, kind=StepKind.DENIAL, reason="", tellings=(TOLD,))
    assert History(event="e", status=None, steps=(step,)).denied
    assert not History(event="e", status=None, steps=()).denied


@pytest.mark.parametrize("sides", [("IRN",), ("USA", "IRN"), ("IRN", "IRN"), ("A", "B", "C")])
def test_a_dyad_has_two_sides_in_order(sides: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two different sides"):
        Scope(sides=sides)


def test_a_scope_is_a_dyad_or_a_place() -> None:
    with pytest.raises(ValueError, match="not both"):
        Scope(sides=("IRN", "USA"), place="IRQ")


def test_a_level_has_an_article_and_bounds_in_order() -> None:
    with pytest.raises(ValueError, match="needs an article"):
        Level(kind=LevelKind.LEVEL, low=1, high=1, source="x", articles=(), span=Span(0, 1))
    with pytest.raises(ValueError, match="before it begins"):
        Level(kind=LevelKind.LEVEL, low=2, high=1, source="x", articles=("a",), span=Span(0, 1))
    with pytest.raises(ValueError, match="before it begins"):
        Strength(holder="x", what=Counted.TROOPS, low=2, high=1, levels=())


@pytest.mark.parametrize(("p", "last", "problem"), [(1.5, 2, "between 0 and 1"), (0.5, 1, "before it begins")])
def test_an_anomaly_is_a_probability_of_a_period(p: float, last: int, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Anomaly(
            scope=Scope(), first=date(2026, 3, 2), last=date(2026, 3, last), count=1, expected=1.0, periods=9,
            model=CountModel.POISSON, p=p, q=0.5, tested=1, events=(),
        )  # fmt: skip


def test_a_situation_is_of_a_moment_in_utc() -> None:
    with pytest.raises(ValueError, match="in UTC"):
        Situation(scope=Scope(), as_of=datetime(2026, 3, 1))  # noqa: DTZ001
