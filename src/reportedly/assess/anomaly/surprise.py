"""How surprising a count is after a history of counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, lgamma
from statistics import fmean, variance
from typing import Final

from reportedly.assess.anomaly.distributions import beta_negative_binomial_tail, log_beta
from reportedly.schema import CountModel

_PRIOR: Final = 0.5
"""Jeffreys' prior: both parameters of the beta distribution of a negative binomial's chance of success."""
_SIZES: Final = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 64.0, 256.0)
"""Sizes of the negative binomial, each as likely as the next before anything was seen: from bursts to, at 256, as good
as Poisson."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """How likely so many or more are; `model` says whether the history varies more than a Poisson would."""

    p: float
    expected: float
    model: CountModel


def surprise(count: int, history: Sequence[int]) -> Surprise:
    """How likely a count of so many or more is after a history of counts of equal periods.

    Counts are negative binomial, with the variance `mean + mean**2 / size`: events may come in bursts, and at a large
    size they know nothing of one another (Poisson). Neither mean nor size is known. For each size the mean is
    integrated out (a beta prior of 1/2 and 1/2 on the chance of success, so that the next count is beta negative
    binomial); the sizes are averaged by how well they explain the history. The prior leans towards bursts: that costs
    some alarms, and keeps false ones down where events do come in bursts (`evals/anomalies.py`).

    Raises:
        ValueError: there are fewer than two periods, or a count is negative.
    """
    if len(history) < 2 or min(count, *history) < 0:
        raise ValueError("a surprise needs a history of two periods, and no negative counts")
    periods, total = len(history), sum(history)
    seen = Counter(history)
    logs = [_evidence(size, seen, periods, total) for size in _SIZES]
    shares = [exp(each - max(logs)) for each in logs]
    tails = [
        beta_negative_binomial_tail(count, size, _PRIOR + periods * size, _PRIOR + total) for size in _SIZES
    ]
    p = fsum(share * tail for share, tail in zip(shares, tails, strict=True)) / fsum(shares)
    model = CountModel.NEGATIVE_BINOMIAL if variance(history) > fmean(history) else CountModel.POISSON
    return Surprise(min(1.0, p), fmean(history), model)


def _evidence(size: float, seen: Mapping[int, int], periods: int, total: int) -> float:
    """Logarithm of how likely a history is for a size, whatever the mean; up to what is the same for all sizes."""
    spread = fsum(times * (lgamma(each + size) - lgamma(size)) for each, times in seen.items())
    return spread + log_beta(_PRIOR + periods * size, _PRIOR + total)
