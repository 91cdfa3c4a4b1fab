"""Files as steps of ingesting: each goes on from where an earlier run left it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from reportedly.collect import inputs
from reportedly.collect.files import STANDARD_INPUT, FileFeed
from reportedly.collect.parts import Part
from reportedly.keep.batches import Mark, Step
from reportedly.keep.summary import Summary
from reportedly.schema import Capture, Issue
from reportedly.store import Store

_UNTOLD: Final = ""


def steps(
    given: Sequence[str], store: Store, machine: str, summary: Summary, *, again: bool = False, before: int = 0
) -> Iterator[Step]:
    """The captures of files, with how far each file is done.

    Args:
        given: paths, directories, patterns, or `-`.
        store: knows how far an earlier run came.
        machine: what is done with the articles, as `wanted.machine` names it; another machine begins anew.
        summary: counts the files that an earlier run finished and that are as they were.
        again: begin anew, whatever an earlier run did.
        before: bytes of the inputs that are done already.
    """
    feed = FileFeed(given)
    for part in feed.parts():
        yield from _part(part, store, f"{machine}: {_place(part.name)}", before, summary, again=again)
        before += part.size
        summary.passed = str(feed.tally)


def total_size(given: Iterable[str]) -> int | None:
    """Bytes of all files that are meant; None where standard input is among them."""
    total = 0
    for each in given:
        if each == STANDARD_INPUT:
            return None
        total += sum(_size(found) for found in inputs.expand(each) if isinstance(found, Path))
    return total


def _part(
    part: Part, store: Store, source: str, before: int, summary: Summary, *, again: bool
) -> Iterator[Step]:
    known = store.position(source) if part.fingerprint != _UNTOLD and not again else None
    start = known.done if known is not None and known.fingerprint == part.fingerprint else 0
    if known is not None and start == known.done and known.finished:
        summary.unchanged += 1
        yield Step(reached=before + part.size)
        return
    done, inside = start, 0
    for done, item in part.captures(start):
        inside = min(part.size, _inside(part, item, inside))
        mark = Mark(source=source, fingerprint=part.fingerprint, done=done)
        yield Step(capture=_named(item), mark=_told(mark), reached=before + inside)
    mark = Mark(source=source, fingerprint=part.fingerprint, done=done, finished=True)
    yield Step(mark=_told(mark), reached=before + part.size)


def _told(mark: Mark) -> Mark | None:
    """The mark, if anybody could tell later that the file is still the same."""
    return mark if mark.fingerprint != _UNTOLD else None


def _inside(part: Part, item: Capture | Issue, before: int) -> int:
    """About how many bytes of the part are done; exact for a web archive, whose captures tell their offset."""
    name = item.name if isinstance(item, Capture) else item.where
    if inputs.suffix(Path(part.name).name) in inputs.ARCHIVE_SUFFIXES:
        offset = name.rpartition(":")[2]
        return int(offset) if offset.isdigit() else before
    return before + (len(item.body) + 1 if isinstance(item, Capture) else 0)


def _named(item: Capture | Issue) -> Capture | Issue:
    """The same with a name that can be written: bytes of a path that are no UTF-8 become U+FFFD."""
    if isinstance(item, Issue):
        return msgspec.structs.replace(item, where=_plain(item.where))
    return msgspec.structs.replace(item, name=_plain(item.name), feed=item.feed and _plain(item.feed))


def _place(name: str) -> str:
    """The path of a part wherever one stands."""
    return _plain(name if name == STANDARD_INPUT else os.path.abspath(name))  # noqa: PTH100 - nothing is followed


def _plain(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reported when it is opened
        return 0
