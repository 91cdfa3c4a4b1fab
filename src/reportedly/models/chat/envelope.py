"""The protocol of chat completions, as far as it is read: the answer, its model, its usage, and complaints."""

from typing import Final

import msgspec

from reportedly.models.chat.costs import Usage

_LONGEST_COMPLAINT: Final = 300
_BROKEN: Final = (msgspec.MsgspecError, UnicodeError, RecursionError)
"""What decoding says of bytes that are none of the protocol."""


class Completion(msgspec.Struct, frozen=True, kw_only=True):
    """One answer.

    Attributes:
        content: what the model wrote; empty where it wrote nothing, or refused.
        refusal: why the model refused; None where it did not.
        cut: whether it had to stop before it was done.
        model: the model, as the server calls it.
    """

    content: str
    refusal: str | None
    cut: bool
    model: str
    usage: Usage


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Tokens(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Envelope(msgspec.Struct):
    choices: list[_Choice]
    model: str | None = None
    usage: _Tokens | None = None


class _Said(msgspec.Struct):
    message: str


class _Error(msgspec.Struct):
    error: _Said | str


def completion(body: bytes, asked: str) -> Completion | None:
    """The answer in the body of a response; None where there is none.

    Args:
        body: of a response with status 200.
        asked: the model that was asked for, where the server does not say which it is.
    """
    try:
        read = msgspec.json.decode(body, type=_Envelope)
    except _BROKEN:
        return None
    if not read.choices:
        return None
    first, tokens = read.choices[0], read.usage or _Tokens()
    return Completion(
        content=first.message.content or "",
        refusal=first.message.refusal,
        cut=first.finish_reason == "length",
        model=read.model or asked,
        usage=Usage(
            requests=1,
            prompt_tokens=tokens.prompt_tokens or 0,
            completion_tokens=tokens.completion_tokens or 0,
            uncounted=int(tokens.prompt_tokens is None or tokens.completion_tokens is None),
        ),
    )


def complaint(body: bytes) -> str:
    """What the body of an error says, after a colon and on one line; nothing where it says nothing."""
    try:
        error = msgspec.json.decode(body, type=_Error).error
        said = error if isinstance(error, str) else error.message
    except _BROKEN:
        said = body.decode("utf-8", "replace")
    line = " ".join(said.split())
    return f": {line[:_LONGEST_COMPLAINT]}" if line else ""
