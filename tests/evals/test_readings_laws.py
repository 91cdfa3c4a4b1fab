"""Laws of the scorer over generated gold and readings, and its agreement with the reference scorer."""

import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evals.gold import (
    Gold,
    GoldArticle,
    GoldCitation,
    GoldClaim,
    GoldEvent,
    GoldPlace,
    to_reading,
)
from reportedly.evals.mistakes import find
from reportedly.evals.readings import score
from reportedly.schema import (
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
    Participant,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Span,
    Status,
)

WORDS = [
    "Arvak",
    "navy",
    "the",
    "said",
    "of",
    "Selm",
    "shelled",
    "port",
    "Orra",
    "army",
    "and",
    "talks",
    "ship",
]
TEXT = " ".join(WORDS[(7 * i + i // 5) % len(WORDS)] for i in range(60))
STARTS = [0, *(i + 1 for i, char in enumerate(TEXT) if char == " ")]
ENDS = [*(i for i, char in enumerate(TEXT) if char == " "), len(TEXT)]

types = st.sampled_from([EventType.ASSAULT, EventType.CONSULT, EventType.COERCE])
statuses = st.sampled_from(list(Status))
numbers = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(st.integers(0, len(STARTS) - 1))
    return Span(STARTS[first], ENDS[min(first + draw(st.integers(0, 2)), len(ENDS) - 1)])


def few(items: st.SearchStrategy, most: int = 2) -> st.SearchStrategy[tuple]:
    return st.lists(items, max_size=most).map(tuple)


parties = few(st.builds(Participant, span=spans()))
dates = st.none() | st.builds(
    EventDate, span=spans(), value=st.none() | st.sampled_from(["2031", "2031-03", "2031-03-04", "2030"])
)
quantities = few(
    st.tuples(st.sampled_from(list(Counted)[:3]), numbers, spans()).map(
        lambda drawn: Quantity(what=drawn[0], low=drawn[1][0], high=drawn[1][1], span=drawn[2])
    )
)
chains = few(st.builds(Hop, source=st.none() | spans(), cue=spans(), kind=st.sampled_from(list(HopKind))), 3)
figures = few(st.builds(Figure, what=st.just(Counted.TROOPS), low=st.integers(0, 3), high=st.just(3), span=spans()))
relations = few(
    st.builds(
        Relation,
        subject=spans(),
        kind=st.sampled_from(list(RelationKind)[:2]),
        object=spans(),
        former=st.booleans(),
    )
)
citations = few(st.builds(Citation, span=spans(), name=st.just("Outlet")))


def numbered(items: list, prefix: str) -> tuple:
    return tuple(msgspec.structs.replace(item, id=f"{prefix}{number}") for number, item in enumerate(items))


@st.composite
def golds(draw: st.DrawFn, name: str = "a") -> GoldArticle:
    event = st.builds(
        GoldEvent,
        id=st.just(""),
        type=types,
        trigger=spans(),
        actors=parties,
        recipients=parties,
        places=few(st.builds(GoldPlace, span=spans())),
        date=dates,
        numbers=quantities,
    )
    events = numbered(draw(st.lists(event, min_size=1, max_size=5)), "e")
    about = [event.id for event in events] + draw(
        st.lists(st.sampled_from([e.id for e in events]), max_size=3)
    )
    claims = [
        GoldClaim(event=i, status=draw(statuses), content=draw(spans()), chain=draw(chains)) for i in about
    ]
    gold = Gold(
        id=name,
        sha256=sha256(TEXT.encode()).hexdigest(),
        events=events,
        claims=tuple(claims),
        figures=draw(figures),
        relations=draw(relations),
        citations=draw(few(st.builds(GoldCitation, span=spans()))),
    )
    return GoldArticle(gold=gold, text=TEXT)


@st.composite
def readings(draw: st.DrawFn, name: str = "a") -> Reading:
    event = st.builds(
        Event,
        id=st.just(""),
        type=types,
        mode=st.none(),
        trigger=spans(),
        actors=parties,
        recipients=parties,
        places=few(st.builds(EventPlace, span=spans())),
        date=dates,
    )
    events = numbered(draw(st.lists(event, min_size=1, max_size=6)), "x")
    claim = st.builds(
        Claim,
        id=st.just(""),
        event=st.sampled_from([event.id for event in events]),
        status=statuses,
        certainty=st.just(1.0),
        confidence=st.just(1.0),
        content=spans(),
        chain=chains,
        numbers=quantities,
    )
    perfect = to_reading(Gold(id=name, sha256=""), TEXT)
    return msgspec.structs.replace(
        perfect,
        events=events,
        claims=numbered(draw(st.lists(claim, max_size=8)), "c"),
        figures=draw(figures),
        relations=draw(relations),
        citations=draw(citations),
    )


FIRST_CLAIMS_ONLY = ("events", "actors", "recipients", "places", "dates", "numbers", "end_to_end")


@given(gold=golds(), reading=readings())
def test_scores_anything_as_the_reference_does(
    agrees_with_reference: Callable[..., None], gold: GoldArticle, reading: Reading
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        agrees_with_reference(Path(folder), [gold], [reading])
        agrees_with_reference(Path(folder), [gold], [])


@given(gold=golds())
def test_gold_read_perfectly_scores_one_everywhere(gold: GoldArticle) -> None:
    got = score([gold], [to_reading(gold.gold, gold.text)])
    for name in (*FIRST_CLAIMS_ONLY, "figures", "relations", "citations"):
        figure = getattr(got, name)
        assert figure.n == 0 or (figure.p, figure.r, figure.f1) == (1.0, 1.0, 1.0), name
    assert got.status.n == 0 or (got.status.accuracy, got.status.macro_f1) == (1.0, 1.0)
    assert got.false_occurred.rate in {None, 0.0}
    assert got.chain.n == 0 or got.chain.accuracy == 1.0
    assert got.missing == ()
    assert find(gold, to_reading(gold.gold, gold.text)).mistakes == ()


@given(gold=golds())
def test_the_hops_of_a_perfect_reading_are_all_right_where_each_event_has_one_claim(
    gold: GoldArticle,
) -> None:
    single = {claim.event: claim for claim in gold.gold.claims}
    one_each = msgspec.structs.replace(gold.gold, claims=tuple(single.values()))
    hops = score([GoldArticle(gold=one_each, text=TEXT)], [to_reading(one_each, TEXT)]).hops
    assert hops.n == 0 or hops.f1 == 1.0


@given(gold=golds(), reading=readings(), data=st.data())
def test_removing_a_claim_never_raises_the_recall_of_claims(
    gold: GoldArticle, reading: Reading, data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(reading.claims), max_size=len(reading.claims)))
    fewer = tuple(claim for claim, keep in zip(reading.claims, kept, strict=True) if keep)
    after = score([gold], [msgspec.structs.replace(reading, claims=fewer)])
    assert after.end_to_end.r <= score([gold], [reading]).end_to_end.r


@given(first=golds("a"), second=golds("b"), one=readings("a"), two=readings("b"))
def test_the_order_of_articles_and_readings_changes_nothing(
    first: GoldArticle, second: GoldArticle, one: Reading, two: Reading
) -> None:
    assert score([first, second], [one, two]) == score([second, first], [two, one])


@given(gold=golds(), data=st.data())
def test_the_order_of_events_changes_nothing_where_triggers_are_apart(
    gold: GoldArticle, data: st.DataObject
) -> None:
    apart = [
        event
        for place, event in enumerate(gold.gold.events)
        if not any(event.trigger.overlaps(other.trigger) for other in gold.gold.events[:place])
    ]
    ids = {event.id for event in apart}
    claims = tuple(claim for claim in gold.gold.claims if claim.event in ids)
    plain = msgspec.structs.replace(gold.gold, events=tuple(apart), claims=claims)
    reading = to_reading(plain, TEXT)
    shuffled = msgspec.structs.replace(reading, events=tuple(data.draw(st.permutations(reading.events))))
    before = score([GoldArticle(gold=plain, text=TEXT)], [reading])
    after = score([GoldArticle(gold=plain, text=TEXT)], [shuffled])
    assert {name: getattr(after, name) for name in FIRST_CLAIMS_ONLY} == {
        name: getattr(before, name) for name in FIRST_CLAIMS_ONLY
    }
    assert after.status == before.status
