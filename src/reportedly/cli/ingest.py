"""`reportedly ingest`: takes in files, archives, feeds and pages, reads them, and keeps all of it."""

from collections.abc import Sequence

import click

from reportedly import settings
from reportedly.cli import FAILED, STOPPED, complain, rates, readers, stores
from reportedly.cli.stopping import stopping
from reportedly.collect.clock import SystemClock
from reportedly.collect.fetch import PoliteFetcher
from reportedly.keep import filed
from reportedly.keep.given import Given, needs_net
from reportedly.keep.ingest import ingest
from reportedly.keep.secrets import bare
from reportedly.keep.summary import Summary
from reportedly.keep.wanted import KeepOnly, machine
from reportedly.pipeline import Pipeline
from reportedly.schema import Issue


@click.command(name="ingest")
@click.argument("inputs", metavar="PATH|URL|FEED|OPML|WARC...", nargs=-1, required=True)
@stores.OPTION
@click.option("--reader", metavar="NAME", help="The reader; that of reportedly.toml if not given.")
@click.option("--no-read", "keep_only", is_flag=True, help="Keep the articles without reading them.")
@click.option("--again", is_flag=True, help="Begin anew, whatever an earlier run did; nothing is kept twice.")
@click.option("--fetch", is_flag=True, help="Fetch the items of the feeds in an OPML file, not only subscribe to them.")
@click.option("--progress", is_flag=True, help="Say now and then how far it is, where there is no terminal.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    inputs: Sequence[str],
    address: str | None,
    reader: str | None,
    keep_only: bool,
    again: bool,
    fetch: bool,
    progress: bool,
) -> None:
    """Take in articles from wherever they lie, read them, and keep all of it.

    An input is what `reportedly read` takes, or a web archive, the address of a page, a feed (a file or its address),
    an OPML file (its feeds are subscribed to), or a list of addresses as GDELT publishes them. What is kept is never
    kept twice: a run that was broken off, however that came, is started again and goes on where it was. What cannot be
    read gets a line on standard error, and is recorded with why; the rest is still taken in.
    """
    known = settings.load()
    chosen = KeepOnly() if keep_only else readers.chosen(reader)
    clock, summary = SystemClock(), Summary()
    fetcher = PoliteFetcher(known.collect, clock) if needs_net(inputs, fetch=fetch) else None
    with (
        stores.opened(address, known, create=True) as store,
        readers.accounted(chosen),
        stopping(clock.stop) as stop,
        rates.told(filed.total_size(inputs), plain=progress) as told,
    ):
        given = Given(
            store, machine(chosen), summary, fetcher=fetcher, clock=clock, settings=known.collect, again=again,
            fetch=fetch, stop=stop,
        )  # fmt: skip
        steps, pipeline = given.steps(inputs), Pipeline(reader=chosen)
        ingest(steps, store, pipeline, clock=clock, summary=summary, stop=stop, told=told, failed=_name)
    _end(ctx, summary)


def _name(issue: Issue) -> None:
    """Say which input could not be read, why, and what to do; no secret of an address is said."""
    complain(f"{bare(issue.where)}: {bare(issue.problem)}; {bare(issue.remedy)}")


def _end(ctx: click.Context, summary: Summary) -> None:
    """Say what came of it, and leave with the exit status that says so too."""
    for line in summary.lines():
        click.echo(line)
    if summary.stopped:
        complain("stopped; run it again to go on")
        ctx.exit(STOPPED)
    if summary.failed:
        ctx.exit(FAILED)
