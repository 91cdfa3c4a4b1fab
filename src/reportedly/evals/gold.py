"""Owns the gold: `ID.txt` with the stand-off annotation `ID.gold.json` beside it, as frozen records."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.schema import (
    MODES,
    Article,
    Citation,
    Claim,
    DatePrecision,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Figure,
    Hop,
    Noun,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Relation,
    Span,
    Status,
)

SUFFIX = ".gold.json"
"""How the name of an annotation ends; what stands before it is the article's id."""


class GoldPlace(Noun, frozen=True, kw_only=True):
    """Where an event happens; `code` is the country's ISO 3166 alpha-3, None where it is not annotated."""

    span: Span
    code: str | None = None


class GoldEvent(Noun, frozen=True, kw_only=True):
    """An annotated event; unlike a reading's, it carries the numbers of its claims.

    Attributes:
        mode: as the annotator wrote it; not scored, and not held to the modes of the schema.
    """

    id: str
    type: EventType
    mode: str | None = None
    trigger: Span
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    date: EventDate | None = None
    numbers: tuple[Quantity, ...] = ()


class GoldClaim(Noun, frozen=True, kw_only=True):
    """An annotated claim: which event, how far along, in which words, through which voices."""

    event: str
    status: Status
    content: Span
    chain: tuple[Hop, ...] = ()


class GoldCitation(Noun, frozen=True, kw_only=True):
    """What the article rests on; without a `name` the words under the span are the name."""

    span: Span
    name: str | None = None
    main: bool = False


class Gold(Noun, frozen=True, kw_only=True):
    """The annotation of one article; its text stands apart.

    Attributes:
        sha256: digest of the text in UTF-8, hexadecimal.
        published: day or time of publication in ISO 8601, taken as UTC where it names no zone.

    Raises:
        ValueError: an event id is given twice, a claim names no event, or `published` is no date.
    """

    id: str
    sha256: str
    outlet: str | None = None
    published: str | None = None
    events: tuple[GoldEvent, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[GoldCitation, ...] = ()

    def __post_init__(self) -> None:
        known = {event.id for event in self.events}
        if len(known) != len(self.events):
            raise ValueError("two events have the same id")
        for claim in self.claims:
            if claim.event not in known:
                raise ValueError(f"a claim is about the unknown event {claim.event!r}")
        if self.published is not None:
            datetime.fromisoformat(self.published)


class GoldArticle(Noun, frozen=True, kw_only=True):
    """One annotated article with its text."""

    gold: Gold
    text: str


def load(folder: Path) -> tuple[GoldArticle, ...]:
    """Every annotated article in `folder`, in the order of the names.

    Raises:
        InputError: the folder holds no annotation, or one of them is broken.
    """
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    if not paths:
        raise InputError(str(folder), f"holds no *{SUFFIX}", "name a folder of gold")
    return tuple(load_one(path) for path in paths)


def load_one(path: Path) -> GoldArticle:
    """The article whose annotation is `path`.

    Raises:
        InputError: the text is missing or is another one than was annotated (its sha256 differs), an id, a
            type, a status or a kind is unknown, or a span leaves the text.
    """
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"is no annotation: {error}", "see evals/README.md") from error
    if path.name != f"{gold.id}{SUFFIX}":
        raise InputError(str(path), f"is annotated as {gold.id!r}", f"name it {gold.id}{SUFFIX}")
    text = _text(path.with_name(f"{gold.id}.txt"))
    digest = sha256(text.encode()).hexdigest()
    if digest != gold.sha256:
        raise InputError(str(path), f"was made for another text, sha256 {digest}", "annotate this one")
    for span in spans(gold):
        if span.end > len(text):
            problem = f"span [{span.start}, {span.end}) leaves a text of {len(text)} code points"
            raise InputError(str(path), problem, "correct the span")
    return GoldArticle(gold=gold, text=text)


def spans(gold: Gold) -> Iterator[Span]:
    """Every span of the annotation, in no particular order."""
    for event in gold.events:
        yield event.trigger
        for group in (event.actors, event.recipients, event.places, event.numbers):
            yield from (item.span for item in group)
        if event.date is not None:
            yield event.date.span
    for claim in gold.claims:
        yield claim.content
        yield from _hop_spans(claim.chain)
    for figure in gold.figures:
        yield from (span for span in (figure.span, figure.holder, figure.place) if span is not None)
        yield from _hop_spans(figure.chain)
    for relation in gold.relations:
        yield from (relation.subject, relation.object)
    yield from (citation.span for citation in gold.citations)


def to_reading(gold: Gold, text: str) -> Reading:
    """The perfect reading: what the annotation says, nothing more. Sure of everything, without mentions.

    An event's numbers go to its first claim; a mode that the schema does not know is left out.

    Raises:
        ValueError: a span of `gold` leaves `text`.
    """
    return Reading(
        article=_article(gold, text),
        events=tuple(_event(event) for event in gold.events),
        claims=tuple(_claims(gold)),
        figures=gold.figures,
        relations=gold.relations,
        citations=tuple(
            Citation(span=c.span, name=c.name or c.span.of(text), main=c.main) for c in gold.citations
        ),
        provenance=Provenance(reader="gold", version="1", model="annotator", config=gold.sha256),
    )


def _article(gold: Gold, text: str) -> Article:
    published = datetime.fromisoformat(gold.published) if gold.published is not None else None
    if published is not None:
        published = (published if published.tzinfo else published.replace(tzinfo=UTC)).astimezone(UTC)
    return Article(
        id=gold.id,
        outlet=gold.outlet,
        published_at=published,
        date_source=DateSource.GIVEN if published else None,
        date_precision=DatePrecision.DAY if published else None,
        text=text,
    )


def _event(event: GoldEvent) -> Event:
    return Event(
        id=event.id,
        type=event.type,
        mode=event.mode if event.mode in MODES[event.type] else None,
        trigger=event.trigger,
        actors=event.actors,
        recipients=event.recipients,
        places=tuple(EventPlace(span=place.span, country=place.code) for place in event.places),
        date=event.date,
    )


def _claims(gold: Gold) -> Iterator[Claim]:
    numbers = {event.id: event.numbers for event in gold.events}
    for number, claim in enumerate(gold.claims, start=1):
        yield Claim(
            id=f"c{number}",
            event=claim.event,
            status=claim.status,
            certainty=1.0,
            confidence=1.0,
            content=claim.content,
            chain=claim.chain,
            numbers=numbers.pop(claim.event, ()),
        )


def _hop_spans(chain: tuple[Hop, ...]) -> Iterator[Span]:
    for hop in chain:
        yield from (span for span in (hop.source, hop.cue) if span is not None)


def _text(path: Path) -> str:
    """The text as it stands in the file, line ends untouched."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "put the text beside its gold") from error
