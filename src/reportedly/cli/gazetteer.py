"""`reportedly gazetteer`: builds the file of places that readers take coordinates from, and says which one is used."""

from collections.abc import Sequence
from pathlib import Path

import click

from reportedly import settings
from reportedly.cli import FAILED, complain, output
from reportedly.errors import UsageError
from reportedly.knowledge.gazetteer import home
from reportedly.knowledge.gazetteer.build import Built, build
from reportedly.knowledge.gazetteer.dump import geonames
from reportedly.knowledge.gazetteer.overlay import overlay
from reportedly.knowledge.gazetteer.source import Source

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(name="gazetteer")
def command() -> None:
    """Build the file of places that readers take coordinates from, or show which one they use."""


@command.command(name="build")
@click.option("--geonames", "dump", type=_FILE, metavar="FILE", help="A dump of GeoNames: allCountries.txt or .zip.")
@click.option("--alternate", type=_FILE, metavar="FILE", help="Its names in other languages: alternateNamesV2.zip.")
@click.option("--overlay", "tables", type=_FILE, metavar="FILE", multiple=True, help="A CSV of places of your own.")
@click.option("-o", "--output", "path", type=output.FILE, metavar="FILE", help="Where the gazetteer goes.")
@click.pass_context
def build_command(
    ctx: click.Context, *, dump: Path | None, alternate: Path | None, tables: Sequence[Path], path: Path | None
) -> None:
    """Build the gazetteer from the installed packages, or from a dump of GeoNames, and add places of your own.

    Without FILES of your own it goes into your data folder, where readers find it by themselves; with them it goes
    where --output or `gazetteer` in reportedly.toml says. Every line that cannot be used gets a line on standard
    error, and the exit status is then 1; the rest is built.
    """
    if alternate is not None and dump is None:
        raise UsageError("--alternate names places of a dump; name that as well, with --geonames")
    brought = [*([geonames(dump, alternate)] if dump else []), *map(overlay, tables)]
    made = build(_target(path, brought), brought)
    for issue in made.issues:
        complain(str(issue))
    _show(made)
    if made.issues:
        ctx.exit(FAILED)


@command.command(name="path")
def path_command() -> None:
    """Print which gazetteer readers use, and what it was built from."""
    found = home.opened(settings.load())
    click.echo(str(found.path))
    click.echo(f"{found.version}; {found.hash}")
    click.echo(found.facts["attribution"])


def _target(path: Path | None, brought: Sequence[Source]) -> Path:
    """Where the gazetteer goes.

    Raises:
        UsageError: it holds what a user brings, and nothing says where it goes.
    """
    found = path or home.named(settings.load())
    if found is None and brought:
        raise UsageError("a gazetteer of your own needs a file: --output, or gazetteer in reportedly.toml")
    return found or home.standard_path()


def _show(made: Built) -> None:
    counts = ", ".join(f"{kind.value} {number}" for kind, number in made.counts.items())
    click.echo(f"{made.path}: {sum(made.counts.values())} places ({counts})")
