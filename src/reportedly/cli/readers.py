"""The reader that a command was asked for, with the settings of the working directory, and what it cost."""

from reportedly import plugins, settings
from reportedly.cli import complain
from reportedly.protocols import CountingReader, Reader


def chosen(name: str | None) -> Reader:
    """The reader called `name`; that of `reportedly.toml` where no name is given.

    Raises:
        UsageError: there is none of that name, or the settings lack what it needs.
        SettingsError: `reportedly.toml` is wrong.
    """
    known = settings.load()
    return plugins.reader(name or known.reader, known)


def account(reader: Reader) -> None:
    """Say on standard error what a reader that counts has counted."""
    if isinstance(reader, CountingReader):
        complain(f"{reader.name}: {reader.report}")
