"""The weights of the pairwise score: a logistic model, shipped as `weights.json` with where it came from."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.resolve.coreference.evidence import FEATURES
from reportedly.schema import Noun


class Weights(Noun, frozen=True, kw_only=True):
    """A logistic model over the evidence on a pair.

    Attributes:
        provenance: what it was trained on, with which figures, in words.
        features: the names of the numbers; they must be those of `FEATURES`.
        threshold: mean log odds between two clusters from which on they are one.
        absent: log odds of a pair that was never a candidate.

    Raises:
        ValueError: the names are not those that the code makes, or their count is not that of the weights.
    """

    name: str
    version: int
    provenance: str
    features: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float
    absent: float

    def __post_init__(self) -> None:
        if self.features != FEATURES or len(self.weights) != len(FEATURES):
            raise ValueError("the weights are not those of this version's evidence; train them anew")

    @property
    def author(self) -> str:
        """The author of its judgements."""
        return f"model {self.name} {self.version}"

    def odds(self, numbers: Sequence[float]) -> float:
        """The log odds that a pair is one event."""
        return self.bias + sum(weight * number for weight, number in zip(self.weights, numbers, strict=True))

    def why(self, numbers: Sequence[float], *, same: bool) -> tuple[str, ...]:
        """The names of what weighs most for a verdict, the weightiest first; at most four."""
        weighed = [(weight * number, name) for weight, number, name in zip(self.weights, numbers, FEATURES, strict=True)]
        side = [(value if same else -value, name) for value, name in weighed]
        return tuple(name for value, name in sorted(side, key=lambda each: (-each[0], each[1]))[:4] if value > 0)


def probability(odds: float) -> float:
    """Log odds as a probability.

    Examples:
        >>> probability(0.0)
        0.5
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped() -> Weights:
    """The weights inside the package.

    Raises:
        KnowledgeError: the file is missing or does not fit this version.
    """
    try:
        return msgspec.json.decode(files(__package__).joinpath("weights.json").read_bytes(), type=Weights)
    except (FileNotFoundError, msgspec.MsgspecError) as problem:
        raise KnowledgeError(f"resolve/coreference/weights.json: {problem}; reinstall the package") from problem
