"""Training is tested on an encoder of two layers made here; what needs torch is skipped, saying so, without it."""

from pathlib import Path

import pytest

from vocabulary import vocabulary


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as Hugging Face has it: a BERT with random weights, and its vocabulary."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("tiny-base")
    vocabulary(folder, "rebels army said port shelled the officials denied")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=200, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=256,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    return folder
