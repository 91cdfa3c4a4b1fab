"""One sentence that says how many articles, how many origins, and who they are."""

from collections.abc import Sequence
from typing import Final

from reportedly.schema import HopKind, Origin

_SHOWN: Final = 4


def sentence(
    articles: Sequence[str],
    outlets: Sequence[str],
    origins: Sequence[Origin],
    low: int,
    high: int,
    *,
    across: bool | None,
) -> str:
    """As "14 articles of 9 outlets, 1 origin: unnamed US officials through the New York Times.".

    Examples:
        >>> who = Origin(
        ...     id="x", kind=HopKind.OFFICIAL, name="two officers", anonymous=True, outlet="Transmar", claims=()
        ... )
        >>> sentence(["a", "b"], ["Transmar", "Coastline 24"], [who], 1, 1, across=None)
        '2 articles of 2 outlets, 1 origin: two officers (unnamed) through Transmar.'
    """
    count = str(high) if low == high else f"{low} to {high}"
    head = f"{_many(len(articles), 'article')} of {_many(len(outlets), 'outlet')}, {count} origin{'s' * (high != 1)}"
    shown = [called(origin) for origin in origins[:_SHOWN]]
    if len(origins) > _SHOWN:
        shown.append(f"{len(origins) - _SHOWN} more")
    tail = "; sides that act against each other agree" if across else ""
    return f"{head}: {', '.join(shown)}{tail}." if shown else f"{head}."


def called(origin: Origin) -> str:
    """An origin in words."""
    if origin.kind is HopKind.OUTLET:
        return f"{origin.name} itself"
    if origin.anonymous:
        return f"{origin.name or 'somebody'} (unnamed)" + (f" through {origin.outlet}" if origin.outlet else "")
    return origin.name


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
