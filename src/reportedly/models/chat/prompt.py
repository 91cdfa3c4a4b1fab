"""What the model is told: the codebook in short, the text sentence by sentence, and, where need be, what was wrong."""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

import msgspec

from reportedly.models.chat.answer import schema
from reportedly.models.chat.client import Message
from reportedly.models.chat.parts import Part
from reportedly.schema import Article
from reportedly.settings import AnswerFormat, ChatSettings

_NAME: Final = "reportedly_events"
_CONFIGURED: Final = ("base_url", "model", "max_tokens", "temperature", "seed", "response_format", "part_size")
"""The settings that an answer may depend on."""


@cache
def instructions() -> str:
    """The codebook in short, with one worked example."""
    return (files("reportedly.models.chat") / "prompt.md").read_text(encoding="utf-8").strip()


def question(article: Article, part: Part) -> str:
    """A part of an article, as the model is shown it: one line a sentence, its number before it."""
    lines = [f"Outlet: {_line(article.outlet)}"] if article.outlet else []
    if part.headline is not None:
        lines.append(f"Headline, for context only: {_line(part.headline.of(article.text))}")
    lines += ["Text:", *(f"[{each.number}] {_line(each.span.of(article.text))}" for each in part.sentences)]
    return "\n".join(lines)


def opening(asked: str, form: AnswerFormat) -> tuple[Message, ...]:
    """The messages that begin a conversation; the schema is among them where the server is not given it."""
    told = instructions()
    if form == AnswerFormat.JSON_OBJECT:
        told += f"\n\nAnswer with one JSON object that follows this schema:\n{json.dumps(schema())}"
    return Message(role="system", content=told), Message(role="user", content=asked)


def again(answer: str, problem: str) -> tuple[Message, ...]:
    """The messages that ask once more, with the answer that could not be used and why."""
    told = f"That answer cannot be used: {problem}. Answer again, with nothing but the JSON object, and mend that."
    return Message(role="assistant", content=answer), Message(role="user", content=told)


def response_format(form: AnswerFormat) -> dict[str, Any]:
    """What the server is told of the form of the answer."""
    if form == AnswerFormat.JSON_OBJECT:
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": _NAME, "strict": True, "schema": schema()}}


def config(settings: ChatSettings) -> str:
    """Hash over everything that an answer may depend on: instructions, schema and settings."""
    told = [getattr(settings, name) for name in _CONFIGURED]
    return sha256(msgspec.json.encode([instructions(), schema(), told])).hexdigest()[:16]


def _line(words: str) -> str:
    """The words on one line, half of a surrogate pair replaced."""
    return " ".join(words.split()).encode("utf-8", "replace").decode("utf-8")
