"""What the network says of one window, as arrays: the border between a model and its meaning."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reportedly.models.neural.geometry import Anchors
from reportedly.models.neural.windows import Window

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """The first half: W words.

    Attributes:
        states: (W, size), for the second half.
        tags: logits of all tagging heads side by side, (W, columns).
    """

    states: Floats
    tags: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The second half, of A anchors; all are logits.

    Attributes:
        roles: (A, W, 2 * roles), inside and beginning.
        links: (A, A, links), of the first anchor to the second.
        status, mode, voice: (A, classes).
        tells: (A, `labels.TELLS`), of which type the event is that stands elsewhere and is told of; told: its status.
        certainty: (A,).
        happened: factuality from -3 to 3, no logit, (A,).
    """

    roles: Floats
    links: Floats
    status: Floats
    mode: Floats
    voice: Floats
    tells: Floats
    told: Floats
    certainty: Floats
    happened: Floats


class Session(Protocol):
    """Runs the network on one window at a time, whatever it is computed with."""

    def encode(self, window: Window, hints: Floats) -> Encoded:
        """The states of its words, and what each is tagged; hints are (words, `hints.WIDTH`)."""
        ...

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        """What holds of the anchors; at least one is given."""
        ...


def sigmoid(logits: Floats) -> Floats:
    """Logits -> probabilities, each for itself."""
    found: Floats = np.float32(1.0) / (np.float32(1.0) + np.exp(-np.clip(logits, -30, 30)))
    return found


def softmax(logits: Floats) -> Floats:
    """Logits -> probabilities that add up to 1 over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
