"""What the model points at becomes a reading, over a real connection; what the text does not have is dropped."""

from chat_raid import DENIED, SHELLED, TEXT, raid, read
from chat_server import ChatServer, answer, claim, event, hop, in_turn, quote, says
from reportedly.extract.chat_reader import ChatReader
from reportedly.models.chat.costs import Reason
from reportedly.schema import Article, EventType, Reading, Span, Status


def one(server: ChatServer, said: str) -> Reading:
    _, (reading,) = read(server, said)
    assert isinstance(reading, Reading)
    return reading


def dropped(server: ChatServer, said: str) -> list[tuple[str, Reason]]:
    reader, _ = read(server, said)
    return [(drop.role, drop.reason) for drop in reader.report.accounts[0].dropped]


def words(span: Span | None) -> str | None:
    return None if span is None else span.of(TEXT)


def test_an_event_is_what_the_model_points_at(parrot: ChatServer) -> None:
    (made,) = one(parrot, raid()).events
    assert (made.type, made.mode, words(made.trigger)) == (EventType.ASSAULT, "heavy-weapons", "shelled")
    assert [words(each.span) for each in (*made.actors, *made.recipients)] == ["The Sarn Free Brigades", "a convoy"]
    assert [(each.name, words(each.span)) for each in made.places] == [("Oster", "Oster")]


def test_dates_are_read_by_us(parrot: ChatServer) -> None:
    (made,) = one(parrot, raid()).events
    assert made.date is not None
    assert (words(made.date.span), made.date.value) == ("Sunday", "2026-03-08")


def test_words_that_are_no_date_keep_no_value(parrot: ChatServer) -> None:
    (made,) = one(parrot, raid(date=quote(2, "near Oster"))).events
    assert made.date is not None
    assert (words(made.date.span), made.date.value) == ("near Oster", None)


def test_numbers_are_read_by_us(parrot: ChatServer) -> None:
    ((number,), ()) = (made.numbers for made in one(parrot, raid()).claims)
    assert (words(number.span), number.what, number.low, number.high) == ("at least 12", "killed", 12, None)


def test_codes_are_ours(parrot: ChatServer) -> None:
    (made,) = one(parrot, raid(actors=[quote(2, "French officials")])).events
    assert made.actors[0].code == "FRAGOV"


def test_claims_have_their_status_and_chain(parrot: ChatServer) -> None:
    first, second = one(parrot, raid()).claims
    assert (first.status, second.status) == (Status.OCCURRED, Status.DENIED)
    assert [(words(each.source), words(each.cue), each.kind, each.name) for each in first.chain] == [
        ("Reuters", "reported", "outlet", "Reuters"),
        ("French officials", "quoting", "official", "French officials"),
    ]
    assert (first.certainty, first.confidence, words(second.content)) == (0.9, 0.5, "denied it")


def test_a_pronoun_is_led_back_to_its_name(parrot: ChatServer) -> None:
    he = claim(quote(4, "nobody had been hurt"), "denied", (hop(quote(4, "He"), quote(4, "said"), "organisation"),))
    _, last = one(parrot, raid(DENIED, {**he, "status": "averted"})).claims
    assert [(words(each.source), each.name) for each in last.chain] == [("He", "spokesman for the group")]


def test_the_articles_own_outlet_is_no_hop(parrot: ChatServer) -> None:
    parrot.answering = in_turn(says(raid()))
    (made,) = ChatReader(parrot.settings()).read([Article(id="a", text=TEXT, outlet="Reuters")])
    assert isinstance(made, Reading)
    assert [words(each.source) for each in made.claims[0].chain] == ["French officials"]


def test_outlets_of_chains_are_citations_and_participants_are_mentions(parrot: ChatServer) -> None:
    made = one(parrot, raid())
    assert [(each.name, each.main) for each in made.citations] == [("Reuters", True)]
    assert [(words(each.span), each.kind) for each in made.mentions] == [
        ("The Sarn Free Brigades", "actor"),
        ("a convoy", "actor"),
        ("Oster", "place"),
        ("at least 12", "quantity"),
        ("Reuters", "outlet"),
        ("French officials", "actor"),
        ("A spokesman for the group", "actor"),
    ]


