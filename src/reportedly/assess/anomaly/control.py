"""Many tests at once: the share of false alarms among all alarms is held down."""

from collections.abc import Sequence


def adjusted(probabilities: Sequence[float]) -> tuple[float, ...]:
    """The q of each p, after Benjamini and Hochberg (1995): alarms with q <= x are false in a share of x at most.

    The bound holds for independent tests, and for tests that rise and fall together.

    Raises:
        ValueError: a probability is out of range.

    Examples:
        >>> adjusted([0.01, 0.04, 0.03])
        (0.03, 0.04, 0.04)
    """
    if any(not 0 <= each <= 1 for each in probabilities):
        raise ValueError("probabilities lie between 0 and 1")
    count = len(probabilities)
    found = [1.0] * count
    least = 1.0
    for rank, at in sorted(enumerate(sorted(range(count), key=lambda i: probabilities[i]), 1), reverse=True):
        least = min(least, probabilities[at] * count / rank)
        found[at] = least
    return tuple(found)
