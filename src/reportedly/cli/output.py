"""Where a command writes: standard output or a file, in UTF-8 where the format asks for it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from reportedly.collect.inputs import expand
from reportedly.errors import UsageError

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
    """The paths to read: as given, but without the output of an earlier run that lies among them.

    Raises:
        UsageError: the output is one of the inputs, which it would overwrite.
    """
    if output is None or not output.exists():
        return list(paths)
    kept: list[str] = []
    for given in paths:
        if _same(Path(given), output):
            raise UsageError(f"--output {output} would overwrite an input")
        found = [] if given == "-" else list(expand(given))
        if any(isinstance(item, Path) and _same(item, output) for item in found):
            kept += [str(item) for item in found if isinstance(item, Path) and not _same(item, output)]
        else:
            kept.append(given)
    return kept


def _same(path: Path, output: Path) -> bool:
    return path.exists() and path.samefile(output)
