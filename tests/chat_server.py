"""A chat server of our own on 127.0.0.1, which speaks `/v1/chat/completions` and answers as a test tells it."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

from reportedly.settings import ChatSettings

Json = dict[str, Any]
NOTHING = '{"events": []}'


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the server says to one request; `hang` keeps silent until the server stops."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False


@dataclass(frozen=True, kw_only=True)
class Request:
    """What one request said."""

    path: str
    headers: dict[str, str]
    body: Json

    @property
    def shown(self) -> str:
        """The article, or part of one, that it asks about."""
        said: str = self.body["messages"][1]["content"]
        return said

    def sentences(self) -> dict[int, str]:
        """The sentences that it shows, by their numbers."""
        return {int(number): words for number, words in re.findall(r"^\[(\d+)\] (.*)$", self.shown, re.MULTILINE)}


def says(content: str | None, *, tokens: tuple[int, int] | None = (100, 10), **more: Any) -> Reply:
    """A completion with that content; `more` goes into its only choice."""
    body: Json = {"model": "parrot-1", "choices": [{"message": {"content": content}, "finish_reason": "stop", **more}]}
    if tokens is not None:
        body["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
    return Reply(body=json.dumps(body).encode())


def fails(status: int, message: str = "no", **headers: str) -> Reply:
    """An error as such servers word it; an underscore in a header's name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, body=json.dumps({"error": {"message": message}}).encode(), headers=named)


HANGS = Reply(hang=True)

Answering = Callable[[Request], Reply]


class ChatServer:
    """Serves until it is closed.

    Attributes:
        requests: what it was asked, in the order in which it was.
        answering: makes the reply to a request.
    """

    def __init__(self, answering: Answering) -> None:
        self.requests: list[Request] = []
        self.answering = answering
        self._lock = Lock()
        self._over = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def settings(self, **changed: Any) -> ChatSettings:
        """Settings that lead here."""
        return ChatSettings(**{"base_url": self.base_url, "model": "parrot", "concurrency": 1, **changed})

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def reply(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            return self.answering(request)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server, over = self, self._over

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = server.reply(Request(path=self.path, headers=dict(self.headers), body=body))
                if reply.hang:
                    over.wait()
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@contextmanager
def serving(answering: Answering) -> Iterator[ChatServer]:
    """A server that answers so, closed at the end."""
    server = ChatServer(answering)
    try:
        yield server
    finally:
        server.close()


def in_turn(*replies: Reply) -> Answering:
    """Answers with each of the replies, the last of them again and again."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def quote(sentence: int, words: str) -> Json:
    return {"sentence": sentence, "words": words}


def claim(
    content: Json, status: str = "occurred", chain: tuple[Json, ...] = (), numbers: tuple[Json, ...] = ()
) -> Json:
    """A claim as the model writes it."""
    return {"status": status, "certainty": 0.9, "content": content, "chain": chain, "numbers": numbers}


def hop(source: Json | None, cue: Json | None, kind: str = "official") -> Json:
    """A voice as the model writes it."""
    return {"kind": kind, "source": source, "cue": cue}


def event(trigger: Json, *claims: Json, kind: str = "ASSAULT", mode: str | None = None, **parts: Any) -> Json:
    """An event as the model writes it."""
    empty: Json = {"actors": [], "recipients": [], "places": [], "date": None}
    return {"type": kind, "mode": mode, "trigger": trigger, **empty, **parts, "claims": claims}


def answer(*events: Json) -> str:
    """A whole answer."""
    return json.dumps({"events": events})


def first_word(request: Request) -> Reply:
    """Takes the first word of the first sentence that has one for an attack that somebody tells of."""
    for number, sentence in request.sentences().items():
        if word := re.search(r"(?<!\w)[^\W\d_]{2,}(?!\w)", sentence):
            at = quote(number, word.group())
            return says(answer(event(at, claim(at, chain=(hop(at, None),)), actors=[at])))
    return says(NOTHING)
