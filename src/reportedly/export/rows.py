"""The rows of a ledger: what a person is shown of one reading, in words of the text and fixed labels."""

from reportedly.export.words import Words
from reportedly.schema import HopKind, Noun, Span, Status

ARROW = " <- "


class Link(Noun, frozen=True, kw_only=True):
    """One voice of a chain as it is shown; the first is the outlet, which has neither words nor a kind.

    Attributes:
        name: what the voice is called.
        source: where the text names it.
        cue: where the words of saying stand.
        key: what tells two origins apart; None where nothing names this voice.
    """

    name: str
    kind: HopKind | None = None
    source: Span | None = None
    cue: Span | None = None
    key: str | None = None


def chain_text(chain: tuple[Link, ...]) -> str:
    """A chain on one line, from the outlet inward."""
    return ARROW.join(link.name for link in chain)


class Count(Noun, frozen=True, kw_only=True):
    """A number of a claim: what it counts, and its words."""

    what: str
    words: Words


class ClaimRow(Noun, frozen=True, kw_only=True):
    """Who says it, how far along, how sure.

    Attributes:
        number: 1 for the first claim of the article.
        certainty: how sure the voice sounds, in words.
        chain: from the outlet inward; the last is the origin.
        quoted: the words that assert it.
    """

    number: int
    status: Status
    certainty: str
    chain: tuple[Link, ...]
    quoted: Words
    counts: tuple[Count, ...] = ()

    @property
    def origin(self) -> Link:
        """The voice that the assertion comes from."""
        return self.chain[-1]

    @property
    def chain_text(self) -> str:
        """The chain on one line: `NDTV <- New York Times <- US officials`."""
        return chain_text(self.chain)


class When(Noun, frozen=True, kw_only=True):
    """When an event happens: the words, and the date they come to (an ISO prefix) where that is known."""

    words: Words
    value: str | None = None

    @property
    def text(self) -> str:
        """The words, and the date behind them where it is another writing of the same."""
        if self.value is None or self.value == self.words.text:
            return self.words.text
        return f"{self.words.text} ({self.value})"


class EventRow(Noun, frozen=True, kw_only=True):
    """What is asserted, and every claim about it.

    Attributes:
        number: 1 for the first event of the article, in the order of the text.
        kind: type and mode in plain words.
    """

    number: int
    kind: str
    did: Words
    who: tuple[Words, ...] = ()
    whom: tuple[Words, ...] = ()
    where: tuple[Words, ...] = ()
    when: When | None = None
    claims: tuple[ClaimRow, ...] = ()


class FigureRow(Noun, frozen=True, kw_only=True):
    """A level at a time, tied to no event, and who gives it."""

    what: str
    words: Words
    chain: tuple[Link, ...]
    holder: Words | None = None
    where: Words | None = None
    date: str | None = None

    @property
    def chain_text(self) -> str:
        """The chain on one line."""
        return chain_text(self.chain)


class RelationRow(Noun, frozen=True, kw_only=True):
    """A tie between two mentions; `kind` is a fixed label ("backed by")."""

    subject: Words
    kind: str
    object: Words


class CitationRow(Noun, frozen=True, kw_only=True):
    """An outlet or document that the article rests on; `main` where it is its main basis."""

    name: str
    words: Words
    main: bool


class Ledger(Noun, frozen=True, kw_only=True):
    """What a person is shown of one reading.

    Attributes:
        heading: the title, or the id where there is none.
        date: the day it was published, and the time where that is known.
        date_source: where that date comes from, in words.
        read_by: the reader, its version and its model.
    """

    article: str
    heading: str
    read_by: str
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    date: str | None = None
    date_source: str | None = None
    events: tuple[EventRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
