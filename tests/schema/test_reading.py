from collections.abc import Callable
from typing import Any

import pytest

from reportedly.schema import (
    Article,
    Citation,
    Claim,
    Counted,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Figure,
    Hop,
    HopKind,
    Mention,
    MentionKind,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Span,
    Status,
)

TEXT = "Gunners shelled Lind on Sunday."
HERE = Span(8, 15)
END = Span(len(TEXT) - 1, len(TEXT))
BEYOND = Span(len(TEXT) - 1, len(TEXT) + 1)


def reading(**given: Any) -> Reading:
    by_hand = Provenance(reader="hand", version="0", model="none", config="0")
    return Reading(article=Article(id="a1", text=TEXT), provenance=by_hand, **given)


def event(span: Span = HERE, **given: Any) -> Event:
    return Event(**{"id": "e1", "type": EventType.ASSAULT, "trigger": span, **given})


def claim(span: Span = HERE, **given: Any) -> Claim:
    sure = {"certainty": 1.0, "confidence": 1.0}
    return Claim(**{"id": "c1", "event": "e1", "status": Status.OCCURRED, "content": span, **sure, **given})


def about(span: Span, **given: Any) -> dict[str, Any]:
    return {"events": (event(),), "claims": (claim(span, **given),)}


def figure(span: Span = HERE, **given: Any) -> Figure:
    return Figure(what=Counted.TROOPS, low=1, high=1, span=span, **given)


WITH: dict[str, Callable[[Span], dict[str, Any]]] = {
    "sentence": lambda span: {"sentences": (span,)},
    "mention": lambda span: {"mentions": (Mention(id="m1", span=span, kind=MentionKind.ACTOR),)},
    "trigger": lambda span: {"events": (event(span),)},
    "actor": lambda span: {"events": (event(actors=(Participant(span=span),)),)},
    "recipient": lambda span: {"events": (event(recipients=(Participant(span=span),)),)},
    "place": lambda span: {"events": (event(places=(EventPlace(span=span),)),)},
    "date": lambda span: {"events": (event(date=EventDate(span=span)),)},
    "content": about,
    "source": lambda span: about(HERE, chain=(Hop(source=span, kind=HopKind.OFFICIAL),)),
    "cue": lambda span: about(HERE, chain=(Hop(cue=span, kind=HopKind.OFFICIAL),)),
    "number": lambda span: about(HERE, numbers=(Quantity(what=Counted.KILLED, low=1, high=1, span=span),)),
    "figure": lambda span: {"figures": (figure(span),)},
    "holder": lambda span: {"figures": (figure(holder=span),)},
    "place of a figure": lambda span: {"figures": (figure(place=span),)},
    "source of a figure": lambda span: {"figures": (figure(chain=(Hop(source=span, kind=HopKind.PERSON),)),)},
    "subject": lambda span: {"relations": (Relation(subject=span, kind=RelationKind.ALLY_OF, object=HERE),)},
    "object": lambda span: {"relations": (Relation(subject=HERE, kind=RelationKind.ALLY_OF, object=span),)},
    "citation": lambda span: {"citations": (Citation(span=span, name="Lind Mail"),)},
}


@pytest.mark.parametrize("part", WITH)
def test_every_span_of_a_reading_is_among_its_spans(part: str) -> None:
    assert END in set(reading(**WITH[part](END)).spans())


@pytest.mark.parametrize("part", WITH)
def test_a_span_that_leaves_the_text_is_an_error(part: str) -> None:
    with pytest.raises(ValueError, match=f"leaves a text of {len(TEXT)} code points"):
        reading(**WITH[part](BEYOND))


def test_a_reading_of_nothing_is_empty() -> None:
    assert list(reading().spans()) == []


def test_a_claim_about_an_unknown_event_is_an_error() -> None:
    with pytest.raises(ValueError, match="claim 'c1' is about the unknown event 'e2'"):
        reading(events=(event(),), claims=(claim(event="e2"),))


@pytest.mark.parametrize(
    "given",
    [
        {"events": (event(), event())},
        {"events": (event(),), "claims": (claim(), claim())},
        {"mentions": (Mention(id="m1", span=HERE, kind=MentionKind.ACTOR),) * 2},
    ],
    ids=["events", "claims", "mentions"],
)
def test_an_id_given_twice_is_an_error(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="an id is given twice"):
        reading(**given)


def test_an_event_may_have_several_claims_and_one_status_several_voices() -> None:
    voices = (Hop(kind=HopKind.UNNAMED), Hop(kind=HopKind.WITNESS))
    told = tuple(claim(id=f"c{n}", chain=(voice,)) for n, voice in enumerate(voices))
    assert len(reading(events=(event(),), claims=told).claims) == 2
