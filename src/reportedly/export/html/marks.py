"""Which words of a text are marked, as what, and for which claim or event they light up."""

from collections.abc import Iterator
from enum import StrEnum

from reportedly.export.rows import ClaimRow, EventRow, Ledger
from reportedly.schema import Noun, Span


class Role(StrEnum):
    """What marked words are; the value is the class in the page's style.

    In the order in which they are painted: a later one covers an earlier one on the same words.
    """

    CONTENT = "content"
    PARTICIPANT = "participant"
    CIRCUMSTANCE = "circumstance"
    NUMBER = "number"
    CUE = "cue"
    SOURCE = "source"
    TRIGGER = "trigger"


LETTERS: dict[Role, str] = {
    Role.CONTENT: "c",
    Role.PARTICIPANT: "p",
    Role.CIRCUMSTANCE: "w",
    Role.NUMBER: "n",
    Role.CUE: "q",
    Role.SOURCE: "s",
    Role.TRIGGER: "t",
}
"""Last letter of the class that ties marked words to a row: `k3s` is a source of claim 3."""


class Mark(Noun, frozen=True, kw_only=True):
    """Marked words. `key` ties them to a row: `k3` to claim 3, `e2` to event 2, None to no row."""

    span: Span
    role: Role
    key: str | None = None


def marks(ledger: Ledger) -> tuple[Mark, ...]:
    """Every mark of an article; they may overlap and nest as they like."""
    return tuple(_marks(ledger))


def _marks(ledger: Ledger) -> Iterator[Mark]:
    for event in ledger.events:
        yield from _of_event(event)
        for claim in event.claims:
            yield from _of_claim(claim)
    for figure in ledger.figures:
        yield Mark(span=figure.words.span, role=Role.NUMBER)
    for citation in ledger.citations:
        yield Mark(span=citation.words.span, role=Role.SOURCE)


def _of_event(event: EventRow) -> Iterator[Mark]:
    key = f"e{event.number}"
    yield Mark(span=event.did.span, role=Role.TRIGGER, key=key)
    for words in (*event.who, *event.whom):
        yield Mark(span=words.span, role=Role.PARTICIPANT, key=key)
    for words in event.where:
        yield Mark(span=words.span, role=Role.CIRCUMSTANCE, key=key)
    if event.when is not None:
        yield Mark(span=event.when.words.span, role=Role.CIRCUMSTANCE, key=key)


def _of_claim(claim: ClaimRow) -> Iterator[Mark]:
    key = f"k{claim.number}"
    yield Mark(span=claim.quoted.span, role=Role.CONTENT, key=key)
    for link in claim.chain:
        if link.source is not None:
            yield Mark(span=link.source, role=Role.SOURCE, key=key)
        if link.cue is not None:
            yield Mark(span=link.cue, role=Role.CUE, key=key)
    for count in claim.counts:
        yield Mark(span=count.words.span, role=Role.NUMBER, key=key)
