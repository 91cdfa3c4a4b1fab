import json
from pathlib import Path

import msgspec
import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from reportedly.models.neural.labels import PLV_ROOTS, Head
from reportedly.models.neural.windows import Cutter
from reportedly.train import folds, sentences
from reportedly.train.base import VOCABULARY, fresh, save
from reportedly.train.recipe import Recipe, Use


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        name="tiny", seed=1, base=str(tiny_base), hidden=16, pieces=300, bf16=False, rate_encoder=3e-3,
        rate_heads=1e-2, weights={"root": 1.0, "cameo": 1.0},
        data={"plv": Use(passes=12, main=True), "cameo": Use(passes=12, main=True)},
    )  # fmt: skip


def test_every_root_has_its_quad() -> None:
    assert set(folds.QUADS) == set(PLV_ROOTS)
    assert set(folds.QUADS.values()) == {1, 2, 3, 4}


def test_roots_that_a_word_tells_are_learned(tiny_base: Path, tmp_path: Path, recipe: Recipe) -> None:
    cutter = Cutter(tiny_base / VOCABULARY)
    rows = [
        {"sentence": f"army {verb} port", "marked_sentence": f"<s>army</s> {verb} <t>port</t>", "gold_root": root}
        for verb, root in (("shelled", "ASSAULT"), ("denied", "REJECT"))
        for _ in range(15)
    ]
    path = tmp_path / "plv.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    macro, quad = folds.roots(list(sentences.plv(path, cutter)), recipe, cutter)
    assert (macro, quad) == (1.0, 1.0)


def test_a_fold_may_begin_at_a_trained_network(tiny_base: Path, tmp_path: Path, recipe: Recipe) -> None:
    cutter = Cutter(tiny_base / VOCABULARY)
    told = {"sentence": "army shelled port", "marked_sentence": "<s>army</s> shelled <t>port</t>"}
    rows = [{**told, "gold_root": "ASSAULT"} for _ in range(10)]
    path = tmp_path / "plv.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    pairs = list(sentences.plv(path, cutter))
    network = fresh(recipe)
    torch.nn.init.zeros_(network.root[-1].weight)
    network.root[-1].bias.data = torch.arange(len(PLV_ROOTS)) * 1.0
    save(network, tmp_path / "network", recipe, "")
    idle = msgspec.structs.replace(recipe, rate_encoder=0.0, rate_heads=0.0)
    assert folds.roots(pairs, idle, cutter, tmp_path / "network") == (1.0, 1.0)
    assert PLV_ROOTS[-1] == "ASSAULT"


def test_spans_are_measured_on_the_fold_that_was_left_out(tiny_base: Path, tmp_path: Path, recipe: Recipe) -> None:
    cutter = Cutter(tiny_base / VOCABULARY)
    row = {"tokens": ["the", "army", "shelled", "the", "port"], "tags": ["B-S", "I-S", "B-R", "B-T", "I-T"]}
    path = tmp_path / "cameo.jsonl"
    path.write_text("\n".join(json.dumps(row) for _ in range(20)))
    assert folds.entities(list(sentences.tagged(path, cutter, Head.CAMEO, "cameo")), recipe, cutter) > 0.9
