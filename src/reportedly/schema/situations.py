"""The picture of a theatre at one moment: its events, forces, tension, and what is out of the ordinary."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from reportedly.schema.base import Noun, Span
from reportedly.schema.claims import Hop
from reportedly.schema.grades import Contradiction, Credibility, Grade
from reportedly.schema.histories import History
from reportedly.schema.labels import Counted, EventType, Status
from reportedly.schema.stories import Corroboration
from reportedly.schema.values import check_bounds


class Scope(Noun, frozen=True, kw_only=True):
    """What a picture is of: two sides, a place, or all.

    Attributes:
        sides: two countries, ISO 3166 alpha-3 or codes of international bodies, in the order of the alphabet; or none.
        place: a country's ISO 3166 alpha-3, or the id or name of a place.

    Raises:
        ValueError: there are not two different sides in order, or both sides and a place.
    """

    sides: tuple[str, ...] = ()
    place: str | None = None

    def __post_init__(self) -> None:
        if self.sides and (len(self.sides) != 2 or self.sides[0] >= self.sides[1]):
            raise ValueError(f"a dyad has two different sides in the order of the alphabet, got {self.sides}")
        if self.sides and self.place is not None:
            raise ValueError("a scope is a dyad or a place, not both")


class AssessedEvent(Noun, frozen=True, kw_only=True):
    """One event with all that was made of it.

    Attributes:
        type: what most of its articles take it to be, `mode` likewise.
        dyads: who acts on whom, as scopes of two sides.
        backed: dyads of those that stand behind an armed group that takes part, where they are not among `dyads`.
        places: countries, then ids and names of places, as scopes take them.
        stories: ids of the stories that tell it.
        articles: ids of the articles that tell it; how many they are goes into no figure.
    """

    id: str
    type: EventType
    mode: str | None = None
    dyads: tuple[Scope, ...] = ()
    backed: tuple[Scope, ...] = ()
    places: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    articles: tuple[str, ...]
    history: History
    agreements: tuple[Corroboration, ...] = ()
    grades: tuple[Grade, ...] = ()


class LevelKind(StrEnum):
    """Whether a number is what stands somewhere, or what moved."""

    LEVEL = "level"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class Level(Noun, frozen=True, kw_only=True):
    """One number of one source, however many articles give it.

    Attributes:
        at: when it was first published, None where no clock tells.
        day: the day it is given for, ISO 8601 prefix; None where the text does not say.
        source: key of who says so: an entity, a name, an outlet, or unnamed people with their outlet.
        chain: the voices in the first article.
        articles: every article that gives it; `span` is where the first does.
        superseded: whether a later number has taken its place.
        meets: whether it goes with every other number that stands.

    Raises:
        ValueError: no article gives it; or as for a `Quantity`.
    """

    kind: LevelKind
    low: float | int | None
    high: float | int | None
    approx: bool = False
    at: datetime | None = None
    day: str | None = None
    source: str
    side: str | None = None
    chain: tuple[Hop, ...] = ()
    articles: tuple[str, ...]
    span: Span
    event: str | None = None
    superseded: bool = False
    meets: bool = True

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)
        if not self.articles:
            raise ValueError("a level needs an article that gives it")


class Strength(Noun, frozen=True, kw_only=True):
    """How much of something a holder has at a place, over time.

    Attributes:
        holder: id of whose it is, else the words for it; `side` the country it belongs to, where that is known.
        place: id of the place, else the words for it, None where none is given; `country` the country it lies in.
        low: the least that a standing level gives, `high` the most; None where open, or where no level stands.
        disputed: whether standing levels do not go together.
        levels: in the order in which they hold: by the day they are given for, else by publication.

    Raises:
        ValueError: as for a `Quantity`.
    """

    holder: str
    side: str | None = None
    place: str | None = None
    country: str | None = None
    what: Counted
    low: float | int | None = None
    high: float | int | None = None
    disputed: bool = False
    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)


class Contribution(Noun, frozen=True, kw_only=True):
    """What one event adds to an index; `weight` is the product of the five factors, in this order.

    Attributes:
        since: from when on it fades.
        severity: of the type and mode, below 0 for what eases.
        standing: of the status that counts.
        credibility: of the digit of that status' grade.
        share: 1, or less where a side takes part only through an armed group that it backs.
        decay: one half for each half-life since `since`.
        reason: why this status counts, in words.
    """

    event: str
    status: Status
    digit: Credibility
    since: datetime
    severity: float
    standing: float
    credibility: float
    share: float
    decay: float
    weight: float
    reason: str


class Tension(Noun, frozen=True, kw_only=True):
    """How tense it is at one moment: one bar.

    Attributes:
        index: the exact sum (`math.fsum`) of the weights above 0.
        easing: the exact sum of the weights below 0; it is not taken off the index.
        contributions: the weightiest first.
        unjudged: ids of events that nobody who can be judged tells, or whose moment is not known; not in the index.
        articles: how many articles tell of these events; goes into nothing.
    """

    scope: Scope
    as_of: datetime
    index: float
    easing: float
    contributions: tuple[Contribution, ...] = ()
    unjudged: tuple[str, ...] = ()
    articles: int = 0


class CountModel(StrEnum):
    """How the counts of a history are spread."""

    POISSON = "poisson"  # as of events that know nothing of one another
    NEGATIVE_BINOMIAL = "negative binomial"  # in bursts


class Anomaly(Noun, frozen=True, kw_only=True):
    """More events than the scope's own history leads to expect.

    Attributes:
        first: first day of the period, `last` the last.
        count: events in it; `expected` the mean of the earlier periods, of which there are `periods`.
        model: whether the history varies more than a Poisson would; `p` allows for both.
        p: how likely so many or more are after this history; `q` after allowing for how many scopes were `tested`.
        events: their ids; `articles` is how many articles tell them, which goes into nothing.

    Raises:
        ValueError: a probability is out of range, or the period ends before it begins.
    """

    scope: Scope
    first: date
    last: date
    count: int
    expected: float
    periods: int
    model: CountModel
    p: float
    q: float
    tested: int
    events: tuple[str, ...]
    articles: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.p <= 1 and 0 <= self.q <= 1):
            raise ValueError(f"probabilities lie between 0 and 1, got {self.p} and {self.q}")
        if self.first > self.last:
            raise ValueError("a period may not end before it begins")


class Situation(Noun, frozen=True, kw_only=True):
    """A theatre at one moment, from nothing that was published later.

    Attributes:
        since: events that nobody has told of since then are left out of `events`; None for all.
        stories: ids.
        events: by id.
        strengths: of the sides, or at the place.
        tension: one bar a day, the last at `as_of`.
        undated: ids of the articles left out because nothing says when they were published.

    Raises:
        ValueError: a moment is not in UTC, or `since` is after `as_of`.
    """

    scope: Scope
    as_of: datetime
    since: datetime | None = None
    stories: tuple[str, ...] = ()
    events: tuple[AssessedEvent, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    strengths: tuple[Strength, ...] = ()
    tension: tuple[Tension, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    undated: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for moment in (self.as_of, self.since):
            if moment is not None and moment.utcoffset() != timedelta(0):
                raise ValueError("the moments of a situation must be aware and in UTC")
        if self.since is not None and self.since > self.as_of:
            raise ValueError("a situation may not begin after it ends")
