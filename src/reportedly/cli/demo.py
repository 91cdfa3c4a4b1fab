"""`reportedly demo`: the bundled articles about one invented crisis, as a ledger and as a report."""

import sys
from contextlib import ExitStack
from importlib.resources import as_file
from pathlib import Path

import click

from reportedly import demo
from reportedly.cli import FAILED, ledger, output, progress, readers
from reportedly.export import html
from reportedly.pipeline import read_all

REPORT = Path("out", "demo.html")


@click.command(name="demo")
@click.option(
    "-o", "--output", "path", type=output.FILE, metavar="FILE", default=REPORT, show_default=True,
    help="Where the HTML report goes.",
)  # fmt: skip
@click.option("--reader", metavar="NAME", help="The reader; that of reportedly.toml if not given.")
@click.pass_context
def command(ctx: click.Context, *, path: Path, reader: str | None) -> None:
    """Read the bundled articles, print their ledger and write an HTML report."""
    with ExitStack() as kept:
        paths = [kept.enter_context(as_file(article)) for article in demo.articles()]
        chosen = readers.chosen(reader)
        results = read_all(paths, reader=chosen)
        readings = progress.Readings(results, total=len(paths))
        with readers.accounted(chosen):
            read = list(readings)
    with output.stream(None, "table") as out:
        ledger.write(read, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    with output.stream(path, "html") as out:
        html.write(read, out)
    click.echo(f"\nThe report is in {path}: open it in a browser; point at a claim to see its words.\n")
    click.echo("What next:  reportedly read YOUR_PAGE.html                 the ledger of a page of your own")
    click.echo("            reportedly read PAGES/ --format html -o r.html  a report on many of them")
    sys.stdout.flush()
    if readings.failed:
        ctx.exit(FAILED)
