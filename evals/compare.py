"""Readers side by side: `python evals/compare.py > evals/reports/readers.md`.

Every reader reads the annotated articles that are present (evals/gold, and gold beside the project). The figures of the
heads on public data sets are those that the model's card has kept from its training run.
"""

import os
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from reportedly import __version__
from reportedly.evals import corpora, gold, tasks
from reportedly.evals.corpora import Corpus
from reportedly.evals.measures import METRICS
from reportedly.extract.reader import neural_reader, rules_reader
from reportedly.models.neural.card import Card, load_card

READERS = {"rules": rules_reader, "neural": neural_reader}
PEOPLE = {
    "events": 0.92, "actors": 0.98, "recipients": 0.90, "places": 0.82, "dates": 0.85, "numbers": 0.84,
    "status_accuracy": 0.93, "chain": 0.90, "hops": 0.83, "end_to_end": 0.81,
}  # fmt: skip
"""Two annotators on six real articles, by the same codebook; other articles than those measured here."""
PUBLIC = (
    ("polnear dev", "source", "PolNeAR, characters of sources (F1)", "BERT-class on the test part .860"),
    ("polnear dev", "cue", "of cues", "BERT-class on the test part .754"),
    ("polnear dev", "content", "of contents", "BERT-class on the test part .884"),
    ("polnear dev", "linked", "whole attributions (F1)", "BERT-class, nearest linking, test part .707; people .747"),
    ("re3d dev", "f1", "re3d, entities (F1)", "BERT-class on the test part .684"),
    ("uds dev", "mae", "UDS, did it happen (mean error, less is better)", "DLGRN on the test part .722"),
)
"""Task and metric in the card, what it is, and what has been published (on other parts of the same data)."""
PLOTTED = ("trigger", "cue", "status", "governs")
"""The heads whose reliability is drawn."""


def main() -> None:
    """Print the page."""
    found = corpora.standard(Path.cwd(), os.environ, train=False)
    card = load_card(Path(str(files("reportedly.models.neural") / "weights")))
    print(f"# Readers side by side, reportedly {__version__}\n")
    print("Made by `python evals/compare.py`. What each figure means stands in [the README](../README.md).")
    print("The readers are told outlet and day of each article; thresholds were tuned on `reading/visible`.\n")
    for corpus in found.readings:
        print(*_reading(corpus), sep="\n")
    print(*_public(card), sep="\n")
    if any(task.startswith("head: ") for task in card.measured):
        print(*_heads(card), sep="\n")
    print(*_calibration(card), sep="\n")


def _reading(corpus: Corpus) -> Iterator[str]:
    """The figures of every reader on one folder of gold."""
    articles = gold.load(corpus.folder)
    given = [gold.to_reading(article.gold, article.text).article for article in articles]
    results = {name: tasks.read(corpus, articles, list(make().read(given))) for name, make in READERS.items()}
    yield f"## `{corpus.task}`, {len(articles)} articles\n"
    yield f"| metric | n | {' | '.join(f'`{name}`' for name in READERS)} | two annotators, other articles |"
    yield f"|---|---|{'---|' * len(READERS)}---|"
    columns = [{measure.metric: measure for measure in result.measures} for result in results.values()]
    for metric in METRICS:
        if metric in columns[0]:
            cells = [_number(column[metric].value) for column in columns]
            yield f"| `{metric}` | {columns[0][metric].n} | {' | '.join(cells)} | {_number(PEOPLE.get(metric))} |"
    yield ""


def _public(card: Card) -> Iterator[str]:
    yield "## Heads on public data, development parts\n"
    yield f"Model `{card.name}-{card.version}`. Published figures are of test parts, which are not looked at here.\n"
    yield "| what | `neural` | published |"
    yield "|---|---|---|"
    for task, metric, what, published in PUBLIC:
        yield f"| {what} | {_number(card.measured.get(task, {}).get(metric))} | {published} |"
    yield ""


def _heads(card: Card) -> Iterator[str]:
    yield "## Heads, one by one\n"
    yield "On all development articles, anchors as annotated: F1 over words or pairs, of classes the right share."
    yield "Every head with int8 weights, and in floats as it was trained.\n"
    yield "| head | int8 | floats | lost |"
    yield "|---|---|---|---|"
    for task, figures in card.measured.items():
        if task.startswith("head: "):
            int8, floats = figures["int8"], figures["float"]
            yield f"| {task.removeprefix('head: ')} | {_number(int8)} | {_number(floats)} | {floats - int8:+.3f} |"
    yield ""


def _calibration(card: Card) -> Iterator[str]:
    yield "## Calibration\n"
    yield "Expected calibration error of each head on decisions that its curve was not fitted on.\n"
    yield "| head | before | after |"
    yield "|---|---|---|"
    for task, figures in card.measured.items():
        if task.startswith("calibration: "):
            name = task.removeprefix("calibration: ")
            before, after = (_number(figures[key]) for key in ("before", "after"))
            yield f"| {name} | {before} | {after} |"
    yield ""
    for name in PLOTTED:
        if name in card.reliability:
            yield from _plot(name, card.reliability[name])


def _plot(name: str, bins: Sequence[tuple[float, float, int]]) -> Iterator[str]:
    """How often a head is right (bars) when it is so sure (axis and line), by a curve from other articles."""
    sure = [round(mean, 2) for mean, _, _ in bins]
    decisions = sum(count for _, _, count in bins)
    yield f"`{name}`: how sure it says it is, and how often it is right ({decisions} decisions)\n"
    yield "```mermaid"
    yield "xychart-beta"
    yield f"    x-axis {[str(value) for value in sure]}".replace("'", '"')
    yield '    y-axis "share that is right" 0 --> 1'
    yield f"    bar {[round(share, 2) for _, share, _ in bins]}"
    yield f"    line {sure}"
    yield "```\n"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
