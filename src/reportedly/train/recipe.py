"""A recipe: one TOML file that says all of one training run."""

from pathlib import Path

import msgspec

from reportedly.errors import SettingsError
from reportedly.schema import Noun


class Use(Noun, frozen=True, kw_only=True):
    """How one data set is used.

    Attributes:
        passes: how often it is gone through; 0.5 is a random half of it.
        main: it is also seen in the closing steps.
    """

    passes: float
    main: bool = False


class Recipe(Noun, frozen=True, kw_only=True):
    """One training run.

    Attributes:
        base: the encoder: the name of a package that carries one, or a folder in the form of Hugging Face.
        start: a network that an earlier run wrote (`into/network`), to go on from; heads that it lacks begin anew.
        pieces: word pieces of one step, padding counted.
        rate_encoder, rate_heads: the highest learning rates, of the encoder's top layer and of the heads.
        layer_decay: by how much the rate falls with each layer further down.
        warm: share of the steps in which the rate rises.
        closing: share of the main steps, at the end, without the other data sets.
        hide: share of the word pieces that are masked in training.
        look: share of the steps between two looks at the development data.
        weights: of each loss.
    """

    name: str
    seed: int
    base: str
    start: str | None = None
    hidden: int = 256
    dropout: float = 0.1
    pieces: int = 3072
    rate_encoder: float = 2e-4
    rate_heads: float = 1e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm: float = 0.06
    closing: float = 0.1
    clip: float = 1.0
    hide: float = 0.0
    bf16: bool = True
    look: float = 0.2
    data: dict[str, Use]
    weights: dict[str, float]


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file.

    Raises:
        SettingsError: the file cannot be read, or a key or a value is unknown.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Recipe)
    except (OSError, msgspec.MsgspecError) as error:
        raise SettingsError(f"{path}: {error}") from error
