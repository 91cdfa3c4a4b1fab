"""What a tagger gives and the decoders take: passages in, rows of spans, labels and scores out."""

from enum import StrEnum

from reportedly.schema.base import Noun, Span
from reportedly.schema.labels import Counted, EventType, HopKind, MentionKind, RelationKind, Status


class PassageKind(StrEnum):
    """Which part of an article a passage is."""

    HEADLINE = "headline"
    BODY = "body"


class Passage(Noun, frozen=True, kw_only=True):
    """One paragraph. Spans that belong to it count from the start of the *article*, as all spans do.

    Attributes:
        start: code point of the article at which `text` begins.
        sentences: the paragraph's sentences.
        times: the time expressions in it, found before tagging; taggers link them to triggers.
        quantities: the numbers in it, found before tagging likewise.
    """

    text: str
    start: int
    kind: PassageKind
    sentences: tuple[Span, ...]
    times: tuple[Span, ...] = ()
    quantities: tuple[Span, ...] = ()


class MentionTag(Noun, frozen=True, kw_only=True):
    """A mention; `score` is between 0 and 1, as everywhere below."""

    span: Span
    kind: MentionKind
    score: float


class CueTag(Noun, frozen=True, kw_only=True):
    """An anchor of attribution: the words of saying, with its arguments.

    Attributes:
        source: the words that name the voice; None where the text names none.
        contents: what is said, possibly in several pieces; a cue inside it is the next hop.
        kind: what kind of voice it is.
    """

    span: Span
    source: Span | None
    contents: tuple[Span, ...]
    kind: HopKind
    score: float


class TriggerTag(Noun, frozen=True, kw_only=True):
    """An anchor of an event, with its arguments and the status that its own clause gives it.

    Attributes:
        content: the clause that asserts the event.
        reference: the words only point back to an event told elsewhere ("the attack was foiled").
        certainty: how sure the words around the trigger sound, 0 to 1.
    """

    span: Span
    type: EventType
    mode: str | None
    content: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    places: tuple[Span, ...]
    times: tuple[Span, ...]
    numbers: tuple[Span, ...]
    reference: bool = False
    status: Status
    certainty: float
    score: float


class EchoTag(Noun, frozen=True, kw_only=True):
    """Words that say how far along an event is that is told elsewhere ("the militias have held off").

    Attributes:
        party: who is said to do it, or not to; None where the tagger says which event is meant.
        about: the trigger of the event that is meant; None where only the party or the type leads to it.
        type: of which type the event is that is meant; None where the tagger does not say.
        content: the clause.

    Raises:
        ValueError: neither party nor event nor type is given, so that nothing says what the words are about.
    """

    span: Span
    party: Span | None = None
    about: Span | None = None
    type: EventType | None = None
    content: Span
    status: Status
    certainty: float
    score: float

    def __post_init__(self) -> None:
        if self.party is None and self.about is None and self.type is None:
            raise ValueError("an echo needs the party it speaks of, or the event, or its type")


class LevelTag(Noun, frozen=True, kw_only=True):
    """A quantity that is a level at a time, with who holds it and where."""

    span: Span
    what: Counted
    holder: Span | None
    place: Span | None
    score: float


class TieTag(Noun, frozen=True, kw_only=True):
    """A relation between two mentions."""

    subject: Span
    kind: RelationKind
    object: Span
    former: bool
    score: float


class Predictions(Noun, frozen=True, kw_only=True):
    """Everything a tagger found in one passage; decoders turn it into mentions, claims and events."""

    mentions: tuple[MentionTag, ...] = ()
    cues: tuple[CueTag, ...] = ()
    triggers: tuple[TriggerTag, ...] = ()
    echoes: tuple[EchoTag, ...] = ()
    levels: tuple[LevelTag, ...] = ()
    ties: tuple[TieTag, ...] = ()
