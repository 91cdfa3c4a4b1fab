"""A text's fingerprint: the grams that winnowing keeps, where they stand, and its quotations."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]

GRAM: Final = 5
"""Words in a gram."""
WINDOW: Final = 4
"""Neighbouring grams of which at least one is kept."""
_WORD = re.compile(r"\w+")
_QUOTATION = re.compile(r"“([^“”]{20,1200})”|\"([^\"\n]{20,1200})\"")
_POWERS: Final = np.array([pow(0x9E3779B97F4A7C15, GRAM - 1 - at, 1 << 64) for at in range(GRAM)], dtype=np.uint64)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT: Final = np.uint64(31)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: their hash, their range, and how many there are."""

    hash: int
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an index keeps of a text.

    Attributes:
        grams: hashes of the kept grams, ascending, each once; `at` is the number of its first word, `starts` and
            `ends` the code points that it covers (where a gram comes twice: of the first).
        whole: hash over all words in order.
        size: words in the text.
    """

    grams: Hashes
    at: Places
    starts: Places
    ends: Places
    whole: int
    size: int
    quotations: tuple[Quotation, ...]


def fingerprint(text: str, quote: int = 8) -> Fingerprint:
    """The fingerprint of a text; small and large letters, marks and blanks make no difference.

    Args:
        quote: words that a quotation needs to be kept.
    """
    found = list(_WORD.finditer(text))
    words = [match[0].lower() for match in found]
    hashes = np.array([_hashed(word) for word in words], dtype=np.uint64)
    kept, grams = _winnowed(hashes)
    last = np.minimum(kept + GRAM - 1, max(0, len(found) - 1))
    return Fingerprint(
        grams=grams,
        at=kept.astype(np.int32),
        starts=np.array([found[at].start() for at in kept.tolist()], dtype=np.int32),
        ends=np.array([found[at].end() for at in last.tolist()], dtype=np.int32),
        whole=_digest(" ".join(words)),
        size=len(words),
        quotations=tuple(_quotations(text, quote)),
    )


@lru_cache(maxsize=1 << 17)
def _hashed(word: str) -> int:
    """64 bits that are the same in every process; never 0."""
    return _digest(word) or 1


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _winnowed(words: Hashes) -> tuple[npt.NDArray[np.intp], Hashes]:
    """Places and hashes of the kept grams, by hash; the first place of each."""
    if not len(words):
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.uint64)
    grams = _grams(words)
    if len(grams) <= WINDOW:
        kept = np.array([int(grams.argmin())], dtype=np.intp) if len(grams) else np.empty(0, dtype=np.intp)
    else:
        windows = np.lib.stride_tricks.sliding_window_view(grams, WINDOW)
        kept = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    chosen, first = np.unique(grams[kept], return_index=True)
    return kept[first], chosen


def _grams(words: Hashes) -> Hashes:
    """The hash of each run of five words; of all words where there are fewer."""
    if len(words) < GRAM:
        grams = np.array([(words * _POWERS[: len(words)]).sum(dtype=np.uint64)], dtype=np.uint64)
    else:
        count = len(words) - GRAM + 1
        grams = np.zeros(count, dtype=np.uint64)
        for at, power in enumerate(_POWERS):
            grams += words[at : at + count] * power
    grams = (grams ^ (grams >> _SHIFT)) * _MIX
    grams ^= grams >> _SHIFT
    grams[grams == 0] = 1
    return grams


def _quotations(text: str, least: int) -> list[Quotation]:
    found = []
    for match in _QUOTATION.finditer(text):
        group = 1 if match[1] is not None else 2
        words = [word.lower() for word in _WORD.findall(match[group])]
        if len(words) >= least:
            found.append(Quotation(_digest(" ".join(words)), match.start(group), match.end(group), len(words)))
    return found
