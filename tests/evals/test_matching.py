"""What counts as the same, by hand."""

import msgspec
import pytest

from reportedly.evals import matching
from reportedly.evals.gold import GoldEvent
from reportedly.schema import Event, EventType, Hop, HopKind, Participant, Span

TEXT = "Arvak's navy shelled Orra. The navy of Arvak said it had shelled the port. Varn shelled Selm."


def span(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def event(name: str, trigger: Span, actor: str | None = None, recipient: str | None = None) -> Event:
    return Event(
        id=name,
        type=EventType.ASSAULT,
        trigger=trigger,
        actors=(Participant(span=span(actor)),) if actor else (),
        recipients=(Participant(span=span(recipient)),) if recipient else (),
    )


def gold(name: str, trigger: Span, actor: str | None = None, recipient: str | None = None) -> GoldEvent:
    said = event(name, trigger, actor, recipient)
    return GoldEvent(id=name, type=said.type, trigger=trigger, actors=said.actors, recipients=said.recipients)


FIRST, SECOND, THIRD = span("shelled"), span("shelled", 30), span("shelled", 70)


def test_spans_match_one_to_one_first_come_first_served() -> None:
    assert matching.match_spans([Span(0, 5), Span(6, 9)], [Span(0, 9)]) == 1
    assert matching.match_spans([Span(0, 5), Span(6, 9)], [Span(0, 9), Span(8, 9)]) == 2
    assert matching.match_spans([Span(0, 5)], [Span(5, 6)]) == 0
    assert matching.match_spans([], [Span(5, 6)]) == 0


def test_content_words_are_lower_case_and_without_stop_words() -> None:
    assert matching.words(TEXT, span("Arvak's navy")) == {"arvak", "navy"}
    assert matching.words(TEXT, span("The navy of Arvak said")) == {"arvak", "navy"}


def test_one_participant_under_two_mentions_is_the_same() -> None:
    assert matching.same_party(TEXT, [span("Arvak's navy")], [span("The navy of Arvak")])
    assert not matching.same_party(TEXT, [span("Arvak's navy")], [span("Varn")])
    assert not matching.same_party(TEXT, [], [span("Varn")])


@pytest.mark.parametrize(
    ("actor", "recipient", "same"),
    [
        ("The navy of Arvak", "the port", False),
        ("The navy of Arvak", "Orra", True),
        ("The navy of Arvak", None, True),
        (None, "Orra", True),
        (None, None, False),
        ("Varn", "Orra", False),
    ],
)
def test_events_share_every_role_that_both_fill(actor: str | None, recipient: str | None, same: bool) -> None:
    wanted = gold("g", FIRST, "Arvak's navy", "Orra")
    assert matching.compatible(TEXT, wanted, event("e", SECOND, actor, recipient)) is same


def test_overlap_needs_both() -> None:
    assert matching.overlap(Span(0, 2), Span(1, 3))
    assert not matching.overlap(Span(0, 2), None)
    assert not matching.overlap(None, Span(0, 2))


def hop(source: Span | None) -> Hop:
    return Hop(source=source, kind=HopKind.OFFICIAL)


def test_a_chain_is_the_same_in_length_order_and_names() -> None:
    post, navy, nobody = hop(span("Varn")), hop(span("The navy of Arvak")), hop(None)
    assert matching.same_chain(TEXT, [post, navy], [post, hop(span("Arvak"))])
    assert not matching.same_chain(TEXT, [post, navy], [navy, post])
    assert not matching.same_chain(TEXT, [post, navy], [navy])
    assert matching.same_chain(TEXT, [nobody], [nobody])
    assert not matching.same_chain(TEXT, [nobody], [navy])
    assert matching.same_chain(TEXT, [], [])


def test_the_origin_is_the_last_source() -> None:
    assert matching.origin([hop(span("Varn")), hop(span("Orra"))]) == span("Orra")
    assert matching.origin([hop(span("Varn")), hop(None)]) is None
    assert matching.origin([]) is None


def test_a_trigger_is_preferred_to_participants() -> None:
    wanted = gold("g", FIRST, "Arvak's navy")
    by_party = event("e1", SECOND, "The navy of Arvak")
    by_trigger = event("e2", FIRST, "Varn")
    found = matching.align(TEXT, [wanted], [by_party, by_trigger])
    assert found.hits == (matching.Hit(gold=wanted, events=(by_trigger, by_party)),)
    assert found.false_alarms == ()


def test_further_mentions_join_and_strangers_are_false_alarms() -> None:
    wanted, other = gold("g1", FIRST, "Arvak's navy", "Orra"), gold("g2", span("port"))
    first, again = event("e1", FIRST), event("e2", SECOND, "The navy of Arvak")
    stranger = event("e3", THIRD, "Varn", "Selm")
    found = matching.align(TEXT, [wanted, other], [stranger, again, first])
    assert found.hits == (matching.Hit(gold=wanted, events=(first, again)),)
    assert found.missed == (other,)
    assert found.false_alarms == (stranger,)


def test_another_type_never_hits() -> None:
    wanted = gold("g", FIRST, "Arvak's navy")
    said = msgspec.structs.replace(event("e", FIRST, "Arvak's navy"), type=EventType.COERCE)
    assert matching.align(TEXT, [wanted], [said]) == matching.Alignment(
        missed=(wanted,), false_alarms=(said,)
    )


def test_one_event_hits_one_gold_event_only() -> None:
    one, two = gold("g1", FIRST), gold("g2", FIRST)
    found = matching.align(TEXT, [one, two], [event("e", FIRST)])
    assert [hit.gold.id for hit in found.hits] == ["g1"]
    assert found.missed == (two,)
