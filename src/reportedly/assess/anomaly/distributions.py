"""How likely so many events or more are: the beta negative binomial, by `math.lgamma`."""

from math import exp, fsum, lgamma
from typing import Final

_FLOOR: Final = 1e-12
"""One minus a sum of doubles tells no smaller probability from none."""


def beta_negative_binomial_tail(count: int, size: float, alpha: float, beta: float) -> float:
    """P(X >= count) of a negative binomial of that size whose chance of success is beta distributed.

        P(X = k) = gamma(k + size) / (k! gamma(size)) x B(alpha + size, beta + k) / B(alpha, beta)

    For large `alpha` it is a negative binomial of the mean `size x beta / alpha`, for a large size as well a Poisson.
    What is smaller than 1e-12 is given as that.

    Raises:
        ValueError: a parameter is not above 0.
    """
    if min(size, alpha, beta) <= 0:
        raise ValueError(f"size, alpha and beta are above 0, got {size}, {alpha} and {beta}")
    if count <= 0:
        return 1.0
    whole = log_beta(alpha, beta) + lgamma(size)
    below = fsum(
        exp(lgamma(k + size) - lgamma(k + 1) + log_beta(alpha + size, beta + k) - whole) for k in range(count)
    )
    return min(1.0, max(_FLOOR, 1.0 - below))


def log_beta(one: float, other: float) -> float:
    """Logarithm of the beta function."""
    return lgamma(one) + lgamma(other) - lgamma(one + other)
