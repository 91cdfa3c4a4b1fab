"""Examples of output: what stands after `$ command` in a `console` block is what the command prints, here and now."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from pages import ROOT, blocks

COLUMNS = 96
"""How wide the terminal of an example is, in characters."""

PATIENCE = 120
"""Seconds after which a command of an example is given up."""


def refreshed(text: str) -> str:
    """The page with the output of its examples as it is now.

    Raises:
        subprocess.TimeoutExpired: a command takes longer than `PATIENCE`.
    """
    for block in reversed(list(blocks(text, "console"))):
        text = text[: block.start] + _body(block.body) + text[block.end :]
    return text


def _body(old: str) -> str:
    """The commands of a block, each with its output; lines that belong to no command stay where they are."""
    made: list[str] = []
    lines = old.splitlines()
    shown = False
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            if not shown:
                made.append(line)
            continue
        command = [line]
        while command[-1].endswith("\\") and lines:
            command.append(lines.pop(0))
        made += command
        made += output("\n".join(command).removeprefix("$ ")).splitlines()
        shown = True
    return "".join(f"{line.rstrip()}\n" for line in made)


@cache
def output(command: str) -> str:
    """What `command` prints when it is typed in the root of the project, in a plain terminal of `COLUMNS`."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "COLUMNS": str(COLUMNS),
        "TERM": "dumb",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
        "LC_ALL": "C.UTF-8",
    }
    ran = subprocess.run(  # noqa: S602 - the commands are those of our own pages
        command, shell=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False, encoding="utf-8",
    )  # fmt: skip
    return ran.stdout
