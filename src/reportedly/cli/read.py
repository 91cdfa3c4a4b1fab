"""`reportedly read`: files in, a table, JSON lines or one HTML page out."""

from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from reportedly.cli import FAILED, output, progress, readers
from reportedly.collect import dates
from reportedly.collect.files import FileFeed
from reportedly.pipeline import read_all
from reportedly.schema import Reading

FORMATS = {
    "table": "reportedly.cli.ledger",
    "jsonl": "reportedly.export.jsonl",
    "html": "reportedly.export.html",
}
"""Format -> the module whose `write` writes it; imported when it is asked for."""


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """A day or a moment in ISO 8601; the day alone where it names no zone."""
    if value is None:
        return None
    moment = dates.given(value)
    if moment is None:
        raise click.BadParameter(f"{value!r} is no date; write 2025-06-23 or 2025-06-23T14:05+02:00", ctx, param)
    return moment.at


@click.command(name="read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@click.option("--reader", metavar="NAME", help="The reader; that of reportedly.toml if not given.")
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the input does not say.")
@click.option("--published-at", metavar="WHEN", callback=_moment, help="When, where the input does not say.")
@click.option(
    "-o", "--output", "path", type=output.FILE, metavar="FILE", help="Write there instead of standard output."
)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    form: str,
    reader: str | None,
    outlet: str | None,
    published_at: datetime | None,
    path: Path | None,
) -> None:
    """Read articles and show who says what, how far along it is, and how sure.

    PATH is a saved page, a text, JSON lines (an id and a text in each), a web archive, gzip of any of them, a
    directory, a quoted pattern, or - for standard input. What cannot be read gets a line on standard error; the
    rest is still read.
    """
    inputs = output.inputs(paths, path)
    chosen = readers.chosen(reader)
    results = read_all(inputs, reader=chosen, outlet=outlet, published_at=published_at)
    total = FileFeed(inputs).total() if progress.wanted() else None
    readings = progress.Readings(results, total=total)
    write: Callable[[Iterable[Reading], TextIO], object] = import_module(FORMATS[form]).write
    with readers.accounted(chosen), output.stream(path, form) as out:
        write(readings, out)
    if readings.failed:
        ctx.exit(FAILED)
