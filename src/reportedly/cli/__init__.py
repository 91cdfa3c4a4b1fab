"""`reportedly` on the command line: one module for each verb, imported only when that verb is called.

Exit status: 0 all well, 1 some inputs failed, 2 wrong usage, 130 stopped from the keyboard.
"""

import logging
import os
import sys
from importlib import import_module
from typing import Any

import click

from reportedly import __version__
from reportedly.errors import ReportedlyError, SettingsError, UsageError

FAILED = 1
WRONG_USAGE = 2
STOPPED = 130

COMMANDS = {
    "read": "Read articles and show who says what.",
    "demo": "Read the bundled articles and write a report.",
    "ingest": "Take in files, archives, feeds and pages, and keep what is read.",
    "watch": "Follow feeds for weeks: poll, fetch, read, keep.",
    "feeds": "List, add and remove the feeds that are followed, and say how they do.",
    "search": "Find what was said in what is kept.",
    "export": "Print all readings that are kept.",
    "store": "Check, back up and tidy what is kept.",
    "eval": "Measure a reader on the gold.",
    "knowledge": "Check what is known before reading.",
    "gazetteer": "Build the file of places, or show which one is used.",
    "schema": "Print the JSON Schema of a reading.",
}
"""Command `x` is `command` in `reportedly.cli.x`; its help stands here, so that help imports nothing."""


class Lazy(click.Group):
    """A group that imports a command when it is called, and ends as the exit status of the package says."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reportedly.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands in the help, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; expected errors become one line and an exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            ctx.exit(STOPPED)
        except BrokenPipeError:
            _close_stdout()
            ctx.exit(0)
        except ReportedlyError as error:
            complain(str(error))
            ctx.exit(WRONG_USAGE if isinstance(error, UsageError | SettingsError) else FAILED)
        except OSError as error:
            complain(f"{error.filename or 'the output'}: {error.strerror or error}")
            ctx.exit(FAILED)
        return result


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    from reportedly.export.words import one_line  # noqa: PLC0415 - help needs no nouns

    click.echo(f"reportedly: {one_line(message)}", err=True)


def _close_stdout() -> None:
    """Whoever read our output has gone: let what is still buffered go nowhere, without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Read the news of a security crisis: who says so, how far along it is, and how sure.

    The exit status is 0 when all went well, 1 when some inputs could not be read, 2 for wrong usage.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page, we say ourselves
