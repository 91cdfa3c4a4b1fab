"""The data files in a compact form, so that the first reading need not wait for YAML; `make knowledge` makes it.

The YAML stays the truth: a file that differs from what was compiled is read as YAML, which is slower and never wrong.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge import yamlfile
from reportedly.knowledge.spelling import fold
from reportedly.schema import Noun

NAME: Final = "compiled.bin"
_KEYS: Final = "spelling.py"


class Packed(Noun, frozen=True, kw_only=True):
    """One data file: the SHA-256 of its YAML, and what the YAML says as MessagePack."""

    digest: str
    content: msgspec.Raw


def packed(name: str, text: bytes) -> msgspec.Raw | None:
    """What the data file `name` with the YAML `text` says; None where another text was compiled, or none.

    Raises:
        KnowledgeError: the compiled form is damaged.
    """
    found = _files().get(name)
    return found.content if found is not None and found.digest == _digest(text) else None


def stale() -> tuple[str, ...]:
    """The data files that were changed, added or removed since they were compiled.

    Raises:
        KnowledgeError: the compiled form is damaged.
    """
    now = {name: _digest(text) for name, text in _sources().items()} | {_KEYS: _digest(_folding())}
    then = {name: found.digest for name, found in _files().items()}
    return tuple(sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name)))


def keys() -> dict[str, str]:
    """The keys of known names as `spelling.fold` makes them; none where it has changed since they were made.

    Raises:
        KnowledgeError: the compiled form is damaged.
    """
    found = _files().get(_KEYS)
    if found is None or found.digest != _digest(_folding()):
        return {}
    return msgspec.msgpack.decode(found.content, type=dict[str, str])


def write(names: Iterable[str]) -> None:
    """Compile all data files, and the keys of `names`.

    Raises:
        YAMLError: a file is no YAML.
        YamlShapeError: a file is YAML of another shape than ours.
    """
    made = {
        name: Packed(digest=_digest(text), content=msgspec.Raw(msgspec.msgpack.encode(yamlfile.read(text.decode()))))
        for name, text in sorted(_sources().items())
    }
    folded = {name: key for name in names if (key := fold(name)) is not None}
    made[_KEYS] = Packed(digest=_digest(_folding()), content=msgspec.Raw(msgspec.msgpack.encode(folded)))
    _place().write_bytes(zlib.compress(msgspec.msgpack.encode(made), 9))
    _files.cache_clear()


@cache
def _files() -> dict[str, Packed]:
    try:
        whole = files("reportedly").joinpath(f"knowledge/data/{NAME}").read_bytes()
    except FileNotFoundError:
        return {}
    try:
        return msgspec.msgpack.decode(zlib.decompress(whole), type=dict[str, Packed])
    except (zlib.error, msgspec.DecodeError) as problem:
        raise KnowledgeError(f"knowledge/data/{NAME} is damaged; run `make knowledge`, or reinstall") from problem


def _sources() -> dict[str, bytes]:
    """The YAML of every data file, by its path under `knowledge/data`."""
    root = _place().parent
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


def _place() -> Path:
    return Path(str(files("reportedly"))) / "knowledge" / "data" / NAME


def _digest(text: bytes) -> str:
    return sha256(text).hexdigest()


def _folding() -> bytes:
    return (Path(str(files("reportedly"))) / "knowledge" / "spelling.py").read_bytes()