def test_the_provenance_names_the_model_as_the_server_does(parrot: ChatServer) -> None:
    made_by = one(parrot, raid()).provenance
    assert (made_by.reader, made_by.model, len(made_by.config)) == ("chat", "parrot-1", 16)


def test_a_participant_that_is_not_in_the_text_is_dropped_and_counted(parrot: ChatServer) -> None:
    said = raid(actors=[quote(2, "the Navy"), quote(2, "The Sarn Free Brigades")], places=[quote(2, "Port Lume")])
    (made,) = one(parrot, said).events
    assert ([words(each.span) for each in made.actors], made.places) == (["The Sarn Free Brigades"], ())
    assert dropped(parrot, said) == [("actor", Reason.NOT_IN_TEXT), ("place", Reason.NOT_IN_TEXT)]


def test_an_event_without_its_trigger_is_dropped_with_its_claims(parrot: ChatServer) -> None:
    said = answer(event(quote(2, "bombed"), SHELLED))
    made = one(parrot, said)
    assert (made.events, made.claims) == ((), ())
    assert dropped(parrot, said) == [("event", Reason.NO_TRIGGER)]


def test_a_claim_without_its_words_is_dropped(parrot: ChatServer) -> None:
    said = raid(SHELLED, claim(quote(3, "denied everything"), "denied"))
    assert [each.status for each in one(parrot, said).claims] == [Status.OCCURRED]
    assert dropped(parrot, said) == [("claim", Reason.NO_CONTENT)]


def test_a_claim_whose_voice_is_not_in_the_text_is_not_put_into_another_mouth(parrot: ChatServer) -> None:
    said = raid(DENIED, claim(quote(2, "shelled"), chain=(hop(quote(2, "the Kremlin"), quote(2, "alleged")),)))
    assert [each.status for each in one(parrot, said).claims] == [Status.DENIED]
    assert dropped(parrot, said) == [
        ("source", Reason.NOT_IN_TEXT),
        ("cue", Reason.NOT_IN_TEXT),
        ("claim", Reason.NO_VOICE),
    ]


def test_a_voice_keeps_what_is_left_of_its_words(parrot: ChatServer) -> None:
    unnamed = claim(quote(2, "shelled"), chain=(hop(quote(2, "the Kremlin"), quote(2, "reported")),))
    without_cue = claim(quote(2, "shelled"), "planned", (hop(quote(2, "Reuters"), None, "outlet"),))
    first, second = one(parrot, raid(unnamed, without_cue)).claims
    assert [(words(each.source), words(each.cue)) for each in first.chain] == [(None, "reported")]
    assert [(words(each.source), words(each.cue)) for each in second.chain] == [("Reuters", None)]


def test_an_event_without_a_claim_is_dropped(parrot: ChatServer) -> None:
    said = raid(claim(quote(3, "denied everything")))
    assert one(parrot, said).events == ()
    assert dropped(parrot, said) == [("claim", Reason.NO_CONTENT), ("event", Reason.NO_CLAIM)]


def test_a_mode_of_another_type_and_words_without_a_number_are_dropped(parrot: ChatServer) -> None:
    told = {**SHELLED, "numbers": [{"what": "killed", "quote": quote(2, "soldiers")}]}
    said = raid(told, mode="visit")
    made = one(parrot, said)
    assert (made.events[0].mode, made.claims[0].numbers) == (None, ())
    assert dropped(parrot, said) == [("number", Reason.NO_NUMBER), ("mode", Reason.UNKNOWN_MODE)]


def test_what_is_claimed_twice_by_one_origin_is_kept_once(parrot: ChatServer) -> None:
    again = {**SHELLED, "content": quote(2, "killing at least 12 soldiers")}
    said = raid(SHELLED, DENIED, again)
    assert [each.id for each in one(parrot, said).claims] == ["c1", "c2"]
    assert dropped(parrot, said) == [("claim", Reason.REPEATED)]
