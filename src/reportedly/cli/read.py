"""`reportedly read`: files in, a table, JSON lines or one HTML page out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from reportedly import settings
from reportedly.cli import FAILED, output, progress, readers, when
from reportedly.collect.files import FileFeed
from reportedly.keep.pages import PageFeed, is_address
from reportedly.pipeline import Pipeline, read_all
from reportedly.protocols import Feed, Reader
from reportedly.schema import Issue, Reading

FORMATS = {
    "table": "reportedly.cli.ledger",
    "jsonl": "reportedly.export.jsonl",
    "html": "reportedly.export.html",
}
"""Format -> the module whose `write` writes it; imported when it is asked for."""


@click.command(name="read")
@click.argument("paths", metavar="PATH|URL...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@click.option("--reader", metavar="NAME", help="The reader; that of reportedly.toml if not given.")
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the input does not say.")
@click.option("--published-at", metavar="WHEN", callback=when.moment, help="When, where the input does not say.")
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
    directory, a quoted pattern, or - for standard input; URL the address of one page, which is fetched if the site's
    robots.txt allows it. What cannot be read gets a line on standard error; the rest is still read.
    """
    inputs = output.inputs(paths, path)
    chosen = readers.chosen(reader)
    results = _results(inputs, chosen, outlet, published_at)
    total = FileFeed(inputs).total() if progress.wanted() else None
    readings = progress.Readings(results, total=total)
    write: Callable[[Iterable[Reading], TextIO], object] = import_module(FORMATS[form]).write
    with readers.accounted(chosen), output.stream(path, form) as out:
        write(readings, out)
    if readings.failed:
        ctx.exit(FAILED)


def _results(
    inputs: list[str], reader: Reader, outlet: str | None, published_at: datetime | None
) -> Iterator[Reading | Issue]:
    """The readings of all inputs; what is an address is fetched when it is its turn."""
    if not any(map(is_address, inputs)):
        return read_all(inputs, reader=reader, outlet=outlet, published_at=published_at)
    from reportedly.collect.cleaner import StandardCleaner  # noqa: PLC0415 - only where a page is fetched

    cleaner = StandardCleaner(outlet=outlet, published_at=published_at)
    return Pipeline(cleaner=cleaner, reader=reader).read(_pages(inputs))


def _pages(inputs: list[str]) -> Feed:
    from reportedly.collect.clock import SystemClock  # noqa: PLC0415 - only where a page is fetched
    from reportedly.collect.fetch import PoliteFetcher  # noqa: PLC0415

    return PageFeed(inputs, PoliteFetcher(settings.load().collect, SystemClock(), crawl=False))
