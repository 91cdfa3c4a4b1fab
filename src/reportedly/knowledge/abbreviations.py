"""The words whose full stop does not end a sentence, and those that tell whether it does."""

from functools import cache

from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class Abbreviations(Noun, frozen=True, kw_only=True):
    """Sets of words in lower case, without their last full stop; the data file says what each set means."""

    source: str
    licence: str
    version: int
    before_name: frozenset[str]
    before_number: frozenset[str]
    inside: frozenset[str]
    final: frozenset[str]
    clock: frozenset[str]
    places: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]
    marks: frozenset[str]
    spoken: frozenset[str]
    clock_follows: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The abbreviations of English news prose, read once.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("abbreviations.yaml", Abbreviations)
