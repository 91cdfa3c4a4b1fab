"""A PostgreSQL of the tests' own: made in a temporary folder, never run as root, reached by a socket in that folder.

    with PostgresServer() as server:
        address = server.database()  # a fresh database, each time

Binaries are looked for in PATH, then where Debian's package puts them. Names sort as people sort them there (ICU), so
that a test sees where a column forgets to sort by code points.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self
from urllib.parse import urlsplit

_DEBIAN = "/usr/lib/postgresql"
_ACCOUNTS = ("postgres", "nobody")
_FAST = {
    "listen_addresses": "''",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "autovacuum": "off",
    "max_prepared_transactions": "0",
    "log_min_messages": "fatal",
}


def binary(name: str) -> str | None:
    """The path of a program of PostgreSQL; None where it is not installed."""
    found = shutil.which(name)
    if found:
        return str(Path(found).resolve())
    known = sorted(Path(_DEBIAN).glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    return str(known[-1]) if known else None


def is_there() -> bool:
    """Whether a server can be started here."""
    return binary("initdb") is not None and (os.geteuid() != 0 or _account() is not None)


class PostgresServer:
    """A server; a context manager that starts it and stops it.

    Args:
        durable: whether it waits for the disk, as a test needs that kills it.
        settings: further settings, as the command line of PostgreSQL takes them.
    """

    def __init__(self, *, durable: bool = False, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="pg"))
        self._data = self._home / "data"
        self._durable = durable
        self._settings = settings
        self._count = 0

    def __enter__(self) -> Self:
        if os.geteuid() == 0:
            shutil.chown(self._home, _account())
        self._run("initdb", "-D", self._data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pid() is not None:
            self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._home)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        said = {**_FAST, "unix_socket_directories": f"'{self._home}'"}
        said |= {} if self._durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        said |= self._settings
        options = " ".join(f"-c {name}={value}" for name, value in said.items())
        self._run("pg_ctl", "-D", self._data, "-l", self._home / "log", "-o", options, "-w", "start")

    def kill(self) -> None:
        """End all of its processes as kill -9 does, without any farewell."""
        pid = self.pid()
        assert pid is not None
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in (pid, *map(int, children)):
            os.kill(each, signal.SIGKILL)
        for each in map(int, children):
            _gone(each)
        _gone(pid)
        (self._data / "postmaster.pid").unlink()
        for lock in self._home.glob(".s.PGSQL.*"):
            lock.unlink()

    def pid(self) -> int | None:
        """The number of its first process; None while it does not run."""
        file = self._data / "postmaster.pid"
        return int(file.read_text().split()[0]) if file.exists() else None

    def database(self, like: str | None = None) -> str:
        """The address of a fresh database; a copy of the one at the address `like`, where that is given."""
        self._count += 1
        name = f"fresh{self._count}"
        if like is None:
            how = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"
        else:
            how = f"TEMPLATE {urlsplit(like).path[1:]} STRATEGY FILE_COPY"
        self._sql(f"CREATE DATABASE {name} {how}")
        return self.address(name)

    def empty(self, address: str) -> None:
        """Take every row out of the tables of a database, guarded or not: much faster than a fresh one."""
        import psycopg
        from psycopg import sql

        with psycopg.connect(address) as connection:
            connection.execute("SET session_replication_role = replica")
            found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (name,) in found:
                if name != "alembic_version":
                    connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))

    def address(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://tester@/{name}?host={self._home}"

    def _sql(self, command: str) -> None:
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(command)

    def _run(self, name: str, *given: object) -> None:
        path = binary(name)
        assert path is not None, f"{name} of PostgreSQL is not installed"
        account = _account() if os.geteuid() == 0 else None
        done = subprocess.run(
            [path, *map(str, given)],
            user=account,
            group=account and _group(account),
            extra_groups=[] if account else None,
            cwd=self._home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        log = self._home / "log"
        assert done.returncode == 0, f"{name} failed: {log.read_text() if log.exists() else 'no log'}"


def _account() -> str | None:
    """Somebody who is not root."""
    import pwd

    known = {each.pw_name for each in pwd.getpwall()}
    return next((name for name in _ACCOUNTS if name in known), None)


def _group(account: str) -> int:
    import pwd

    return pwd.getpwnam(account).pw_gid


def _gone(pid: int) -> None:
    """Wait until a process that is not our child has ended."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    import select

    try:
        select.select([handle], [], [], 30)
    finally:
        os.close(handle)
