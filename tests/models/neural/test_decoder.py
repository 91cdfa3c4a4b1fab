import numpy as np

from handmade_windows import SURE, fill, link, nothing_related, passage, window
from reportedly.models.neural.anchors import Found
from reportedly.models.neural.arguments import Arguments
from reportedly.models.neural.decoder import Decoder
from reportedly.models.neural.labels import KINDS, MODE_NAMES, STATUSES, TELLS, VOICES, Head, Link, Role
from reportedly.models.neural.outputs import Related
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Window, Word
from reportedly.schema import Counted, EventType, HopKind, Span, Status

TEXT = "Officials said rebels shelled the port and killed 12 people. They denied it."
WORDS = TEXT.split(" ")
WINDOW = window(TEXT)
ASSAULT = KINDS[Head.TRIGGER].index(EventType.ASSAULT)


def anchor(head: Head, first: int, end: int, kind: int = 0) -> Found:
    return Found(head=head, at=(first, end), kind=kind, score=0.8)


def decoder(anchors: list[Found], related: Related, tuning: Tuning | None = None, **given: tuple[Span, ...]) -> Decoder:
    return Decoder(Arguments(WINDOW, [passage(TEXT, **given)], anchors, related, tuning or Tuning()))


def words(span: Span | None) -> str | None:
    return None if span is None else span.of(TEXT)


def test_a_trigger_with_its_roles_status_mode_and_score() -> None:
    related = nothing_related(1, len(WORDS))
    fill(related, 0, Role.ACTOR, 2, 3)
    fill(related, 0, Role.RECIPIENT, 4, 6)
    fill(related, 0, Role.CLAUSE, 2, 6)
    related.status[0, STATUSES.index(Status.OCCURRED)] = SURE
    related.mode[0, MODE_NAMES.index("heavy-weapons")] = SURE
    ((number, found),) = decoder([anchor(Head.TRIGGER, 3, 4, ASSAULT)], related).triggers()
    assert number == 0
    assert (found.type, found.status, found.mode) == (EventType.ASSAULT, Status.OCCURRED, "heavy-weapons")
    assert [words(span) for span in (*found.actors, *found.recipients)] == ["rebels", "the port"]
    assert words(found.content) == "rebels shelled the port"
    assert 0.79 < found.score <= 0.8
    assert found.certainty == 0.5


def test_a_mode_that_the_type_does_not_have_is_not_taken() -> None:
    related = nothing_related(1, len(WORDS))
    related.mode[0, MODE_NAMES.index("advisory")] = SURE
    related.mode[0, MODE_NAMES.index("firearms")] = 0
    ((_, found),) = decoder([anchor(Head.TRIGGER, 3, 4, ASSAULT)], related).triggers()
    assert found.mode == "firearms"


def test_a_filler_takes_in_the_likely_words_beside_a_sure_one() -> None:
    related = nothing_related(1, len(WORDS))
    related.roles[0, 3:6, 2] = [-0.8, 2.0, -0.8]
    related.roles[0, 8, 2] = -0.8
    ((_, found),) = decoder([anchor(Head.TRIGGER, 1, 2)], related).triggers()
    assert [words(span) for span in found.recipients] == ["shelled the port"]


def test_no_voice_is_called_by_words_of_saying() -> None:
    related = nothing_related(2, len(WORDS))
    fill(related, 1, Role.SOURCE, 0, 3)
    related.roles[1, 0] = np.minimum(related.roles[1, 0], 0.5)
    found = [cue for _, cue in decoder([anchor(Head.CUE, 1, 2), anchor(Head.CUE, 11, 12)], related).cues()]
    assert words(found[1].source) == "rebels"


def test_what_hangs_on_a_hyphen_belongs_to_the_words() -> None:
    text = "An Oster-backed group"
    parts = [Span(0, 2), Span(3, 8), Span(8, 9), Span(9, 15), Span(16, 21)]
    made = Window(words=tuple(Word(span=s, pieces=(1,), sentence=0, passage=0) for s in parts), own=0)
    read = Arguments(made, [passage(text)], [], nothing_related(0, 5), Tuning())
    assert read.span((2, 5)).of(text) == "Oster-backed group"
    assert read.span((3, 5)).of(text) == "Oster-backed group"
    assert read.span((4, 5)).of(text) == "group"


