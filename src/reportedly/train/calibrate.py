"""Curves of calibration: from how sure a head is to the share of its decisions that are right.

One rising curve a head (isotonic regression by pooling adjacent violators, Zadrozny and Elkan 2002), and the expected
calibration error measured on the half of the examples that the curve was not fitted on.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reportedly.models.neural.hints import no_hints
from reportedly.models.neural.labels import LINKS, OUTSIDE, ROLES, columns
from reportedly.models.neural.outputs import Floats, Session, sigmoid, softmax
from reportedly.models.neural.tuning import Tuning
from reportedly.train.examples import Example, role_labels

_BINS: Final = 10
_POINTS: Final = 24
"""The most points of a curve."""
_NEGLIGIBLE: Final = 0.02
"""A *yes* less likely than this is no open decision: nearly all words fill no role, and say nothing."""
_HALF: Final = 0.5

Curve = tuple[tuple[float, float], ...]
"""Points of (how sure, share that is right), both rising."""


@dataclass(frozen=True, kw_only=True)
class Reliability:
    """How far a head's probabilities can be trusted.

    Attributes:
        curve: fitted on all examples.
        before, after: expected calibration error without and with a curve, on examples it was not fitted on.
        bins: of ten equal ranges of probability, the mean probability, the share that is right, and the count; with
            curves from the other half.
    """

    curve: Curve
    before: float
    after: float
    bins: tuple[tuple[float, float, int], ...]


Decisions = tuple[Floats, NDArray[np.bool_]]
"""How sure a head is of each of its decisions, 0 to 1, and whether it is right."""


def gather(examples: Iterable[Example], session: Session) -> dict[str, list[Decisions]]:
    """The decisions of every head on every example, with the anchors as annotated."""
    found: dict[str, list[Decisions]] = defaultdict(list)
    for example in examples:
        encoded = session.encode(example.window, no_hints(example.window) if example.hints is None else example.hints)
        for head, labels in example.tags.items():
            found[head.value].append(_found(encoded.tags[:, columns(head)], labels))
        if not example.anchors:
            continue
        related = session.relate(example.window, encoded, [anchor.at for anchor in example.anchors])
        for name in ("status", "mode", "voice"):
            right = np.array([getattr(anchor, name) for anchor in example.anchors])
            found[name].append(_likeliest(getattr(related, name)[right >= 0], right[right >= 0]))
        found["tells"].append(_telling(related.tells, np.array([anchor.tells for anchor in example.anchors])))
        roles = role_labels(example)
        for number, role in enumerate(ROLES):
            found[role.value].append(_yes_or_no(related.roles[..., 2 * number], roles[..., 2 * number]))
        if example.links is not None:
            for number, link in enumerate(LINKS):
                found[link.value].append(_yes_or_no(related.links[..., number], example.links[..., number]))
    return found


def _found(logits: Floats, labels: NDArray[np.int64]) -> Decisions:
    """The words that a tagging head takes into a span: how sure it is of the kind, as `anchors.find` says it."""
    chances = softmax(logits)
    best = chances.argmax(-1)
    taken = (best != OUTSIDE) & (labels >= 0)
    kind = (best[taken] - 1) // 2
    rows = np.flatnonzero(taken)
    sure = chances[rows, 1 + 2 * kind] + chances[rows, 2 + 2 * kind]
    return sure, (labels[taken] != OUTSIDE) & ((labels[taken] - 1) // 2 == kind)


def _likeliest(logits: Floats, right: NDArray[np.int64]) -> Decisions:
    chances = softmax(logits)
    return chances.max(-1), chances.argmax(-1) == right


def _telling(logits: Floats, right: NDArray[np.int64]) -> Decisions:
    """The anchors that are taken to tell of an event elsewhere: how sure that is, and whether its type is right."""
    chances = softmax(logits)
    sure = 1 - chances[:, 0]
    taken = (sure >= _HALF) & (right >= 0)
    return sure[taken], 1 + chances[taken, 1:].argmax(-1) == right[taken]


def _yes_or_no(logits: Floats, labels: NDArray[np.int8]) -> Decisions:
    """The decisions that are open: those in which *yes* has a chance, or is right."""
    chances = sigmoid(logits)
    open_ = (labels >= 0) & ((chances > _NEGLIGIBLE) | (labels > 0))
    yes = chances[open_]
    return np.maximum(yes, 1 - yes), (yes > _HALF) == (labels[open_] > 0)


def reliability(parts: Sequence[Decisions]) -> Reliability | None:
    """The curve of one head, fitted on each half of the examples and measured on the other; None without any."""
    halves = [_joined(parts[half::2]) for half in (0, 1)]
    if any(len(hit) == 0 for _, hit in halves):
        return None
    curved = [(_curved(fitted(*halves[1 - half]), halves[half][0]), halves[half][1]) for half in (0, 1)]
    sure, hit = _joined(curved)
    before, _ = _joined(halves)
    after, bins = expected_error(sure, hit)
    return Reliability(
        curve=fitted(before, hit),
        before=round(expected_error(before, hit)[0], 4),
        after=round(after, 4),
        bins=bins,
    )


def _joined(parts: Sequence[Decisions]) -> Decisions:
    sure = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0, dtype=np.float32)
    hit = np.concatenate([part[1] for part in parts]) if parts else np.zeros(0, dtype=np.bool_)
    return sure, hit


def fitted(sure: Floats, hit: NDArray[np.bool_]) -> Curve:
    """The rising curve nearest to the decisions, in at most `_POINTS` points."""
    order = np.argsort(sure, kind="stable")
    edges = np.linspace(0, len(order), min(len(order), _POINTS) + 1).astype(int)
    groups = [order[a:b] for a, b in pairwise(edges.tolist()) if a < b]
    pooled: list[tuple[float, float, int]] = []
    for group in groups:
        pooled.append((float(sure[group].mean()), float(hit[group].mean()), len(group)))
        while len(pooled) > 1 and (pooled[-2][1] >= pooled[-1][1] or pooled[-2][0] >= pooled[-1][0]):
            (x0, y0, n0), (x1, y1, n1) = pooled[-2:]
            pooled[-2:] = [((x0 * n0 + x1 * n1) / (n0 + n1), (y0 * n0 + y1 * n1) / (n0 + n1), n0 + n1)]
    return tuple((round(x, 4), round(y, 4)) for x, y, _ in pooled)


def _curved(curve: Curve, sure: Floats) -> Floats:
    tuning = Tuning(curves={"it": curve})
    return np.array([tuning.sure("it", float(each)) for each in sure], dtype=np.float32)


def expected_error(sure: Floats, hit: NDArray[np.bool_]) -> tuple[float, tuple[tuple[float, float, int], ...]]:
    """Expected calibration error over equal ranges of probability, and the ranges."""
    bin_of = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    error, bins = 0.0, []
    for number in range(_BINS):
        held = bin_of == number
        if held.any():
            mean, share = float(sure[held].mean()), float(hit[held].mean())
            error += float(held.mean()) * abs(mean - share)
            bins.append((round(mean, 4), round(share, 4), int(held.sum())))
    return error, tuple(bins)
