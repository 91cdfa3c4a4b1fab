"""Feasts whose day moves from year to year: Easter by its rule, the others by tables."""

from datetime import date
from enum import StrEnum
from functools import cache

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class EasterRule(StrEnum):
    """Which church's Easter a feast is counted from."""

    WESTERN = "western"
    ORTHODOX = "orthodox"


class Feast(Noun, frozen=True, kw_only=True):
    """One feast; the head of `feasts.yaml` says what the fields mean.

    Raises:
        ValueError: it has neither or both of `easter` and `starts`, or lasts no day.
    """

    names: tuple[str, ...]
    days: int
    slack: int = 0
    unit: str = "day"
    easter: int | None = None
    rule: EasterRule = EasterRule.WESTERN
    starts: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if (self.easter is None) != bool(self.starts) or self.days < 1 or self.slack < 0:
            raise ValueError(f"{self.names[:1]} needs days, and either days after Easter or a table of first days")


class FeastFile(Noun, frozen=True, kw_only=True):
    """The whole of `feasts.yaml`."""

    source: str
    licence: str
    version: int
    feasts: tuple[Feast, ...]


@cache
def feasts() -> dict[str, tuple[Feast, ...]]:
    """The feasts by each of their names, in lower case; a name may belong to two.

    Raises:
        KnowledgeError: the data file is damaged, or a table is out of order.
    """
    named: dict[str, list[Feast]] = {}
    for feast in load("feasts.yaml", FeastFile).feasts:
        if list(feast.starts) != sorted(set(feast.starts)):
            raise KnowledgeError(f"knowledge/data/feasts.yaml: the days of {feast.names[0]!r} are out of order")
        for name in feast.names:
            named.setdefault(name, []).append(feast)
    return {name: tuple(found) for name, found in named.items()}
