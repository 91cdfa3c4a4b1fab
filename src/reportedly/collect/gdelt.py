"""GDELT's lists of addresses as a feed of links: where its files are, and which pages their rows name.

From the public codebooks of GDELT: the list of files (`lastupdate.txt`, `masterfilelist.txt`) has a line "SIZE MD5 URL"
for each; the files are zipped tables without a head, their columns parted by tabs. Read are, counted from 0:

| table | columns | address | its moment | told by |
|---|---|---|---|---|
| export 2.0 | 61 | 60 SOURCEURL | 59 DATEADDED | |
| export 1.0 | 58 | 57 SOURCEURL | 56 DATEADDED | |
| mentions | 16 | 5 MentionIdentifier | 2 MentionTimeDate | 3 MentionType, 1 for the web |
| GKG 2.1 | 27 | 4 DocumentIdentifier | 1 DATE | 2 SourceCollectionIdentifier, 1 for the web |

The moment is when GDELT took a page in, and so is checked, but is no publication date.
"""

import hashlib
import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Final, NamedTuple

from reportedly.collect import addresses, streams
from reportedly.collect.files import issue
from reportedly.collect.tree import one_line
from reportedly.errors import InputError
from reportedly.schema import FeedKind, Issue, Item, Noun

MOST_LINKS = 500_000
"""The most links that one table gives."""

_UNPACKED = 512 * 1024 * 1024
_ROW = 1024 * 1024
_TOLD = 5
_ZIP: Final = b"PK\x03\x04"
_FILE = re.compile(r"(?P<size>\d{1,12}) (?P<md5>[0-9a-f]{32}) (?P<url>https?://\S{5,500})")
_NAME = re.compile(
    r"/(?P<stamp>\d{8}(?:\d{6})?)(?:\.translation)?\.(?P<table>export|mentions|gkg)\.csv(?:\.zip)?$", re.I
)
_STAMP = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{6})?")
_TITLE = re.compile(r"<PAGE_TITLE>(.{1,1000}?)</PAGE_TITLE>", re.S)
_GKG = re.compile(rb"\d{14}-T?\d{1,6}\t\d{14}\t\d\t")
_WEB = "1"


class Table(StrEnum):
    """Which of GDELT's tables a file holds."""

    EXPORT = "export"
    MENTIONS = "mentions"
    GKG = "gkg"


class ListedFile(Noun, frozen=True, kw_only=True):
    """A file that one of GDELT's lists names.

    Attributes:
        stamp: the quarter of an hour, or the day, that it is of: `20260314103000`.
        size: bytes, zipped.
        md5: of the zipped bytes, hexadecimal.
    """

    url: str
    table: Table
    stamp: str
    size: int
    md5: str


class _Columns(NamedTuple):
    link: int
    moment: int
    collection: int | None = None
    extras: int | None = None


_COLUMNS: Final = {
    61: _Columns(link=60, moment=59),
    58: _Columns(link=57, moment=56),
    16: _Columns(link=5, moment=2, collection=3),
    27: _Columns(link=4, moment=1, collection=2, extras=26),
}
"""Which columns of a row count, by how many it has."""


def is_list(head: bytes) -> bool:
    """Whether bytes begin as one of GDELT's lists of files does."""
    return _FILE.match(head.decode("ascii", errors="replace")) is not None


def is_table(head: bytes) -> bool:
    """Whether bytes begin as one of GDELT's tables does; of a zip, only its name for what is in it is looked at."""
    if head.startswith(_ZIP):
        return re.match(rb"[\w.]{1,80}\.csv", head[30:], re.I) is not None
    if _GKG.match(head):  # whose first row may well be longer than the head
        return True
    row = head.partition(b"\n")[0].decode("utf-8", errors="replace").split("\t")
    columns = _COLUMNS.get(len(row))
    return columns is not None and _STAMP.fullmatch(row[columns.moment]) is not None


