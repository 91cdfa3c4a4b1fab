"""One training run: data -> network -> int8 graphs with tuning, figures and a card in one folder."""

import argparse
import logging
import random
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.models.neural.card import file_hash
from reportedly.models.neural.windows import Cutter
from reportedly.train import base, loop
from reportedly.train.batches import Collator
from reportedly.train.datasets import Sources, collect, digests
from reportedly.train.finish import finish
from reportedly.train.recipe import load_recipe

_LOG = logging.getLogger(__name__)


def main() -> None:
    """The command line of `python -m reportedly.train`."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.train", description=(__doc__ or "").strip())
    parser.add_argument("recipe", type=Path, help="a TOML file such as recipes/reader.toml")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets, one folder each")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="annotated articles; one outlet in ten "
                        "is kept for development; may be given again")  # fmt: skip
    parser.add_argument("--written", type=Path, action="append", default=[], help="annotated texts used whole")
    parser.add_argument("--standoff", type=Path, help="folder of annotation whose texts lie in --data")
    parser.add_argument("--development", type=Path, action="append", default=[], help="annotated articles to tune on")
    parser.add_argument("--into", type=Path, required=True, help="folder for weights, card and figures")
    parser.add_argument("--trained", action="store_true", help="take the network that lies there already")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    apart = tuple(sorted(given.standoff.glob("*.jsonl"))) if given.standoff else ()
    sources = Sources(data=given.data, gold=tuple(given.gold), written=tuple(given.written), standoff=apart)
    try:
        run(given.recipe, sources, tuple(given.development), given.into, trained=given.trained)
    except ReportedlyError as error:
        parser.exit(1, f"{parser.prog}: {error}\n")


def run(path: Path, sources: Sources, development: tuple[Path, ...], into: Path, *, trained: bool = False) -> None:
    """The whole run.

    Args:
        path: the recipe.
        development: folders of annotated articles that tune and measure, beside the outlets left out of `sources`.
        into: where everything is written; `into/network` is the network in floats.
        trained: take `into/network` as it is, and only finish.

    Raises:
        InputError: data, recipe or base is missing or broken.
    """
    recipe = load_recipe(path)
    held = into / base.NETWORK
    hashes = {"recipe": file_hash(path), **digests(recipe.data, sources)}
    if recipe.start is not None:
        hashes["start"] = base.digest(Path(recipe.start))
    if trained:
        network = base.restored(held, recipe)
    else:
        cutter = Cutter(base.base_folder(recipe.base) / base.VOCABULARY)
        data = collect(recipe.data, sources, cutter)
        network = base.fresh(recipe)
        steps = loop.plan(data, recipe, random.Random(recipe.seed))  # noqa: S311
        _LOG.info("%d steps", len(steps))
        text = path.read_text(encoding="utf-8")
        collate = Collator(cutter, recipe.hide, recipe.seed)
        loop.train(network, steps, recipe, collate, lambda _: base.save(network, held, recipe, text))
        base.save(network, held, recipe, text)
    finish(network, recipe, sources, development, into, hashes)
