"""What each part of a trained reader is worth: `python -m reportedly.train.ablate FOLDER --gold GOLD ...`.

The same network reads the same articles again and again, each time without one part. What a part was worth in training
cannot be seen so: for that, train by a recipe without it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from reportedly.evals.gold import GoldArticle, load
from reportedly.evals.readings import ReadingScore
from reportedly.models.neural.card import load_card
from reportedly.models.neural.geometry import Anchors
from reportedly.models.neural.hints import no_hints
from reportedly.models.neural.labels import Head
from reportedly.models.neural.onnx import OnnxSession
from reportedly.models.neural.outputs import Encoded, Floats, Related, Session
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter, Window
from reportedly.train.base import VOCABULARY
from reportedly.train.tune import Seen, score

_NEVER: Final = 2.0
"""A threshold that no probability reaches."""
_FAR: Final = -100.0
"""A lean that no tag overcomes."""
_COLUMNS: Final = ("events", "status", "false occurred", "chain", "hops", "end to end")


class Blind:
    """A session that is told nothing of what the rules see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def encode(self, window: Window, hints: Floats) -> Encoded:  # noqa: ARG002 - the protocol's
        """As the session does, with blank hints."""
        return self._session.encode(window, no_hints(window))

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        """As the session does."""
        return self._session.relate(window, encoded, anchors)


def variants(session: Session, tuning: Tuning) -> Iterator[tuple[str, Session, Tuning]]:
    """The reader whole, and without one part each: what it is called, its session, its tuning."""
    yield "whole", session, tuning
    yield "without the rules' hints", Blind(session), tuning
    without = msgspec.structs.replace(tuning, thresholds={**tuning.thresholds, "tells": _NEVER})
    yield "without what cues tell of events elsewhere", session, without
    without = msgspec.structs.replace(tuning, lean={**tuning.lean, Head.ECHO.value: _FAR})
    yield "without the network's echoes", session, without
    yield "without tuned leans and thresholds", session, Tuning(curves=tuning.curves)


def table(folder: Path, articles: list[GoldArticle]) -> Iterator[str]:
    """The figures of every variant on the articles, a row each, in Markdown.

    Args:
        folder: what a training run wrote.
    """
    cutter = Cutter(folder / VOCABULARY)
    seen = Seen()
    yield f"| {' | '.join(('', *_COLUMNS))} |"
    yield f"|---|{'---|' * len(_COLUMNS)}"
    for name, session, tuning in variants(OnnxSession(folder, cutter), load_card(folder).tuning):
        yield _row(name, score(articles, session, cutter, tuning, seen))


def _row(name: str, found: ReadingScore) -> str:
    figures = (found.events.f1, found.status.accuracy, found.false_occurred.rate or 0.0, found.chain.accuracy,
               found.hops.f1, found.end_to_end.f1)  # fmt: skip
    return f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.train.ablate", description=(__doc__ or "").strip())
    parser.add_argument("folder", type=Path, help="what a training run wrote")
    parser.add_argument("--gold", type=Path, action="append", required=True, help="annotated articles; may be repeated")
    given = parser.parse_args()
    for gold in given.gold:
        print(f"\n`{gold.name}`\n")  # noqa: T201 - what the command is for
        for line in table(given.folder, list(load(gold))):
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
