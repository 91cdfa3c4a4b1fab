"""Makes articles of any length out of the paragraphs of the demo articles; the same ones every time."""

import random
import sys
from itertools import cycle
from pathlib import Path

from measured import ROOT

DEMO = ROOT / "evals" / "gold" / "demo"


def paragraphs(folder: Path = DEMO) -> list[str]:
    """The paragraphs of every text in `folder`; ends the benchmark where there is none."""
    found = [
        line.strip()
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.split()) >= 12
    ]
    if not found:
        sys.exit(f"{folder} holds no texts; name a folder of texts with --texts")
    return found


def articles(parts: list[str], count: int, words: int, seed: int = 0) -> list[str]:
    """`count` texts of about `words` words, each a random choice of paragraphs."""
    dice = random.Random(seed)  # noqa: S311  # seeded, for the same articles every time
    return [_article(parts, words, dice) for _ in range(count)]


def _article(parts: list[str], words: int, dice: random.Random) -> str:
    """No paragraph comes twice before all have come once."""
    chosen: list[str] = []
    size = 0
    for part in cycle(dice.sample(parts, len(parts))):
        chosen.append(part)
        size += len(part.split())
        if size >= words:
            break
    return "\n\n".join(chosen)
