"""The words of time and the rules that put them together."""

from functools import cache

from reportedly.knowledge.datafile import load
from reportedly.knowledge.quantities import RuleText
from reportedly.schema import Noun


class TimeRules(Noun, frozen=True, kw_only=True):
    """The whole of `timex_rules.yaml`; its head says what each part means."""

    source: str
    licence: str
    version: int
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    parts: dict[str, str]
    ordinals: dict[str, int]
    decades: dict[str, int]
    shifts: dict[str, int]
    days: dict[str, int]
    modifiers: dict[str, str]
    guesses: dict[str, int]
    sets: dict[str, str]
    holidays: dict[str, tuple[int, ...]]
    classes: dict[str, frozenset[str]]
    core: tuple[str, ...]
    proper: frozenset[str]
    not_after: frozenset[str]
    named_after: frozenset[str]
    remembered: dict[str, int]
    remembered_by: frozenset[str]
    leads: dict[str, str]
    sayings: frozenset[str]
    reports: frozenset[str]
    hearers: frozenset[str]
    shapes: dict[str, str]
    phrases: dict[str, str]
    rules: tuple[RuleText, ...]


@cache
def time_rules() -> TimeRules:
    """The words and rules of time, read once.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("timex_rules.yaml", TimeRules)
