"""`reportedly knowledge`: what is known before reading, and whether it is in order."""

from datetime import date

import click

from reportedly.cli import FAILED
from reportedly.collect.feeds import starter
from reportedly.errors import KnowledgeError
from reportedly.knowledge import bundles, check, compiled


@click.group(name="knowledge")
def command() -> None:
    """Look after what is known before reading: actors, offices, outlets, places."""


@command.command(name="check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--on", "day", metavar="DAY", help="Also name the roles that were last seen two years before it (YYYY-MM-DD)."
)
@click.pass_context
def check_command(ctx: click.Context, *, paths: tuple[str, ...], day: str | None) -> None:
    """Audit knowledge files, and print one line for each finding.

    PATH is a file of your own, as `knowledge` in reportedly.toml names it; it is checked with what the package
    knows. Without one, the package's own files are checked. Found are: names of two entries that nothing tells
    apart, people with two ids, roles that are over or overlap, unknown ids and codes, years that cannot be, and
    entries of the starter set of feeds that are damaged, stand there twice, or name no language.
    """
    on = _day(day)
    found = list(bundles.findings(paths, on) if paths else check.own_findings(on))
    stale = () if paths else compiled.stale()
    found += [check.Finding(name, "differs from its compiled form; run `make knowledge`") for name in stale]
    found += () if paths else _of_feeds()
    for finding in found:
        click.echo(str(finding))
    if found:
        ctx.exit(FAILED)


def _of_feeds() -> list[check.Finding]:
    try:
        return [check.Finding(starter.NAME, what) for what in starter.findings()]
    except KnowledgeError as problem:
        return [check.Finding(starter.NAME, str(problem))]


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as problem:
        raise click.BadParameter(f"{given!r} is no day such as 2026-01-31", param_hint="--on") from problem
