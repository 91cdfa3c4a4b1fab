"""The training loop: a shuffled plan of steps over several data sets, and a rate that warms up and fades."""

import logging
import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import torch
from torch import nn

from reportedly.train.batches import Collator, batched
from reportedly.train.examples import Example
from reportedly.train.losses import losses, total
from reportedly.train.network import Network
from reportedly.train.recipe import Recipe

_LOG = logging.getLogger(__name__)


def plan(data: Mapping[str, Sequence[Example]], recipe: Recipe, rng: random.Random) -> list[list[Example]]:
    """Every batch of the run in order: each data set as often as the recipe says, shuffled.

    The last `recipe.closing` of the steps see no data set but those that the recipe names as `main`.
    """
    main: list[list[Example]] = []
    other: list[list[Example]] = []
    for name, use in recipe.data.items():
        whole, part = divmod(use.passes, 1.0)
        steps: list[list[Example]] = []
        for _ in range(int(whole)):
            steps += batched(data[name], recipe.pieces, rng)
        if part:
            steps += batched(rng.sample(list(data[name]), round(part * len(data[name]))), recipe.pieces, rng)
        (main if use.main else other).extend(steps)
    rng.shuffle(main)
    cut = len(main) - round(recipe.closing * len(main))
    opening = main[:cut] + other
    rng.shuffle(opening)
    return opening + main[cut:]


def optimiser(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW with a lower rate for each encoder layer further down, and none of the decay on biases and norms."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = recipe.rate_heads
        if name.startswith("encoder."):
            rate = recipe.rate_encoder * recipe.layer_decay ** (network.depth - _layer(name))
        decay = 0.0 if parameter.ndim < 2 else recipe.weight_decay
        groups[rate, decay].append(parameter)
    return torch.optim.AdamW(
        [{"params": held, "lr": rate, "weight_decay": decay} for (rate, decay), held in groups.items()],
        fused=True,
    )


def _layer(name: str) -> int:
    """0 for the embeddings, 1 for the first layer of the encoder, and so on."""
    parts = name.split(".")
    return int(parts[parts.index("layer") + 1]) + 1 if "layer" in parts else 0


def _rates(optimizer: torch.optim.Optimizer, steps: int, recipe: Recipe) -> torch.optim.lr_scheduler.LambdaLR:
    """Up to the recipe's rates in its share of the steps, and down to nothing at the end."""
    warm = max(1, round(recipe.warm * steps))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / warm, (steps - n) / max(1, steps - warm))
    )


def train(
    network: Network,
    steps: Sequence[Sequence[Example]],
    recipe: Recipe,
    collate: Collator,
    look: Callable[[int], None] | None = None,
) -> None:
    """Train in place.

    Args:
        steps: the examples of each step.
        look: called with the number of the step after every `recipe.look` of the steps, and after the last.
    """
    optimizer = optimiser(network, recipe)
    rates = _rates(optimizer, len(steps), recipe)
    seen: dict[str, list[float]] = defaultdict(list)
    started = time.monotonic()
    every = max(1, round(recipe.look * len(steps)))
    network.train()
    for number, examples in enumerate(steps, 1):
        batch = collate(examples)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bf16):
            parts = losses(network, batch)
        if not parts:
            continue
        optimizer.zero_grad(set_to_none=True)
        total(parts, recipe.weights).backward()
        nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
        optimizer.step()
        rates.step()
        for name, loss in parts.items():
            seen[name].append(loss.item())
        if number % 50 == 0:
            means = " ".join(f"{name} {sum(held) / len(held):.3f}" for name, held in sorted(seen.items()))
            _LOG.info("step %d of %d, %.0f s: %s", number, len(steps), time.monotonic() - started, means)
            seen.clear()
        if look is not None and (number % every == 0 or number == len(steps)):
            network.eval()
            look(number)
            network.train()
    network.eval()
