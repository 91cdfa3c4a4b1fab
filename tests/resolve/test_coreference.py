import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evals.families import family
from reportedly.evals.gold import load_one, to_reading
from reportedly.resolve.coreference import common, sighting_key
from reportedly.resolve.coreference.clusters import Ruled, clusters
from reportedly.resolve.coreference.words import kinship, stem
from reportedly.schema import (
    Article,
    Claim,
    CommonEvent,
    Counted,
    DatePrecision,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    EventRef,
    EventType,
    Judgement,
    JudgementKind,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Span,
    Status,
    Verdict,
)

GOLD = os.environ.get("REPORTEDLY_GOLD")
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def told(
    id_: str, text: str, trigger: str, *, day: str, dead: str = "", town: str = "Orvik", country: str = "XAA",
    lat: float | None = None, status: Status = Status.OCCURRED,
) -> Reading:  # fmt: skip
    """One article on one attack; `dead` is a number that stands in the text."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    counted = (Quantity(what=Counted.KILLED, low=int(dead), high=int(dead), span=span(dead)),) if dead else ()
    place = EventPlace(
        span=span(town), name=town, country=country, lat=lat, lon=None if lat is None else 10.0,
        precision=None if lat is None else "exact",
    )  # fmt: skip
    event = Event(
        id="e1", type=EventType.ASSAULT, mode="aerial", trigger=span(trigger), places=(place,),
        actors=(Participant(span=span("Free Guard"), code="XABREB"),),
        date=EventDate(span=span(trigger), value=day, earliest=day, latest=day),
    )  # fmt: skip
    claim = Claim(
        id="c1", event="e1", status=status, certainty=1, confidence=1, content=Span(0, len(text)), numbers=counted
    )
    return Reading(
        article=Article(
            id=id_, text=text, published_at=NOON, date_source=DateSource.FEED, date_precision=DatePrecision.TIME
        ),
        sentences=(Span(0, len(text)),),
        events=(event,),
        claims=(claim,),
        provenance=Provenance(reader="hand", version="1", model="none", config="none"),
    )


FIRST = told("a1", "The Free Guard bombed the market in Orvik, killing 4.", "bombed", day="2025-03-03", dead="4")
SAME = told("a2", "A bombing by the Free Guard at the Orvik market left 6 dead.", "bombing", day="2025-03-03", dead="6")
LATER = told("a3", "The Free Guard bombed the market in Orvik again, killing 4.", "bombed", day="2025-03-05", dead="4")


def together(readings: list[Reading], judgements: tuple[Judgement, ...] = ()) -> list[list[str]]:
    return sorted(sorted(ref.article for ref in each.members) for each in common(readings, judgements)[0])


def ruling(
    left: Reading, right: Reading, verdict: Verdict, *, hours: int = 0, replaces: str | None = None
) -> Judgement:
    one, other = sorted(sighting_key(EventRef(article=each.article.id, event="e1")) for each in (left, right))
    return Judgement(
        kind=JudgementKind.EVENT, left=one, right=other, verdict=verdict, reasons=("seen by eye",),
        author="person ana", judged_at=NOON + timedelta(hours=hours), replaces=replaces,
    )  # fmt: skip


def test_another_count_does_not_make_another_event() -> None:
    events, judgements = common([FIRST, SAME])
    assert [len(each.members) for each in events] == [2]
    (judged,) = judgements
    assert (judged.left, judged.right, judged.verdict) == ("a1#e1", "a2#e1", Verdict.SAME)
    assert judged.author == "model coreference 1"
    assert judged.judged_at == NOON
    assert "one place" in judged.reasons


def test_the_second_day_is_not_the_first() -> None:
    events, judgements = common([FIRST, LATER])
    assert len(events) == 2
    assert judgements[0].verdict is Verdict.DIFFERENT
    assert judgements[0].reasons[0] == "2 days apart"


def test_towns_that_lie_far_apart_are_two_events() -> None:
    here = told("a1", "The Free Guard bombed a market in Orvik.", "bombed", day="2025-03-03", lat=40.0)
    there = told("a2", "The Free Guard bombed a market in Orvik.", "bombed", day="2025-03-03", lat=45.0)
    assert len(common([here, there])[0]) == 2


def test_a_person_overrules_and_takes_it_back() -> None:
    join = ruling(FIRST, LATER, Verdict.SAME)
    assert together([FIRST, LATER], (join,)) == [["a1", "a3"]]
    back = ruling(FIRST, LATER, Verdict.UNSURE, hours=1, replaces="id of the first")
    assert together([FIRST, LATER], (join, back)) == [["a1"], ["a3"]]
    assert together([FIRST, SAME], (ruling(FIRST, SAME, Verdict.DIFFERENT),)) == [["a1"], ["a2"]]


def test_of_two_persons_the_later_holds() -> None:
    rulings = (ruling(FIRST, SAME, Verdict.SAME), ruling(FIRST, SAME, Verdict.DIFFERENT, hours=1))
    assert together([FIRST, SAME], rulings[::-1]) == [["a1"], ["a2"]]


def test_what_is_wrong_is_an_error() -> None:
    with pytest.raises(ValueError, match="one article"):
        common([FIRST, FIRST])


def test_nothing_gives_nothing() -> None:
    assert common([]) == ((), ())


@settings(deadline=None, max_examples=15)
@given(number=st.integers(0, 400), seed=st.integers(0, 9))
def test_order_and_a_second_run_change_nothing(number: int, seed: int) -> None:
    readings = [each.reading for each in family(31, number).articles]
    shuffled = readings.copy()
    Random(seed).shuffle(shuffled)  # noqa: S311 - seeded
    events, judgements = common(readings)
    assert common(shuffled) == (events, judgements)
    assert common(readings, judgements) == (events, judgements)
    refs = [ref for each in events for ref in each.members]
    assert len(refs) == len(set(refs)) == sum(len(each.events) for each in readings)


@given(
    st.dictionaries(st.tuples(st.integers(0, 5), st.integers(6, 9)), st.floats(-5, 5), max_size=20),
    st.sets(st.tuples(st.integers(0, 5), st.integers(6, 9)), max_size=5),
)
def test_what_is_vetoed_stands_apart(odds: dict[tuple[int, int], float], vetoed: set[tuple[int, int]]) -> None:
    found = clusters(10, odds, Ruled(vetoed=vetoed), threshold=0.0, absent=-3.0)
    assert sorted(at for each in found for at in each) == list(range(10))
    assert not any({one, other} <= set(each) for each in found for one, other in vetoed)


def test_one_good_pair_draws_no_blob_together() -> None:
    chain = {(at, at + 1): 2.0 for at in range(9)}
    found = clusters(10, chain, Ruled(), threshold=0.0, absent=-3.0)
    assert max(map(len, found)) == 2


def test_words() -> None:
    assert stem("struck") == stem("strikes") == stem("striking")
    assert stem("killed") != stem("killer")
    assert kinship(["quake"], ["earthquake"]) > 0.5 > kinship(["quake"], ["meeting"])
    assert kinship(["qzzx"], ["quake"]) == 0


def _attack(events: tuple[CommonEvent, ...]) -> CommonEvent:
    return max(events, key=lambda each: len({ref.article for ref in each.members}))


@pytest.mark.skipif(GOLD is None, reason="REPORTEDLY_GOLD names no folder of gold")
def test_six_outlets_tell_of_one_attack() -> None:
    assert GOLD is not None
    paths = [Path(GOLD) / "visible" / f"v0{number}.gold.json" for number in range(1, 7)]
    if not all(path.exists() for path in paths):
        pytest.skip(f"{GOLD} holds no visible/v01 to v06")
    readings = [to_reading(each.gold, each.text) for each in map(load_one, paths)]
    attack = _attack(common(readings, at=NOON)[0])
    assert {ref.article for ref in attack.members} == {f"v0{number}" for number in range(1, 7)}
    refs = {(ref.article, ref.event) for ref in attack.members}
    tolls = {
        (number.low, number.high)
        for reading in readings
        for claim in reading.claims
        if (reading.article.id, claim.event) in refs
        for number in claim.numbers
        if number.what is Counted.KILLED
    }
    assert len(tolls) >= 2
