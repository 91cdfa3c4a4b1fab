"""Network -> two ONNX graphs with int8 weights."""

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reportedly.models.neural.geometry import BUCKETS
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.onnx import ENCODER, RELATED, RELATIONS
from reportedly.train.network import Network

_OPSET: Final = 18
_PIECES, _WORDS, _ANCHORS = 40, 30, 5


class _First(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, hints: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.encode(ids, mask, first, hints)


class _Second(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.relations = network.relations

    def forward(self, words: Tensor, pool: Tensor, far: Tensor, between: Tensor) -> tuple[Tensor, ...]:
        found = self.relations(words, torch.ones_like(words[..., 0]), pool, far, between)
        return tuple(getattr(found, name) for name in RELATED)


def export(network: Network, folder: Path, *, quantized: bool = True) -> None:
    """Write both graphs into the folder; with float weights where they are not to be quantized."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    size = network.size
    pieces = torch.export.Dim("pieces", min=4, max=512)
    words, anchors = torch.export.Dim("words", min=2, max=512), torch.export.Dim("anchors", min=2, max=512)
    ids = torch.ones(1, _PIECES, dtype=torch.int64)
    first = torch.arange(1, _WORDS + 1)[None]
    hints = torch.zeros(1, _WORDS, WIDTH)
    near = torch.zeros(1, _ANCHORS, _WORDS, dtype=torch.int64).clamp(max=BUCKETS - 1)
    pair = torch.zeros(1, _ANCHORS, _ANCHORS, dtype=torch.int64)
    pool = torch.full((1, _ANCHORS, _WORDS), 1 / _WORDS)
    with TemporaryDirectory() as held, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own insides
        plain = Path(held)
        torch.onnx.export(
            _First(network).eval(), (ids, torch.ones_like(ids), first, hints), plain / ENCODER,
            input_names=["ids", "mask", "first", "hints"], output_names=["states", "tags"],
            dynamic_shapes={"ids": {1: pieces}, "mask": {1: pieces}, "first": {1: words},
                            "hints": {1: words}},
            dynamo=True, external_data=False, opset_version=_OPSET, verbose=False,
        )  # fmt: skip
        torch.onnx.export(
            _Second(network).eval(), (torch.zeros(1, _WORDS, size), pool, near, pair), plain / RELATIONS,
            input_names=["words", "pool", "far", "between"], output_names=RELATED,
            dynamic_shapes={"words": {1: words}, "pool": {1: anchors, 2: words}, "far": {1: anchors, 2: words},
                            "between": {1: anchors, 2: anchors}},
            dynamo=True, external_data=False, opset_version=_OPSET, verbose=False,
        )  # fmt: skip
        for name in (ENCODER, RELATIONS):
            if quantized:
                quantize_dynamic(plain / name, folder / name, weight_type=QuantType.QInt8, per_channel=True)
            else:
                (folder / name).write_bytes((plain / name).read_bytes())
