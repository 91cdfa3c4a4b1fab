"""The network as two ONNX graphs, run by onnxruntime on the CPU, one window at a time.

A window runs by itself: what the int8 graphs make of it then depends on nothing else (their scale for activations is
taken from what they are given), and no arithmetic is spent on padding. Several threads take several windows.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from reportedly.errors import InputError
from reportedly.models.neural.geometry import Anchors, between, offsets, pooling
from reportedly.models.neural.labels import NOTHING, STATUSES, TELLS
from reportedly.models.neural.outputs import Encoded, Floats, Related
from reportedly.models.neural.windows import Cutter, Window

ENCODER: Final = "encoder.onnx"
RELATIONS: Final = "relations.onnx"
RELATED: Final = ["roles", "links", "status", "mode", "voice", "tells", "told", "certainty", "happened"]
"""What the second graph gives."""
_SURE: Final = 30.0
_LEAST: Final = 2
"""The graphs are exported for at least so many anchors; one alone is doubled."""


def _nothing(anchors: int) -> Floats:
    """Nothing is told of by any anchor, and that is sure."""
    logits = np.zeros((anchors, len(TELLS)), dtype=np.float32)
    logits[:, TELLS.index(NOTHING)] = _SURE
    return logits


_NOTHING_TOLD: Final[dict[str, Callable[[int], Floats]]] = {
    "tells": _nothing,
    "told": lambda anchors: np.zeros((anchors, len(STATUSES)), dtype=np.float32),
}
"""What stands in for heads that weights of version 1 do not have."""


class OnnxSession:
    """Implements `outputs.Session`; may be shared by threads.

    Weights that were made before there were the heads `tells` and `told` say that no cue tells of an event elsewhere.

    Args:
        folder: holds both graphs.
        cutter: knows the marks at a window's ends.

    Raises:
        InputError: the second graph lacks an output that every version has.
    """

    def __init__(self, folder: Path, cutter: Cutter) -> None:
        self._encoder = _opened(folder / ENCODER)
        self._relations = _opened(folder / RELATIONS)
        self._given = [output.name for output in self._relations.get_outputs()]
        if lacking := set(RELATED) - set(self._given) - _NOTHING_TOLD.keys():
            problem = f"lacks the outputs {', '.join(sorted(lacking))}"
            raise InputError(str(folder / RELATIONS), problem, "name weights of this version")
        self._marks = (cutter.first, cutter.last)

    def encode(self, window: Window, hints: Floats) -> Encoded:
        """The states of its words, and what each is tagged."""
        flat = [self._marks[0], *(piece for word in window.words for piece in word.pieces), self._marks[1]]
        ids = np.array([flat], dtype=np.int64)
        first = np.cumsum([1, *(len(word.pieces) for word in window.words[:-1])], dtype=np.int64)
        given = {"ids": ids, "mask": np.ones_like(ids), "first": first[None], "hints": hints[None]}
        states, tags = self._encoder.run(["states", "tags"], given)
        return Encoded(states=states[0], tags=tags[0])

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        """What holds of the anchors."""
        count = len(anchors)
        places = [*anchors, *([anchors[-1]] * (_LEAST - count))]
        far = offsets(places, window.words)
        given = {
            "words": encoded.states[None],
            "pool": pooling(places, len(window.words))[None],
            "far": far[None],
            "between": between(far, places)[None],
        }
        made = dict(zip(self._given, self._relations.run(self._given, given), strict=True))
        found = {name: made[name][0] if name in made else _NOTHING_TOLD[name](len(places)) for name in RELATED}
        return Related(
            roles=found["roles"][:count],
            links=found["links"][:count, :count],
            status=found["status"][:count],
            mode=found["mode"][:count],
            voice=found["voice"][:count],
            tells=found["tells"][:count],
            told=found["told"][:count],
            certainty=found["certainty"][:count],
            happened=found["happened"][:count],
        )


def _opened(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
