"""Examples -> batches of tensors, of about as many word pieces each, examples of like length together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reportedly.errors import InputError
from reportedly.models.neural.geometry import between, offsets, pooling
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.labels import LINKS, ROLES, Head
from reportedly.models.neural.windows import Cutter
from reportedly.train.examples import UNKNOWN, Example, no_links, role_labels

CLASSES: Final = ("status", "mode", "voice", "tells", "told")
"""The classes that an anchor may have, one of each."""


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
    heads: Tensor | None
    relations: Tensor | None


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
    """Makes tensors of examples.

    Args:
        hidden: share of the word pieces that are replaced by the mask, so that no one word is relied on.
        seed: of the choice of these.

    Raises:
        InputError: some are to be replaced, and the vocabulary has no mask.
    """

    def __init__(self, cutter: Cutter, hidden: float = 0.0, seed: int = 0) -> None:
        self._marks = (cutter.first, cutter.last)
        if hidden and cutter.mask is None:
            raise InputError("the vocabulary", "has no mask", "set hide = 0 in the recipe")
        self._mask = UNKNOWN if cutter.mask is None else cutter.mask
        self._hidden = hidden
        self._rng = np.random.default_rng(seed)

    def __call__(self, examples: Sequence[Example]) -> Batch:
        """The batch of some examples of one data set."""
        words = max(len(example.window.words) for example in examples)
        anchors = max(1, *(len(example.anchors) for example in examples))
        heads = sorted({head for example in examples for head in example.tags})
        return Batch(
            source=examples[0].source,
            **self._read(examples, words),
            **_placed(examples, words, anchors),
            tags={head: _tagged(examples, head, words) for head in heads},
            classes={name: _anchored(examples, name, anchors, torch.int64) for name in CLASSES},
            values={name: _anchored(examples, name, anchors, torch.float32) for name in ("certainty", "happened")},
            root=torch.tensor([example.root for example in examples]),
            heads=_worded([example.heads for example in examples], words),
            relations=_worded([example.relations for example in examples], words),
        )

    def _read(self, examples: Sequence[Example], words: int) -> dict[str, Tensor]:
        """What the encoder is given: pieces, and the words that they make up."""
        count, length = len(examples), max(example.window.pieces for example in examples)
        ids, mask = (np.zeros((count, length), dtype=np.int64) for _ in range(2))
        first = np.zeros((count, words), dtype=np.int64)
        present = np.zeros((count, words), dtype=np.float32)
        hints = np.zeros((count, words, WIDTH), dtype=np.float32)
        for row, example in enumerate(examples):
            held = example.window.words
            flat = [self._marks[0], *(piece for word in held for piece in word.pieces), self._marks[1]]
            ids[row, : len(flat)] = flat
            mask[row, : len(flat)] = 1
            first[row, : len(held)] = np.cumsum([1, *(len(word.pieces) for word in held[:-1])])
            present[row, : len(held)] = 1
            if example.hints is not None:
                hints[row, : len(held)] = example.hints
        if self._hidden:
            lost = (self._rng.random(ids.shape) < self._hidden) & ~np.isin(ids, self._marks) & (mask == 1)
            ids[lost] = self._mask
        return _tensors(ids=ids, mask=mask, first=first, present=present, hints=hints)


def _placed(examples: Sequence[Example], words: int, anchors: int) -> dict[str, Tensor]:
    """Where the anchors stand, and what words and anchors are to them."""
    count = len(examples)
    pool = np.zeros((count, anchors, words), dtype=np.float32)
    far = np.zeros((count, anchors, words), dtype=np.int64)
    near = np.zeros((count, anchors, anchors), dtype=np.int64)
    roles = np.full((count, anchors, words, 2 * len(ROLES)), UNKNOWN, dtype=np.int8)
    links = np.full((count, anchors, anchors, len(LINKS)), UNKNOWN, dtype=np.int8)
    for row, example in enumerate(examples):
        n, a = len(example.window.words), len(example.anchors)
        if a:
            places = [anchor.at for anchor in example.anchors]
            pool[row, :a, :n] = pooling(places, n)
            far[row, :a, :n] = offsets(places, example.window.words)
            near[row, :a, :a] = between(far[row, :a, :n], places)
            roles[row, :a, :n] = role_labels(example)
            links[row, :a, :a] = example.links if example.links is not None else no_links(a)
    return _tensors(pool=pool, far=far, between=near, roles=roles, links=links)


def _tensors(**arrays: NDArray[Any]) -> dict[str, Tensor]:
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _tagged(examples: Sequence[Example], head: Head, words: int) -> Tensor:
    """One head's labels, (B, W); unknown for windows that it is not told of."""
    found = np.full((len(examples), words), UNKNOWN, dtype=np.int64)
    for row, example in enumerate(examples):
        if head in example.tags:
            found[row, : len(example.window.words)] = example.tags[head]
    return torch.from_numpy(found)


def _worded(rows: Sequence[NDArray[np.int64] | None], words: int) -> Tensor | None:
    """One number a word, (B, W); None where no example has any."""
    if all(row is None for row in rows):
        return None
    found = np.full((len(rows), words), UNKNOWN, dtype=np.int64)
    for number, row in enumerate(rows):
        if row is not None:
            found[number, : len(row)] = row
    return torch.from_numpy(found)


def _anchored(examples: Sequence[Example], name: str, anchors: int, kind: torch.dtype) -> Tensor:
    blank = UNKNOWN if kind is torch.int64 else float("nan")
    rows = [[getattr(a, name) for a in e.anchors] + [blank] * (anchors - len(e.anchors)) for e in examples]
    return torch.tensor(rows, dtype=kind)
