"""What the store tells about itself: how far archives are done, what waits, what went wrong, how much there is."""

from datetime import datetime

from reportedly.schema import Issue, Item, Noun


class Position(Noun, frozen=True, kw_only=True):
    """How far an archive is done.

    Attributes:
        fingerprint: of the file, as it was then; of another one, `done` means nothing.
        done: how many of its captures.
        finished: whether that is all of them.
    """

    source: str
    fingerprint: str
    done: int
    finished: bool
    at: datetime


class Queued(Noun, frozen=True, kw_only=True):
    """A link that waits to be fetched.

    Attributes:
        feed: id of the feed that it came through first.
        tries: how often that has failed.
    """

    feed: str
    item: Item
    tries: int

    @property
    def link(self) -> str:
        """What is to be fetched."""
        return self.item.link


class Finding(Noun, frozen=True, kw_only=True):
    """Something in a store that is not as it must be.

    Attributes:
        table: where it is.
        name: the id, key or row number of the row; `-` where the whole table, or file, is meant.
        problem: what is wrong with it.
    """

    table: str
    name: str
    problem: str

    def __str__(self) -> str:
        return f"{self.table} {self.name}: {self.problem}"


class Noted(Noun, frozen=True, kw_only=True):
    """An issue and its moment."""

    at: datetime
    issue: Issue


class Counts(Noun, frozen=True, kw_only=True):
    """How much there is of everything; `queued` waits to be fetched, `feeds` are followed."""

    captures: int
    bodies: int
    articles: int
    readings: int
    events: int
    claims: int
    judgements: int
    fetches: int
    polls: int
    issues: int
    feeds: int
    queued: int
