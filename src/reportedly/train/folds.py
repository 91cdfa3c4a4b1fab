"""Five-fold figures on two small sets: `python -m reportedly.train.folds`.

Each fold's network begins at the base encoder, or, with `--start`, at a trained reader, which has seen neither set.

Sentences of PLV, their parties given: the root as macro-F1, and the share of right quads. Sentences of CAMEO: exact
spans of source, target and relation, as F1. No network has seen the sentences it is measured on.
"""

import argparse
import logging
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import torch

from reportedly.evals.metrics import Tally
from reportedly.models.neural import anchors
from reportedly.models.neural.hints import no_hints
from reportedly.models.neural.labels import PLV_ROOTS, TAG_COLUMNS, Head, columns
from reportedly.models.neural.outputs import Floats
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter
from reportedly.train import base, loop, sentences
from reportedly.train.batches import Collator
from reportedly.train.examples import Example
from reportedly.train.network import Network
from reportedly.train.recipe import Recipe, load_recipe
from reportedly.train.torch_session import TorchSession

FOLDS: Final = 5
QUADS: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLOVER's four classes of the roots: verbal and material cooperation, verbal and material conflict."""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.train.folds")
    parser.add_argument("recipe", type=Path, help="a TOML file such as recipes/folds.toml")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets, one folder each")
    parser.add_argument("--start", type=Path, help="a network that a training run wrote, to begin from: into/network")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    recipe = load_recipe(given.recipe)
    cutter = Cutter(base.base_folder(recipe.base) / base.VOCABULARY)
    pairs = list(sentences.plv(given.data / "plv/train.jsonl", cutter))
    spans = list(sentences.tagged(given.data / "cameo_ner/train.jsonl", cutter, Head.CAMEO, "cameo"))
    macro, quad = roots(pairs, recipe, cutter, given.start)
    print(f"plv: root macro-F1 {macro:.3f}, quad accuracy {quad:.3f}", flush=True)  # noqa: T201 - what it is for
    print(f"cameo: F1 {entities(spans, recipe, cutter, given.start):.3f}")  # noqa: T201


def roots(
    examples: Sequence[Example], recipe: Recipe, cutter: Cutter, start: Path | None = None
) -> tuple[float, float]:
    """Macro-F1 of the roots, and the share of right quads, each sentence measured in the fold that left it out."""
    right: list[tuple[str, str]] = []
    for number in range(FOLDS):
        network, held = _fold(examples, number, recipe, cutter, "plv", start)
        collate = Collator(cutter)
        for example in held:
            batch = collate([example])
            with torch.inference_mode():
                words, _ = network.encode(batch.ids, batch.mask, batch.first, batch.hints)
                found = int(network.roots(words, batch.present, batch.pool).argmax())
            right.append((PLV_ROOTS[example.root], PLV_ROOTS[found]))
    present = sorted({gold for gold, _ in right})
    scores = [
        Tally(
            hit=sum(gold == said == root for gold, said in right),
            gold=sum(gold == root for gold, _ in right),
            pred=sum(said == root for _, said in right),
        ).f1().f1
        for root in present
    ]  # fmt: skip
    return sum(scores) / len(scores), sum(QUADS[gold] == QUADS[said] for gold, said in right) / len(right)


def entities(examples: Sequence[Example], recipe: Recipe, cutter: Cutter, start: Path | None = None) -> float:
    """Micro-F1 of the spans with their role, over all folds."""
    total = Tally()
    for number in range(FOLDS):
        network, held = _fold(examples, number, recipe, cutter, "cameo", start)
        session = TorchSession(network, cutter)
        for example in held:
            encoded = session.encode(example.window, no_hints(example.window))
            found = set(_spans(encoded.tags, example))
            gold = set(_spans(_sure(example), example))
            total += Tally(hit=len(found & gold), gold=len(gold), pred=len(found))
    return total.f1().f1


def _spans(tags: Floats, example: Example) -> list[tuple[tuple[int, int], int]]:
    return [(one.at, one.kind) for one in anchors.find(Head.CAMEO, tags, example.window, Tuning())]


def _sure(example: Example) -> Floats:
    """The labels as tags that leave no doubt, so that gold and prediction are cut into spans by the same rule."""
    tags = np.zeros((len(example.window.words), TAG_COLUMNS), dtype=np.float32)
    tags[np.arange(len(tags)), columns(Head.CAMEO).start + example.tags[Head.CAMEO]] = 9.0
    return tags


def _fold(
    examples: Sequence[Example], number: int, recipe: Recipe, cutter: Cutter, name: str, start: Path | None
) -> tuple[Network, list[Example]]:
    """A network trained without one fold, and that fold."""
    order = list(examples)
    random.Random(recipe.seed).shuffle(order)  # noqa: S311
    kept = [example for at, example in enumerate(order) if at % FOLDS != number]
    held = [example for at, example in enumerate(order) if at % FOLDS == number]
    network = base.fresh(recipe) if start is None else base.restored(start, recipe)
    base.hold_words(network.encoder)
    only = msgspec.structs.replace(recipe, data={name: recipe.data[name]})
    steps = loop.plan({name: kept}, only, random.Random(recipe.seed))  # noqa: S311
    loop.train(network, steps, recipe, Collator(cutter))
    return network, held


if __name__ == "__main__":
    main()
