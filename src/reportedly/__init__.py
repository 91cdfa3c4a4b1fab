"""Reads security news and keeps the ledger of what is reported, who says so, how far along and how sure.

The public names. Each is imported on first use, so that `import reportedly` costs almost nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportedly.errors import InputError, ReportedlyError
    from reportedly.pipeline import Pipeline, read, read_all
    from reportedly.schema import Article, Claim, Event, Issue, Reading, Span

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Event",
    "InputError",
    "Issue",
    "Pipeline",
    "Reading",
    "ReportedlyError",
    "Span",
    "__version__",
    "read",
    "read_all",
]

_HOMES: Final = {
    "Article": "reportedly.schema",
    "Claim": "reportedly.schema",
    "Event": "reportedly.schema",
    "InputError": "reportedly.errors",
    "Issue": "reportedly.schema",
    "Pipeline": "reportedly.pipeline",
    "Reading": "reportedly.schema",
    "ReportedlyError": "reportedly.errors",
    "Span": "reportedly.schema",
    "read": "reportedly.pipeline",
    "read_all": "reportedly.pipeline",
}

if not TYPE_CHECKING:  # a type checker sees the imports above, and takes every other name for a mistake

    def __getattr__(name: str) -> object:
        """The public name `name`, imported now and kept."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """The names of the module, those not yet imported among them."""
        return sorted({*globals(), *__all__})
