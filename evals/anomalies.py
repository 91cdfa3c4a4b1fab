"""False alarms and missed bursts of count models on generated histories: `python evals/anomalies.py [--seed N]`.

Sixty dyads of different rates, 26 weeks each, Poisson or in bursts (negative binomial of size .8); in none or in five
of them the last week has more. Beside our own model stand a Poisson of the history's mean, and the mean and three
standard deviations.
"""

import argparse
from collections.abc import Iterator, Sequence
from math import exp, lgamma, log

import numpy as np

from reportedly.assess.anomaly import adjusted, surprise

SCOPES, PERIODS, LEVEL = 60, 26, 0.05
History = Sequence[Sequence[int]]


def main() -> None:
    """Print the share of false alarms and of bursts found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--runs", type=int, default=300)
    options = parser.parse_args()
    for size in (None, 0.8):
        for hot in (0, 5):
            for line in measured(np.random.default_rng(options.seed), options.runs, size, hot):
                print(line)


def measured(dice: np.random.Generator, runs: int, size: float | None, hot: int) -> Iterator[str]:
    """One line for each model: mean share of false alarms among alarms, share of bursts found."""
    false = dict.fromkeys(MODELS, 0.0)
    found = dict.fromkeys(MODELS, 0)
    for _ in range(runs):
        histories, now = drawn(dice, size, hot)
        for name, model in MODELS.items():
            alarms = model(now, histories)
            false[name] += sum(at >= hot for at in alarms) / max(1, len(alarms))
            found[name] += sum(at < hot for at in alarms)
    kind = "poisson" if size is None else "in bursts"
    for name in MODELS:
        power = f"{found[name] / (runs * hot):.3f}" if hot else "    -"
        yield f"{kind:9}  {hot} more  {name:24} false {false[name] / runs:.3f}  found {power}"


def drawn(dice: np.random.Generator, size: float | None, hot: int) -> tuple[History, list[int]]:
    """Histories, and the counts after them."""
    rates = np.exp(dice.normal(-0.5, 1.2, SCOPES))
    weeks = PERIODS + 1
    if size is None:
        counts = [dice.poisson(rate, weeks) for rate in rates]
    else:
        counts = [dice.negative_binomial(size, size / (size + rate), weeks) for rate in rates]
    now = [int(each[-1]) for each in counts]
    for at in range(hot):
        now[at] += 3 + int(dice.poisson(6 * max(1, rates[at])))
    return [list(map(int, each[:-1])) for each in counts], now


def ours(now: Sequence[int], histories: History) -> list[int]:
    """As `assess.anomaly` does it."""
    shares = adjusted([surprise(count, past).p for count, past in zip(now, histories, strict=True)])
    return [at for at, q in enumerate(shares) if q <= LEVEL and now[at] >= 3]


def plain_poisson(now: Sequence[int], histories: History) -> list[int]:
    """A Poisson whose mean is taken for known."""
    shares = adjusted([poisson(count, float(np.mean(past))) for count, past in zip(now, histories, strict=True)])
    return [at for at, q in enumerate(shares) if q <= LEVEL]


def three_deviations(now: Sequence[int], histories: History) -> list[int]:
    """More than the mean and three standard deviations."""
    return [at for at, past in enumerate(histories) if now[at] > np.mean(past) + 3 * np.std(past, ddof=1)]


def poisson(count: int, mean: float) -> float:
    """P(X >= count)."""
    if mean == 0:
        return float(count == 0)
    return max(0.0, 1 - sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count)))


MODELS = {"ours": ours, "poisson, mean known": plain_poisson, "three deviations": three_deviations}

if __name__ == "__main__":
    main()
