from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from gold_articles import denial
from reportedly.errors import SettingsError
from reportedly.models.neural.windows import Cutter
from reportedly.train.base import VOCABULARY, fresh
from reportedly.train.batches import Collator
from reportedly.train.codebook import CodebookExamples
from reportedly.train.examples import UNKNOWN, Example
from reportedly.train.losses import losses, total
from reportedly.train.recipe import Recipe, Use

_LOSSES = """mention trigger cue echo level tie polnear re3d cameo roles links status mode voice tells told certainty
    happened root arcs relations"""
WEIGHTS = dict.fromkeys(_LOSSES.split(), 1.0)


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        name="tiny", seed=1, base=str(tiny_base), hidden=16, dropout=0.0, bf16=False,
        data={"codebook": Use(passes=1, main=True)}, weights=WEIGHTS,
    )  # fmt: skip


@pytest.fixture
def examples(tiny_base: Path) -> list[Example]:
    return list(CodebookExamples(Cutter(tiny_base / VOCABULARY)).of(denial()))


def test_every_head_that_is_told_something_has_a_loss(tiny_base: Path, recipe: Recipe, examples: list[Example]) -> None:
    collate = Collator(Cutter(tiny_base / VOCABULARY))
    found = losses(fresh(recipe).eval(), collate(examples))
    heads = {"mention", "trigger", "cue", "echo", "level", "tie"}
    assert set(found) == heads | {"roles", "links", "status", "mode", "voice", "tells", "told"}
    assert float(total(found, WEIGHTS).detach()) > 0


def test_what_is_unknown_changes_no_loss(tiny_base: Path, recipe: Recipe, examples: list[Example]) -> None:
    """Alone or with an example of which nothing is known beside it, the losses are the same."""
    collate = Collator(Cutter(tiny_base / VOCABULARY))
    network = fresh(recipe).eval()
    silent = Example(source="codebook", window=examples[0].window)
    alone, beside = (losses(network, collate(given)) for given in (examples[:1], [examples[0], silent]))
    assert {name: pytest.approx(float(loss.detach()), abs=1e-5) for name, loss in alone.items()} == {
        name: float(loss.detach()) for name, loss in beside.items()
    }


def test_padding_changes_no_output(tiny_base: Path, recipe: Recipe) -> None:
    cutter = Cutter(tiny_base / VOCABULARY, size=120)
    examples, collate = list(CodebookExamples(cutter).of(denial())), Collator(cutter)
    network = fresh(recipe).eval()
    assert len(examples) > 1
    short = min(examples, key=lambda e: e.window.pieces)
    alone, padded = collate([short]), collate([short, *(e for e in examples if e is not short)])
    one, _ = network.encode(alone.ids, alone.mask, alone.first, alone.hints)
    many, _ = network.encode(padded.ids, padded.mask, padded.first, padded.hints)
    words = len(short.window.words)
    assert (one[0] - many[0, :words]).abs().max() < 1e-5
    assert padded.classes["status"].shape[1] >= len(short.anchors)
    assert (padded.classes["status"][0, len(short.anchors) :] == UNKNOWN).all()


def test_a_share_of_the_pieces_is_masked_and_never_the_marks(tiny_base: Path, examples: list[Example]) -> None:
    cutter = Cutter(tiny_base / VOCABULARY)
    plain, hidden = Collator(cutter)(examples), Collator(cutter, hidden=0.5, seed=3)(examples)
    changed = plain.ids != hidden.ids
    assert 0.3 < float(changed.float().mean()) < 0.7
    assert (hidden.ids[changed] == cutter.mask).all()
    assert not changed[:, 0].any()
    assert torch.equal(hidden.ids, Collator(cutter, hidden=0.5, seed=3)(examples).ids)


def test_a_loss_without_a_weight_is_named(tiny_base: Path, recipe: Recipe, examples: list[Example]) -> None:
    found = losses(fresh(recipe).eval(), Collator(Cutter(tiny_base / VOCABULARY))(examples))
    with pytest.raises(SettingsError, match=r"the recipe's \[weights\] lack cue, told"):
        total(found, {name: 1.0 for name in WEIGHTS if name not in ("told", "cue")})
