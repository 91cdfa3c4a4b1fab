"""The reader that a command was asked for, with the settings of the working directory, and what it cost."""

from collections.abc import Iterator
from contextlib import contextmanager

from reportedly import plugins, settings
from reportedly.cli import complain
from reportedly.protocols import CountingReader, Reader
from reportedly.settings import Settings


def chosen(name: str | None) -> Reader:
    """The reader called `name`; that of `reportedly.toml` where no name is given.

    Raises:
        UsageError: there is none of that name, or the settings lack what it needs.
        SettingsError: `reportedly.toml` is wrong.
    """
    known = settings.load()
    wanted = name or known.reader
    made = plugins.reader(wanted, known)
    if wanted in plugins.READERS:
        _announce(known)
    return made


def _announce(known: Settings) -> None:
    """Say that the gazetteer will be built first, where it will."""
    from reportedly.knowledge.gazetteer import home  # noqa: PLC0415 - readers of other packages need no places

    if home.is_missing(known):
        complain(f"building the gazetteer of places, once, in {home.standard_path().parent}")
        home.standard()


@contextmanager
def accounted(reader: Reader) -> Iterator[None]:
    """At the end, however it comes, say on standard error what a reader that counts has counted."""
    try:
        yield
    finally:
        if isinstance(reader, CountingReader) and (said := str(reader.report)):
            complain(f"{reader.name}: {said}")
