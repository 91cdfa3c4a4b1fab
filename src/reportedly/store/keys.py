"""Content-addressed ids: the same thing has the same id, whoever adds it, whenever, in whichever order.

An id is blake2b of 128 bits, as 32 hexadecimal digits, over the kind of the thing and its canonical bytes: JSON with
sorted keys, without what is unknown or empty. So a key that a later version adds changes no id.
"""

import hashlib
from typing import Final

import msgspec

from reportedly.errors import CodecError
from reportedly.schema import Article, Capture, Fetch, Issue, Judgement, Noun, Poll, Provenance

_SIZE: Final = 16
_encoder: Final = msgspec.json.Encoder(order="sorted")


def canonical(noun: Noun, *but: str) -> bytes:
    """The canonical bytes of `noun`, without the fields named in `but`.

    Raises:
        CodecError: a text in it is none: half of a surrogate pair cannot be written.
    """
    fields = {name: getattr(noun, name) for name in noun.__struct_fields__ if name not in but}
    try:
        return _encoder.encode(_pruned(msgspec.to_builtins(fields)))
    except UnicodeEncodeError as error:
        raise CodecError(f"a {type(noun).__name__} cannot be written: {error}; mend its text") from error


def key_of(kind: str, *parts: bytes) -> str:
    """An id over the kind of thing and some bytes.

    Examples:
        >>> key_of("body", b"text")
        'd3c8c1f854987bd0b73a0fd8254881fe'
    """
    hashed = hashlib.blake2b(digest_size=_SIZE, person=kind.encode())
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


def body_id(body: bytes) -> str:
    """The id of the bytes of a capture."""
    return key_of("body", body)


def capture_id(capture: Capture) -> str:
    """The id of a capture: over its address (its name, where it has none), its media type and its body.

    Raises:
        CodecError: its address is no text.
    """
    return capture_id_of(capture, body_id(capture.body))


def capture_id_of(capture: Capture, body: str) -> str:
    """The id of a capture whose body is elsewhere, and has the id `body`."""
    told = canonical(capture, "id", "captured_at", "charset", "feed", "item", "body", "name" if capture.url else "url")
    return key_of("capture", told, body.encode())


def article_key(article: Article) -> str:
    """The key of an article: over all of it.

    Raises:
        CodecError: one of its texts is none.
    """
    return key_of("article", canonical(article))


def piece_key(article: Article) -> str:
    """What copies of one piece share that came through several feeds: over its id and its text."""
    return key_of("piece", article.id.encode("utf-8", "surrogatepass"), article.text.encode("utf-8", "surrogatepass"))


def provenance_key(provenance: Provenance) -> str:
    """The key of a machine: over its provenance without the moment."""
    return key_of("provenance", canonical(provenance, "read_at"))


def reading_key(article: str, provenance: Provenance) -> str:
    """The key of a reading: over the key of the article and the provenance without the moment."""
    return key_of("reading", article.encode(), provenance_key(provenance).encode())


def judgement_id(judgement: Judgement) -> str:
    """The id of a judgement: over all of it."""
    return key_of("judgement", canonical(judgement))


def fetch_id(fetch: Fetch) -> str:
    """The id of a fetch: over all of it but the body."""
    return key_of("fetch", canonical(fetch, "body"))


def poll_id(poll: Poll) -> str:
    """The id of a poll: over all of it."""
    return key_of("poll", canonical(poll))


def issue_id(issue: Issue, at: int) -> str:
    """The id of an issue at a moment, in microseconds since 1970."""
    return key_of("issue", canonical(issue), str(at).encode())


def guid_key(guid: str) -> str:
    """The key of a guid or a link, which may be of any length."""
    return key_of("guid", guid.encode("utf-8", "surrogatepass"))


def _pruned(value: object) -> object:
    """Without what is None or empty, at every depth."""
    if isinstance(value, dict):
        kept = {name: _pruned(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in (None, [], {})}
    if isinstance(value, list | tuple):
        return [_pruned(inner) for inner in value]
    return value
