"""Where words lie from an anchor, as the pair head takes it: a distance in words and in sentences, in buckets."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reportedly.models.neural.windows import Word

_EDGES: Final = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 45, 70])
_NEAR: Final = 2 * len(_EDGES) + 1
"""Buckets within the anchor's own sentence: as many on either side, and the anchor itself."""
_AWAY: Final = np.array([1, 2, 3, 5])
BUCKETS: Final = _NEAR + 2 * len(_AWAY)
"""How many buckets there are."""

Range = tuple[int, int]
"""Half-open range of word numbers in a window."""
Anchors = Sequence[Range]


def offsets(anchors: Anchors, words: Sequence[Word]) -> NDArray[np.int64]:
    """The bucket of each word as seen from each anchor: shape (anchors, words), values below `BUCKETS`."""
    at = np.arange(len(words))
    first = np.array([a for a, _ in anchors], dtype=np.int64).reshape(-1, 1)
    last = np.array([b - 1 for _, b in anchors], dtype=np.int64).reshape(-1, 1)
    steps = np.where(at < first, at - first, np.where(at > last, at - last, 0))
    sentence = np.array([word.sentence for word in words], dtype=np.int64)
    apart = sentence[None, :] - sentence[first] if len(words) else np.zeros((len(anchors), 0), dtype=np.int64)
    near = len(_EDGES) + np.sign(steps) * np.searchsorted(_EDGES, np.abs(steps), side="right")
    far = np.searchsorted(_AWAY, np.abs(apart), side="right") - 1
    away = _NEAR + np.where(apart < 0, far, len(_AWAY) + far)
    found: NDArray[np.int64] = np.where(apart == 0, near, away)
    return found


def between(buckets: NDArray[np.int64], anchors: Anchors) -> NDArray[np.int64]:
    """The bucket of each anchor's first word as seen from each anchor: shape (anchors, anchors)."""
    return buckets[:, [first for first, _ in anchors]]


def stretches(inside: NDArray[np.bool_]) -> list[Range]:
    """The ranges in which `inside`, of one word each, is True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]]))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def pooling(anchors: Anchors, words: int) -> NDArray[np.float32]:
    """The matrix that averages words into anchors: shape (anchors, words), rows add up to 1."""
    found = np.zeros((len(anchors), words), dtype=np.float32)
    for row, (first, end) in enumerate(anchors):
        found[row, first:end] = 1.0 / (end - first)
    return found
