"""The words of numbers: what they are worth, what bounds them, what they count."""

from functools import cache

from reportedly.knowledge.datafile import load
from reportedly.schema import Counted, Noun


class RuleText(Noun, frozen=True, kw_only=True):
    """A pattern over words, as `extract/wordrules.py` describes them, under a name."""

    name: str
    pattern: str


class NumberValues(Noun, frozen=True, kw_only=True):
    """What number words are worth; `hundred`, `dozen` and `scales` multiply what stands before them."""

    small: dict[str, int]
    tens: dict[str, int]
    hundred: dict[str, int]
    dozen: dict[str, int]
    scales: dict[str, int]


class NumberBounds(Noun, frozen=True, kw_only=True):
    """Phrases before a number, by what they make of it."""

    least: tuple[str, ...]
    more: tuple[str, ...]
    most: tuple[str, ...]
    most_about: tuple[str, ...]
    less: tuple[str, ...]
    about: tuple[str, ...]


class Currencies(Noun, frozen=True, kw_only=True):
    """ISO 4217 codes by symbol, by word, and by the country named before a word ("Lebanese pounds")."""

    symbols: dict[str, str]
    words: dict[str, str]
    national: dict[str, str]


class QuantityWords(Noun, frozen=True, kw_only=True):
    """The whole of `quantities.yaml`; its head says what each part means."""

    source: str
    licence: str
    version: int
    values: NumberValues
    plurals: dict[str, tuple[int, int]]
    few: dict[str, tuple[int, int]]
    handful: tuple[int, int]
    bounds: NumberBounds
    currencies: Currencies
    measures: dict[str, str]
    changes: dict[str, float]
    fractions: dict[str, int]
    rises: frozenset[str]
    durations: frozenset[str]
    months: frozenset[str]
    labels: frozenset[str]
    shapes: dict[str, str]
    phrases: dict[str, str]
    rules: tuple[RuleText, ...]
    counted: dict[Counted, frozenset[str]]
    people_endings: tuple[str, ...]
    things: frozenset[str]
    craft: frozenset[str]
    compounds: dict[str, Counted]
    auxiliaries: frozenset[str]
    acts: dict[Counted, tuple[str, ...]]


@cache
def quantity_words() -> QuantityWords:
    """The words of numbers, read once.

    Raises:
        KnowledgeError: the data file is damaged, or names a kind that the codebook does not know.
    """
    return load("quantities.yaml", QuantityWords)
