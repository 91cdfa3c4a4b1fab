"""The four ways in which a text comes back: with boilerplate, with other words, cut, or inside another text."""

import re
from enum import StrEnum
from random import Random

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?”])\s+")
_BEFORE = (
    "Sign up for the morning letter and never miss what matters in the region and beyond it.",
    "You are reading the free edition; a subscription brings you the whole paper every day of the week.",
    "This page was updated by the night desk, and the time of that stands at the foot of it.",
)
_AFTER = (
    "Copyright of this material lies with the publisher, and it may not be printed, sent or stored without consent.",
    "Comments are open until midnight; be civil, keep to the matter at hand, and report what breaks our house rules.",
    "More from this desk: markets, weather, letters to the editor, the crossword, and yesterday's most read pieces.",
)


class Variant(StrEnum):
    """What is done to a text."""

    BOILERPLATE = "boilerplate"
    SUBSTITUTED = "substituted"
    CUT = "cut"
    EMBEDDED = "embedded"


def vary(text: str, variant: Variant, other: str, dice: Random, share: float = 0.4) -> str:
    """The text as it comes back.

    Args:
        other: what words come from in `SUBSTITUTED` (12 % of them are replaced), and what stands around the text in
            `EMBEDDED`.
        share: how much of the text is left in `CUT` and `EMBEDDED`.
    """
    match variant:
        case Variant.BOILERPLATE:
            return "\n\n".join((*dice.sample(_BEFORE, 2), text, *dice.sample(_AFTER, 2)))
        case Variant.SUBSTITUTED:
            words = _WORD.findall(other) or ["other"]
            return _WORD.sub(lambda found: dice.choice(words) if dice.random() < 0.12 else found[0], text)
        case Variant.CUT:
            return _lead(text, share)
        case Variant.EMBEDDED:
            sentences = _SENTENCE.split(other)
            middle = len(sentences) // 2
            return " ".join((*sentences[:middle], _lead(text, share), *sentences[middle:]))


def _lead(text: str, share: float) -> str:
    """The first words of a text, as many as `share` of all."""
    ends = [found.end() for found in _WORD.finditer(text)]
    return text[: ends[max(0, round(len(ends) * share) - 1)]] if ends else text
