from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest

import handmade
from reportedly.export.ledger import ledger
from reportedly.export.rows import EventRow, Ledger
from reportedly.export.words import Words, one_line
from reportedly.schema import Claim, DatePrecision, DateSource, Hop, HopKind, Reading
from spans import span


@pytest.fixture
def rows() -> Ledger:
    return ledger(handmade.militia())


def chains(event: EventRow) -> list[str]:
    return [claim.chain_text for claim in event.claims]


def rechained(reading: Reading, hop: Hop) -> Reading:
    """The reading with `hop` as the chain of its first claim."""
    first: Claim = msgspec.structs.replace(reading.claims[0], chain=(hop,))
    return msgspec.structs.replace(reading, claims=(first, *reading.claims[1:]))


def test_events_come_in_the_order_of_the_text_with_all_their_claims(rows: Ledger) -> None:
    assert [event.did.text for event in rows.events] == ["attack", "urging", "bombed", "shell"]
    assert [event.number for event in rows.events] == [1, 2, 3, 4]
    assert [claim.number for event in rows.events for claim in event.claims] == [1, 2, 3, 4, 5, 6, 7]
    assert [claim.status for claim in rows.events[0].claims] == ["planned", "averted", "denied", "denied"]


def test_a_chain_runs_from_the_outlet_inward(rows: Ledger) -> None:
    assert chains(rows.events[0]) == [
        "The Lind Mail <- The Harbour Times <- military officials",
        "The Lind Mail <- The Harbour Times <- one official",
        "The Lind Mail <- Tessara",
        "The Lind Mail <- He",
    ]


def test_the_own_voice_is_the_outlet_alone(rows: Ledger) -> None:
    assert chains(rows.events[1]) == ["The Lind Mail"]


def test_a_source_that_is_not_named_shows_its_cue(rows: Ledger) -> None:
    assert chains(rows.events[3]) == ["The Lind Mail <- (unnamed: reportedly)"]


def test_an_unknown_outlet_is_this_article() -> None:
    rows = ledger(handmade.militia(outlet=None))
    assert chains(rows.events[1]) == ["this article"]
    assert rows.events[1].claims[0].origin.key == "militia"


def test_a_pronoun_is_shown_by_its_name_where_that_is_known() -> None:
    he = span(handmade.MILITIA, "He")
    reading = rechained(handmade.militia(), Hop(source=he, kind=HopKind.PERSON, name="A. Spokesman"))
    assert chains(ledger(reading).events[0])[0] == "The Lind Mail <- A. Spokesman"


def test_a_hop_without_source_and_cue_is_unnamed() -> None:
    reading = rechained(handmade.militia(), Hop(kind=HopKind.UNNAMED))
    assert chains(ledger(reading).events[0])[0] == "The Lind Mail <- (unnamed)"


def test_origins_are_told_apart_by_entity_then_by_words(rows: Ledger) -> None:
    keys = [claim.origin.key for event in rows.events for claim in event.claims]
    officials = ["military officials", "one official"]
    assert keys == [*officials, "tes", None, "the lind mail", "the lind mail", None]


def test_slots_hold_the_words_of_the_text(rows: Ledger) -> None:
    bombed = rows.events[2]
    assert bombed.kind == "attack from the air"
    assert [words.text for words in (*bombed.who, *bombed.whom)] == ["jets", "the Sund plant"]
    assert bombed.when is not None
    assert bombed.when.text == "On 3 June (2025-06-03)"
    assert bombed.claims[0].quoted.text.startswith("On 3 June, jets")
    assert [(count.what, count.words.text) for count in bombed.claims[0].counts] == [("killed", "at least 12 people")]


def test_a_date_that_is_written_out_is_not_said_twice() -> None:
    event = handmade.militia().events[2]
    dated = msgspec.structs.replace(event.date, value="On 3 June")
    reading = msgspec.structs.replace(handmade.militia(), events=_with(2, date=dated))
    when = ledger(reading).events[2].when
    assert when is not None
    assert when.text == "On 3 June"


def test_the_same_words_are_shown_once() -> None:
    event = handmade.militia().events[0]
    reading = msgspec.structs.replace(handmade.militia(), events=_with(0, actors=event.actors * 2))
    assert len(ledger(reading).events[0].who) == 1


def test_what_stands_beside_the_events(rows: Ledger) -> None:
    (figure,), (tie,), (citation,) = rows.figures, rows.relations, rows.citations
    assert (figure.words.text, figure.what, figure.chain_text) == ("Some 2,500", "troops", "The Lind Mail")
    assert (tie.subject.text, tie.kind, tie.object.text) == ("Fighters", "backed by", "Tessara")
    assert citation.name == "The Harbour Times"
    assert citation.main


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        (DatePrecision.TIME, "23 June 2025, 14:05 UTC"),
        (DatePrecision.DAY, "23 June 2025"),
        (None, "23 June 2025"),
    ],
)
def test_a_time_of_day_is_shown_only_where_it_is_known(precision: DatePrecision | None, shown: str) -> None:
    moment = datetime(2025, 6, 23, 14, 5, tzinfo=UTC)
    article = msgspec.structs.replace(
        handmade.quiet().article,
        published_at=moment,
        date_source=DateSource.META,
        date_precision=precision,
    )
    rows = ledger(msgspec.structs.replace(handmade.quiet(), article=article))
    assert (rows.date, rows.date_source) == (shown, "date from meta tags")


def test_what_nothing_says_is_none() -> None:
    rows = ledger(handmade.quiet())
    assert rows == Ledger(article="quiet", heading="quiet", read_by="hand 0 (none)")


@pytest.mark.parametrize("make", [handmade.militia, handmade.quiet, handmade.arabic, handmade.attack])
def test_all_words_shown_stand_where_they_say(make: Callable[[], Reading]) -> None:
    reading = make()
    found = list(_words(ledger(reading)))
    assert all(words.text == one_line(words.span.of(reading.article.text)) for words in found)


def _words(row: object) -> list[Words]:
    if isinstance(row, Words):
        return [row]
    if isinstance(row, msgspec.Struct):
        return _words(tuple(getattr(row, field) for field in row.__struct_fields__))
    return [words for each in row for words in _words(each)] if isinstance(row, tuple) else []


def _with(place: int, **changes: object) -> tuple[object, ...]:
    events = list(handmade.militia().events)
    events[place] = msgspec.structs.replace(events[place], **changes)
    return tuple(events)
