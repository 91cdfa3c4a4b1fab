"""Who rests on whom, and how many origins there are, on generated families: `python evals/families.py [--seed N]`.

Shared text is found in the articles; chains and claims are given as a perfect reader finds them, so that the figures
are those of resolving and assessing alone. The rules were set on families of seed 100.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.assess.corroboration import corroborate
from reportedly.evals.families import Family, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import Corroboration, Rest


@dataclass
class Figures:
    """Counts over families; what a figure is divided by stands beside it."""

    ties: int = 0
    right: int = 0
    wrong: int = 0
    made: int = 0
    true: int = 0
    counted: int = 0
    exact: int = 0
    near: int = 0
    over: int = 0


def main() -> None:
    """Print the figures beside their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=777)
    parser.add_argument("--families", type=int, default=400)
    options = parser.parse_args()
    figures = Figures()
    for number in range(options.families):
        one = family(options.seed, number)
        readings = [each.reading for each in one.articles]
        ties = rests(readings, reuses(each.article for each in one.articles), one.events)
        add_ties(figures, one, ties)
        add_origins(figures, one, corroborate(readings, ties, one.events))
    for line in lines(figures):
        print(line)


def add_ties(figures: Figures, one: Family, ties: tuple[Rest, ...]) -> None:
    """A tie is right where it leads to an article that the other was made from, over however many."""
    above = {each.article.id: set(each.rests_on) for each in one.articles}
    for ends in above.values():
        for _ in one.articles:
            ends |= {on for parent in tuple(ends) for on in above.get(parent, ())}
    found = {(tie.article, tie.on) for tie in ties if tie.on in above}
    for each in one.articles:
        for parent in each.rests_on:
            if parent in above:
                figures.ties += 1
                figures.right += any((each.article.id, on) in found for on in above[each.article.id])
                figures.wrong += (parent, each.article.id) in found
    figures.made += len(found)
    figures.true += sum(on in above[article] or bool(above[article] & above[on]) for article, on in found)


def add_origins(figures: Figures, one: Family, found: tuple[Corroboration, ...]) -> None:
    """Both ends of the interval count: exact where both are right, over where either is too high."""
    known = {(each.event, each.status): each for each in found}
    for truth in one.origins:
        got = known[truth.event, truth.status]
        figures.counted += 1
        figures.exact += (got.low, got.high) == (truth.low, truth.high)
        figures.near += max(abs(got.low - truth.low), abs(got.high - truth.high)) <= 1
        figures.over += got.low > truth.low or got.high > truth.high


def lines(figures: Figures) -> Iterator[str]:
    """One line for each figure."""
    yield f"re-reports found the right way round  {figures.right / figures.ties:.3f}  (>= .93), of {figures.ties}"
    yield f"  of those with a tie either way      {figures.right / (figures.right + figures.wrong):.3f}"
    yield f"  ties that are true                  {figures.true / figures.made:.3f}, of {figures.made}"
    yield f"origins, both bounds exact            {figures.exact / figures.counted:.3f}  (>= .88), of {figures.counted}"
    yield f"  both within one                     {figures.near / figures.counted:.3f}  (>= .97)"
    yield f"  either too high                     {figures.over / figures.counted:.3f}  (<= .05)"


if __name__ == "__main__":
    main()
