"""What an argument of `reportedly ingest` means: a page, an archive, a feed, a list of them, an address."""

import os
import re
from enum import StrEnum
from pathlib import Path

from reportedly.collect import addresses, formats, gdelt, inputs, streams
from reportedly.collect.files import STANDARD_INPUT
from reportedly.errors import InputError


class Meant(StrEnum):
    """What an argument means. What a file is, its first bytes tell; what is at an address, only its answer."""

    PAGE = "page"
    TEXT = "text"
    LINES = "json lines"
    DIRECTORY = "directory"
    PATTERN = "pattern"
    STANDARD_INPUT = "standard input"
    PIPE = "pipe"  # can be read once: nobody looks into it beforehand
    WARC = "web archive"
    FEED = "feed file"  # RSS, Atom, JSON Feed, a sitemap
    OPML = "opml file"
    GDELT_LIST = "list of GDELT's files"
    GDELT_TABLE = "table of GDELT"
    URL = "address"


_OPENING = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!doctype[^>]*>\s*)*"
_OPML = re.compile(_OPENING + rb"<opml[\s>]", re.I | re.S)
_FEED = re.compile(
    _OPENING + rb"<(?:rss|(?:\w+:)?feed|(?:\w+:)?urlset|(?:\w+:)?sitemapindex|rdf:rdf)[\s>]", re.I | re.S
)
_JSON_FEED = re.compile(rb"""\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org""", re.S)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_KINDS = {formats.PAGE: Meant.PAGE, formats.TEXT: Meant.TEXT, formats.LINES: Meant.LINES, formats.ARCHIVE: Meant.WARC}


def meant(argument: str | os.PathLike[str]) -> Meant:
    """What `argument` means; of a file, its first bytes are read.

    Raises:
        InputError: there is no such file, it cannot be read, or it is of a kind that is not read.
    """
    given = os.fspath(argument)
    if given == STANDARD_INPUT:
        return Meant.STANDARD_INPUT
    if _SCHEME.match(given):
        return _address(given)
    if not given or "\0" in given:
        raise InputError(ascii(given), "no name of a file", "check the path")
    if os.path.isdir(given):  # noqa: PTH112 - unlike Path.is_dir, false for a name that no system takes
        return Meant.DIRECTORY
    if inputs.is_pattern(given):
        return Meant.PATTERN
    path = Path(given)
    return Meant.PIPE if path.exists() and not path.is_file() else _file(path)


def _address(given: str) -> Meant:
    if addresses.web(given) is None and not re.match(r"https?://[^/\s]+", given, re.I):
        raise InputError(given, "no address of the web", "give one that begins with https://")
    return Meant.URL


def _file(path: Path) -> Meant:
    if inputs.suffix(path.name) in inputs.ARCHIVE_SUFFIXES:
        _head(path, 1, unpacked=False)  # damage is told as it is read
        return Meant.WARC
    return of_bytes(_head(path, formats.HEAD, unpacked=True), str(path))


def of_bytes(head: bytes, name: str) -> Meant:
    """What a file is that begins with `head`, decompressed; its name counts where the bytes leave it open.

    Raises:
        InputError: it is of a kind that is not read.
    """
    text = head.removeprefix(b"\xef\xbb\xbf")
    if _OPML.match(text):
        return Meant.OPML
    if _FEED.match(text) or _JSON_FEED.match(text):
        return Meant.FEED
    if gdelt.is_list(text):
        return Meant.GDELT_LIST
    if gdelt.is_table(head):
        return Meant.GDELT_TABLE
    return _KINDS[formats.detect(head, name)]


def _head(path: Path, size: int, *, unpacked: bool) -> bytes:
    head = b""
    try:
        with path.open("rb") as stream:
            for piece in streams.pieces(stream, str(path)) if unpacked else iter(lambda: stream.read(size), b""):
                head += piece
                if len(head) >= size:
                    break
    except OSError as error:
        told = inputs.unreadable(str(path), error)
        raise InputError(told.where, told.problem, told.remedy) from error
    return head[:size]
