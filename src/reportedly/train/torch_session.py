"""Runs a network under torch as `models.outputs.Session`: for development, and for readers too big for our weights."""

from pathlib import Path

import numpy as np
import torch

from reportedly.models.neural.card import CARD, file_hash, load_card
from reportedly.models.neural.geometry import Anchors, between, offsets, pooling
from reportedly.models.neural.outputs import Encoded, Floats, Related
from reportedly.models.neural.tagger import NeuralTagger
from reportedly.models.neural.windows import Cutter, Window
from reportedly.models.rules import RulesTagger
from reportedly.train.base import NETWORK, RECIPE, VOCABULARY, restored
from reportedly.train.network import Network
from reportedly.train.recipe import load_recipe


class TorchSession:
    """One network, one window at a time; implements `models.outputs.Session`."""

    def __init__(self, network: Network, cutter: Cutter) -> None:
        self._network = network.eval()
        self._marks = (cutter.first, cutter.last)

    @torch.inference_mode()
    def encode(self, window: Window, hints: Floats) -> Encoded:
        """The states of its words, and what each is tagged."""
        flat = [self._marks[0], *(p for w in window.words for p in w.pieces), self._marks[1]]
        first = np.cumsum([1, *(len(w.pieces) for w in window.words[:-1])])
        ids = torch.tensor([flat])
        states, tags = self._network.encode(ids, torch.ones_like(ids), torch.from_numpy(first)[None],
                                              torch.from_numpy(hints)[None])  # fmt: skip
        return Encoded(states=_array(states), tags=_array(tags))

    @torch.inference_mode()
    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        """What holds of the anchors."""
        far = offsets(anchors, window.words)
        found = self._network.relations(
            torch.from_numpy(encoded.states)[None],
            torch.ones(1, len(window.words)),
            torch.from_numpy(pooling(anchors, len(window.words)))[None],
            torch.from_numpy(far)[None],
            torch.from_numpy(between(far, anchors))[None],
        )
        return Related(
            roles=_array(found.roles),
            links=_array(found.links),
            status=_array(found.status),
            mode=_array(found.mode),
            voice=_array(found.voice),
            tells=_array(found.tells),
            told=_array(found.told),
            certainty=_array(found.certainty),
            happened=_array(found.happened),
        )


def _array(tensor: torch.Tensor) -> Floats:
    found: Floats = tensor[0].float().numpy()
    return found


def torch_tagger(folder: Path) -> NeuralTagger:
    """The tagger over a network as it was trained, in floats and under torch: for encoders too big for int8 graphs.

    Args:
        folder: what a training run wrote, with any encoder of Hugging Face as its base.

    Raises:
        InputError: the folder is not complete.
    """
    card = load_card(folder)
    recipe = load_recipe(folder / NETWORK / RECIPE)
    cutter = Cutter(folder / VOCABULARY)
    session = TorchSession(restored(folder / NETWORK, recipe), cutter)
    config = file_hash(folder / CARD)[:16]
    model = f"{card.name}-{card.version}-torch"
    return NeuralTagger(session, cutter, card.tuning, model, config, RulesTagger())
