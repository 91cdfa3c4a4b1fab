"""Trains the pairwise score of event coreference on ECB+ topics 1 to 25: `python evals/train_coreference.py`.

Needs scikit-learn, which the project does not otherwise use. Writes `resolve/coreference/model.json`. The trees and the
threshold come from ECB+; the weights of what only a reading knows (`KNOWN_WEIGHTS`) are set by hand.
"""

import argparse
import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from ecb_mentions import documents, labelled
from sklearn.ensemble import HistGradientBoostingClassifier

from reportedly.evals.coreference import coreference
from reportedly.resolve.coreference.clusters import Ruled, clusters
from reportedly.resolve.coreference.evidence import KNOWN, TEXT, Setting, from_text
from reportedly.resolve.coreference.model import Model, Tree
from reportedly.resolve.coreference.pairs import Pair, candidates
from reportedly.resolve.coreference.sighting import Sighting

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("REPORTEDLY_DATA", ROOT.parent / "shared" / "data")) / "ecbplus" / "topics-1-35.jsonl.gz"
OUT = ROOT / "src" / "reportedly" / "resolve" / "coreference" / "model.json"
FOLDS = 5
KNOWN_WEIGHTS = (1.0, -2.5, 3.0, -2.5, -1.5, 1.0, -0.5, 0.2, -0.4, -2.5)
PROVENANCE = (
    "Trees: gradient boosting on log loss (scikit-learn), 180 trees of 15 leaves, rate .06, 60 pairs a leaf, 30 % of"
    " the numbers at a split, L2 5, on the candidate pairs of ECB+ (CC BY 3.0) topics 1 to 25, gold actions within gold"
    " sub-topics; a pair weighs one over the square root of the actions of its sub-topic. Threshold: the best of a grid"
    " in five folds over topics. Weights of what only a reading knows: set by hand."
)


@dataclass
class Story:
    """The sightings of one sub-topic with their events and their candidate pairs."""

    topic: int
    some: list[Sighting]
    events: list[str]
    pairs: list[Pair]
    numbers: Any = None
    same: Any = None


def main() -> None:
    """Train, tune the threshold in folds, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    stories = read(parser.parse_args().data)
    votes: dict[float, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        kept = [each for each in stories if each.topic % FOLDS != fold]
        model, plain = fit(kept), plains(kept)
        for each in stories:
            weigh(each, plain)
        for bound in (-0.75, -0.5, -0.25, 0.0, 0.25):
            votes[bound].append(score([each for each in stories if each.topic % FOLDS == fold], model, bound))
    for bound, found in votes.items():
        print(f"threshold {bound:5.2f}  CoNLL {np.mean(found):.4f}")
    best = max(votes, key=lambda bound: float(np.mean(votes[bound])))
    OUT.write_bytes(msgspec.json.encode(packed(fit(stories), plains(stories), best)))


def read(path: Path) -> list[Story]:
    """The sub-topics of topics 1 to 25."""
    groups: dict[tuple[int, str], list[tuple[Sighting, str]]] = defaultdict(list)
    for each in documents(path):
        if each.topic <= 25:
            groups[each.topic, each.subtopic] += labelled(each)
    stories = []
    for (topic, _), rows in sorted(groups.items()):
        rows.sort(key=lambda row: row[0].key)
        some = [sighting for sighting, _ in rows]
        stories.append(Story(topic, some, [event for _, event in rows], candidates(some)))
    for story in stories:
        setting = Setting.of(story.some)
        rows_ = [from_text(story.some[one], story.some[other], setting, {}) for one, other in story.pairs]
        story.numbers = np.array(rows_).reshape(-1, len(TEXT))
        story.same = np.array([story.events[one] == story.events[other] for one, other in story.pairs])
    return stories


def plains(stories: list[Story]) -> dict[str, float]:
    """In which share of the topics each stem is a trigger, of those that are in more than one."""
    topics: dict[str, set[int]] = defaultdict(set)
    for each in stories:
        for sighting in each.some:
            topics[sighting.stems[-1]].add(each.topic)
    count = len({each.topic for each in stories})
    return {stem: round(len(found) / count, 3) for stem, found in sorted(topics.items()) if len(found) > 1}


def weigh(story: Story, plain: dict[str, float]) -> None:
    """Fill in how plain the triggers are."""
    column = TEXT.index("plain trigger")
    for row, pair in enumerate(story.pairs):
        story.numbers[row, column] = max(plain.get(story.some[at].stems[-1], 0.0) for at in pair)


def fit(stories: list[Story]) -> HistGradientBoostingClassifier:
    """Trees over the pairs; how plain a stem is, is counted without the topic that it is asked of."""
    for each in stories:
        weigh(each, plains([other for other in stories if other.topic != each.topic]))
    model = HistGradientBoostingClassifier(
        max_iter=180, learning_rate=0.06, max_leaf_nodes=15, min_samples_leaf=60, max_features=0.3,
        l2_regularization=5.0, random_state=0,
    )  # fmt: skip
    weights = np.concatenate([np.full(len(each.pairs), len(each.some) ** -0.5) for each in stories])
    numbers, same = np.vstack([each.numbers for each in stories]), np.concatenate([each.same for each in stories])
    return model.fit(numbers, same, weights / weights.mean())


def score(stories: list[Story], model: HistGradientBoostingClassifier, threshold: float) -> float:
    """CoNLL F1 over sub-topics."""
    gold: dict[str, set[str]] = defaultdict(set)
    found = []
    for each in stories:
        odds = model.decision_function(each.numbers).tolist() if each.pairs else []
        weighed = dict(zip(each.pairs, odds, strict=True))
        parted = clusters(len(each.some), weighed, Ruled(), threshold=threshold, absent=-3.0)
        found += [{each.some[at].key for at in cluster} for cluster in parted]
        for sighting, event in zip(each.some, each.events, strict=True):
            gold[event].add(sighting.key)
    return coreference(gold.values(), found).conll


def packed(model: HistGradientBoostingClassifier, plain: dict[str, float], threshold: float) -> Model:
    """The model as the package ships it."""
    trees = []
    for (grown,) in model._predictors:
        nodes = grown.nodes
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(
            Tree(
                asks=tuple(np.where(leaf, -1, nodes["feature_idx"]).tolist()),
                bounds=tuple(float(f"{each:.6g}") for each in np.where(leaf, nodes["value"], nodes["num_threshold"])),
                below=tuple(np.where(leaf, 0, nodes["left"]).tolist()),
                above=tuple(np.where(leaf, 0, nodes["right"]).tolist()),
            )
        )
    return Model(
        name="coreference", version=1, provenance=PROVENANCE, text=TEXT, known=KNOWN, weights=KNOWN_WEIGHTS,
        bias=float(model._baseline_prediction.item()), threshold=threshold, absent=-3.0, plain=plain,
        trees=tuple(trees),
    )  # fmt: skip


if __name__ == "__main__":
    main()
