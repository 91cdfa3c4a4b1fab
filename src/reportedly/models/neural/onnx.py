"""The network as two ONNX graphs, run by onnxruntime on the CPU, one window at a time.

A window runs by itself: what the int8 graphs make of it then depends on nothing else (their scale for activations is
taken from what they are given), and no arithmetic is spent on padding. Several threads take several windows.
"""

from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from reportedly.models.neural.geometry import Anchors, between, offsets, pooling
from reportedly.models.neural.outputs import Encoded, Floats, Related
from reportedly.models.neural.windows import Cutter, Window

ENCODER: Final = "encoder.onnx"
RELATIONS: Final = "relations.onnx"
RELATED: Final = ["roles", "links", "status", "mode", "voice", "certainty", "happened"]
"""What the second graph gives."""
_LEAST: Final = 2
"""The graphs are exported for at least so many anchors; one alone is doubled."""


class OnnxSession:
    """Implements `outputs.Session`; may be shared by threads.

    Args:
        folder: holds both graphs.
        cutter: knows the marks at a window's ends.
    """

    def __init__(self, folder: Path, cutter: Cutter) -> None:
        self._encoder = _opened(folder / ENCODER)
        self._relations = _opened(folder / RELATIONS)
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
        found = {name: made[0] for name, made in zip(RELATED, self._relations.run(RELATED, given), strict=True)}
        return Related(
            roles=found["roles"][:count],
            links=found["links"][:count, :count],
            status=found["status"][:count],
            mode=found["mode"][:count],
            voice=found["voice"][:count],
            certainty=found["certainty"][:count],
            happened=found["happened"][:count],
        )


def _opened(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
