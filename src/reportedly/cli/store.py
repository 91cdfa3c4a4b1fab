"""`reportedly store`: checks, backs up, restores and tidies what is kept."""

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from reportedly import settings
from reportedly.cli import FAILED, complain, output, stores
from reportedly.errors import UsageError
from reportedly.store.backup import backup, restore, vacuum
from reportedly.store.check import check
from reportedly.store.retention import Policy, retain


@click.group(name="store")
def command() -> None:
    """Check, back up and tidy what is kept."""


@command.command(name="info")
@stores.OPTION
def info_command(*, address: str | None) -> None:
    """Say where the store is, and how much there is of everything."""
    with stores.opened(address, settings.load()) as store:
        click.echo(store.name)
        for name, number in msgspec.structs.asdict(store.counts()).items():
            click.echo(f"  {name:<12}{number:>12,}")


@command.command(name="check")
@stores.OPTION
@click.option("--quick", is_flag=True, help="Leave out whether all that is derived is what a rebuild gives.")
@click.pass_context
def check_command(ctx: click.Context, *, address: str | None, quick: bool) -> None:
    """Hold everything that is kept to its hash, its spans to their texts, and what is derived to what it comes from.

    The exit status is 1 where something is wrong; each finding is one line.
    """
    with stores.opened(address, settings.load()) as store:
        report = check(store, quick=quick)
    for finding in report.findings:
        click.echo(f"{finding.table} {finding.name}: {finding.problem}")
    if report.sound:
        counts = report.counts
        click.echo(f"sound: {counts.captures:,} captures, {counts.articles:,} articles, {counts.readings:,} readings")
    else:
        more = "" if report.whole else ", and there is more"
        complain(f"{len(report.findings):,} findings{more}; restore the last backup, or make a new store")
        ctx.exit(FAILED)


@command.command(name="backup")
@click.argument("path", type=output.FILE, metavar="FILE")
@stores.OPTION
def backup_command(*, address: str | None, path: Path) -> None:
    """Write all of a store into one new FILE, while others may go on writing to it."""
    with stores.opened(address, settings.load()) as store:
        click.echo(f"{backup(store, path)}: a backup of {store.name}")


@command.command(name="restore")
@click.argument("path", type=output.FILE, metavar="FILE")
@stores.OPTION
def restore_command(*, address: str | None, path: Path) -> None:
    """Make a new store from a backup, and hold it against the backup."""
    with restore(path, stores.named(address, settings.load())) as store:
        click.echo(f"{store.name}: {store.counts().readings:,} readings restored")


@command.command(name="vacuum")
@stores.OPTION
def vacuum_command(*, address: str | None) -> None:
    """Give the room of what was dropped back to the disk."""
    with stores.opened(address, settings.load()) as store:
        vacuum(store)


@command.command(name="rebuild")
@stores.OPTION
def rebuild_command(*, address: str | None) -> None:
    """Make all that is derived from readings anew: events, claims, and the words that a search looks in."""
    with stores.opened(address, settings.load()) as store:
        click.echo(f"{store.rebuild():,} readings")


@command.command(name="retain")
@stores.OPTION
@click.option("--bodies", is_flag=True, help="Drop the bytes as they came.")
@click.option("--texts", is_flag=True, help="Drop the clean texts.")
@click.option("--days", type=click.IntRange(0), metavar="N", help="Only what is more than so many days old.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only of what these outlets publish.")
@click.option("--wire", "wires", multiple=True, metavar="NAME", help="Only of what these agencies are credited with.")
def retain_command(
    *,
    address: str | None,
    bodies: bool,
    texts: bool,
    days: int | None,
    outlets: Sequence[str],
    wires: Sequence[str],
) -> None:
    """Drop bodies or texts by age, outlet or agency; where they came from, hashes and readings stay.

    What is dropped cannot be had back but from a backup.
    """
    try:
        policy = Policy(bodies=bodies, texts=texts, days=days, outlets=tuple(outlets), wires=tuple(wires))
    except ValueError as error:
        raise UsageError(f"{error}; see reportedly store retain --help") from error
    with stores.opened(address, settings.load()) as store:
        dropped = retain(store, policy)
    click.echo(f"{dropped.bodies:,} bodies and {dropped.texts:,} texts dropped")
