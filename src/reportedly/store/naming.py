"""Names as parties and places are found by them."""

from reportedly.knowledge.folding import normal
from reportedly.store.tables import findable


def called(name: str | None) -> str | None:
    """A name in small letters without marks and without "the"; None where nothing is left.

    Examples:
        >>> called("The Ostrand Brigades"), called("Sana'a"), called("--")
        ('ostrand brigades', 'sanaa', None)
    """
    return findable(normal(name or "").removeprefix("the ")) or None
