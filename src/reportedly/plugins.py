"""Name -> object: a plain table of built-in parts, then what other packages publish as entry points."""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from inspect import Parameter, signature

from reportedly.errors import UsageError
from reportedly.protocols import Reader
from reportedly.settings import DEFAULTS, Settings

READERS: dict[str, str] = {
    "neural": "reportedly.extract.reader:neural_by_settings",
    "rules": "reportedly.extract.reader:rules_by_settings",
    "chat": "reportedly.extract.chat_reader:chat_reader",
}
"""Built-in readers: name -> `module:factory`; the factory takes nothing, or the `Settings`, and gives a `Reader`."""

GROUP = "reportedly.readers"
"""The entry-point group in which other packages publish reader factories."""


def reader(name: str, settings: Settings = DEFAULTS) -> Reader:
    """The reader called `name`, made by its factory.

    Args:
        name: a built-in or published reader.
        settings: given to a factory that needs an argument; a factory that needs none is called without.

    Raises:
        UsageError: there is none of that name, and the message lists those there are; or the package that
            publishes it cannot be imported; or the settings lack what the reader needs.
    """
    if name in READERS:
        module, _, attribute = READERS[name].partition(":")
        return _made(getattr(import_module(module), attribute), settings)
    for point in _published():
        if point.name == name:
            return _made(_factory(point), settings)
    raise UsageError(f"there is no reader {name!r}; known are: {', '.join(reader_names())}")


def reader_names() -> list[str]:
    """The names that `reader` takes, sorted."""
    return sorted({*READERS, *(point.name for point in _published())})


def _made(factory: Callable[..., Reader], settings: Settings) -> Reader:
    """What the factory gives, with the settings where it cannot be called without an argument."""
    positional = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    taken = signature(factory).parameters.values()
    needs = any(one.default is Parameter.empty and one.kind in positional for one in taken)
    return factory(settings) if needs else factory()


def _factory(point: EntryPoint) -> Callable[..., Reader]:
    try:
        factory: Callable[..., Reader] = point.load()
    except (ImportError, AttributeError) as error:
        problem = f"the reader {point.name!r}, published as {point.value}, cannot be loaded: {error}"
        raise UsageError(f"{problem}; mend or remove the package that publishes it") from error
    return factory


def _published() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))
