"""Where a store is: a path, or the address of a database; and how it is shown, without a password."""

from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from reportedly.errors import StoreError

_POSTGRESQL: Final = ("postgresql://", "postgres://", "postgresql+psycopg://")
_SQLITE: Final = "sqlite:///"
_SECRET: Final = frozenset({"password", "sslpassword", "passfile"})
_HIDDEN: Final = "***"


def parsed(address: str) -> URL:
    """The address of a store as SQLAlchemy takes it.

    Args:
        address: a path, `sqlite:///PATH`, or `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`.

    Raises:
        StoreError: it is empty, or of another kind of database.

    Examples:
        >>> parsed("crisis.db").database
        'crisis.db'
    """
    if not address:
        raise StoreError("the store has no address; name a file, or a database: postgresql://...")
    if address.startswith(_POSTGRESQL):
        return _postgresql(address)
    if address.startswith(_SQLITE):
        return URL.create("sqlite+pysqlite", database=address.removeprefix(_SQLITE))
    if "://" in address:
        kind = address.partition("://")[0]
        raise StoreError(f"{kind}:// is no store; name a file, or a database: postgresql://...")
    return URL.create("sqlite+pysqlite", database=str(Path(address).expanduser()))


def shown(url: URL) -> str:
    """The address for messages and logs: the path of a file; of a server all but what is secret."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    hidden = {name: _HIDDEN for name in url.query if name.lower() in _SECRET}
    plain = url.set(drivername="postgresql").update_query_dict(hidden)
    return plain.render_as_string(hide_password=True)


def _postgresql(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):  # what they say may hold the password
        remedy = "write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
        raise StoreError(f"the address of the PostgreSQL database cannot be read; {remedy}") from None
