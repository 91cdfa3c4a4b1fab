"""Gram -> the articles that hold it: a hash table of arrays, with a list beside it for grams that several hold."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reportedly.resolve.duplicates.fingerprint import Hashes

_EMPTY = np.uint64(0)
Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


class Postings:
    """Which articles hold a gram, by their numbers; 13 bytes a slot, at most half of the slots used.

    A gram held by more than `most` articles is boilerplate, and its later holders are forgotten.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._keys: Hashes = np.zeros(1 << 12, dtype=np.uint64)
        self._first: Numbers = np.zeros(1 << 12, dtype=np.int32)
        self._common: Flags = np.zeros(1 << 12, dtype=np.bool_)
        self._others: dict[int, list[int]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def first(self, grams: Hashes) -> Numbers:
        """The first article that holds each gram, -1 where none does."""
        slots = self._slots(grams)
        return np.where(self._keys[slots] == grams, self._first[slots], np.int32(-1)).astype(np.int32)

    def others(self, gram: int) -> Sequence[int]:
        """The later articles that hold a gram."""
        return self._others.get(gram, ())

    def frequent(self, grams: Hashes) -> Flags:
        """Which of the grams are boilerplate."""
        slots = self._slots(grams)
        common: Flags = self._common[slots] & (self._keys[slots] == grams)
        return common

    def add(self, grams: Hashes, article: int) -> None:
        """Note that an article holds the grams, each given once."""
        if not len(grams):
            return
        slots = self._slots(grams)
        known = self._keys[slots] == grams
        new = grams[~known]
        known &= ~self._common[slots]
        for gram, slot in zip(grams[known].tolist(), slots[known].tolist(), strict=True):
            self._also(gram, slot, article)
        if 2 * (self._count + len(new)) > len(self._keys):
            self._grow()
        self._place(new, np.full(len(new), article, dtype=np.int32), np.zeros(len(new), dtype=np.bool_))
        self._count += len(new)

    def _also(self, gram: int, slot: int, article: int) -> None:
        others = self._others.setdefault(gram, [])
        others.append(article)
        if len(others) >= self._most:
            self._common[slot] = True
            del self._others[gram]

    def _slots(self, grams: Hashes) -> npt.NDArray[np.int64]:
        """Where each gram stands, or the free slot where the search for it ends."""
        mask = len(self._keys) - 1
        slots = (grams & np.uint64(mask)).astype(np.int64)
        open_ = np.arange(len(grams))
        while len(open_):
            there = self._keys[slots[open_]]
            open_ = open_[(there != grams[open_]) & (there != _EMPTY)]
            slots[open_] = (slots[open_] + 1) & mask
        return slots

    def _place(self, grams: Hashes, articles: Numbers, common: Flags) -> None:
        """Put new grams in; of two that want one slot, the loser goes on."""
        left = np.arange(len(grams))
        while len(left):
            slots = self._slots(grams[left])
            self._keys[slots] = grams[left]
            won = self._keys[slots] == grams[left]
            self._first[slots[won]] = articles[left[won]]
            self._common[slots[won]] = common[left[won]]
            left = left[~won]

    def _grow(self) -> None:
        used = self._keys != _EMPTY
        grams, articles, common = self._keys[used], self._first[used], self._common[used]
        size = 4 * len(self._keys)
        self._keys, self._first = np.zeros(size, dtype=np.uint64), np.zeros(size, dtype=np.int32)
        self._common = np.zeros(size, dtype=np.bool_)
        self._place(grams, articles, common)
