"""Losses that count only what is known."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as everybody writes it

from reportedly.errors import SettingsError
from reportedly.models.neural.labels import columns
from reportedly.train.batches import Batch
from reportedly.train.network import Network


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of every head that the batch supervises, a mean over what is known."""
    words, tags = network.encode(batch.ids, batch.mask, batch.first, batch.hints)
    found: dict[str, Tensor] = {}
    for head, labels in batch.tags.items():
        known = labels >= 0
        if known.any():
            found[head.value] = F.cross_entropy(tags[..., columns(head)][known].float(), labels[known])
    if batch.pool.any():
        related = network.relations(words, batch.present.to(words.dtype), batch.pool.to(words.dtype), batch.far,
                                    batch.between)  # fmt: skip
        _binary(found, "roles", related.roles, batch.roles)
        _binary(found, "links", related.links, batch.links)
        for name, labels in batch.classes.items():
            known = labels >= 0
            if known.any():
                found[name] = F.cross_entropy(getattr(related, name)[known].float(), labels[known])
        _values(found, "certainty", torch.sigmoid(related.certainty.float()), batch.values["certainty"])
        _values(found, "happened", related.happened.float(), batch.values["happened"])
    if batch.heads is not None and batch.relations is not None:
        found |= network.syntax.losses(words, batch.present, batch.heads, batch.relations)
    if (batch.root >= 0).any():
        roots = network.roots(words, batch.present.to(words.dtype), batch.pool.to(words.dtype))
        found["root"] = F.cross_entropy(roots.float(), batch.root)
    return found


def _binary(found: dict[str, Tensor], name: str, logits: Tensor, labels: Tensor) -> None:
    """Per anchor: the sum over its words of the mean over what is known, so that long windows weigh no less."""
    known = labels >= 0
    if known.any():
        wanted = labels.clamp(min=0).float()
        loss = F.binary_cross_entropy_with_logits(logits.float(), wanted, weight=known.float(), reduction="sum")
        found[name] = loss / known.flatten(2).any(-1).sum()


def _values(found: dict[str, Tensor], name: str, values: Tensor, wanted: Tensor) -> None:
    known = ~torch.isnan(wanted)
    if known.any():
        found[name] = F.smooth_l1_loss(values[known], wanted[known])


def total(parts: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """The weighted sum.

    Raises:
        SettingsError: a loss has no weight.
    """
    if missing := sorted(parts.keys() - weights.keys()):
        raise SettingsError(f"the recipe's [weights] lack {', '.join(missing)}")
    return torch.stack([weights[name] * loss for name, loss in parts.items()]).sum()

