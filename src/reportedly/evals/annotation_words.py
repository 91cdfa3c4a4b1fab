"""Owns what an annotator writes: records of words and labels, and the YAML that they stand in.

`in` is the passage in which the other words of a record are looked for first.
"""

from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import yaml

from reportedly.errors import ReportedlyError
from reportedly.knowledge import yamlfile
from reportedly.schema import MODES, Counted, EventType, HopKind, Noun, RelationKind, Status

Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A day, month or year as the beginning of an ISO 8601 date."""


class GoldError(ReportedlyError):
    """The annotation of one article does not fit its text or the codebook; the message names both."""


class HopWords(Noun, frozen=True, kw_only=True):
    """One voice of a chain; a source that the text does not name is None."""

    source: str | None
    cue: str
    kind: HopKind
    name: str | None = None


class DateWords(Noun, frozen=True, kw_only=True):
    """When it happens; the value is None where the words are vague."""

    words: str
    value: Day | None


class NumberWords(Noun, frozen=True, kw_only=True):
    """A number; a bound that the text leaves open is None."""

    what: Counted
    low: float | int | None
    high: float | int | None
    approx: bool = False
    words: str


class ClaimWords(Noun, frozen=True, kw_only=True):
    """Who says of the event how far along it is."""

    status: Status
    passage: str | None = msgspec.field(name="in", default=None)
    content: str
    chain: tuple[HopWords, ...] = ()


class EventWords(Noun, frozen=True, kw_only=True):
    """What is asserted, with every claim about it.

    Raises:
        ValueError: the type has no such mode, or there is no claim.
    """

    type: EventType
    mode: str | None = None
    passage: str | None = msgspec.field(name="in", default=None)
    trigger: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: DateWords | None = None
    numbers: tuple[NumberWords, ...] = ()
    claims: tuple[ClaimWords, ...] = ()

    def __post_init__(self) -> None:
        if self.mode is not None and self.mode not in MODES[self.type]:
            raise ValueError(f"{self.type} has no mode {self.mode!r}")
        if not self.claims:
            raise ValueError(f"{self.type} {self.trigger!r} has no claim")


class FigureWords(NumberWords, frozen=True, kw_only=True):
    """A level at a time, tied to no event."""

    passage: str | None = msgspec.field(name="in", default=None)
    holder: str
    place: str | None = None
    date: Day | None = None
    chain: tuple[HopWords, ...] = ()


class RelationWords(Noun, frozen=True, kw_only=True):
    """A tie between two parties."""

    passage: str | None = msgspec.field(name="in", default=None)
    subject: str
    kind: RelationKind
    object: str
    former: bool = False


class CitationWords(Noun, frozen=True, kw_only=True):
    """What the article rests on."""

    passage: str | None = msgspec.field(name="in", default=None)
    words: str
    name: str | None
    main: bool


class Annotation(Noun, frozen=True, kw_only=True):
    """All that is written about one article."""

    id: str
    outlet: str | None
    published: str | None
    events: tuple[EventWords, ...]
    figures: tuple[FigureWords, ...] = ()
    relations: tuple[RelationWords, ...] = ()
    citations: tuple[CitationWords, ...] = ()


A = TypeVar("A", bound=Annotation)


def load(path: Path) -> yamlfile.Plain:
    """What stands in a file of annotation, not yet held to any record.

    Raises:
        GoldError: the file cannot be read, is no YAML, or has a key twice.
    """
    try:
        return yamlfile.read(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, yamlfile.YamlShapeError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def read(plain: object, kind: type[A]) -> A:
    """One annotation as a `kind`; a number or a truth value may stand as a string.

    Raises:
        GoldError: a key is missing or unknown, a label is unknown, or a value is of another type.
    """
    try:
        return msgspec.convert(plain, kind, strict=False)
    except msgspec.ValidationError as error:
        name = plain.get("id") if isinstance(plain, dict) else str(plain)[:80]
        raise GoldError(f"{name}: {error}") from error
