"""Weights of the merge decision of stories: `python -m reportedly.train.stories --data FOLDER [--held-out]`.

Pairs come from topics 1 to 25 of ECB+: articles that arrive in a random order before groups that are half there, and
groups torn in two. Half of them are bare texts, half are read by the rules.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.evals.ecbplus import NAME, StoryText, story_texts
from reportedly.pipeline import Pipeline
from reportedly.resolve.stories.deciding import Trained, Weights, names, values
from reportedly.resolve.stories.group import Group, product
from reportedly.resolve.stories.sketch import Sketch, sketch
from reportedly.schema import Reading

SEED = 6
FIRST, LAST = 1, 25
ROUNDS = 2
NEAREST = 8
L2 = 1.0
INTO = Path("src/reportedly/resolve/stories/data/weights.json")
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Known:
    """A sketch and the story that it belongs to."""

    story: str
    sketch: Sketch


def main() -> None:
    """Learn from all topics, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=INTO)
    parser.add_argument("--figures", default="", help="what was measured on topics held out, for the record")
    options = parser.parse_args()
    learned = learn(story_texts(options.data / NAME, FIRST, LAST), options.figures)
    options.into.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1) + b"\n")
    sys.stdout.write(f"{learned.trained.pairs} pairs, {learned.trained.same} of one story -> {options.into}\n")


def learn(texts: Sequence[StoryText], figures: str = "") -> Weights:
    """Weights from articles whose stories are known."""
    dice = Random(SEED)  # noqa: S311 - seeded, for the same weights every time
    rows: list[list[float]] = []
    same: list[bool] = []
    for known in (_bare(texts), _read(texts)):
        for _ in range(ROUNDS):
            for row, is_same in _pairs(known, dice):
                rows.append(row)
                same.append(is_same)
    fitted = fit(np.array(rows), np.array(same, dtype=np.float64))
    topics = sorted({each.topic for each in texts})
    trained = Trained(
        data=f"ECB+ (CC BY 3.0), {len(texts)} articles of {len(topics)} topics between {topics[0]} and {topics[-1]}",
        background="words of 3,672 news articles: PolNeAR train, MUC-4 train and dev, parts of WikiEvents and RAMS, "
        "the article extraction benchmark; stems in three articles or more, with their counts",
        script="reportedly.train.stories", seed=SEED, pairs=len(rows), same=sum(same), figures=figures,
    )  # fmt: skip
    return Weights(names=names(), values=tuple(round(float(each), 4) for each in fitted), trained=trained)


def fit(rows: Array, same: Array) -> Array:
    """Logistic regression with a quadratic penalty on all but the last weight, by Newton's method.

    Args:
        rows: pairs x values.
        same: pairs; 1 where both are of one story.
    """
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], L2)
    penalty[-1] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - same) + penalty * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _bare(texts: Iterable[StoryText]) -> list[Known]:
    return [Known(each.story, sketch(each.article)) for each in texts]


def _read(texts: Iterable[StoryText]) -> list[Known]:
    of = {each.article.id: each for each in texts}
    read = Pipeline(reader="rules").extract([each.article for each in of.values()])
    return [Known(of[each.article.id].story, sketch(each)) for each in read if isinstance(each, Reading)]


def _pairs(known: Sequence[Known], dice: Random) -> Iterator[tuple[list[float], bool]]:
    """Values of pairs of groups with whether both are of one story."""
    order = list(known)
    dice.shuffle(order)
    there: dict[str, Group] = {}
    for each in order:
        alone = Group([each.sketch])
        for story in sorted({*_nearest(alone, there), each.story} & there.keys()):
            yield values(alone, there[story]), story == each.story
        there.setdefault(each.story, Group()).add(each.sketch)
    torn = dict(_torn(order, dice))
    for key, group in torn.items():
        others = {other: each for other, each in torn.items() if other != key}
        for other in _nearest(group, others):
            yield values(group, torn[other]), other.partition("/")[0] == key.partition("/")[0]


def _torn(known: Iterable[Known], dice: Random) -> Iterator[tuple[str, Group]]:
    """Each story in two parts."""
    stories: dict[str, list[Sketch]] = {}
    for each in known:
        stories.setdefault(each.story, []).append(each.sketch)
    for story, members in sorted(stories.items()):
        cut = dice.randint(1, max(1, len(members) - 1))
        yield f"{story}/a", Group(members[:cut])
        if members[cut:]:
            yield f"{story}/b", Group(members[cut:])


def _nearest(group: Group, others: dict[str, Group]) -> list[str]:
    """The groups whose words are most alike."""
    near = {
        key: product(group.sums[0], each.sums[0]) / (group.lengths[0] * each.lengths[0]) for key, each in others.items()
    }
    return sorted(near, key=lambda key: (-near[key], key))[:NEAREST]


if __name__ == "__main__":
    main()