def test_an_echo_of_one_word_is_a_cue_or_nothing() -> None:
    anchors = [anchor(Head.TRIGGER, 3, 4), anchor(Head.ECHO, 11, 12)]
    related = nothing_related(3, len(WORDS))
    link(related, 1, 0, Link.ABOUT)
    assert not list(decoder(anchors, related).echoes())
    assert len(list(decoder([*anchors, anchor(Head.CUE, 11, 12)], related).echoes())) == 1


def test_the_clause_stays_within_the_sentence_and_holds_the_trigger() -> None:
    related = nothing_related(1, len(WORDS))
    fill(related, 0, Role.CLAUSE, 8, 13)
    ((_, found),) = decoder([anchor(Head.TRIGGER, 7, 8)], related).triggers()
    assert words(found.content) == "killed 12 people."


def test_only_numbers_that_were_found_before_are_given_to_a_trigger() -> None:
    related = nothing_related(1, len(WORDS))
    fill(related, 0, Role.NUMBER, 8, 9)
    at = TEXT.index("12")
    ((_, found),) = decoder([anchor(Head.TRIGGER, 7, 8)], related, quantities=(Span(at, at + 2),)).triggers()
    assert [words(span) for span in found.numbers] == ["12"]
    ((_, found),) = decoder([anchor(Head.TRIGGER, 7, 8)], related, quantities=(Span(0, 9),)).triggers()
    assert not found.numbers


def test_a_cue_carries_what_it_governs_and_nothing_that_it_does_not() -> None:
    anchors = [anchor(Head.CUE, 1, 2), anchor(Head.TRIGGER, 3, 4), anchor(Head.TRIGGER, 7, 8)]
    related = nothing_related(3, len(WORDS))
    fill(related, 0, Role.SOURCE, 0, 1)
    fill(related, 0, Role.CONTENT, 6, 10)
    link(related, 0, 1, Link.GOVERNS)
    related.voice[0, VOICES.index(HopKind.OFFICIAL)] = SURE
    ((_, found),) = decoder(anchors, related).cues()
    assert (words(found.source), found.kind) == ("Officials", HopKind.OFFICIAL)
    assert [words(span) for span in found.contents] == ["shelled", "and", "12 people."]


def test_of_two_sources_the_surer_is_taken_and_none_is_none() -> None:
    related = nothing_related(1, len(WORDS))
    ((_, found),) = decoder([anchor(Head.CUE, 1, 2)], related).cues()
    assert found.source is None
    fill(related, 0, Role.SOURCE, 0, 1)
    fill(related, 0, Role.SOURCE, 10, 11)
    related.roles[0, 10] = np.minimum(related.roles[0, 10], 1.0)
    ((_, found),) = decoder([anchor(Head.CUE, 1, 2)], related).cues()
    assert words(found.source) == "Officials"


def test_two_cues_do_not_govern_each_other() -> None:
    anchors = [anchor(Head.CUE, 1, 2), anchor(Head.CUE, 11, 12)]
    related = nothing_related(2, len(WORDS))
    link(related, 0, 1, Link.GOVERNS)
    link(related, 1, 0, Link.GOVERNS)
    first, second = (found for _, found in decoder(anchors, related).cues())
    assert [words(span) for span in first.contents] == ["denied"]
    assert not second.contents


def test_an_echo_is_told_once_for_each_event_that_it_is_about() -> None:
    anchors = [anchor(Head.TRIGGER, 3, 4), anchor(Head.TRIGGER, 7, 8), anchor(Head.ECHO, 10, 13)]
    related = nothing_related(3, len(WORDS))
    link(related, 2, 0, Link.ABOUT)
    link(related, 2, 1, Link.ABOUT)
    related.status[2, STATUSES.index(Status.DENIED)] = SURE
    found = [echo for _, echo in decoder(anchors, related).echoes()]
    assert [words(echo.about) for echo in found] == ["shelled", "killed"]
    assert {(words(echo.content), echo.status) for echo in found} == {("They denied it.", Status.DENIED)}
    assert not list(decoder(anchors, nothing_related(3, len(WORDS))).echoes())


def test_a_level_needs_a_number_that_was_found_before() -> None:
    related = nothing_related(1, len(WORDS))
    fill(related, 0, Role.HOLDER, 2, 3)
    fill(related, 0, Role.SITE, 4, 6)
    people = KINDS[Head.LEVEL].index(Counted.PEOPLE)
    at = TEXT.index("12")
    one = [anchor(Head.LEVEL, 8, 9, people)]
    ((_, found),) = decoder(one, related, quantities=(Span(at, at + 2),)).levels()
    assert (found.what, words(found.holder), words(found.place)) == (Counted.PEOPLE, "rebels", "the port")
    assert not list(decoder(one, related).levels())


