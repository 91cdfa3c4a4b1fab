"""What a server said to one request, and what can go wrong with it."""

import re
from email.message import Message
from enum import StrEnum
from typing import Final, Self

import msgspec

from reportedly.schema import Noun

_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9*][a-z0-9!#$&^_.+-]{0,99}")
_CHARSET: Final = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,39}")
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))


class Mishap(StrEnum):
    """What went wrong with an answer, or in place of one."""

    SILENT = "silent"  # no sign of life for too long, or not done in time
    BROKEN = "broken"  # no connection, or one that broke; an answer that is not HTTP
    CERTIFICATE = "certificate"  # no secure connection
    LARGE = "large"  # more bytes than are taken
    CODING = "coding"  # folded in a way that cannot be undone
    FOREIGN = "foreign"  # a picture, a film, a program


class NoAnswer(Exception):  # noqa: N818 - the net did what it wants
    """No answer came, or none that is HTTP; the message says in a few words what happened instead."""

    def __init__(self, mishap: Mishap, problem: str, elapsed: float) -> None:
        super().__init__(problem)
        self.mishap = mishap
        self.elapsed = elapsed


class Answer(Noun, frozen=True, kw_only=True):
    """What a server said to one request.

    Attributes:
        headers: the names in lower case; several of one name are joined by a comma.
        body: unfolded; None where it was not read to its end.
        size: bytes of the body that came over the net.
        elapsed: seconds from the connection to the end of the body.
        mishap: what is wrong with the body; None where nothing is, and where none was read: a redirect, 304.
        fault: the same in a few words.
    """

    status: int
    headers: dict[str, str]
    body: bytes | None = None
    size: int = 0
    elapsed: float = 0.0
    mishap: Mishap | None = None
    fault: str | None = None

    @property
    def is_good(self) -> bool:
        """Whether the server says that it gives what was asked for."""
        return 200 <= self.status < 300

    @property
    def redirects_to(self) -> str | None:
        """Where the answer sends on to, as it says, in UTF-8 where it can be; None where it does not."""
        if self.status not in _REDIRECTS or "location" not in self.headers:
            return None
        place = self.headers["location"]
        try:
            return place.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return place

    @property
    def media_type(self) -> str | None:
        """Without parameters, in lower case; None where the server names none that can be."""
        said = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return said if _MEDIA_TYPE.fullmatch(said) else None

    @property
    def charset(self) -> str | None:
        """As the server names it, in lower case; None where it names none that can be."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "").replace("\n", " ").replace("\r", " ")
        said = message.get_content_charset()
        return said if said is not None and _CHARSET.fullmatch(said) else None

    def broken(self, mishap: Mishap, fault: str, size: int = 0) -> Self:
        """The answer without a body, and why."""
        return msgspec.structs.replace(self, mishap=mishap, fault=fault, size=size)

    def whole(self, body: bytes, size: int) -> Self:
        """The answer with its body."""
        return msgspec.structs.replace(self, body=body, size=size)

    def taking(self, elapsed: float) -> Self:
        """The answer, and how long it took."""
        return msgspec.structs.replace(self, elapsed=elapsed)
