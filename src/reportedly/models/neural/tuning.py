"""What is fitted on development data after training: thresholds, handicaps, and curves of calibration."""

from bisect import bisect_right
from typing import Final

import msgspec

from reportedly.schema import Noun

_HALF: Final = 0.5


class Tuning(Noun, frozen=True, kw_only=True):
    """Numbers by the name of a head, a role, a link or a class.

    Attributes:
        lean: what is taken off the logit of *outside* of a tagging head; above 0 it finds more.
        thresholds: from which probability a role or a link holds; 0.5 where none is named.
        curves: points (probability as the network gives it, share that is right), both rising; between them a head's
            probability is read off a straight line. A head without a curve is taken at its word.
    """

    lean: dict[str, float] = msgspec.field(default_factory=dict)
    thresholds: dict[str, float] = msgspec.field(default_factory=dict)
    curves: dict[str, tuple[tuple[float, float], ...]] = msgspec.field(default_factory=dict)

    def threshold(self, name: str) -> float:
        """From which probability it holds."""
        return self.thresholds.get(name, _HALF)

    def sure(self, name: str, chance: float) -> float:
        """The share of right decisions among those of which the network is so sure, 0 to 1."""
        curve = self.curves.get(name)
        if not curve:
            return chance
        after = bisect_right(curve, chance, key=lambda point: point[0])
        if after == 0:
            return curve[0][1]
        if after == len(curve):
            return curve[-1][1]
        (x0, y0), (x1, y1) = curve[after - 1], curve[after]
        return y0 + (y1 - y0) * (chance - x0) / (x1 - x0)
