"""Titles of offices and names of bodies, told apart by their words whatever the order: `minister of defence`."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

TitleKey = frozenset[str]
"""What a title means, without its small words."""

_SMALL: Final = frozenset("of the for and in to a an 's ’s acting interim caretaker affairs then".split())
_SAME: Final = {
    "defence": ("defense",),
    "premier": ("prime", "minister"),
    "spokeswoman": ("spokesman",),
    "spokesperson": ("spokesman",),
    "chairwoman": ("chairman",),
    "chairperson": ("chairman",),
    "chair": ("chairman",),
    "advisor": ("adviser",),
    "head": ("chief",),
    "boss": ("chief",),
    "defences": ("defense",),
    "programme": ("program",),
    "centre": ("center",),
    "organisation": ("organization",),
    "mobilisation": ("mobilization",),
    "labour": ("labor",),
    "guards": ("guard",),
    "forces": ("force",),
    "services": ("service",),
}
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=65536)
def title_key(title: str) -> TitleKey:
    """The key of a title or of the common noun of a body; empty where only small words are left.

    Examples:
        >>> title_key("Minister of Defence") == title_key("acting defense minister")
        True
        >>> title_key("foreign minister") == title_key("deputy foreign minister")
        False
    """
    words = _WORD.findall(title.lower())
    return frozenset(part for word in words if word not in _SMALL for part in _SAME.get(word, (word,)))


def key_of(words: Iterable[str]) -> TitleKey:
    """The key of several words."""
    return title_key(" ".join(words))
