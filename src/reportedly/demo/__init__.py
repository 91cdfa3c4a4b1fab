"""Owns the bundled demo articles: ten saved pages about one invented crisis between invented states."""

from importlib.resources import files
from importlib.resources.abc import Traversable

_PAGES = (
    "meridian-post.html",
    "varn-chronicle.html",
    "pendra-observer.html",
    "newsloop.html",
    "travel-advice.html",
    "inland-herald.html",
    "transmar-denial.html",
    "tarpress.html",
    "coastline24-live.html.gz",
    "morning-trumpet.html",
)


def articles() -> list[Traversable]:
    """The pages, one an outlet, in the order in which they were published (10 to 13 March 2026)."""
    folder = files("reportedly.demo") / "articles"
    return [folder / name for name in _PAGES]
