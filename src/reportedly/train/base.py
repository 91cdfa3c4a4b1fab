"""Encoders and whole networks, from and to folders in the form of Hugging Face."""

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModel

from reportedly.errors import InputError
from reportedly.models.neural.card import file_hash
from reportedly.train.network import Network
from reportedly.train.recipe import Recipe

_LOG = logging.getLogger(__name__)

VOCABULARY: Final = "tokenizer.json"
_WEIGHTS: Final = "network.safetensors"
RECIPE: Final = "recipe.toml"
NETWORK: Final = "network"
"""The folder within a run's folder that holds the network as it was trained."""


def base_folder(name: str) -> Path:
    """Where an encoder lies: a folder, or the folder `model` of an installed package of that name.

    Raises:
        InputError: there is neither.
    """
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name)
    folder = Path(spec.origin).parent / "model" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise InputError(name, "is no folder and no package with a model", "install the extra: pip install '.[train]'")
    return folder


def fresh(recipe: Recipe) -> Network:
    """A network with the base's encoder and new heads; the word embeddings stay as they are in training."""
    torch.manual_seed(recipe.seed)
    folder = base_folder(recipe.base)
    encoder = AutoModel.from_pretrained(folder, **_SETTINGS)
    hold_words(encoder)
    network = _network(encoder, recipe)
    if recipe.start is not None:
        _go_on(network, Path(recipe.start))
    return network


def _go_on(network: Network, folder: Path) -> None:
    """Take over what an earlier run has learned; heads that it did not have stay as they are.

    Raises:
        InputError: the folder holds no network, or one with other parts.
    """
    missing, unknown = network.load_state_dict(load_file(_file(folder)), strict=False)
    if unknown:
        raise InputError(str(folder), f"has {sorted(unknown)[:3]}", "start from a network of this version")
    _LOG.info("%d parts begin anew: %s", len(missing), ", ".join(sorted({name.partition(".")[0] for name in missing})))


def hold_words(encoder: Any) -> None:
    """Train no word embeddings: names that the training data lacks then still stand where the base put them."""
    encoder.get_input_embeddings().weight.requires_grad = False


def save(network: Network, folder: Path, recipe: Recipe, text: str) -> None:
    """Write everything that `restored` needs.

    Args:
        text: the recipe as it stands in its file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.encoder.config.save_pretrained(folder)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, folder / _WEIGHTS)
    (folder / RECIPE).write_text(text, encoding="utf-8")
    vocabulary = base_folder(recipe.base) / VOCABULARY
    (folder / VOCABULARY).write_bytes(vocabulary.read_bytes())


def digest(folder: Path) -> str:
    """The hash of a network's weights, hexadecimal.

    Raises:
        InputError: the folder lacks them.
    """
    return file_hash(_file(folder))


def restored(folder: Path, recipe: Recipe) -> Network:
    """The network that `save` wrote.

    Raises:
        InputError: the folder lacks its weights.
    """
    weights = load_file(_file(folder))
    encoder = AutoModel.from_config(AutoConfig.from_pretrained(folder), **_ATTENTION)
    network = _network(encoder, recipe)
    missing, unknown = network.load_state_dict(weights, strict=False)
    if unknown or missing:
        problem = f"lacks {sorted(missing)[:3]} and has {sorted(unknown)[:3]}"
        raise InputError(str(folder / _WEIGHTS), problem, "train it anew with this version")
    return network.eval()


def _file(folder: Path) -> Path:
    if not (folder / _WEIGHTS).is_file():
        raise InputError(str(folder), f"holds no {_WEIGHTS}", "name a folder that a training run wrote")
    return folder / _WEIGHTS


_ATTENTION: Final[dict[str, Any]] = {"attn_implementation": "sdpa"}
_SETTINGS: Final[dict[str, Any]] = {**_ATTENTION, "attention_probs_dropout_prob": 0.0}


def _network(encoder: Any, recipe: Recipe) -> Network:
    config = encoder.config
    return Network(encoder, config.hidden_size, config.num_hidden_layers, recipe.hidden, recipe.dropout)
