"""Which files an input means: a file, every article under a directory, or the matches of a pattern."""

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reportedly.schema import Issue

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
ARCHIVE_SUFFIXES = frozenset({".warc"})
SUFFIXES = PAGE_SUFFIXES | TEXT_SUFFIXES | LINES_SUFFIXES - {".json"} | ARCHIVE_SUFFIXES
"""What is taken from a directory: these endings, and each of them with `.gz` after it."""


def suffix(name: str) -> str:
    """The ending that says the format, in lower case: `.html` for `Page.HTML.gz`, empty if there is none."""
    return Path(_without_gz(name)).suffix.lower()


def stem(name: str) -> str:
    """The name without its last ending, and without `.gz` before that: `v1.2` for `v1.2.txt.gz`.

    Bytes of a file's name that are no UTF-8 become U+FFFD, so that the name can be written.
    """
    return Path(_without_gz(name)).stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name


def expand(given: str) -> Iterator[Path | Issue]:
    """The files that `given` means, sorted; an `Issue` where there is none.

    A directory is searched with its sub-directories for `SUFFIXES`; names that begin with a dot, and the
    `page_files` that a browser saves beside `page.html`, are passed over; links to directories are not
    followed. A file that is named outright is taken whatever its ending, and whatever it is: a pipe, too.
    """
    path = Path(given)
    if not given or "\0" in given:
        yield Issue(where=ascii(given), problem="no name of a file", remedy="check the path")
    elif os.path.isdir(given):  # noqa: PTH112 - unlike Path.is_dir, false for a name that no system takes
        yield from _under(path)
    elif is_pattern(given):
        yield from _matching(given)
    else:
        yield path


def is_pattern(given: str) -> bool:
    """Whether `given` is a pattern, and no file that is called so."""
    return glob.has_magic(given) and not os.path.lexists(given)


def _matching(pattern: str) -> Iterator[Path | Issue]:
    found = False
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - may be absolute
        found = True
        path = Path(match)
        if path.is_dir():
            yield from _under(path)
        else:
            yield _plain(path)
    if not found:
        yield Issue(where=pattern, problem="the pattern matches nothing", remedy="check its spelling")


def _under(directory: Path) -> Iterator[Path | Issue]:
    found = False
    for item in _walk(directory):
        found = True
        yield item
    if not found:
        kinds = " ".join(sorted(SUFFIXES))
        yield Issue(
            where=str(directory),
            problem="no articles in this directory",
            remedy=f"give one with files that end in {kinds}, plain or with .gz",
        )


def _walk(directory: Path) -> Iterator[Path | Issue]:
    try:
        with os.scandir(directory) as entries:
            listing = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError as error:
        yield unreadable(str(directory), error)
        return
    pages = {stem(name) for name, is_dir in listing if not is_dir and suffix(name) in PAGE_SUFFIXES}
    for name, is_dir in listing:
        if name.startswith("."):
            continue
        if is_dir:
            if not (name.endswith("_files") and name.removesuffix("_files") in pages):
                yield from _walk(directory / name)
        elif suffix(name) in SUFFIXES:
            yield _plain(directory / name)


def _plain(path: Path) -> Path | Issue:
    """The path as it was found; an `Issue` for a pipe, socket or device, which may never end."""
    try:
        mode = path.stat().st_mode
    except OSError:  # reported when it is opened
        return path
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return path
    return Issue(where=str(path), problem="no plain file", remedy="name it outright to read from it")


def unreadable(where: str, error: OSError) -> Issue:
    """The issue of a file or directory that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Issue(where=where, problem="no such file", remedy="check the path")
    if isinstance(error, PermissionError):
        return Issue(where=where, problem="not allowed to read it", remedy="change its permissions")
    reason = (error.strerror or type(error).__name__).lower()
    return Issue(where=where, problem=f"cannot be read ({reason})", remedy="check that it is a plain file")
