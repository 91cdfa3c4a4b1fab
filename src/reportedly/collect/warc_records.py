"""The records of a web archive, one by one; damage is named, and what lies behind it is still read."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportedly.collect import streams

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_GZIP = b"\x1f\x8b\x08"
_MARK = b"WARC/"
_START = re.compile(rb"\x1f\x8b\x08|WARC/1\.[01]\r?\n(?=[A-Za-z-]+:)")
_PIECE = 64 * 1024
_SIP = 8 * 1024
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_CUT_SHORT = "the record is cut short"
_ENOUGH = 2048
_BARREN = 1000
"""After so many places in a row that only look like records, the rest of a file is given up."""

_WITH_PAGES = ("response", "resource")


@dataclass(frozen=True, kw_only=True)
class Record:
    """One record of an archive.

    Attributes:
        offset: where in the file its member begins.
        kind: its type, such as `response`.
        media_type: of the record, such as `application/http`.
        block: its bytes; empty for kinds that hold no page.
    """

    offset: int
    kind: str
    url: str | None = None
    at: datetime | None = None
    media_type: str = ""
    block: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Damage:
    """A place in an archive that cannot be read.

    Attributes:
        offset: where in the file it begins, or lies soon after.
        problem: what is wrong with it, in a few words.
    """

    offset: int
    problem: str


class _CutShortError(Exception):
    """A record ends before its length."""


def records(path: Path, start: int = 0, cap: int = streams.CAP) -> Iterator[tuple[int, Record | Damage]]:
    """Every record and damage after the first `start` of them, each with its number, which begins with 1.

    Members of gzip, of Zstandard and plain records are read. Behind damage, reading goes on at the next record that
    can be found: at the next member of gzip, or the next line that begins a plain record.

    Args:
        cap: the most bytes of a record that are held; a larger one is a damage.

    Raises:
        OSError: the file cannot be opened.
    """
    number = 0
    offset: int | None = 0
    barren = 0
    with path.open("rb") as stream:
        while offset is not None:
            walk = _Walk(stream, offset, cap)
            before = number
            for found in walk.items(skip=max(0, start - number)):
                number += 1
                if found is not None:
                    yield number, found
            is_end = walk.damage is None
            damage = walk.damage or _unfinished(stream, walk.last, is_empty=number == 0)
            if damage is None:
                return
            barren = barren + 1 if number == before else 0
            if barren == 0 or offset == 0:  # else it goes on: one place is told once
                number += 1
                if number > start:
                    yield number, damage
            offset = None if is_end or barren >= _BARREN else _next(stream, walk.last + 1)


class _Walk:
    """One run over the records from an offset on, up to the end or the first damage.

    Attributes:
        last: the offset of the last record seen.
        damage: what ended the run; None at the end of the file.
    """

    def __init__(self, stream: BinaryIO, offset: int, cap: int) -> None:
        self._stream = stream
        self._cap = cap
        self.last = offset
        self.damage: Damage | None = None

    def items(self, *, skip: int) -> Iterator[Record | Damage | None]:
        """The records; None for each of the first `skip`, whose bytes are looked at only for damage."""
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - heavy

        self._stream.seek(self.last)
        try:
            for raw in ArchiveIterator(self._stream, parse_http=False):
                self.last = max(self.last, raw.stream_pos)
                if skip > 0:
                    skip -= 1
                    _pass_over(raw)
                    yield None
                else:
                    yield _record(raw, self._cap)
        except _CutShortError:
            self.damage = Damage(offset=self.last, problem=_CUT_SHORT)
        except OSError as error:
            self.damage = Damage(offset=self.last, problem=f"damaged ({str(error).lower()})")


def _record(raw: "WarcRecord", cap: int) -> Record | Damage:
    kind = str(raw.record_type)
    if kind not in _WITH_PAGES:
        _pass_over(raw)
        return Record(offset=raw.stream_pos, kind=kind)
    if raw.content_length > cap:
        _pass_over(raw)
        return Damage(offset=raw.stream_pos, problem=f"more than {cap // 2**20} MiB for one article")
    block = raw.reader.read()
    if len(block) < raw.content_length:
        raise _CutShortError
    return Record(
        offset=raw.stream_pos,
        kind=kind,
        url=(raw.headers.get("WARC-Target-URI") or "").strip("<> ") or None,
        at=_moment(raw.headers.get("WARC-Date")),
        media_type=(raw.headers.get("Content-Type") or "").lower(),
        block=block,
    )


def _pass_over(raw: "WarcRecord") -> None:
    if raw.consume() < raw.content_length:
        raise _CutShortError


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _unfinished(stream: BinaryIO, last: int, *, is_empty: bool) -> Damage | None:
    """The damage at the end of a file that seemed to end well: a record of which not even the head is whole.

    Args:
        stream: the file.
        last: where its last record begins.
        is_empty: whether there was no record in it.
    """
    stream.seek(last)
    head = stream.read(_PIECE)
    if is_empty:
        return Damage(offset=0, problem="there is no record in it") if head else None
    if head.startswith(_GZIP):
        offset = _unfinished_member(stream, last)
    else:
        offset = last if head.startswith(_MARK) and not _END_OF_HEAD.search(head) else None
    return None if offset is None else Damage(offset=offset, problem=_CUT_SHORT)


def _unfinished_member(stream: BinaryIO, offset: int) -> int | None:
    """Where the member of gzip begins that has no end, of those at and after `offset`; None where all have one."""
    stream.seek(offset)
    decoder = zlib.decompressobj(wbits=31)
    at = offset
    piece = stream.read(_SIP)
    while piece:
        try:
            decoder.decompress(piece)
        except zlib.error:
            return None  # told where it was read
        at += len(piece) - len(decoder.unused_data)
        piece = decoder.unused_data.lstrip(b"\0")
        if decoder.eof and piece:
            offset, decoder = at, zlib.decompressobj(wbits=31)
        piece = piece or stream.read(_SIP)
    return None if decoder.eof else offset


def _next(stream: BinaryIO, offset: int) -> int | None:
    """Where the next record begins at or after `offset`, as far as can be told from its first bytes."""
    stream.seek(offset)
    held = b""
    at = offset
    while piece := stream.read(_PIECE):
        held += piece
        for found in _START.finditer(held):
            if found[0] != _GZIP or _begins_record(held[found.start() : found.start() + _ENOUGH]):
                return at + found.start()
        at += max(0, len(held) - _ENOUGH)
        held = held[-_ENOUGH:]
    return None


def _begins_record(packed: bytes) -> bool:
    """Whether bytes that look like gzip unfold to the beginning of a record."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, len(_MARK)) == _MARK
    except zlib.error:
        return False
