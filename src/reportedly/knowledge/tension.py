"""What an event weighs in the index of tension: tables of weights, each with its reason."""

from collections.abc import Sequence
from functools import cache
from math import isfinite

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import load
from reportedly.schema import MODES, Credibility, EventType, Noun, Status


class TypeWeight(Noun, frozen=True, kw_only=True):
    """What a type weighs, and why."""

    type: EventType
    weight: float
    why: str


class ModeWeight(Noun, frozen=True, kw_only=True):
    """What a mode weighs, where that differs from its type."""

    type: EventType
    mode: str
    weight: float
    why: str


class StatusWeight(Noun, frozen=True, kw_only=True):
    """Which share of its weight an event has in a status."""

    status: Status
    weight: float
    why: str


class DigitWeight(Noun, frozen=True, kw_only=True):
    """Which share of its weight an event has by the digit of its grade."""

    digit: Credibility
    weight: float
    why: str


class Constant(Noun, frozen=True, kw_only=True):
    """One number, and why."""

    weight: float
    why: str


class TensionWeights(Noun, frozen=True, kw_only=True):
    """The whole of `tension.yaml`; its head says what each part means.

    Raises:
        ValueError: a type, mode, status or digit is given twice, a mode belongs to no type, 6 has a number, a share is
            not between 0 and 1, or a number is not finite.
    """

    source: str
    licence: str
    version: int
    types: tuple[TypeWeight, ...]
    modes: tuple[ModeWeight, ...]
    statuses: tuple[StatusWeight, ...]
    credibility: tuple[DigitWeight, ...]
    backed: Constant
    half_life_days: Constant
    horizon: Constant

    def __post_init__(self) -> None:
        _check_once([each.type for each in self.types])
        _check_once([each.status for each in self.statuses])
        _check_once([each.digit for each in self.credibility])
        _check_once([f"{each.type} {each.mode}" for each in self.modes])
        if any(each.mode not in MODES[each.type] for each in self.modes):
            raise ValueError("a mode belongs to no type")
        if any(each.digit is Credibility.UNKNOWN for each in self.credibility):
            raise ValueError("6 cannot be judged and has no number")
        shares = [*(each.weight for each in self.statuses), *(each.weight for each in self.credibility)]
        if not all(0 <= each <= 1 for each in (*shares, self.backed.weight)):
            raise ValueError("the shares of statuses, digits and groups lie between 0 and 1")
        if not all(map(isfinite, (*(each.weight for each in self.types), *(each.weight for each in self.modes)))):
            raise ValueError("a weight must be finite")
        if self.half_life_days.weight <= 0 or self.horizon.weight <= 0:
            raise ValueError("the half-life and the horizon must be more than 0")

    def severity(self, type_: EventType, mode: str | None) -> float:
        """The weight of a mode, else of its type.

        Raises:
            KnowledgeError: the type has none.
        """
        of_mode = next((each.weight for each in self.modes if (each.type, each.mode) == (type_, mode)), None)
        found = of_mode if of_mode is not None else next((o.weight for o in self.types if o.type is type_), None)
        return _there(found, type_)

    def standing(self, status: Status) -> float:
        """The share of a status.

        Raises:
            KnowledgeError: the status has none.
        """
        return _there(next((each.weight for each in self.statuses if each.status is status), None), status)

    def share(self, digit: Credibility) -> float | None:
        """The share of a digit; None for 6, which cannot be judged.

        Raises:
            KnowledgeError: another digit has none.
        """
        if digit is Credibility.UNKNOWN:
            return None
        return _there(next((each.weight for each in self.credibility if each.digit is digit), None), digit)


@cache
def tension_weights() -> TensionWeights:
    """The weights, read once.

    Raises:
        KnowledgeError: the data file is damaged, or a type, status or digit is missing in it.
    """
    found = load("tension.yaml", TensionWeights)
    check_whole(found)
    return found


def check_whole(weights: TensionWeights) -> None:
    """Hold tables to all types, statuses and digits but 6.

    Raises:
        KnowledgeError: one has no weight.
    """
    for type_ in EventType:
        weights.severity(type_, None)
    for status in Status:
        weights.standing(status)
    for digit in Credibility:
        weights.share(digit)


def _there(weight: float | None, what: str) -> float:
    if weight is None:
        raise KnowledgeError(f"the weights of tension have none for {what}; add one with its reason")
    return weight


def _check_once(given: Sequence[str]) -> None:
    if len(set(given)) < len(given):
        raise ValueError(f"one of {', '.join(given)} is given twice")
