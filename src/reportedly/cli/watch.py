"""`reportedly watch`: follows feeds for weeks; SIGTERM lets it finish what is in hand."""

import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from logging.handlers import WatchedFileHandler
from pathlib import Path

import click

from reportedly import settings
from reportedly.cli import output, readers, stores
from reportedly.cli.stopping import stopping
from reportedly.collect.clock import SystemClock
from reportedly.collect.fetch import PoliteFetcher
from reportedly.errors import UsageError
from reportedly.keep import health
from reportedly.keep.journal import LOGGER, Journal, JsonLines
from reportedly.keep.metrics import Metrics
from reportedly.keep.wanted import KeepOnly
from reportedly.keep.watch import Watch
from reportedly.pipeline import Pipeline


@click.command(name="watch")
@stores.OPTION
@click.option("--reader", metavar="NAME", help="The reader; that of reportedly.toml if not given.")
@click.option("--no-read", "keep_only", is_flag=True, help="Keep the articles without reading them.")
@click.option("--metrics", "where", metavar="HOST:PORT", help="Serve /metrics and /health there.")
@click.option("--log", "log", type=output.FILE, metavar="FILE", help="Write the log there, not to standard error.")
def command(
    *, address: str | None, reader: str | None, keep_only: bool, where: str | None, log: Path | None
) -> None:
    """Follow the feeds that are subscribed to: poll them, fetch what is new, read it, keep it.

    It runs until it is stopped: after SIGTERM or Ctrl-C it finishes what is in hand, and the exit status is 0. Each
    action is one line of JSON in the log. A watch that was killed goes on where it was. Feeds that are added or
    removed meanwhile (`reportedly feeds`) are noticed within a minute.
    """
    known = settings.load()
    clock, metrics = SystemClock(), Metrics()
    fetcher = PoliteFetcher(known.collect, clock)
    served = health.address(where) if where else None
    chosen = KeepOnly() if keep_only else readers.chosen(reader)
    with ExitStack() as open_:
        open_.callback(logged(log))
        store = open_.enter_context(stores.opened(address, known, create=True))
        open_.enter_context(readers.accounted(chosen))
        stop = open_.enter_context(stopping(clock.stop))
        watch = Watch(
            store,
            Pipeline(reader=chosen),
            fetcher,
            clock,
            known.collect,
            stop=stop,
            halt=clock.stop,
            journal=Journal(clock),
            metrics=metrics,
        )
        if served is not None:
            open_.enter_context(health.served(*served, metrics, watch.health))
        watch.run()


def logged(path: Path | None) -> Callable[[], None]:
    """Write the journal, and warnings of all others, to `path` or standard error; gives what ends that.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        handler = logging.StreamHandler(sys.stderr) if path is None else WatchedFileHandler(path, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--log {path}: {(error.strerror or str(error)).lower()}") from error
    handler.setFormatter(JsonLines())
    root, journal = logging.getLogger(), logging.getLogger(LOGGER)
    root.addHandler(handler)
    journal.setLevel(logging.INFO)

    def end() -> None:
        root.removeHandler(handler)
        journal.setLevel(logging.NOTSET)
        handler.close()

    return end
