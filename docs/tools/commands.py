"""The page on the command line, made from the help of the commands themselves."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from reportedly.cli import COMMANDS, main

HEAD = """# The command line

Generated from the help of the commands by `make docs`; change it there.

`reportedly` reads articles and shows the ledger of who says what. `reportedly COMMAND --help` says on the screen what
this page says.

## Exit status

| status | means |
|---|---|
| 0 | all went well |
| 1 | some inputs could not be read (each has a line on standard error), or a figure is under its floor |
| 2 | wrong usage: an unknown option, reader or format, an output that would overwrite an input |
| 130 | stopped from the keyboard |

A reader of the output that goes away (`| head`) is no failure.
"""


def page() -> str:
    """The page `reference/cli.md`."""
    return "\n".join([HEAD, *(_command(name) for name in COMMANDS)])


def command(name: str) -> click.Command:
    """The command of that name."""
    with click.Context(main, info_name="reportedly") as context:
        found = main.get_command(context, name)
    assert found is not None, name  # noqa: S101 - the names are those of the table
    return found


def _command(name: str) -> str:
    return "\n".join(_sections(name, command(name)))


def _sections(name: str, found: click.Command) -> Iterator[str]:
    """The section of a command, and those of the commands in it."""
    context = click.Context(found, info_name=f"reportedly {name}")
    usage = " ".join(["reportedly", name, *found.collect_usage_pieces(context)])
    rows = "\n".join(_rows(found, context))
    help_ = cleandoc(found.help or "")
    yield f"## `reportedly {name}`\n\n```text\n{usage}\n```\n\n{help_}\n\n| option | does |\n|---|---|\n{rows}\n"
    if isinstance(found, click.Group):
        for inner in found.list_commands(context):
            yield from _sections(f"{name} {inner}", found.commands[inner])


def _rows(found: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in found.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            names, does = (text.replace("|", "\\|").replace("\n", " ") for text in record)
            yield f"| `{names}` | {does} |".replace("|  |", "| |")
