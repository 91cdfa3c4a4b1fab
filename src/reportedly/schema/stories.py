"""Articles beside each other: what they share, who rests on whom, which events are one, where a claim comes from."""

from datetime import datetime
from enum import StrEnum

from reportedly.schema.base import Noun, Span
from reportedly.schema.labels import HopKind, Status


class ReuseKind(StrEnum):
    """How much of two texts is the same."""

    EXACT = "exact"  # the same words throughout
    NEAR = "near"  # most of both
    PART = "part"  # most of the one stands in the other
    OVERLAP = "overlap"  # a part of each
    QUOTE = "quote"  # quotations only


class Shared(Noun, frozen=True, kw_only=True):
    """One passage that two texts share: where it stands in the article, and where in the other."""

    span: Span
    other: Span
    quote: bool = False


class Reuse(Noun, frozen=True, kw_only=True):
    """Two articles whose texts share passages; says nothing of who took from whom.

    Attributes:
        article: id of the later published, `other` of the earlier; by id where the clocks do not tell.
        share: how much of the article's text stands in the other, 0 to 1; `other_share` the other way round.
        words: how many words the passages in the article have.
        shared: the passages in the order of the article.

    Raises:
        ValueError: an article is compared with itself, or a share is out of range.
    """

    article: str
    other: str
    kind: ReuseKind
    share: float
    other_share: float
    words: int
    shared: tuple[Shared, ...] = ()

    def __post_init__(self) -> None:
        if self.article == self.other:
            raise ValueError(f"article {self.article!r} is compared with itself")
        if not (0 <= self.share <= 1 and 0 <= self.other_share <= 1):
            raise ValueError(f"shares lie between 0 and 1, got {self.share} and {self.other_share}")


class Link(Noun, frozen=True, kw_only=True):
    """An address that an article's text links to."""

    article: str
    url: str


class RestReason(StrEnum):
    """Why one article is taken to rest on another."""

    CHAIN = "chain"  # it names the outlet as a voice
    CITATION = "citation"  # it names the outlet as what it rests on
    LINK = "link"  # it links to the article
    WIRE = "wire"  # it credits the outlet with the text
    REUSE = "reuse"  # it shares text
    QUOTE = "quote"  # it shares words that somebody unnamed said to the other
    OWNER = "owner"  # both outlets have one owner
    LATER = "later"  # it was published later
    EVENT = "event"  # both tell of one event


class Rest(Noun, frozen=True, kw_only=True):
    """One article rests on another, or on an outlet whose article is not at hand.

    Attributes:
        on: id of the article it rests on; `outlet:` and a name where that is a stub.
        outlet: who published what it rests on, None where that is not known.
        stub: whether that article is not at hand.
        whole: whether all of the article rests on it; else only what `passages` and chains through the outlet say.
        passages: the words of the article that stand in the other as well.
        score: 0 to 1, how sure; set by hand, not calibrated.
        reasons: the weightiest first.

    Raises:
        ValueError: an article rests on itself, there is no reason, or the score is out of range.
    """

    article: str
    on: str
    outlet: str | None = None
    stub: bool = False
    whole: bool = False
    passages: tuple[Span, ...] = ()
    score: float
    reasons: tuple[RestReason, ...]

    def __post_init__(self) -> None:
        if self.article == self.on:
            raise ValueError(f"article {self.article!r} rests on itself")
        if not self.reasons or not 0 <= self.score <= 1:
            raise ValueError("a rest needs a reason, and a score between 0 and 1")


class EventRef(Noun, frozen=True, kw_only=True):
    """One event of one article's reading."""

    article: str
    event: str


class ClaimRef(Noun, frozen=True, kw_only=True):
    """One claim of one article's reading."""

    article: str
    claim: str


class CommonEvent(Noun, frozen=True, kw_only=True):
    """Events of readings that are one event; `id` is its own."""

    id: str
    members: tuple[EventRef, ...]


class Origin(Noun, frozen=True, kw_only=True):
    """Where claims come from: the last source of their chains, over all articles.

    Attributes:
        kind: what voice it is; an outlet where its own staff tell it.
        name: what texts call it; empty where nobody is named at all ("reportedly").
        entity: id of who it is, None where that is not known.
        side: the country it speaks for, ISO 3166 alpha-3 or a code of the knowledge at hand; None where it has none.
        anonymous: whether nobody is named, so that another anonymous origin may be the same people.
        outlet: the outlet through which an anonymous origin is known.
        owner: who owns that outlet, or the outlet that is itself the origin.
        claims: every claim that comes from it.
    """

    id: str
    kind: HopKind
    name: str
    entity: str | None = None
    side: str | None = None
    anonymous: bool = False
    outlet: str | None = None
    owner: str | None = None
    claims: tuple[ClaimRef, ...]


class Corroboration(Noun, frozen=True, kw_only=True):
    """How many origins say one thing of an event.

    Attributes:
        event: id of the common event.
        articles: ids of the articles that say so, `outlets` the names of their outlets.
        low: independent origins if the unnamed ones are the same people wherever that may be; `high` if never.
        effective: origins counted by how independent they are of one another, between 1 and `high`; 0 for none.
        sides: the countries that origins speak for.
        across: whether origins of two sides that act against each other in the event agree; None where the event
            names no two sides.
        sentence: all this in words.

    Raises:
        ValueError: the bounds are out of order, or more than the origins.
    """

    event: str
    status: Status
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    low: int
    high: int
    effective: float
    sides: tuple[str, ...] = ()
    across: bool | None = None
    sentence: str

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= len(self.origins):
            raise ValueError(f"bounds [{self.low}, {self.high}] do not go with {len(self.origins)} origins")


class Excerpt(Noun, frozen=True, kw_only=True):
    """Words of one article.

    Attributes:
        span: where they stand in its text; None where they are its title and that stands outside of the text.
    """

    article: str
    span: Span | None = None
    words: str


class Story(Noun, frozen=True, kw_only=True):
    """Articles that tell of one happening; nothing in it was written by a machine.

    Attributes:
        id: stays the same while articles come and go; of two stories that became one, the id of the earlier.
        articles: ids in the order of publication, those without a date last.
        title: of the article that has most in common with the others; `lead` its first sentences.
        first: the earliest publication, `last` the latest; None where no article has a date.
        former: ids of stories that became part of this one.
        closed: whether it takes in nothing more.

    Raises:
        ValueError: there is no article, or one is named twice.
    """

    id: str
    articles: tuple[str, ...]
    title: Excerpt
    lead: Excerpt
    first: datetime | None = None
    last: datetime | None = None
    former: tuple[str, ...] = ()
    closed: bool = False

    def __post_init__(self) -> None:
        if not self.articles or len(set(self.articles)) != len(self.articles):
            raise ValueError(f"story {self.id!r} needs articles, each named once")
