"""Answers on disk: JSON lines that only grow, so that what was answered once is never asked and paid for again."""

import logging
import os
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from reportedly.errors import InputError
from reportedly.models.chat.costs import Usage

_log = logging.getLogger(__name__)
_HEAD: Final = b'{"journal":"reportedly chat","version":1}\n'


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked: the article's id, a hash over what the model was shown of it, and one over how it was asked."""

    article: str
    shown: str
    config: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer that could be used.

    Attributes:
        content: the answer as the model wrote it.
        model: the model, as the server calls it.
        usage: what it cost, the tries that could not be used among it.
    """

    article: str
    shown: str
    config: str
    content: str
    model: str
    usage: Usage

    @property
    def key(self) -> Key:
        """What it answers."""
        return Key(article=self.article, shown=self.shown, config=self.config)


class Journal:
    """The answers so far, in memory and, where a path is given, in a file; may be used by several threads.

    One process may write to a file at a time. A line is on disk before `add` returns.

    Args:
        path: the file, which need not exist; None keeps nothing.
        config: only answers that were asked for in this way are of use.

    Raises:
        InputError: the file is no journal, or a line before the last one is broken.
    """

    def __init__(self, path: Path | None, config: str) -> None:
        self._path = path
        self._lock = Lock()
        self._entries = _load(path, config) if path is not None and path.exists() else {}

    def get(self, key: Key) -> Entry | None:
        """The answer to what the key says was asked; None where there is none yet."""
        return self._entries.get(key)

    def add(self, entry: Entry) -> None:
        """Keep an answer."""
        if self._path is None:
            return
        with self._lock:
            self._entries[entry.key] = entry
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                head = b"" if file.tell() else _HEAD
                file.write(head + msgspec.json.encode(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())


def _load(path: Path, config: str) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {}
    end = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n") and (number > 1 or _HEAD.startswith(line)):
                _log.warning("%s:%d: the last line was not fully written; what it answers is asked again", path, number)
                break
            end += len(line)
            if number == 1:
                _check(line == _HEAD, path, number, "no journal of the reader 'chat'")
                continue
            entry = _entry(line, path, number)
            if entry.config == config:
                found[entry.key] = entry
    if end < path.stat().st_size:
        os.truncate(path, end)
    return found


def _entry(line: bytes, path: Path, number: int) -> Entry:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.MsgspecError, UnicodeError) as error:
        problem = f"not an answer: {error}"
    raise InputError(f"{path}:{number}", problem, "take the line away, or name another journal")


def _check(is_right: bool, path: Path, number: int, problem: str) -> None:
    if not is_right:
        raise InputError(f"{path}:{number}", problem, "name another journal")
