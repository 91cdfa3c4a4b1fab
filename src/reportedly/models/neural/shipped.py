"""A folder of weights -> a tagger; the folder inside the package by default."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

from reportedly.models.neural.card import CARD, load_card
from reportedly.models.neural.onnx import OnnxSession
from reportedly.models.neural.tagger import NeuralTagger
from reportedly.models.neural.windows import Cutter
from reportedly.models.rules import RulesTagger

VOCABULARY: Final = "tokenizer.json"


def shipped_tagger(folder: Path | None = None) -> NeuralTagger:
    """The tagger over the int8 graphs of a folder.

    Args:
        folder: what a training run wrote; None for the weights inside the package.

    Raises:
        InputError: the folder is not complete, or a file in it is not the one that its card names.
    """
    where = Path(str(files("reportedly.models.neural") / "weights")) if folder is None else folder
    card = load_card(where)
    cutter = Cutter(where / VOCABULARY)
    config = sha256((where / CARD).read_bytes()).hexdigest()[:16]
    model = f"{card.name}-{card.version}"
    return NeuralTagger(OnnxSession(where, cutter), cutter, card.tuning, model, config, RulesTagger())
