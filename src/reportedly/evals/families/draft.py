"""What a family is made of before it is written out: sentences with what they claim, and the articles they stand in."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reportedly.evals.families.grammar import Piece
from reportedly.evals.families.world import Act, Paper, Voice
from reportedly.schema import Status


class Role(StrEnum):
    """What an article is to the others of its family."""

    ACCOUNT = "account"  # with sources of its own
    COPY = "copy"  # another's text, with or without a credit
    CUT = "cut"  # the first part of another's text
    EMBEDDED = "embedded"  # a part of another's text within its own
    REWRITE = "rewrite"  # another's matter in other words, with its quotations
    REREPORT = "rereport"  # what another reported, told in short
    DENIAL = "denial"
    UPDATE = "update"  # a new count by the outlet that gave the old one
    DISPUTE = "dispute"  # another count, by another side


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a family."""

    key: str
    act: Act
    form: tuple[str, str]
    noun: str
    actor: str
    target: str
    town: str
    day: datetime
    status: Status
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class HopDraft:
    """A voice of a chain and the slots that its words and its cue fill."""

    voice: Voice
    source: str
    cue: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence claims.

    Attributes:
        origins: ids of the true origins of it.
        behind: the outlet that stands for the origins where the text does not show them; None where it does.
        content: the slot of the words that claim it.
    """

    event: Happening
    status: Status
    chain: tuple[HopDraft, ...]
    origins: tuple[str, ...]
    behind: str | None = None
    content: str = "clause"
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and what it claims."""

    piece: Piece
    told: tuple[Told, ...] = ()


@dataclass(slots=True)
class Draft:
    """An article before it is written out.

    Attributes:
        parents: keys of the articles it rests on.
        quotes: who is quoted first-hand, with the quotation of each.
        wire: the agency credited with the text.
        day_only: whether the time of day of its publication is lost.
        depth: how many articles it is away from an account.
    """

    key: str
    paper: Paper
    role: Role
    at: datetime
    headline: Piece
    lines: list[Line] = field(default_factory=list)
    parents: tuple[str, ...] = ()
    quotes: list[tuple[Voice, str]] = field(default_factory=list)
    wire: str | None = None
    day_only: bool = False
    depth: int = 0
