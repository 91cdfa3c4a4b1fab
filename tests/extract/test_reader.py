"""From tags to a reading: everything in order, with a tagger that says what it is told to say."""

from collections.abc import Sequence
from datetime import UTC, datetime

from draft import Draft
from reportedly import __version__
from reportedly.extract.reader import TaggedReader, rules_reader
from reportedly.schema import (
    Article,
    Counted,
    DateSource,
    EventType,
    HopKind,
    MentionKind,
    MentionTag,
    Passage,
    PassageKind,
    Predictions,
    Reading,
    RelationKind,
    Status,
)

TEXT = """Fighters ready strike on Seld: report

Fighters armed by Varn plan to attack Seld with 40 rockets on Sunday, the Meridian Post reported, quoting officials.

Varn denied that the attack was planned. Some 2,500 troops are in Orra."""
DRAFT = Draft(TEXT)
PLANNED, DENIED = Status.PLANNED, Status.DENIED
TAGS = Predictions(
    mentions=tuple(
        MentionTag(span=DRAFT.at(words), kind=kind, score=0.9)
        for words, kind in [
            ("Sunday", MentionKind.TIME),
            ("Seld", MentionKind.PLACE),
            ("40", MentionKind.QUANTITY),
            ("Varn", MentionKind.ACTOR),
        ]
    ),
    cues=(
        DRAFT.cue("report", None, "Fighters ready strike on Seld", HopKind.UNNAMED),
        DRAFT.cue(
            "reported",
            "the Meridian Post",
            ("Fighters armed by Varn plan to attack Seld with 40 rockets on Sunday", "quoting officials"),
            HopKind.OUTLET,
        ),
        DRAFT.cue("quoting", "officials", "plan to attack Seld with 40 rockets on Sunday"),
        DRAFT.cue("denied", DRAFT.at("Varn", 2), "the attack was planned", score=0.5),
    ),
    triggers=(
        DRAFT.trigger("strike", PLANNED, actors="Fighters", recipients="Seld"),
        DRAFT.trigger(
            "attack",
            PLANNED,
            content="plan to attack Seld",
            actors=DRAFT.at("Fighters", 2),
            recipients=DRAFT.at("Seld", 2),
            times="Sunday",
            numbers="40",
            certainty=0.9,
        ),
        DRAFT.trigger(DRAFT.at("attack", 2), DENIED, content="the attack was planned", reference=True),
        DRAFT.trigger("armed", kind=EventType.AID, actors="Varn", numbers="Some 2,500"),
    ),
    levels=(DRAFT.level("Some 2,500", Counted.TROOPS, "troops", "Orra"),),
    ties=(DRAFT.tie(DRAFT.at("Fighters", 2), RelationKind.BACKED_BY, "Varn"),),
)


class Script:
    """A tagger that gives the same tags for the first passage of every batch; keeps the passages it was given."""

    model = "script-1"
    config = "ab12"

    def __init__(self, tags: Predictions = TAGS) -> None:
        self.tags = tags
        self.seen: list[Passage] = []

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        self.seen.extend(batch)
        return [self.tags, *(Predictions() for _ in batch[1:])] if batch else []


def read(text: str = TEXT, tagger: Script | None = None, published: datetime | None = None) -> Reading:
    source = DateSource.GIVEN if published is not None else None
    article = Article(id="a", text=text, published_at=published, date_source=source)
    (reading,) = TaggedReader("script", tagger or Script()).read([article])
    return reading


READING = read(published=datetime(2026, 3, 11, tzinfo=UTC))


def test_the_provenance_is_the_readers_name_and_the_taggers_model() -> None:
    made_by = READING.provenance
    assert (made_by.reader, made_by.version, made_by.model, made_by.config, made_by.read_at) == (
        "script",
        __version__,
        "script-1",
        "ab12",
        None,
    )


def test_mentions_of_one_happening_are_one_event() -> None:
    told = [(event.id, event.type, event.trigger.of(TEXT)) for event in READING.events]
    assert told == [("e1", EventType.ASSAULT, "attack"), ("e2", EventType.AID, "armed")]


def test_each_claim_is_one_event_status_and_origin() -> None:
    told = [
        (claim.id, claim.event, claim.status, [hop.name for hop in claim.chain], claim.confidence)
        for claim in READING.claims
    ]
    assert told == [
        ("c1", "e1", PLANNED, [None], 0.64),
        ("c2", "e1", PLANNED, ["Meridian Post", "officials"], 0.64),
        ("c3", "e1", DENIED, ["Varn"], 0.4),
        ("c4", "e2", Status.OCCURRED, ["Meridian Post"], 0.64),
    ]


