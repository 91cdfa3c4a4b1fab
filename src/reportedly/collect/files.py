"""The feed over files: captures from paths, directories, patterns and standard input, one at a time."""

import codecs
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from os import PathLike
from pathlib import Path

from reportedly.collect import formats, inputs, parts, streams, warc
from reportedly.collect.tally import Tally
from reportedly.errors import InputError, UsageError
from reportedly.schema import Capture, Issue

STANDARD_INPUT = "-"
_OF_MANY = inputs.LINES_SUFFIXES | inputs.ARCHIVE_SUFFIXES


class FileFeed:
    """Captures of the files that `inputs` mean, in the order given, read only as they are asked for.

    A page or a text is one capture; each line of JSON lines is one, named `file.jsonl:17`, so that the first
    article comes before the last line is read. Web archives are read as `WarcFeed` reads them. Gzip is known by its
    first bytes, whatever the name.

    Args:
        inputs: files, directories (searched with their sub-directories), quoted patterns, or `-` for standard
            input, whose format is told from its first bytes.
        stdin: what `-` reads; by default the standard input of the process.

    Attributes:
        tally: what was passed over in web archives so far.

    Raises:
        UsageError: `inputs` is one path, not several.
    """

    def __init__(self, inputs: Iterable[str | PathLike[str]], *, stdin: streams.Stream | None = None) -> None:
        if isinstance(inputs, str | PathLike):
            raise UsageError(f"{os.fspath(inputs)!r} is one path where several are wanted; put it in a list")
        self._inputs = tuple(os.fspath(given) for given in inputs)
        self._stdin = stdin
        self.tally = Tally()

    def captures(self) -> Iterator[Capture | Issue]:
        """The captures, one by one; what cannot be opened is an `Issue` in its place."""
        for given in self._inputs:
            if given == STANDARD_INPUT:
                yield from self._standard_input()
                continue
            for found in inputs.expand(given):
                if isinstance(found, Issue):
                    yield found
                else:
                    yield from _file(found, self.tally)

    def parts(self) -> Iterator[parts.Part]:
        """One part for each file, and for what stands in the place of one.

        The positions of a page are 0 and 1; those of JSON lines count the lines that hold something, those of web
        archives the records. Standard input is a part that can only be read from its beginning.
        """
        for given in self._inputs:
            if given == STANDARD_INPUT:
                made = partial(parts.counted, self._standard_input)
                yield parts.Part(name=STANDARD_INPUT, fingerprint="", size=0, opened=made)
                continue
            for found in inputs.expand(given):
                if isinstance(found, Issue):
                    yield parts.of_issue(found)
                else:
                    yield _part(found, self.tally)

    def total(self) -> int | None:
        """How many articles will come, for a progress bar; None where only reading would tell.

        That is so for standard input, JSON lines and web archives. Directories are listed, no file is opened.
        """
        total = 0
        for given in self._inputs:
            if given == STANDARD_INPUT:
                return None
            for found in inputs.expand(given):
                if isinstance(found, Path) and inputs.suffix(found.name) in _OF_MANY:
                    return None
                total += 1
        return total

    def _standard_input(self) -> Iterator[Capture | Issue]:
        stream = self._stdin if self._stdin is not None else getattr(sys.stdin, "buffer", None)
        if stream is None:
            yield Issue(where="-", problem="there is no standard input", remedy="name a file instead")
        else:
            yield from _captures(stream, STANDARD_INPUT, None)


def _part(path: Path, tally: Tally) -> parts.Part:
    if _is_archive(path):
        return warc.part(path, tally)
    return parts.of_file(path, partial(parts.counted, partial(_file, path, tally)))


def _is_archive(path: Path) -> bool:
    return inputs.suffix(path.name) in inputs.ARCHIVE_SUFFIXES


def _file(path: Path, tally: Tally) -> Iterator[Capture | Issue]:
    if _is_archive(path):
        yield from (item for _, item in warc.numbered(path, tally))
        return
    try:
        with path.open("rb") as stream:
            yield from _captures(stream, str(path), inputs.stem(path.name))
    except OSError as error:
        yield inputs.unreadable(str(path), error)


def _captures(stream: streams.Stream, name: str, id_: str | None) -> Iterator[Capture | Issue]:
    try:
        pieces = streams.pieces(stream, name)
        head, pieces = _peek(pieces)
        media_type = formats.detect(head, name)
        if media_type == formats.ARCHIVE:
            raise InputError(name, "a web archive that is not called one", "give its file, with .warc in its name")
        if media_type == formats.LINES:
            yield from _lines(pieces, head, name)
        else:
            yield Capture(name=name, id=id_, media_type=media_type, body=streams.whole(pieces, name))
    except InputError as error:
        yield issue(error)


def _peek(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, enough to tell the format, and all pieces again.

    JSON is known by its first signs, so that lines which arrive one by one need not wait for each other.
    """
    head = b""
    for piece in pieces:
        head += piece
        if formats.is_told(head):
            break
    return head[: formats.HEAD], chain([head], pieces)


def _lines(pieces: Iterable[bytes], head: bytes, name: str) -> Iterator[Capture | Issue]:
    blank = True
    for number, line in enumerate(streams.lines(_in_utf8(pieces, head), name), start=1):
        where = f"{name}:{number}"
        if isinstance(line, InputError):
            yield issue(line)
        elif line.strip():
            if blank and line.strip() in (b"{", b"["):
                raise InputError(name, "JSON over several lines", "put one object on each line (jq -c does it)")
            yield Capture(name=where, media_type=formats.LINES, body=line)
        else:
            continue
        blank = False
    if blank:
        raise InputError(name, "there is no line in it", "give one JSON object a line")


def _in_utf8(pieces: Iterable[bytes], head: bytes) -> Iterator[bytes]:
    """The pieces in UTF-8 without a byte order mark; UTF-16 is known by its own."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
        for piece in pieces:
            yield decoder.decode(piece).encode("utf-8", errors="replace")
        return
    first = True
    for piece in pieces:
        yield piece.removeprefix(codecs.BOM_UTF8) if first else piece
        first = False


def issue(error: InputError) -> Issue:
    """The error as the item that takes the place of what could not be read."""
    return Issue(where=error.where, problem=error.problem, remedy=error.remedy)
