"""Examples -> batches of tensors, of about as many word pieces each, examples of like length together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reportedly.models.neural.geometry import between, offsets, pooling
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.labels import LINKS, ROLES, Head
from reportedly.models.neural.windows import Cutter
from reportedly.train.examples import UNKNOWN, Example, no_links, role_labels


@dataclass(slots=True)
class Batch:
    """The tensors of some windows: B windows, L pieces, W words, A anchors; padded with zeros, labels with -1."""

    source: str
    ids: Tensor
    mask: Tensor
    first: Tensor
    present: Tensor
    hints: Tensor
    pool: Tensor
    far: Tensor
    between: Tensor
    tags: dict[Head, Tensor]
    roles: Tensor
    links: Tensor
    classes: dict[str, Tensor]
    values: dict[str, Tensor]
    root: Tensor


def batched(examples: Sequence[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """The examples in shuffled batches of at most `pieces` padded word pieces, like lengths together."""
    order = sorted(examples, key=lambda e: (e.window.pieces + rng.uniform(-8, 8)))
    found: list[list[Example]] = []
    held: list[Example] = []
    for example in order:
        if held and (len(held) + 1) * example.window.pieces > pieces:
            found.append(held)
            held = []
        held.append(example)
    if held:
        found.append(held)
    rng.shuffle(found)
    return found


class Collator:
    """Makes tensors of examples."""

    def __init__(self, cutter: Cutter) -> None:
        self._marks = (cutter.first, cutter.last)

    def __call__(self, examples: Sequence[Example]) -> Batch:
        """The batch of some examples of one data set."""
        windows = [e.window for e in examples]
        count, length = len(examples), max(w.pieces for w in windows)
        words = max(len(w.words) for w in windows)
        anchors = max(1, *(len(e.anchors) for e in examples))
        ids = np.zeros((count, length), dtype=np.int64)
        mask = np.zeros((count, length), dtype=np.int64)
        first = np.zeros((count, words), dtype=np.int64)
        present = np.zeros((count, words), dtype=np.float32)
        hints = np.zeros((count, words, WIDTH), dtype=np.float32)
        pool = np.zeros((count, anchors, words), dtype=np.float32)
        far = np.zeros((count, anchors, words), dtype=np.int64)
        near = np.zeros((count, anchors, anchors), dtype=np.int64)
        roles = np.full((count, anchors, words, 2 * len(ROLES)), UNKNOWN, dtype=np.int8)
        links = np.full((count, anchors, anchors, len(LINKS)), UNKNOWN, dtype=np.int8)
        heads = sorted({head for e in examples for head in e.tags})
        tags = {head: np.full((count, words), UNKNOWN, dtype=np.int64) for head in heads}
        for row, example in enumerate(examples):
            window = example.window
            n, a = len(window.words), len(example.anchors)
            flat = [self._marks[0], *(p for w in window.words for p in w.pieces), self._marks[1]]
            ids[row, : len(flat)] = flat
            mask[row, : len(flat)] = 1
            first[row, :n] = np.cumsum([1, *(len(w.pieces) for w in window.words[:-1])])
            present[row, :n] = 1
            if example.hints is not None:
                hints[row, :n] = example.hints
            for head, labels in example.tags.items():
                tags[head][row, :n] = labels
            if a:
                places = [anchor.at for anchor in example.anchors]
                pool[row, :a, :n] = pooling(places, n)
                far[row, :a, :n] = offsets(places, window.words)
                near[row, :a, :a] = between(far[row, :a, :n], places)
                roles[row, :a, :n] = role_labels(example)
                links[row, :a, :a] = example.links if example.links is not None else no_links(a)
        return Batch(
            source=examples[0].source,
            ids=torch.from_numpy(ids),
            mask=torch.from_numpy(mask),
            first=torch.from_numpy(first),
            present=torch.from_numpy(present),
            hints=torch.from_numpy(hints),
            pool=torch.from_numpy(pool),
            far=torch.from_numpy(far),
            between=torch.from_numpy(near),
            tags={head: torch.from_numpy(values) for head, values in tags.items()},
            roles=torch.from_numpy(roles),
            links=torch.from_numpy(links),
            classes={name: _anchored(examples, name, anchors, torch.int64) for name in ("status", "mode", "voice")},
            values={name: _anchored(examples, name, anchors, torch.float32) for name in ("certainty", "happened")},
            root=torch.tensor([e.root for e in examples]),
        )


def _anchored(examples: Sequence[Example], name: str, anchors: int, kind: torch.dtype) -> Tensor:
    blank = UNKNOWN if kind is torch.int64 else float("nan")
    rows = [[getattr(a, name) for a in e.anchors] + [blank] * (anchors - len(e.anchors)) for e in examples]
    return torch.tensor(rows, dtype=kind)


def endless(examples: Sequence[Example], pieces: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches for ever, shuffled anew each time round."""
    while True:
        yield from batched(examples, pieces, rng)
