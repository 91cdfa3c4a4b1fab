"""What follows training: export, calibration, tuning, measuring, and the card."""

import logging
from pathlib import Path
from typing import Final

import msgspec

from reportedly.evals.gold import load
from reportedly.evals.readings import ReadingScore
from reportedly.models.neural.card import CARD, Card, file_hash
from reportedly.models.neural.labels import Head
from reportedly.models.neural.onnx import ENCODER, RELATIONS, OnnxSession
from reportedly.models.neural.outputs import Session
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter
from reportedly.train import base, measure
from reportedly.train.calibrate import Reliability, gather, reliability
from reportedly.train.datasets import Sources, codebook, is_development
from reportedly.train.examples import Example
from reportedly.train.export import export
from reportedly.train.heads import figures
from reportedly.train.network import Network
from reportedly.train.recipe import Recipe
from reportedly.train.torch_session import TorchSession
from reportedly.train.tune import score, tune

_LOG = logging.getLogger(__name__)
_VERSION: Final = "1"
_LICENCE: Final = "Apache-2.0"


def finish(
    network: Network, recipe: Recipe, sources: Sources, development: tuple[Path, ...], into: Path,
    hashes: dict[str, str],
) -> None:  # fmt: skip
    """Write graphs, vocabulary and card into `into`; see `run.run` for the arguments."""
    export(network, into)
    vocabulary = into / base.VOCABULARY
    vocabulary.write_bytes((base.base_folder(recipe.base) / base.VOCABULARY).read_bytes())
    cutter = Cutter(vocabulary)
    quick = OnnxSession(into, cutter)
    held = {folder.name: list(load(folder)) for folder in development}
    held["held-out outlets"] = [a for folder in sources.gold for a in load(folder) if is_development(a)]
    articles = [article for part in held.values() for article in part]
    examples = codebook(articles, cutter)
    found = _calibrated(examples, quick)
    measured = {f"calibration: {name}": {"before": r.before, "after": r.after} for name, r in found.items()}
    measured |= _heads(examples, quick, TorchSession(network, cutter))
    tuning = Tuning(curves={name: r.curve for name, r in found.items()})
    tuning = tune(articles, quick, cutter, tuning)
    tuning = measure.tuned(sources.data, quick, cutter, tuning)
    for name, part in held.items():
        if part:
            measured[f"reading: {name}"] = _figures(score(part, quick, cutter, tuning))
            measured[f"reading, float: {name}"] = _figures(
                score(part, TorchSession(network, cutter), cutter, tuning)
            )
    measured |= _public(sources, quick, cutter, tuning)
    files = {name: file_hash(into / name) for name in (ENCODER, RELATIONS, base.VOCABULARY)}
    card = Card(
        name=recipe.name, version=_VERSION, base=recipe.base, licence=_LICENCE,
        recipe=msgspec.json.encode(recipe).decode(), data=hashes, files=files, tuning=tuning, measured=measured,
        reliability={name: r.bins for name, r in found.items()},
    )  # fmt: skip
    (into / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1))


def _heads(examples: list[Example], quick: Session, full: Session) -> dict[str, dict[str, float]]:
    """Every head's figure with int8 weights and in floats."""
    int8, floats = (figures(examples, session) for session in (quick, full))
    return {f"head: {name}": {"int8": int8[name], "float": floats[name]} for name in int8}


def _calibrated(examples: list[Example], session: Session) -> dict[str, Reliability]:
    """Of every head with decisions on the examples."""
    found = {name: reliability(parts) for name, parts in gather(examples, session).items()}
    return {name: each for name, each in found.items() if each is not None}


def _figures(found: ReadingScore) -> dict[str, float]:
    figures = {
        name: getattr(found, name).f1
        for name in ("events", "actors", "recipients", "places", "dates", "numbers", "hops", "end_to_end")
    }
    figures |= {"status_accuracy": found.status.accuracy, "status_macro_f1": found.status.macro_f1}
    return figures | {"false_occurred": found.false_occurred.rate or 0.0, "chain": found.chain.accuracy}


def _public(sources: Sources, session: Session, cutter: Cutter, tuning: Tuning) -> dict[str, dict[str, float]]:
    measured: dict[str, dict[str, float]] = {}
    if (path := sources.data / measure.POLNEAR_DEV).is_file():
        found = measure.polnear(path, session, cutter, tuning)
        measured["polnear dev"] = {role: getattr(found, role).f1 for role in ("source", "cue", "content", "linked")}
    if (path := sources.data / measure.RE3D_DEV).is_file():
        measured["re3d dev"] = {"f1": measure.entities(path, Head.RE3D, session, cutter, tuning).f1}
    if (path := sources.data / measure.UDS_DEV).is_file():
        measured["uds dev"] = {"mae": round(measure.factuality(path, session, cutter), 3)}
    return measured
