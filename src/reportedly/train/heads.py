"""One figure for every head on annotated windows, the anchors as annotated: F1 over words or pairs, or accuracy."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.evals.metrics import Tally
from reportedly.models.neural.hints import no_hints
from reportedly.models.neural.labels import LINKS, OUTSIDE, ROLES, columns
from reportedly.models.neural.outputs import Floats, Related, Session
from reportedly.train.examples import Example, role_labels

_CLASSES = ("status", "mode", "voice", "tells", "told")

Labels = NDArray[Any]


def figures(examples: Iterable[Example], session: Session) -> dict[str, float]:
    """Of every head that the examples supervise: micro-F1 of its words or pairs; of a class, the share that is right.

    A word is right in a tagging head when its kind is, wherever the span begins.
    """
    total: dict[str, Tally] = defaultdict(Tally)
    for example in examples:
        encoded = session.encode(example.window, no_hints(example.window) if example.hints is None else example.hints)
        for head, labels in example.tags.items():
            total[head.value] += _tagged(encoded.tags[:, columns(head)], labels)
        if example.anchors:
            related = session.relate(example.window, encoded, [anchor.at for anchor in example.anchors])
            for name, counted in _related(example, related).items():
                total[name] += counted
    return {name: counted.f1().f1 for name, counted in total.items() if counted.gold}


def _tagged(logits: Floats, labels: Labels) -> Tally:
    known = labels >= 0
    gold, said = (labels[known] + 1) // 2, (logits.argmax(-1)[known] + 1) // 2
    return Tally(
        hit=int(((gold == said) & (gold != OUTSIDE)).sum()),
        gold=int((gold != OUTSIDE).sum()),
        pred=int((said != OUTSIDE).sum()),
    )


def _related(example: Example, related: Related) -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    for name in _CLASSES:
        right = np.array([getattr(anchor, name) for anchor in example.anchors])
        known = right >= 0
        hit = getattr(related, name).argmax(-1)[known] == right[known]
        found[name] = Tally(hit=int(hit.sum()), gold=int(known.sum()), pred=int(known.sum()))
    roles = role_labels(example)
    for number, role in enumerate(ROLES):
        found[role.value] = _yes_or_no(related.roles[..., 2 * number], roles[..., 2 * number])
    if example.links is not None:
        for number, link in enumerate(LINKS):
            found[link.value] = _yes_or_no(related.links[..., number], example.links[..., number])
    return found


def _yes_or_no(logits: Floats, labels: Labels) -> Tally:
    known = labels >= 0
    gold, said = labels[known] > 0, logits[known] > 0
    return Tally(hit=int((gold & said).sum()), gold=int(gold.sum()), pred=int(said.sum()))
