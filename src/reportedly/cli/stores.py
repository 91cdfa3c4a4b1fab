"""The store that a command was asked for: by an option, by the settings, else in the user's data folder."""

import click

from reportedly.settings import Settings
from reportedly.store import Store, open_store

OPTION = click.option(
    "--store",
    "address",
    metavar="PATH|URL",
    envvar="REPORTEDLY_STORE",
    help="Where all is kept: a file, or postgresql://...; that of reportedly.toml if not given, else one in your data"
    " folder.",
)
"""The option of every command that touches the store; `REPORTEDLY_STORE` in the environment does as well."""


def opened(address: str | None, settings: Settings, *, create: bool = False) -> Store:
    """The store at `address`; where that is None, the one that the settings name, else the standard one.

    Args:
        address: a path, or the address of a database.
        settings: may name one.
        create: make it where there is none.

    Raises:
        StoreError: it is absent and not to be made, damaged, or cannot be reached.
    """
    return open_store(named(address, settings), create=create)


def named(address: str | None, settings: Settings) -> str:
    """The address of the store that is meant."""
    return address or settings.store or standard()


def standard() -> str:
    """The file in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where a store is named

    return str(user_data_path("reportedly", appauthor=False) / "store.db")
