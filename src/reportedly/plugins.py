"""Name -> object: a plain table of built-in parts, then what other packages publish as entry points."""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from reportedly.errors import UsageError
from reportedly.protocols import Reader

READERS: dict[str, str] = {"rules": "reportedly.extract.reader:rules_reader"}
"""Built-in readers: name -> `module:factory`, where the factory takes nothing and gives a `Reader`."""

GROUP = "reportedly.readers"
"""The entry-point group in which other packages publish reader factories."""


def reader(name: str) -> Reader:
    """The reader called `name`.

    Raises:
        UsageError: there is none of that name, and the message lists those there are; or the package that
            publishes it cannot be imported.
    """
    if name in READERS:
        module, _, attribute = READERS[name].partition(":")
        factory: Callable[[], Reader] = getattr(import_module(module), attribute)
        return factory()
    for point in _published():
        if point.name == name:
            return _factory(point)()
    raise UsageError(f"there is no reader {name!r}; known are: {', '.join(reader_names())}")


def reader_names() -> list[str]:
    """The names that `reader` takes, sorted."""
    return sorted({*READERS, *(point.name for point in _published())})


def _factory(point: EntryPoint) -> Callable[[], Reader]:
    try:
        factory: Callable[[], Reader] = point.load()
    except (ImportError, AttributeError) as error:
        problem = f"the reader {point.name!r}, published as {point.value}, cannot be loaded: {error}"
        raise UsageError(f"{problem}; mend or remove the package that publishes it") from error
    return factory


def _published() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))
