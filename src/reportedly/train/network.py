"""The network: one encoder, tagging heads over its words, and heads over anchors and pairs."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as everybody writes it

from reportedly.models.neural.geometry import BUCKETS
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.labels import (
    LINKS,
    MODE_NAMES,
    PLV_ROOTS,
    ROLES,
    STATUSES,
    TAG_COLUMNS,
    TELLS,
    VOICES,
    Role,
)
from reportedly.train.syntax import Syntax

FAR = -1e4
"""What is added to a score that must not count."""
_RARE = -3.0
"""Where the logits of rare things begin: most words fill no role."""


class Related(NamedTuple):
    """What the second half of the network says of the anchors of a batch; B windows, A anchors, W words.

    Attributes:
        roles: logits, (B, A, W, 2 * roles): inside and beginning of each role.
        links: logits, (B, A, A, links): of the first anchor to the second.
        status, mode, voice: logits, (B, A, classes).
        tells: logits, (B, A, `labels.TELLS`): the type of the event elsewhere that a cue's content tells of; told: of
            its status there.
        certainty: logits, (B, A).
        happened: factuality from -3 to 3, (B, A).
    """

    roles: Tensor
    links: Tensor
    status: Tensor
    mode: Tensor
    voice: Tensor
    tells: Tensor
    told: Tensor
    certainty: Tensor
    happened: Tensor


class Network(nn.Module):
    """All heads over one encoder.

    Args:
        encoder: maps ids and mask, both (B, pieces), to an object whose `last_hidden_state` is (B, pieces, size).
        size: width of the encoder's states.
        depth: how many layers it has.
        hidden: width of the heads.
        dropout: share of the encoder's outputs that is dropped in training.
    """

    def __init__(self, encoder: nn.Module, size: int, depth: int, hidden: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.size = size
        self.depth = depth
        self.drop = nn.Dropout(dropout)
        self.hints = nn.Linear(WIDTH, size, bias=False)
        nn.init.zeros_(self.hints.weight)
        self.tags = nn.Sequential(nn.Linear(size, hidden), nn.GELU(), nn.Linear(hidden, TAG_COLUMNS))
        self.relations = Relations(size, hidden, dropout)
        self.syntax = Syntax(size)
        self.root = nn.Sequential(
            nn.Linear(4 * size, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, len(PLV_ROOTS))
        )

    def encode(self, ids: Tensor, mask: Tensor, first: Tensor, hints: Tensor) -> tuple[Tensor, Tensor]:
        """States of the words (B, W, size), and the logits of all tagging heads side by side (B, W, columns).

        Args:
            first: (B, W), the first piece of each word.
            hints: (B, W, `hints.WIDTH`), what the rules see.
        """
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        index = first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        words = self.drop(states.gather(1, index) + self.hints(self.drop(hints)))
        return words, self.tags(words)

    def roots(self, words: Tensor, present: Tensor, pool: Tensor) -> Tensor:
        """Logits of the event type (B, roots), of a sentence whose first two anchors are its source and target."""
        anchors = torch.matmul(pool[:, :2], words)
        mean = (words * present.unsqueeze(-1)).sum(1) / present.sum(1, keepdim=True).clamp(min=1)
        most = (words + FAR * (1 - present).unsqueeze(-1)).max(1).values
        return self.root(torch.cat([anchors[:, 0], anchors[:, 1], mean, most], -1))


class Relations(nn.Module):
    """The second half: from words and anchors to roles, links and classes."""

    def __init__(self, size: int, hidden: int, dropout: float, rank: int = 64) -> None:
        super().__init__()
        roles = 2 * len(ROLES)
        self.from_anchor = nn.Linear(size, hidden)
        self.to_word = nn.Linear(size, hidden, bias=False)
        self.by_distance = nn.Linear(BUCKETS, hidden, bias=False)
        self.pair = nn.Linear(hidden, roles)
        self.query = nn.Linear(size, roles * rank)
        self.key = nn.Linear(size, rank)
        self.rank = rank
        self.link_from = nn.Linear(size, hidden)
        self.link_to = nn.Linear(size, hidden, bias=False)
        self.link_distance = nn.Linear(BUCKETS, hidden, bias=False)
        self.link_roles = nn.Linear(2, hidden, bias=False)
        self.link = nn.Linear(hidden, len(LINKS))
        self.status = nn.Sequential(nn.Linear(2 * size, hidden), nn.GELU(), nn.Dropout(dropout))
        self.status_out = nn.Linear(hidden, len(STATUSES) + 1)
        self.mode = nn.Sequential(nn.Linear(size, hidden), nn.GELU(), nn.Linear(hidden, len(MODE_NAMES)))
        self.voice = nn.Sequential(nn.Linear(2 * size, hidden), nn.GELU(), nn.Linear(hidden, len(VOICES)))
        self.telling = nn.Sequential(nn.Linear(2 * size, hidden), nn.GELU(), nn.Dropout(dropout))
        self.telling_out = nn.Linear(hidden, len(TELLS) + len(STATUSES))
        self.happened = nn.Sequential(nn.Linear(size, hidden), nn.GELU(), nn.Linear(hidden, 1))
        nn.init.constant_(self.pair.bias, _RARE)
        nn.init.constant_(self.link.bias, _RARE)

    def forward(self, words: Tensor, present: Tensor, pool: Tensor, far: Tensor, between: Tensor) -> Related:
        """What holds of the anchors.

        Args:
            words: states, (B, W, size).
            present: 1.0 for a word, 0.0 for padding, (B, W).
            pool: (B, A, W); averages words into anchors, a row of zeros for padding.
            far: bucket of each word from each anchor, (B, A, W).
            between: bucket of each anchor from each anchor, (B, A, A).
        """
        anchors = torch.matmul(pool, words)
        roles = self._roles(words, anchors, far)
        links = self._links(anchors, roles, pool, between)
        source = roles[..., 2 * ROLES.index(Role.SOURCE)] + FAR * (1 - present).unsqueeze(1)
        voiced = torch.matmul(torch.softmax(source.float(), -1).to(words.dtype), words)
        real = (pool.sum(-1) > 0).to(words.dtype)
        weight = torch.sigmoid(links[..., 0]).transpose(1, 2) * real.unsqueeze(1)
        carrying = torch.matmul(weight, anchors) / (1 + weight.sum(-1, keepdim=True))
        status = self.status_out(self.status(torch.cat([anchors, carrying], -1)))
        carried = torch.sigmoid(roles[..., 2 * ROLES.index(Role.CONTENT)]) * present.unsqueeze(1)
        content = torch.matmul(carried, words) / (1 + carried.sum(-1, keepdim=True))
        telling = self.telling_out(self.telling(torch.cat([anchors, content], -1)))
        return Related(
            roles=roles,
            links=links,
            status=status[..., :-1],
            mode=self.mode(anchors),
            voice=self.voice(torch.cat([anchors, voiced], -1)),
            tells=telling[..., : len(TELLS)],
            told=telling[..., len(TELLS) :],
            certainty=status[..., -1],
            happened=self.happened(anchors).squeeze(-1),
        )

    def _roles(self, words: Tensor, anchors: Tensor, far: Tensor) -> Tensor:
        near = self.by_distance(F.one_hot(far, BUCKETS).to(words.dtype))
        mixed = F.gelu(self.from_anchor(anchors).unsqueeze(2) + self.to_word(words).unsqueeze(1) + near)
        batch, count, _ = anchors.shape
        query = self.query(anchors).view(batch, count * (self.query.out_features // self.rank), self.rank)
        product = torch.matmul(query, self.key(words).transpose(1, 2)) / self.rank**0.5
        product = product.view(batch, count, -1, words.shape[1]).transpose(2, 3)
        return self.pair(mixed) + product

    def _links(self, anchors: Tensor, roles: Tensor, pool: Tensor, between: Tensor) -> Tensor:
        content = 2 * ROLES.index(Role.CONTENT)
        clause = 2 * ROLES.index(Role.CLAUSE)
        read = torch.stack([roles[..., content], roles[..., clause]], 1).clamp(-10, 10) / 5
        told = torch.matmul(read, pool.transpose(1, 2).unsqueeze(1))
        mixed = (
            self.link_from(anchors).unsqueeze(2)
            + self.link_to(anchors).unsqueeze(1)
            + self.link_distance(F.one_hot(between, BUCKETS).to(anchors.dtype))
            + self.link_roles(told.permute(0, 2, 3, 1))
        )
        return self.link(F.gelu(mixed))

