"""A head that is there in training only: which word each word depends on, and how, as in Universal Dependencies.

Clauses are what cues carry and triggers assert, so an encoder that knows where clauses end finds them better. The head
itself is the deep biaffine parser of Dozat and Manning (2017) without its recurrent part.
"""

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as everybody writes it

RELATIONS: Final = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
"""The universal relations, without subtypes."""
_RANK: Final = 128
_FAR: Final = -1e4


class Syntax(nn.Module):
    """Scores every word as the head of every word, and the relation between the two."""

    def __init__(self, size: int, rank: int = _RANK) -> None:
        super().__init__()
        self.rank = rank
        self.dependent = nn.Linear(size, rank)
        self.head = nn.Linear(size, rank)
        self.relation = nn.Sequential(nn.Linear(2 * size, rank), nn.GELU(), nn.Linear(rank, len(RELATIONS)))

    def losses(self, words: Tensor, present: Tensor, heads: Tensor, relations: Tensor) -> dict[str, Tensor]:
        """The cross-entropy of heads (`arcs`) and of relations given the right heads.

        Args:
            words: states, (B, W, size).
            present: 1.0 for a word, 0.0 for padding, (B, W).
            heads: number of each word's head, its own for the root, (B, W); -1 where it is not known.
            relations: numbers in `RELATIONS`, likewise.
        """
        known = heads >= 0
        scores = torch.matmul(self.dependent(words), self.head(words).transpose(1, 2)).float() / self.rank**0.5
        scores = scores + _FAR * (1 - present).unsqueeze(1)
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, words.shape[-1])
        pairs = torch.cat([words, words.gather(1, index)], -1)[known]
        return {
            "arcs": F.cross_entropy(scores[known], heads[known]),
            "relations": F.cross_entropy(self.relation(pairs).float(), relations[known]),
        }
