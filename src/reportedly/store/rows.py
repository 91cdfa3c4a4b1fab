"""What queries give: claims, events and articles as flat rows, with the words to show them; and pages of rows."""

from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from reportedly.schema import EventDate, EventType, HopKind, Noun, PlacePrecision, Quantity, Span, Status

R = TypeVar("R")


class Page(msgspec.Struct, Generic[R], frozen=True, kw_only=True):
    """Some rows, newest first.

    Attributes:
        next: the cursor of the page after this one; None where this is the last.
    """

    rows: tuple[R, ...]
    next: str | None


class ArticleRow(Noun, frozen=True, kw_only=True):
    """One article, without its text.

    Attributes:
        key: of the article in the store; `id` as the article has it.
        published_at: None where nothing says when; `at` is then when it was seen, or came in.
        size: code points of the text.
        kept: whether the text is still there; else retention has dropped it.
    """

    key: str
    id: str
    url: str | None
    title: str | None
    outlet: str | None
    owner: str | None
    wire: str | None
    feed: str | None
    language: str | None
    published_at: datetime | None
    seen_at: datetime | None
    recorded_at: datetime
    at: datetime
    size: int
    kept: bool


class Party(Noun, frozen=True, kw_only=True):
    """An actor or recipient; here and below, `words` are those of the span, None where the text was dropped."""

    span: Span
    words: str | None
    entity: str | None
    code: str | None


class Spot(Noun, frozen=True, kw_only=True):
    """Where an event happens."""

    span: Span
    words: str | None
    entity: str | None
    name: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None


class Voice(Noun, frozen=True, kw_only=True):
    """One hop of a chain; `span` and `words` are those that name the source, None where the text names none."""

    kind: HopKind
    entity: str | None
    name: str | None
    span: Span | None
    words: str | None


class EventRow(Noun, frozen=True, kw_only=True):
    """One event of one reading.

    Attributes:
        key: `READING/ID`: the key of the reading, and the event's id within it.
        reader: the name of the reader.
        trigger: the span of the trigger; `words` are its words.
    """

    key: str
    article: ArticleRow
    reading: str
    reader: str
    recorded_at: datetime
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    trigger: Span
    words: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Spot, ...]
    date: EventDate | None


class ClaimRow(Noun, frozen=True, kw_only=True):
    """One claim of one reading, with the event that it is about.

    Attributes:
        key: `READING/ID`: the key of the reading, and the claim's id within it.
        content: the span of what is asserted; `words` are its words.
        chain: the voices between the outlet and the assertion, outermost first.
    """

    key: str
    event: EventRow
    status: Status
    certainty: float
    confidence: float
    content: Span
    words: str | None
    chain: tuple[Voice, ...]
    numbers: tuple[Quantity, ...]
