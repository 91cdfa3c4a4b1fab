"""A tiny word-piece vocabulary: letters and their continuations, so that a word has as many pieces as letters."""

import string
from pathlib import Path

from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece
from tokenizers.processors import BertProcessing

UNKNOWN = "[UNK]"
LETTERS = string.ascii_lowercase + string.digits + string.punctuation


def vocabulary(folder: Path, words: str = "") -> Path:
    """Write a `tokenizer.json` in which each of the words is one piece."""
    marks = ["[PAD]", UNKNOWN, "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*marks, *LETTERS, *(f"##{letter}" for letter in LETTERS), *words.split()]
    numbers = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    made = Tokenizer(WordPiece(numbers, unk_token=UNKNOWN, max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    path = folder / "tokenizer.json"
    made.save(str(path))
    return path
