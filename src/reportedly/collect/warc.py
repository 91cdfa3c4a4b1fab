"""The feed over web archives: the pages in WARC files, such as those of Common Crawl News."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Final

from reportedly.collect import formats, inputs, parts, responses, streams
from reportedly.collect.prefilter import Passed, passed
from reportedly.collect.tally import Tally
from reportedly.collect.warc_records import Damage, Record, records
from reportedly.errors import InputError, UsageError
from reportedly.schema import Capture, Issue

_TYPES: Final = {"text/html": formats.PAGE, "application/xhtml+xml": formats.PAGE, "text/plain": formats.TEXT}
_AGAIN: Final = "the rest is read; fetch the archive again"


class WarcFeed:
    """Captures of the pages in web archives, plain or packed record by record with gzip.

    Taken are answers of HTTP that were a success and hold HTML or text, and resources that do. All else is counted in
    `tally`, by kind. A capture is named after its archive and the offset of its record, `news.warc.gz:1048576`; its
    feed is the archive's name. What is damaged is one `Issue`, and what can be read behind it is read.

    Args:
        paths: the archives.
        prefilter: whether pages that surely hold no article in English are passed over before they are cleaned.

    Attributes:
        tally: what was passed over so far.

    Raises:
        UsageError: `paths` is one path, not several.
    """

    def __init__(self, paths: Iterable[str | PathLike[str]], *, prefilter: bool = True) -> None:
        if isinstance(paths, str | PathLike):
            raise UsageError(f"{os.fspath(paths)!r} is one path where several are wanted; put it in a list")
        self._paths = tuple(Path(given) for given in paths)
        self._prefilter = prefilter
        self.tally = Tally()

    def captures(self) -> Iterator[Capture | Issue]:
        """The captures, one by one; what cannot be read is an `Issue` in its place."""
        for part in self.parts():
            for _, item in part.captures():
                yield item

    def parts(self) -> Iterator[parts.Part]:
        """One part for each archive; positions count its records."""
        for path in self._paths:
            yield part(path, self.tally, prefilter=self._prefilter)


def part(path: Path, tally: Tally, *, prefilter: bool = True) -> parts.Part:
    """The part of one archive; what it passes over is added to `tally`."""
    return parts.of_file(path, partial(numbered, path, tally, prefilter=prefilter))


def numbered(path: Path, tally: Tally, start: int = 0, *, prefilter: bool = True) -> parts.Numbered:
    """The captures and issues of one archive behind its first `start` records, each with the number of its record."""
    try:
        for number, found in records(path, start):
            item = _issue(path, found) if isinstance(found, Damage) else _item(path, found, prefilter=prefilter)
            if isinstance(item, Passed):
                tally.add(item)
            else:
                yield number, item
    except OSError as error:
        yield start, inputs.unreadable(str(path), error)


def _issue(path: Path, damage: Damage) -> Issue:
    return Issue(where=f"{path}:{damage.offset}", problem=damage.problem, remedy=_AGAIN)


def _item(path: Path, record: Record, *, prefilter: bool) -> Capture | Issue | Passed:
    if record.kind == "revisit":
        return Passed.REVISIT
    answer = _answer(record)
    if answer is None:
        return Passed.OTHER
    if answer.status is None or not 200 <= answer.status < 300:
        return Passed.STATUS
    name = f"{path}:{record.offset}"
    try:
        body = responses.unpacked(answer, streams.CAP)
    except responses.UnpackingError as error:
        return Issue(where=name, problem=str(error), remedy=_AGAIN)
    media_type = _media_type(answer.media_type, body)
    if media_type is None:
        return Passed.MEDIA_TYPE
    return _kept(
        Capture(
            name=name,
            url=record.url,
            captured_at=record.at,
            media_type=media_type,
            body=body,
            charset=answer.charset,
            feed=path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        ),
        prefilter=prefilter,
    )


def _kept(capture: Capture, *, prefilter: bool) -> Capture | Passed:
    """The capture, or why it is passed over."""
    if not prefilter or capture.media_type != formats.PAGE:
        return capture
    return passed(capture) or capture


def _answer(record: Record) -> responses.Response | None:
    """The answer in a record; None for a record that holds none."""
    if record.kind == "response" and record.media_type.startswith("application/http"):
        return responses.response(record.block)
    if record.kind == "resource":
        kind, charset = responses.content_type(record.media_type)
        return responses.Response(
            status=200, media_type=kind, charset=charset, transfer="", packing="", body=record.block
        )
    return None


def _media_type(named: str, body: bytes) -> str | None:
    """The media type of the capture; None for what is neither page nor text, whatever it calls itself."""
    if named and named not in _TYPES:
        return None
    try:
        looks = formats.detect(body[: formats.HEAD], "")
    except InputError:
        return None
    return _TYPES[named] if named else looks
