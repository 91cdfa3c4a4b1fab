"""Tag logits -> anchors: the spans that the tagging heads find in a window."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from reportedly.models.neural.labels import OUTSIDE, Head, columns
from reportedly.models.neural.outputs import Floats, softmax
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Window

HEADS: Final = (Head.TRIGGER, Head.CUE, Head.ECHO, Head.LEVEL)
"""The tagging heads whose spans are anchors of a reading."""
_WHOLE: Final = (Head.TRIGGER, Head.ECHO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A span that a head has found.

    Attributes:
        at: half-open range of word numbers.
        kind: number of the kind, in the order of `labels.KINDS`.
        score: probability of the kind at the span's first word, 0 to 1.
    """

    head: Head
    at: tuple[int, int]
    kind: int
    score: float


def find(head: Head, tags: Floats, window: Window, tuning: Tuning) -> Iterator[Found]:
    """The spans of one head among the window's own words, in order.

    A word begins a span where its likeliest label, after the tuned handicap of *outside*, says so; the span goes on
    over words that are likelier within it than outside.
    """
    logits = tags[:, columns(head)]
    chances = softmax(logits)
    weighed = logits.copy()
    weighed[:, OUTSIDE] -= tuning.lean.get(head.value, 0.0)
    best = weighed.argmax(-1)
    words = len(window.words)
    done = window.own
    for at in np.flatnonzero(best != OUTSIDE).tolist():
        if at < done:
            continue
        kind = (int(best[at]) - 1) // 2
        end = at + 1
        while end < words and _goes_on(logits[end], kind, head):
            end += 1
        pair = chances[at, 1 + 2 * kind : 3 + 2 * kind]
        score = tuning.sure(head.value, float(np.clip(pair.sum(), 0.0, 1.0)))
        yield Found(head=head, at=(at, end), kind=kind, score=score)
        done = end


def _goes_on(logits: Floats, kind: int, head: Head) -> bool:
    """Whether a word is likelier inside a span of the kind than outside, and than at the beginning of one.

    Two triggers of one type side by side are one ("carried out"), and two echoes.
    """
    inside = logits[2 + 2 * kind]
    if head in _WHOLE:
        return bool(max(inside, logits[1 + 2 * kind]) > logits[OUTSIDE])
    return bool(inside > logits[OUTSIDE] and inside > logits[1::2].max())
