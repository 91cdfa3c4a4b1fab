"""HTTP answers as archives keep them: head and body apart, the body unpacked, whatever the head claims of it."""

import re
import zlib
from dataclasses import dataclass

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


class UnpackingError(Exception):
    """The body is packed in a way that cannot be undone, or unfolds to more than is allowed."""


@dataclass(frozen=True, kw_only=True)
class Response:
    """An HTTP answer.

    Attributes:
        status: None where the bytes do not begin as an answer does.
        media_type: without parameters, in lower case; empty where none is named.
        transfer: how it was transferred, such as `chunked`; empty for as it is.
        packing: how it is packed, such as `gzip`; empty for not at all.
        body: the bytes as they were transferred.
    """

    status: int | None
    media_type: str
    charset: str | None
    transfer: str
    packing: str
    body: bytes


def response(block: bytes) -> Response:
    """The answer that `block` is; its body is what comes after the first empty line."""
    found = _END_OF_HEAD.search(block)
    head, body = (block, b"") if found is None else (block[: found.start()], block[found.end() :])
    first, *lines = head.splitlines() or [b""]
    status = _STATUS.match(first)
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("latin-1").partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    kind, charset = content_type(fields.get("content-type", ""))
    return Response(
        status=int(status[1]) if status else None,
        media_type=kind,
        charset=charset,
        transfer=fields.get("transfer-encoding", "").lower(),
        packing=fields.get("content-encoding", "").lower(),
        body=body,
    )


def content_type(value: str) -> tuple[str, str | None]:
    """The media type in lower case and the charset that a `Content-Type` names; empty and None where it does not."""
    charset = _CHARSET.search(value)
    return value.partition(";")[0].strip().lower(), charset[1].lower() if charset else None


def unpacked(answer: Response, cap: int) -> bytes:
    """The body as the page's author wrote it.

    Archives often keep a body unpacked beside the head that it came with, so what the head says is done only where
    the bytes look like it.

    Raises:
        UnpackingError: the bytes are packed and damaged, or unfold to more than `cap`.
    """
    body = answer.body
    if "chunked" in answer.transfer:
        body = _joined(body)
    for packing in reversed([part.strip() for part in f"{answer.packing},{answer.transfer}".split(",")]):
        if packing in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            body = _inflated(body, 31, cap)
        elif packing == "deflate" and (bits := _deflate(body)) is not None:
            body = _inflated(body, bits, cap)
        elif packing in ("br", "zstd"):
            body = _by_reader(body, packing, cap)
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body in one; the body as it is where it is not in chunks."""
    parts: list[bytes] = []
    at = 0
    while (found := _CHUNK.match(body, at)) is not None:
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return b"".join(parts) if parts and at >= len(body) else body


def _deflate(body: bytes) -> int | None:
    """The window of a deflated body, wrapped as the standard asks for, or bare; None where it is neither."""
    for bits in (15, -15):
        try:
            zlib.decompressobj(bits).decompress(body[:1024], 1024)
        except zlib.error:
            continue
        return None if body[:1] in (b"<", b" ", b"\n", b"\r") else bits
    return None


def _inflated(body: bytes, bits: int, cap: int) -> bytes:
    decoder = zlib.decompressobj(bits)
    try:
        out = decoder.decompress(body, cap + 1)
    except zlib.error as error:
        raise UnpackingError(f"damaged packing ({error})") from error
    if len(out) > cap:
        raise UnpackingError(f"more than {cap // 2**20} MiB for one article")
    return out


def _by_reader(body: bytes, packing: str, cap: int) -> bytes:
    """The body unpacked from Brotli or Zstandard; as it is where it is text already, unpacked beside its old head."""
    from io import BytesIO  # noqa: PLC0415 - with the line below

    from fastwarc import stream_io  # noqa: PLC0415 - heavy

    made = stream_io.BrotliReader if packing == "br" else stream_io.ZstdReader
    try:
        out = made(BytesIO(body)).read(cap + 1)
    except OSError as error:
        if b"<" in body[:256] or body.isascii():
            return body
        raise UnpackingError(f"damaged packing ({str(error).lower()})") from error
    if len(out) > cap:
        raise UnpackingError(f"more than {cap // 2**20} MiB for one article")
    return out
