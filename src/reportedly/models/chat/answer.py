"""What the model answers: labels of the codebook and words quoted from numbered sentences, as strict JSON."""

from functools import cache
from typing import Annotated, Any, Final

import msgspec

from reportedly.errors import AnswerError
from reportedly.schema import Counted, EventType, HopKind, Noun, Status


class Quote(Noun, frozen=True, kw_only=True):
    """Words of the text, and the number of the sentence in which they begin."""

    sentence: int
    words: str


class HopAnswer(Noun, frozen=True, kw_only=True):
    """One voice of a chain."""

    kind: HopKind
    source: Quote | None
    cue: Quote | None


class NumberAnswer(Noun, frozen=True, kw_only=True):
    """A number of a claim; its value is read from the words by us."""

    what: Counted
    quote: Quote


class ClaimAnswer(Noun, frozen=True, kw_only=True):
    """Who says of the event how far along it is."""

    status: Status
    certainty: Annotated[float, msgspec.Meta(ge=0, le=1)]
    content: Quote
    chain: tuple[HopAnswer, ...]
    numbers: tuple[NumberAnswer, ...]


class EventAnswer(Noun, frozen=True, kw_only=True):
    """What is asserted, with every claim about it."""

    type: EventType
    mode: str | None
    trigger: Quote
    actors: tuple[Quote, ...]
    recipients: tuple[Quote, ...]
    places: tuple[Quote, ...]
    date: Quote | None
    claims: tuple[ClaimAnswer, ...]


class Answer(Noun, frozen=True, kw_only=True):
    """All that the model found in one part of an article."""

    events: tuple[EventAnswer, ...]


_UNTOLD: Final = frozenset({"title", "description", "minimum", "maximum"})
"""Keywords that not every server takes in a strict schema; what they demand is checked here in any case."""


def parse(content: str) -> Answer:
    """The answer that `content` holds.

    Raises:
        AnswerError: it is no JSON, or none that follows the schema; the message names the place.
    """
    try:
        return msgspec.json.decode(content, type=Answer)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise AnswerError(f"the answer of the model is not as asked for: {error}", "try another model") from error


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an answer, in what strict servers take: every key required, no other allowed."""
    made = msgspec.json.schema(Answer)
    definitions = dict(made["$defs"])
    root = definitions.pop(Answer.__name__)
    strict: dict[str, Any] = _strict({**root, "$defs": definitions})
    return strict


def _strict(part: Any) -> Any:
    if isinstance(part, list):
        return [_strict(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _strict(value) for key, value in part.items() if key not in _UNTOLD}
    return {"type": "string", **kept} if "enum" in kept else kept
