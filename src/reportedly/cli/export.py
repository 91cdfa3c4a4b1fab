"""`reportedly export`: all readings that are kept, in the order of their ids."""

from datetime import datetime
from pathlib import Path

import click

from reportedly import settings
from reportedly.cli import complain, output, stores, when
from reportedly.export import jsonl


@click.command(name="export")
@stores.OPTION
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--as-of", metavar="WHEN", callback=when.moment, help="Only what was known then.")
@click.option("--current", is_flag=True, help="Only what holds: no reading that a later one has followed.")
@click.option(
    "-o", "--output", "path", type=output.FILE, metavar="FILE", help="Write there instead of standard output."
)
def command(
    *, address: str | None, form: str, as_of: datetime | None, current: bool, path: Path | None
) -> None:
    """Print all readings that are kept, one JSON object a line, in the order of their articles' ids.

    Memory stays flat, however many there are. A reading whose text was dropped (`reportedly store retain`) is left out.
    """
    with stores.opened(address, settings.load()) as store, output.stream(path, form) as out:
        there = 0 if current or as_of is not None else store.counts().readings
        written = jsonl.write(store.export(as_of=as_of, current=current), out)
    if written < there:
        gone = there - written
        verb, whose = ("is", "its text was") if gone == 1 else ("are", "their texts were")
        complain(f"{gone:,} of {there:,} readings {verb} left out, since {whose} dropped")
