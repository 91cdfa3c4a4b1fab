"""Force levels: who says how many, what takes whose place, and what stays disputed."""

from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.strength import strengths
from reportedly.schema import (
    Claim,
    Counted,
    Event,
    EventType,
    Figure,
    Hop,
    LevelKind,
    Location,
    Mention,
    MentionKind,
    Participant,
    Quantity,
    Reading,
    Span,
    Status,
    Strength,
)
from reports import ministry, officials, outlet, told

HOLDER, PLACE = Span(0, 16), Span(20, 26)
TEXT = "Orvanian troops  in Caldria number so many, the ministry said on the day before the talks began."


def levels(
    id_: str,
    low: float | None,
    high: float | None,
    *chain: Hop,
    hours: int = 0,
    date: str | None = None,
    approx: bool = False,
    by: str | None = None,
) -> Reading:
    """An article with one figure: so many Orvanian troops in Caldria."""
    figure = Figure(
        holder=HOLDER, what=Counted.TROOPS, low=low, high=high, approx=approx, span=Span(27, 33), place=PLACE,
        date=date, chain=chain,
    )  # fmt: skip
    mentions = (
        Mention(id="m1", span=HOLDER, kind=MentionKind.ACTOR, entity="XOR/army"),
        Mention(
            id="m2", span=PLACE, kind=MentionKind.PLACE, entity="place:caldria",
            location=Location(name="Caldria", country="XCA"),
        ),
    )  # fmt: skip
    return msgspec.structs.replace(told(id_, by=by, hours=hours, text=TEXT), figures=(figure,), mentions=mentions)


def one(*readings: Reading) -> Strength:
    (found,) = strengths(readings)
    return found


def test_a_series_names_holder_place_and_who_says_so() -> None:
    found = one(levels("a", 3400, 3400, ministry("XOR")))
    assert (found.holder, found.side, found.place, found.country) == ("XOR/army", "XOR", "place:caldria", "XCA")
    assert (found.low, found.high, found.disputed) == (3400, 3400, False)
    (level,) = found.levels
    assert (level.source, level.side, level.articles) == ("XOR/defence", "XOR", ("a",))


def test_the_same_source_supersedes_itself_and_the_series_keeps_both() -> None:
    found = one(levels("a", 3400, 3400, ministry("XOR")), levels("b", 2500, 2500, ministry("XOR"), hours=50))
    assert (found.low, found.high, found.disputed) == (2500, 2500, False)
    assert [(each.low, each.superseded) for each in found.levels] == [(3400, True), (2500, False)]


def test_two_sources_without_days_disagree() -> None:
    found = one(levels("a", 3400, 3400, ministry("XOR")), levels("b", 9000, 9000, ministry("XTA"), hours=50))
    assert (found.low, found.high, found.disputed) == (3400, 9000, True)
    assert [each.meets for each in found.levels] == [False, False]


def test_a_later_day_of_another_source_supersedes_unless_it_speaks_for_another_country() -> None:
    first = levels("a", 3400, 3400, ministry("XOR"))
    later = levels("b", 2500, 2500, Hop(kind=ministry().kind, name="Ilva Orman"), hours=900, date="2026-04-01")
    assert [each.superseded for each in one(first, later).levels] == [True, False]
    rival = levels("b", 9000, 9000, ministry("XTA"), hours=900, date="2026-04-01")
    assert one(first, rival).disputed
    month = levels("c", 2500, 2500, Hop(kind=ministry().kind, name="Ilva Orman"), hours=900, date="2026")
    assert not any(each.superseded for each in one(first, month).levels)


def test_about_so_many_goes_with_a_little_more() -> None:
    found = one(levels("a", 2500, 2500, ministry("XOR"), approx=True), levels("b", 2700, 2700, ministry("XTA")))
    assert not found.disputed


def test_an_open_end_stays_open() -> None:
    found = one(levels("a", 2500, None, ministry("XOR")), levels("b", 2600, 2700, ministry("XTA")))
    assert (found.low, found.high, found.disputed) == (2500, None, False)


def test_who_repeats_a_source_adds_an_article_and_no_level() -> None:
    found = one(
        levels("a", 3400, 3400, ministry("XOR")), levels("b", 3400, 3400, outlet("Paper a"), ministry("XOR"), hours=5)
    )
    assert [each.articles for each in found.levels] == [("a", "b")]


def test_unnamed_people_are_known_by_their_outlet() -> None:
    found = one(
        levels("a", 3400, 3400, officials("XOR"), by="The Post"),
        levels("b", 3000, 3000, officials("XOR"), by="Gullwing"),
        levels("c", 9, 9, by="Gullwing"),
    )
    assert {each.source for each in found.levels} == {"official:XOR@post", "official:XOR@gullwing", "outlet:gullwing"}


def moved(type_: EventType, status: Status = Status.OCCURRED) -> Reading:
    reading = told("m", text=TEXT)
    event = Event(id="e1", type=type_, trigger=Span(8, 15), actors=(Participant(span=HOLDER, entity="XOR/army"),))
    claim = Claim(
        id="c1", event="e1", status=status, certainty=1, confidence=1, content=Span(0, 9),
        numbers=(
            Quantity(what=Counted.TROOPS, low=1200, high=1200, span=Span(27, 33)),
            Quantity(what=Counted.KILLED, low=2, high=2, span=Span(27, 33)),
        ),
    )  # fmt: skip
    return msgspec.structs.replace(reading, events=(event,), claims=(claim,))


@pytest.mark.parametrize(
    ("type_", "kind"), [(EventType.MOBILIZE, LevelKind.ARRIVAL), (EventType.RETREAT, LevelKind.DEPARTURE)]
)
def test_moves_are_listed_and_are_no_levels(type_: EventType, kind: LevelKind) -> None:
    (found,) = strengths([moved(type_)])
    assert (found.holder, found.what, found.low, found.high) == ("XOR/army", "troops", None, None)
    assert [(each.kind, each.low, each.event) for each in found.levels] == [(kind, 1200, "e1")]


def test_what_is_only_planned_or_no_move_is_not_listed() -> None:
    assert strengths([moved(EventType.MOBILIZE, Status.PLANNED), moved(EventType.ASSAULT)]) == ()


def test_an_unknown_holder_is_called_by_its_words() -> None:
    bare = msgspec.structs.replace(levels("a", 9, 9), mentions=())
    assert (one(bare).holder, one(bare).place) == ("orvanian troops", "caldri")
    nobody = msgspec.structs.replace(bare.figures[0], holder=None)
    assert strengths([msgspec.structs.replace(bare, figures=(nobody,))]) == ()


drawn = st.builds(
    lambda at, low, chain, hours, date: levels(f"a{at}", low, low, *chain, hours=hours, date=date),
    st.integers(0, 99), st.integers(1, 5).map(lambda n: n * 1000),
    st.sampled_from([(ministry("XOR"),), (ministry("XTA"),), (officials("XOR"),), ()]), st.integers(0, 400),
    st.sampled_from([None, "2026", "2026-03", "2026-03-07", "2026-W10", "now"]),
)  # fmt: skip


@given(st.lists(drawn, min_size=1, max_size=7, unique_by=lambda each: each.article.id), st.randoms())
def test_order_and_repetition_change_nothing_and_something_stands(some: list[Reading], dice: Random) -> None:
    first = one(*some)
    mixed = some * 2
    dice.shuffle(mixed)
    assert one(*mixed) == first
    assert any(not each.superseded for each in first.levels)
    assert {article for each in first.levels for article in each.articles} == {each.article.id for each in some}
    assert first.disputed == (not all(each.meets for each in first.levels if not each.superseded))
