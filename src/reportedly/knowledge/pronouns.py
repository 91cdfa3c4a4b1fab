"""The personal pronouns of English, told apart from names in capitals (`US`, `WHO`, `IT`)."""

from typing import Final

SINGULAR: Final = frozenset({"he", "she", "him", "her", "who", "himself", "herself"})
"""Those that mean one person."""

PLURAL: Final = frozenset({"they", "them", "themselves"})
"""Those that mean several."""

THING: Final = frozenset({"it", "itself", "which"})
"""Those that mean a body or a thing."""

FIRST: Final = frozenset({"i", "me", "we", "us"})
"""Those of whoever speaks."""

PRONOUNS: Final = SINGULAR | PLURAL | THING | FIRST


def pronoun(words: str) -> str | None:
    """The pronoun that `words` are, in lower case; None for all else, names in capitals among them."""
    lower = words.casefold()
    capitals = sum(letter.isupper() for letter in words)
    return lower if lower in PRONOUNS and capitals <= 1 else None
