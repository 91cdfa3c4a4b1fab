"""Where a command writes: standard output or a file, in UTF-8 where the format asks for it."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from reportedly.collect.files import STANDARD_INPUT
from reportedly.collect.inputs import expand
from reportedly.errors import UsageError
from reportedly.keep.pages import is_address
from reportedly.schema import Issue

FILE = click.Path(dir_okay=False, path_type=Path)
"""The type of an option that names a file to write."""


@contextmanager
def stream(path: Path | None, form: str) -> Iterator[TextIO]:
    """The stream for output in `form`: `path`, or standard output where there is none.

    Raises:
        UsageError: `path` cannot be written, or a page would go to the terminal.
    """
    if path is None:
        if form == "html" and sys.stdout.isatty():
            raise UsageError("a page is no text for a terminal; add --output report.html")
        if isinstance(sys.stdout, TextIOWrapper):
            encoding = None if form == "table" else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="replace")
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise UsageError(f"--output {path}: {(error.strerror or str(error)).lower()}") from error
    with file:
        yield file


def inputs(paths: Sequence[str], output: Path | None) -> list[str]:
    """The paths to read. Where an output is given, what they mean is listed now, before it is made, and the
    output of an earlier run that lies among them is left out.

    Raises:
        UsageError: the output is one of the inputs, which it would overwrite, or all there is to read.
    """
    if output is None:
        return list(paths)
    if any(_same(given, output) for given in paths):
        raise UsageError(f"--output {output} would overwrite an input")
    kept = [each for given in paths for each in _meant(given) if not _same(each, output)]
    if not kept:
        raise UsageError(f"there is nothing to read but {output}, which is the output")
    return kept


def _meant(given: str) -> list[str]:
    """The files that `given` means; what cannot be listed stays as it is, to be reported when it is read."""
    if given == STANDARD_INPUT or is_address(given):
        return [given]
    return [found.where if isinstance(found, Issue) else str(found) for found in expand(given)]


def _same(given: str, output: Path) -> bool:
    """Whether both are one file, or would be once the output is there."""
    if given == STANDARD_INPUT:
        return False
    try:
        return output.samefile(given)
    except ValueError:  # no name of a file
        return False
    except OSError:  # one of them is absent
        return os.path.realpath(given) == os.path.realpath(output)
