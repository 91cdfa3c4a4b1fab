"""Which media types are worth reading: text in any form, and the archives that feeds and lists of links come in."""

from typing import Final

from reportedly.collect import formats

_FOREIGN: Final = ("image/", "audio/", "video/", "font/", "model/", "message/", "multipart/")
_APPLICATIONS: Final = (
    "json", "xml", "javascript", "gzip", "zip", "octet-stream", "download", "text", "html", "csv", "rss", "atom",
)  # fmt: skip
_ARCHIVES: Final = ("a ZIP archive", "a web archive")


def is_foreign(media_type: str | None) -> bool:
    """Whether a media type is none of text: pictures, sounds, films, PDF, programs."""
    if media_type is None or media_type.endswith(("+xml", "+json")):
        return False
    if media_type.startswith("application/"):
        return not any(word in media_type for word in _APPLICATIONS)
    return media_type.startswith(_FOREIGN)


def foreign_kind(body: bytes) -> str | None:
    """What a body is by its first bytes, whatever its type says; None for text and for archives that hold it."""
    kind = formats.signature(body[: formats.HEAD])
    return None if kind is None or kind.startswith(_ARCHIVES) else kind
