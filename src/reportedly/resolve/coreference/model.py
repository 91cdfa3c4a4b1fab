"""The pairwise score: log odds of boosted trees over what any text gives, and weights of what a reading knows."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.resolve.coreference.evidence import KNOWN, TEXT, Setting, from_reading, from_text
from reportedly.resolve.coreference.sighting import Sighting
from reportedly.schema import Noun

_LEAF: Final = -1
_MOST: Final = 30.0


class Tree(Noun, frozen=True, kw_only=True):
    """One tree: at each node the number that is asked, its bound, and where to go; at a leaf (-1) what it adds."""

    asks: tuple[int, ...]
    bounds: tuple[float, ...]
    below: tuple[int, ...]
    above: tuple[int, ...]

    def adds(self, numbers: Sequence[float]) -> float:
        """What this tree adds to the log odds."""
        at = 0
        while self.asks[at] != _LEAF:
            at = self.below[at] if numbers[self.asks[at]] <= self.bounds[at] else self.above[at]
        return self.bounds[at]


class Model(Noun, frozen=True, kw_only=True):
    """The weights of the score.

    Attributes:
        provenance: what it was trained on and how, in words.
        text: the names of the numbers that the trees ask; they must be those that the code makes; `known` likewise.
        weights: one for each of `known`.
        threshold: mean log odds between two clusters from which on they are one.
        absent: log odds of a pair that was never looked at.
        plain: in which share of the topics trained on a stem was a trigger.

    Raises:
        ValueError: the names are not those of this version's evidence.
    """

    name: str
    version: int
    provenance: str
    text: tuple[str, ...]
    known: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float
    absent: float
    plain: dict[str, float]
    trees: tuple[Tree, ...]

    def __post_init__(self) -> None:
        if (self.text, self.known) != (TEXT, KNOWN) or len(self.weights) != len(KNOWN):
            raise ValueError("the weights are not those of this version's evidence; train them anew")

    @property
    def author(self) -> str:
        """The author of its judgements."""
        return f"model {self.name} {self.version}"

    def odds(self, one: Sighting, other: Sighting, setting: Setting) -> float:
        """The log odds that two sightings are one event."""
        numbers = from_text(one, other, setting, self.plain)
        known = zip(self.weights, from_reading(one, other), strict=True)
        return self.bias + sum(tree.adds(numbers) for tree in self.trees) + sum(weight * each for weight, each in known)


def probability(odds: float) -> float:
    """Log odds as a probability.

    Examples:
        >>> probability(0.0)
        0.5
    """
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, odds))))


@cache
def shipped() -> Model:
    """The model inside the package.

    Raises:
        KnowledgeError: the file is missing or does not fit this version.
    """
    try:
        return msgspec.json.decode(files(__package__).joinpath("model.json").read_bytes(), type=Model)
    except (FileNotFoundError, msgspec.MsgspecError) as problem:
        raise KnowledgeError(f"resolve/coreference/model.json: {problem}; reinstall the package") from problem
