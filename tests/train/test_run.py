import gzip
import json
from pathlib import Path

import msgspec
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from safetensors.torch import load_file, save_file

from gold_articles import article, denial, write
from reportedly.errors import InputError
from reportedly.evals.gold import to_reading
from reportedly.extract.reader import TaggedReader, neural_reader
from reportedly.models.neural.card import file_hash, load_card
from reportedly.train import ablate
from reportedly.train.base import fresh
from reportedly.train.datasets import Sources
from reportedly.train.recipe import load_recipe
from reportedly.train.run import run
from reportedly.train.torch_session import torch_tagger

RECIPE = """
name = "tiny"
seed = 3
base = "{base}"
hidden = 16
pieces = 400
rate_encoder = 1e-3
rate_heads = 5e-3
bf16 = false
look = 1.0
closing = 0.5

[data.codebook]
passes = 6
main = true

[data.polnear]
passes = 0.5

[weights]
mention = 1.0
trigger = 1.0
cue = 1.0
echo = 1.0
level = 1.0
tie = 1.0
polnear = 1.0
roles = 0.1
links = 1.0
status = 1.0
mode = 1.0
voice = 1.0
tells = 1.0
told = 1.0
certainty = 1.0
"""


@pytest.fixture(scope="module")
def trained(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run on three articles writes."""
    folder = tmp_path_factory.mktemp("run")
    quiet = article("quiet", "Rain fell on Karm.\n\nNobody was hurt.", events=[])
    write(folder / "written", denial(), quiet)
    write(folder / "development", denial())
    (folder / "data/polnear").mkdir(parents=True)
    told = {"id": "a", "annotator": "x", "text": "It is shut, she said.",
            "attributions": [{"source": [[12, 15]], "cue": [[16, 20]], "content": [[0, 10]]}]}  # fmt: skip
    for part in ("train", "dev"):
        content = "\n".join(json.dumps({**told, "id": str(n)}) for n in range(2))
        (folder / f"data/polnear/{part}.jsonl.gz").write_bytes(gzip.compress(content.encode()))
    (folder / "tiny.toml").write_text(RECIPE.format(base=tiny_base))
    sources = Sources(data=folder / "data", gold=(), written=(folder / "written",))
    run(folder / "tiny.toml", sources, (folder / "development",), folder / "into")
    return folder


def test_the_card_says_what_the_weights_are(trained: Path) -> None:
    card = load_card(trained / "into")
    assert card.name == "tiny"
    assert set(card.data) == {"recipe", "codebook", "polnear"}
    assert set(card.measured) >= {"reading: development", "reading, float: development", "polnear dev"}
    assert card.measured["head: trigger"].keys() == {"int8", "float"}
    calibrated = {name.removeprefix("calibration: ") for name in card.measured if name.startswith("calibration")}
    assert calibrated == set(card.reliability) == set(card.tuning.curves)


def test_graphs_and_network_are_two_readers_that_say_which_they_are(trained: Path) -> None:
    given = to_reading(denial().gold, denial().text).article
    graphs, network = neural_reader(trained / "into"), TaggedReader("torch", torch_tagger(trained / "into"))
    one, other = (next(iter(reader.read([given]))) for reader in (graphs, network))
    assert one.article == other.article
    assert one.provenance.model == "tiny-1"
    assert other.provenance.model == "tiny-1-torch"
    assert one.sentences == other.sentences


def test_int8_is_near_to_float(trained: Path) -> None:
    from reportedly.extract import segment
    from reportedly.models.neural.hints import no_hints
    from reportedly.models.neural.onnx import OnnxSession
    from reportedly.models.neural.windows import Cutter
    from reportedly.train.base import NETWORK, VOCABULARY, restored
    from reportedly.train.recipe import load_recipe
    from reportedly.train.torch_session import TorchSession

    cutter = Cutter(trained / "into" / VOCABULARY)
    network = restored(trained / "into" / NETWORK, load_recipe(trained / "tiny.toml"))
    window = cutter.cut(segment.passages(denial().text))[0]
    anchors = [(3, 4)]
    sessions = OnnxSession(trained / "into", cutter), TorchSession(network, cutter)
    encoded = [session.encode(window, no_hints(window)) for session in sessions]
    assert np.abs(encoded[0].tags - encoded[1].tags).max() < 0.5
    related = [s.relate(window, e, anchors) for s, e in zip(sessions, encoded, strict=True)]
    assert related[0].roles.shape == related[1].roles.shape == (1, len(window.words), related[0].roles.shape[2])
    assert np.abs(related[0].status - related[1].status).max() < 0.5


def test_the_same_recipe_gives_the_same_network(trained: Path, tmp_path: Path) -> None:
    sources = Sources(data=trained / "data", gold=(), written=(trained / "written",))
    run(trained / "tiny.toml", sources, (trained / "development",), tmp_path)
    one, other = (json.loads((folder / "card.json").read_text()) for folder in (trained / "into", tmp_path))
    assert one == other


def test_a_data_set_that_is_missing_is_named(trained: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"train\.jsonl\.gz: is missing"):
        run(trained / "tiny.toml", Sources(data=tmp_path, gold=()), (), tmp_path / "into")


def test_an_unknown_data_set_is_an_error(trained: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "r.toml"
    recipe.write_text((trained / "tiny.toml").read_text().replace("data.polnear", "data.polna"))
    with pytest.raises(InputError, match="polna: is no data set"):
        run(recipe, Sources(data=trained / "data", gold=()), (), tmp_path / "into")


def test_the_recipe_in_the_card_is_the_one_that_was_run(trained: Path) -> None:
    assert msgspec.json.decode(load_card(trained / "into").recipe)["seed"] == 3


def test_what_each_part_is_worth_is_a_table(trained: Path) -> None:
    rows = list(ablate.table(trained / "into", [denial()]))
    assert rows[0].count("|") == rows[2].count("|") == 8
    assert [row.split("|")[1].strip() for row in rows[2:]] == [
        "whole", "without the rules' hints", "without what cues tell of events elsewhere",
        "without the network's echoes", "without tuned leans and thresholds",
    ]  # fmt: skip


def test_a_run_may_go_on_from_another(trained: Path, tmp_path: Path) -> None:
    """With rates of nothing the network is the one it went on from, and the card says which."""
    first = trained / "into/network"
    text = (trained / "tiny.toml").read_text().replace("1e-3", "0.0").replace("5e-3", "0.0")
    (tmp_path / "second.toml").write_text(f'start = "{first}"\n{text}')
    sources = Sources(data=trained / "data", gold=(), written=(trained / "written",))
    run(tmp_path / "second.toml", sources, (trained / "development",), tmp_path / "into")
    assert load_card(tmp_path / "into").data["start"] == file_hash(first / "network.safetensors")
    one, other = (load_file(each / "network.safetensors") for each in (first, tmp_path / "into/network"))
    assert one.keys() == other.keys()
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_heads_that_the_start_lacks_begin_anew(trained: Path, tmp_path: Path) -> None:
    weights = load_file(trained / "into/network/network.safetensors")
    save_file({name: held for name, held in weights.items() if "telling" not in name}, tmp_path / "network.safetensors")
    recipe = msgspec.structs.replace(load_recipe(trained / "tiny.toml"), start=str(tmp_path))
    network = fresh(recipe)
    assert torch.equal(network.relations.pair.weight, weights["relations.pair.weight"])
    assert not torch.equal(network.relations.telling_out.weight, weights["relations.telling_out.weight"])


def test_a_start_without_a_network_is_named(trained: Path, tmp_path: Path) -> None:
    recipe = msgspec.structs.replace(load_recipe(trained / "tiny.toml"), start=str(tmp_path))
    with pytest.raises(InputError, match=r"holds no network\.safetensors; name a folder that a training run wrote"):
        fresh(recipe)
