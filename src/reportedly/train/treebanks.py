"""Treebanks in CoNLL-U -> examples with heads and relations (Universal Dependencies)."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from reportedly.models.neural.windows import Cutter
from reportedly.schema import Span
from reportedly.train.examples import UNKNOWN, Example
from reportedly.train.sentences import of_tokens
from reportedly.train.syntax import RELATIONS

_COLUMNS: Final = 10
_FORM, _HEAD, _RELATION = 1, 6, 7


def sentences(path: Path, cutter: Cutter) -> Iterator[Example]:
    """One example a sentence; what stands in two tokens of the treebank and one word of ours has the first one's head.

    Raises:
        ValueError: a line has not ten columns.
    """
    for rows in _blocks(path):
        example, spans = of_tokens("ud", [row[_FORM] for row in rows], cutter)
        places = [example.place(Span(span.start, span.end)) for span in spans]
        count = len(example.window.words)
        heads = np.full(count, UNKNOWN, dtype=np.int64)
        relations = np.full(count, UNKNOWN, dtype=np.int64)
        for row, place in zip(rows, places, strict=True):
            head = int(row[_HEAD])
            over = places[head - 1] if head else place
            if place and over and heads[place[0]] == UNKNOWN:
                heads[place[0]] = over[0]
                relations[place[0]] = RELATIONS.index(row[_RELATION].partition(":")[0])
        example.heads, example.relations = heads, relations
        yield example


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    """The words of each sentence, without the ranges and the empty words that CoNLL-U puts between them."""
    held: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate((*lines, "\n"), 1):
            if line.startswith("#"):
                continue
            columns = line.rstrip("\n").split("\t")
            if not line.strip():
                if held:
                    yield held
                held = []
            elif len(columns) != _COLUMNS:
                raise ValueError(f"{path}:{number}: {len(columns)} columns instead of {_COLUMNS}")
            elif columns[0].isdigit():
                held.append(columns)
