"""Encoders and whole networks, from and to folders in the form of Hugging Face."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModel

from reportedly.errors import InputError
from reportedly.train.network import Network
from reportedly.train.recipe import Recipe

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
    """A network with the base's encoder and new heads; the word embeddings stay as they are in training.

    Names that the training data lacks then still stand where the base put them.
    """
    torch.manual_seed(recipe.seed)
    folder = base_folder(recipe.base)
    encoder = AutoModel.from_pretrained(folder, **_SETTINGS)
    encoder.get_input_embeddings().weight.requires_grad = False
    return _network(encoder, recipe)


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


def restored(folder: Path, recipe: Recipe) -> Network:
    """The network that `save` wrote.

    Raises:
        InputError: the folder lacks its weights.
    """
    if not (folder / _WEIGHTS).is_file():
        raise InputError(str(folder), f"holds no {_WEIGHTS}", "name a folder that a training run wrote")
    encoder = AutoModel.from_config(AutoConfig.from_pretrained(folder), **_ATTENTION)
    network = _network(encoder, recipe)
    missing, unknown = network.load_state_dict(load_file(folder / _WEIGHTS), strict=False)
    if unknown or missing:
        problem = f"lacks {sorted(missing)[:3]} and has {sorted(unknown)[:3]}"
        raise InputError(str(folder / _WEIGHTS), problem, "train it anew with this version")
    return network.eval()


_ATTENTION: Final[dict[str, Any]] = {"attn_implementation": "sdpa"}
_SETTINGS: Final[dict[str, Any]] = {**_ATTENTION, "attention_probs_dropout_prob": 0.0}


def _network(encoder: Any, recipe: Recipe) -> Network:
    config = encoder.config
    return Network(encoder, config.hidden_size, config.num_hidden_layers, recipe.hidden, recipe.dropout)
