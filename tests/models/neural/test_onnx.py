"""The graphs in the package; everything else of the network is tested with arrays made by hand."""

from importlib.resources import files
from pathlib import Path

from reportedly.extract import segment
from reportedly.models.neural.hints import no_hints
from reportedly.models.neural.labels import NOTHING, TELLS
from reportedly.models.neural.onnx import RELATED, OnnxSession
from reportedly.models.neural.windows import Cutter

WEIGHTS = Path(str(files("reportedly.models.neural") / "weights"))


def test_weights_without_the_head_say_that_nothing_is_told_of_elsewhere() -> None:
    cutter = Cutter(WEIGHTS / "tokenizer.json")
    session = OnnxSession(WEIGHTS, cutter)
    window = cutter.cut(segment.passages("Officials said rebels shelled the port."))[0]
    related = session.relate(window, session.encode(window, no_hints(window)), [(1, 2)])
    assert {name: len(getattr(related, name)) for name in RELATED} == dict.fromkeys(RELATED, 1)
    assert TELLS[related.tells[0].argmax()] == NOTHING