def test_a_threshold_decides_what_holds() -> None:
    related = nothing_related(1, len(WORDS))
    related.roles[0, 2, :2] = 0.5
    one = [anchor(Head.TRIGGER, 3, 4)]
    ((_, found),) = decoder(one, related).triggers()
    assert [words(span) for span in found.actors] == ["rebels"]
    ((_, found),) = decoder(one, related, Tuning(thresholds={"actor": 0.7})).triggers()
    assert not found.actors


def test_outermost_attributions_have_pieces() -> None:
    related = nothing_related(1, len(WORDS))
    fill(related, 0, Role.POLNEAR_SOURCE, 0, 1)
    fill(related, 0, Role.POLNEAR_CONTENT, 2, 6)
    fill(related, 0, Role.POLNEAR_CONTENT, 7, 10)
    ((source, cue, content),) = decoder([anchor(Head.POLNEAR, 1, 2)], related).outermost()
    assert [words(span) for span in (*source, cue, *content)] == [
        "Officials", "said", "rebels shelled the port", "killed 12 people.",
    ]  # fmt: skip


def test_what_a_cue_carries_of_an_event_elsewhere_is_an_echo_with_its_type_and_status() -> None:
    related = nothing_related(2, len(WORDS))
    fill(related, 1, Role.CONTENT, 12, 13)
    told(related, 1, EventType.ASSAULT, Status.DENIED)
    ((_, found),) = decoder([anchor(Head.TRIGGER, 3, 4, ASSAULT), anchor(Head.CUE, 11, 12)], related).echoes()
    assert (words(found.content), found.about, found.type) == ("it.", None, EventType.ASSAULT)
    assert found.status is Status.DENIED


def test_such_an_echo_is_about_the_trigger_of_its_type_that_it_is_linked_to() -> None:
    anchors = [anchor(Head.TRIGGER, 3, 4, ASSAULT), anchor(Head.TRIGGER, 7, 8, 0), anchor(Head.CUE, 11, 12)]
    related = nothing_related(3, len(WORDS))
    fill(related, 2, Role.CONTENT, 12, 13)
    told(related, 2, EventType.ASSAULT, Status.DENIED)
    link(related, 2, 0, Link.ABOUT)
    link(related, 2, 1, Link.ABOUT)
    assert [words(echo.about) for _, echo in decoder(anchors, related).echoes()] == ["shelled"]


def test_a_cue_that_carries_a_trigger_of_the_type_or_no_words_needs_no_echo() -> None:
    anchors = [anchor(Head.TRIGGER, 3, 4, ASSAULT), anchor(Head.CUE, 1, 2)]
    related = nothing_related(2, len(WORDS))
    told(related, 1, EventType.ASSAULT, Status.OCCURRED)
    assert not list(decoder(anchors, related).echoes())
    fill(related, 1, Role.CONTENT, 2, 6)
    assert len(list(decoder(anchors, related).echoes())) == 1
    link(related, 1, 0, Link.GOVERNS)
    assert not list(decoder(anchors, related).echoes())


def test_an_echo_whose_event_is_not_in_the_window_is_told_by_its_type() -> None:
    related = nothing_related(1, len(WORDS))
    assert not list(decoder([anchor(Head.ECHO, 10, 13)], related).echoes())
    told(related, 0, EventType.PROTEST, Status.DENIED)
    ((_, found),) = decoder([anchor(Head.ECHO, 10, 13)], related).echoes()
    assert (found.about, found.type) == (None, EventType.PROTEST)


def test_what_is_found_as_an_echo_is_not_told_again_by_its_cue() -> None:
    related = nothing_related(2, len(WORDS))
    fill(related, 1, Role.CONTENT, 12, 13)
    for number in (0, 1):
        told(related, number, EventType.ASSAULT, Status.DENIED)
    anchors = [anchor(Head.ECHO, 10, 13), anchor(Head.CUE, 11, 12)]
    assert [words(echo.content) for _, echo in decoder(anchors, related).echoes()] == ["They denied it."]


def told(related: Related, number: int, kind: EventType, status: Status) -> None:
    related.tells[number] = -SURE
    related.tells[number, TELLS.index(kind)] = SURE
    related.told[number, STATUSES.index(status)] = SURE
