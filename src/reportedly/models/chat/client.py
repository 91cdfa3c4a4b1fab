"""One request to a chat server and its answer; sent again where the server is busy, broken or out of reach."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from reportedly.errors import AnswerError, ServiceError, UsageError
from reportedly.models.chat import backoff
from reportedly.models.chat.envelope import Completion, complaint, completion
from reportedly.settings import ChatSettings

if TYPE_CHECKING:
    import httpx

_OK: Final = 200
_BUSY: Final = frozenset({408, 429})
_BROKEN: Final = 500
_ABOUT_THE_REQUEST: Final = frozenset({400, 413, 422})
"""Refusals of one request; every other one would meet all requests alike."""
_GIVEN_UP: Final = 3
"""So many requests in a row without a server are no bad luck."""
_PAGE: Final = "docs/howto/read-with-a-language-model.md"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One turn of a conversation."""

    role: str
    content: str


class RefusedError(AnswerError):
    """The server refuses one request: it is too long, or has something that the server does not know.

    Args:
        status: the status of the response.
    """

    def __init__(self, problem: str, remedy: str, status: int) -> None:
        super().__init__(problem, remedy)
        self.status = status


class _Failure(NamedTuple):
    """Why a try failed, how many seconds the server asks to wait, and whether there was a server at all."""

    problem: str
    after: float | None = None
    reached: bool = True


def require() -> None:
    """Make sure that requests can be sent at all.

    Raises:
        UsageError: httpx is not installed; the message says how to install it.
    """
    try:
        import httpx  # noqa: F401, PLC0415 - needed by this reader alone
    except ImportError as error:
        raise UsageError("the reader 'chat' needs httpx; install it with: pip install 'reportedly[chat]'") from error


class ChatClient:
    """Sends requests to the server of the settings; may be used by several threads.

    Args:
        settings: the server, and how to ask it.
        key: sent as a bearer token; None for a server that wants none.
        now: the time, for a `Retry-After` that is a date.
        sleep: waits so many seconds; None waits until the client is stopped, at most.
    """

    def __init__(
        self,
        settings: ChatSettings,
        key: str | None,
        now: Callable[[], datetime],
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        import httpx  # noqa: PLC0415 - needed by this reader alone

        self._errors = httpx.RequestError, httpx.TimeoutException
        self._settings = settings
        self._now = now
        self._stopped = Event()
        self._unreached = 0
        self._lock = Lock()
        self._sleep = self._stopped.wait if sleep is None else sleep
        headers = {"Content-Type": "application/json"} | ({} if key is None else {"Authorization": f"Bearer {key}"})
        self._http = httpx.Client(headers=headers, timeout=settings.timeout)

    def stop(self) -> None:
        """Send nothing again: what is under way is the last."""
        self._stopped.set()

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def complete(self, messages: tuple[Message, ...], response_format: dict[str, Any]) -> Completion:
        """What the model answers to the messages.

        Raises:
            RefusedError: the server refuses this request.
            AnswerError: no answer came, however often the request was sent.
            ServiceError: the server would refuse every request, or there is none.
        """
        body = self._body(messages, response_format)
        settings = self._settings
        seed = f"{settings.seed} {sha256(body).hexdigest()}"
        failure = _Failure("nobody waits for it any more")
        for wait in (*backoff.waits(settings.retries, settings.longest_wait, seed), None):
            if self._stopped.is_set():
                break
            tried = self._try(body)
            if isinstance(tried, Completion):
                self._unreached = 0
                return tried
            failure, after = tried, max(wait or 0.0, tried.after or 0.0)
            if wait is None or after > settings.longest_wait:
                break
            self._sleep(after)
        self._count(failure)
        asked = f" (it asks to wait {failure.after:.0f} s)" if failure.after else ""
        raise AnswerError(f"no answer from {settings.base_url}: {failure.problem}{asked}", "run it again later")

    def _count(self, failure: _Failure) -> None:
        """Give everything up when one request after the other, each with all its retries, finds no server."""
        with self._lock:
            self._unreached = 0 if failure.reached else self._unreached + 1
            lost = self._unreached >= _GIVEN_UP
        if lost:
            self.stop()
            address = self._settings.base_url
            raise ServiceError(
                f"nothing answers at {address} ({failure.problem}); start the server, or mend base_url under [chat]"
            )

    def _body(self, messages: tuple[Message, ...], response_format: dict[str, Any]) -> bytes:
        return msgspec.json.encode(
            {
                "model": self._settings.model,
                "messages": messages,
                "response_format": response_format,
                "max_tokens": self._settings.max_tokens,
                "temperature": self._settings.temperature,
                "seed": self._settings.seed,
            }
        )

    def _try(self, body: bytes) -> Completion | _Failure:
        error, timeout = self._errors
        try:
            response = self._http.post(f"{self._settings.base_url.rstrip('/')}/chat/completions", content=body)
        except timeout:
            return _Failure(f"silent for {self._settings.timeout:g} s")
        except error as failed:
            return _Failure(f"the connection failed: {failed}", reached=False)
        if response.status_code == _OK:
            read = completion(response.content, self._settings.model)
            return read if read is not None else _Failure("what came is no chat completion")
        return self._refused(response)

    def _refused(self, response: "httpx.Response") -> _Failure:
        status = response.status_code
        said = f"{status} {response.reason_phrase}{complaint(response.content)}".strip()
        if status in _BUSY or status >= _BROKEN:
            return _Failure(said, backoff.retry_after(response.headers.get("retry-after"), self._now()))
        address = self._settings.base_url
        if status in _ABOUT_THE_REQUEST:
            raise RefusedError(f"{address} refuses the request: {said}", f"see {_PAGE}", status)
        raise ServiceError(f"{address} answers {said}; check base_url, model and api_key_env under [chat]")