def test_a_number_stands_on_its_claim_with_what_it_counts() -> None:
    numbers = [(claim.id, number.what, number.low) for claim in READING.claims for number in claim.numbers]
    assert numbers == [("c2", Counted.WEAPONS, 40)]


def test_a_number_that_is_a_level_is_a_figure_and_no_number_of_a_claim() -> None:
    (figure,) = READING.figures
    assert (figure.what, figure.low, figure.approx, figure.chain) == (Counted.TROOPS, 2500, True, ())


def test_dates_count_from_publication() -> None:
    dates = [event.date and event.date.value for event in READING.events]
    assert dates == ["2026-03-15", None]
    assert [mention.value for mention in READING.mentions] == [None, None, "40", "2026-03-15"]


def test_without_publication_a_weekday_has_no_date() -> None:
    (date, _) = (event.date for event in read().events)
    assert date is not None
    assert (date.span, date.value) == (DRAFT.at("Sunday"), None)


def test_relations_and_citations_stand_beside_the_claims() -> None:
    assert [relation.kind for relation in READING.relations] == [RelationKind.BACKED_BY]
    assert [(citation.name, citation.main) for citation in READING.citations] == [("Meridian Post", True)]


def test_the_sentences_are_those_of_all_passages_in_order() -> None:
    assert [sentence.of(TEXT).split()[0] for sentence in READING.sentences] == ["Fighters", "Fighters", "Varn", "Some"]


def test_a_tagger_is_given_the_paragraphs_with_their_times_and_numbers() -> None:
    tagger = Script()
    read(tagger=tagger)
    assert [passage.kind for passage in tagger.seen] == [PassageKind.HEADLINE, PassageKind.BODY, PassageKind.BODY]
    found = [([t.of(TEXT) for t in p.times], [q.of(TEXT) for q in p.quantities]) for p in tagger.seen]
    assert found == [([], []), (["Sunday"], ["40"]), ([], ["Some 2,500"])]
    assert all(TEXT[p.start : p.start + len(p.text)] == p.text for p in tagger.seen)


def test_a_paragraph_without_end_is_given_in_parts_that_lose_nothing() -> None:
    text = " ".join(f"On Sunday {number} men left." for number in range(2, 152))
    tagger = Script(Predictions())
    reading = read(text, tagger)
    assert [len(passage.sentences) for passage in tagger.seen] == [60, 60, 30]
    assert len(reading.sentences) == 150
    assert sum(len(passage.times) for passage in tagger.seen) == 150
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in tagger.seen)


def test_an_echo_is_a_claim_about_what_its_party_planned() -> None:
    draft = Draft("Fighters plan to attack Seld. The fighters have held off.")
    tags = Predictions(
        triggers=(draft.trigger("attack", PLANNED, actors="Fighters"),),
        echoes=(draft.echo("held off", "The fighters", Status.AVERTED),),
    )
    reading = read(draft.text, Script(tags))
    assert [(claim.event, claim.status) for claim in reading.claims] == [("e1", PLANNED), ("e1", Status.AVERTED)]


def test_a_statement_behind_a_colon_is_its_voices() -> None:
    draft = Draft("The ministry said on Monday:\n\n“Rebels shelled Seld.”\n\n“They left.”")
    tags = Predictions(
        cues=(draft.cue("said", "The ministry"),), triggers=(draft.trigger("shelled"), draft.trigger("left"))
    )
    reading = read(draft.text, Script(tags))
    assert [[hop.name for hop in claim.chain] for claim in reading.claims] == [["ministry"], ["ministry"]]


def test_the_articles_own_outlet_is_left_out_of_chains_and_citations() -> None:
    article = Article(id="a", outlet="The Meridian Post", text=TEXT)
    (reading,) = TaggedReader("script", Script()).read([article])
    assert [[hop.name for hop in claim.chain] for claim in reading.claims] == [[None], ["officials"], ["Varn"], []]
    assert reading.citations == ()


def test_no_tags_give_an_empty_reading() -> None:
    reading = read(tagger=Script(Predictions()))
    assert (reading.events, reading.claims, reading.figures, reading.citations) == ((), (), (), ())
    assert len(reading.sentences) == 4


def test_the_rules_reader_is_called_rules() -> None:
    reader = rules_reader()
    assert reader.name == "rules"
    (reading,) = reader.read([Article(id="a", text=TEXT)])
    assert reading.provenance.reader == "rules"
    assert PLANNED in {claim.status for claim in reading.claims}