def files(body: bytes, name: str) -> Iterator[ListedFile | Issue]:
    """The files that a list names, in its order; an `Issue` for lines that name none.

    Args:
        body: the list, as GDELT serves it.
        name: where it comes from, for the messages.
    """
    complaints = _Complaints(name, "no line of a list of files", "fetch the list again")
    for number, line in enumerate(body.decode("utf-8", errors="replace").splitlines(), start=1):
        found = _FILE.fullmatch(line.strip())
        path = _NAME.search(found["url"]) if found else None
        if found and path:
            yield ListedFile(
                url=found["url"],
                table=Table(path["table"].lower()),
                stamp=path["stamp"],
                size=int(found["size"]),
                md5=found["md5"],
            )
        elif line.strip():
            yield from complaints.about(number)
    yield from complaints.rest()


def items(body: bytes, name: str, *, most: int = MOST_LINKS) -> Iterator[Item | Issue]:
    """The pages that a table names, each once; an `Issue` for rows that are not as expected.

    Args:
        body: the table, as a zip with one table in it, or as it is in there.
        name: where it comes from, for the messages.
        most: the most links that are given; that there are more is an `Issue`.
    """
    complaints = _Complaints(name, "a row that is not as GDELT's are", "fetch it again; the rest is read")
    seen: set[bytes] = set()
    try:
        for number, row in enumerate(streams.lines(_unzipped(body, name), name, _ROW), start=1):
            try:
                found = _item(row)
            except _OddRowError:
                yield from complaints.about(number)
                continue
            if found is None or (key := _key(found.link)) in seen:
                continue
            if len(seen) >= most:
                yield Issue(where=name, problem=f"more than {most:,} links", remedy="the others are passed over")
                break
            seen.add(key)
            yield found
    except InputError as error:
        yield issue(error)
    yield from complaints.rest()


class _OddRowError(Exception):
    """A row that is not as the codebooks have it."""


class _Complaints:
    """Tells of the first few odd lines one by one, and of all others at once."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        self._name = name
        self._problem = problem
        self._remedy = remedy
        self._count = 0

    def about(self, number: int) -> Iterator[Issue]:
        self._count += 1
        if self._count <= _TOLD:
            yield Issue(where=f"{self._name}:{number}", problem=self._problem, remedy=self._remedy)

    def rest(self) -> Iterator[Issue]:
        if (others := self._count - _TOLD) > 0:
            yield Issue(where=self._name, problem=f"{others:,} more: {self._problem}", remedy=self._remedy)


def _item(row: bytes | InputError) -> Item | None:
    """The page that a row names; None for a row that names none on the web.

    Raises:
        _OddRowError: the row has other columns than those of any table.
    """
    if isinstance(row, InputError):
        raise _OddRowError
    fields = row.decode("utf-8", errors="replace").rstrip("\r").split("\t")
    if fields == [""]:
        return None
    columns = _COLUMNS.get(len(fields))
    if columns is None or not _STAMP.fullmatch(fields[columns.moment]):
        raise _OddRowError
    if columns.collection is not None and fields[columns.collection] != _WEB:
        return None
    link = addresses.web(fields[columns.link])
    if link is None:
        return None
    title = _TITLE.search(fields[columns.extras]) if columns.extras is not None else None
    shown = html.unescape(title[1]).strip() if title else ""
    return Item(link=link, guid=link, kind=FeedKind.LINKS, title=shown or None)


def _key(link: str) -> bytes:
    return hashlib.blake2b(addresses.canonical(link).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _unzipped(body: bytes, name: str) -> Iterator[bytes]:
    """The table in pieces; never more than a piece of it is held.

    Raises:
        InputError: a damaged zip, one that holds no table or several, or one that unfolds to more than is allowed.
    """
    if not body.startswith(_ZIP):
        yield body
        return
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            tables = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".csv")]
            if len(tables) != 1:
                raise InputError(name, f"a zip with {len(tables)} tables", "give one as GDELT serves it")
            with archive.open(tables[0]) as stream:
                size = 0
                while piece := stream.read(streams.PIECE):
                    size += len(piece)
                    if size > _UNPACKED:
                        raise InputError(name, "more than 512 MiB unzipped", "give one as GDELT serves it")
                    yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError) as error:
        raise InputError(name, f"damaged zip ({one_line(str(error))[:60]})", "fetch it again") from error
