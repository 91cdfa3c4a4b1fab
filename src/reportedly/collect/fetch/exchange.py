"""One request and what came back, with every limit of time and size kept."""

import ssl
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from reportedly.collect.fetch import media
from reportedly.collect.fetch.answer import Answer, Mishap, NoAnswer
from reportedly.collect.fetch.coding import OFFERED, Coding, CodingError, Plain, TooLarge, coding, opened
from reportedly.collect.fetch.guard import Target

if TYPE_CHECKING:
    import httpcore

_ACCEPT: Final = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml;q=0.9,application/atom+xml;q=0.9,"
    "application/feed+json;q=0.9,*/*;q=0.5"
)
_MOST_OF_AN_ERROR: Final = 64 * 1024


class Caller:
    """Sends requests.

    Args:
        agent: the User-Agent.
        timeout: seconds without a sign of life after which a request is given up; `deadline` for the whole of it.
        largest: the most bytes of a body, as it comes and unfolded.
        tls: what certificates are held to; None for the authorities that browsers trust.
    """

    def __init__(
        self, agent: str, *, timeout: float, deadline: float, largest: int, tls: ssl.SSLContext | None = None
    ) -> None:
        import httpx  # noqa: PLC0415 - heavy

        self._agent = agent
        self._timeout = timeout
        self._deadline = deadline
        self._largest = largest
        self._tls = tls or httpx.create_ssl_context()

    def ask(self, target: Target, headers: Mapping[str, str], *, largest: int | None = None) -> Answer:
        """The answer to GET on a target; the connection is closed after it.

        Raises:
            NoAnswer: there was none.
        """
        import httpcore  # noqa: PLC0415 - heavy

        from reportedly.collect.fetch.transport import Limits, connection  # noqa: PLC0415 - imports httpcore

        started = time.monotonic()
        limits = Limits(self._timeout, self._deadline)
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        try:
            with (
                connection(target, limits, self._tls) as line,
                line.stream("GET", url, headers=self._lines(target, headers)) as response,
            ):
                return _answer(response, largest or self._largest).taking(time.monotonic() - started)
        except httpcore.TimeoutException as error:
            why = (
                f"not done after {self._deadline:g} s"
                if limits.is_over
                else f"silent for {self._timeout:g} s"
            )
            raise NoAnswer(Mishap.SILENT, why, time.monotonic() - started) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise NoAnswer(*_cause(error), time.monotonic() - started) from error

    def _lines(self, target: Target, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
        host = f"[{target.host}]" if ":" in target.host else target.host
        lines = {
            "Host": host if target.port == target.usual_port else f"{host}:{target.port}",
            "User-Agent": self._agent, "Accept": _ACCEPT, "Accept-Encoding": OFFERED, "Connection": "close", **headers,
        }  # fmt: skip
        return [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in lines.items()]


def _answer(response: "httpcore.Response", largest: int) -> Answer:
    """What a server says, with its body where it is worth reading."""
    headers = _joined(response.headers)
    answer = Answer(status=response.status, headers=headers)
    if response.status == 304 or answer.redirects_to is not None:
        return answer
    if answer.is_good and media.is_foreign(answer.media_type):
        return answer.broken(Mishap.FOREIGN, f"{answer.media_type} is not text")
    if not answer.is_good:
        return _with_beginning(answer, response.iter_stream())
    announced = headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and len(announced) < 20 and int(announced) > largest:
        return answer.broken(Mishap.LARGE, f"larger than {largest:,} bytes")
    return _with_body(answer, response.iter_stream(), largest)


def _with_beginning(answer: Answer, pieces: Iterable[bytes]) -> Answer:
    """An answer that is an error, with as much of its page as tells which."""
    size = 0
    unfolding: Coding = Plain(_MOST_OF_AN_ERROR)
    try:
        unfolding = coding(answer.headers.get("content-encoding", ""), _MOST_OF_AN_ERROR)
        for piece in pieces:
            size += len(piece)
            unfolding.feed(piece)
    except (TooLarge, CodingError):
        pass
    return answer.whole(unfolding.so_far(), size)


def _with_body(answer: Answer, pieces: Iterable[bytes], most: int) -> Answer:
    size = 0
    try:
        unfolding = coding(answer.headers.get("content-encoding", ""), most)
        for piece in pieces:
            size += len(piece)
            if size > most:
                return answer.broken(Mishap.LARGE, f"larger than {most:,} bytes", size)
            unfolding.feed(piece)
        body = opened(unfolding.finish(), most)
    except TooLarge:
        return answer.broken(Mishap.LARGE, f"larger than {most:,} bytes once unfolded", size)
    except CodingError as error:
        return answer.broken(Mishap.CODING, str(error), size)
    if kind := media.foreign_kind(body):
        return answer.broken(Mishap.FOREIGN, f"{kind}, not text", size)
    return answer.whole(body, size)


def _joined(lines: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by their names in lower case; several of one name are joined by a comma."""
    joined: dict[str, str] = {}
    for name, value in lines:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        joined[key] = f"{joined[key]}, {text}" if key in joined else text
    return joined


def _cause(error: Exception) -> tuple[Mishap, str]:
    """What became of a request in a few words, without what only programmers understand."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return Mishap.CERTIFICATE, f"the certificate is not accepted: {_plain(seen.verify_message)}"
        if isinstance(seen, ssl.SSLError):
            return Mishap.CERTIFICATE, f"no secure connection: {_plain((seen.reason or 'unknown').lower())}"
        if isinstance(seen, OSError) and seen.strerror:
            return Mishap.BROKEN, f"the connection failed: {seen.strerror.lower()}"
        seen = seen.__cause__ or seen.__context__
    return Mishap.BROKEN, "the answer broke off, or is not HTTP"


def _plain(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".").replace("_", " ")
