"""The card of a model: what its weights are, what they were made of, and how their outputs are to be read."""

from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from reportedly.errors import InputError
from reportedly.models.neural.tuning import Tuning
from reportedly.schema import Noun

CARD: Final = "card.json"


class Card(Noun, frozen=True, kw_only=True):
    """Everything about one set of weights but the weights.

    Attributes:
        name, version: what a reading's provenance calls the model.
        base: the encoder that was fine-tuned, with its licence.
        recipe: the recipe's text.
        data: hash of every data set that it saw, hexadecimal, by name.
        files: SHA-256 of every file beside the card, by name.
        tuning: fitted on development data.
        measured: figures on development data, by task and metric.
        reliability: of each head, ranges of probability as (mean probability, share that is right, decisions).
    """

    name: str
    version: str
    base: str
    licence: str
    recipe: str
    data: dict[str, str]
    files: dict[str, str]
    tuning: Tuning
    measured: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)
    reliability: dict[str, tuple[tuple[float, float, int], ...]] = msgspec.field(default_factory=dict)


def load_card(folder: Path) -> Card:
    """The card of a folder of weights, with every file beside it checked.

    Raises:
        InputError: the card is missing or broken, or a file is not the one that it names.
    """
    path = folder / CARD
    try:
        card = msgspec.json.decode(path.read_bytes(), type=Card)
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(str(path), f"is no model card: {error}", "name a folder that `train` wrote") from error
    for name, digest in card.files.items():
        if not (folder / name).is_file() or file_hash(folder / name) != digest:
            raise InputError(str(folder / name), "is not the file that its card names", "install the package anew")
    return card


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as opened:
        digest = sha256()
        while block := opened.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
