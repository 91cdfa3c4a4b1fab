"""Nouns at random: every record of the schema, with spans within one text where that matters."""

from typing import Any, TypeVar

import msgspec
from hypothesis import strategies as st

from draws import Nouns, few, moments, named, shares, words
from reportedly import schema
from reportedly.schema import (
    MODES,
    Article,
    Claim,
    Counted,
    DatePrecision,
    DateSource,
    EventType,
    HopKind,
    MentionKind,
    NumberKind,
    PassageKind,
    Reading,
    RelationKind,
    Span,
    Status,
    TimeBase,
    TimeKind,
    TimeModifier,
    TimeUnit,
)
from strategies_beside import beside_each_other

T = TypeVar("T")

sizes = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
typed = st.sampled_from([(kind, mode) for kind, modes in MODES.items() for mode in (None, *sorted(modes))])


def _ordered(pair: tuple[float | None, float | None]) -> dict[str, float | None]:
    """Bounds of a number, the lower one first."""
    low, high = pair
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return {"low": low, "high": high}


bounds = st.tuples(sizes, sizes).map(_ordered)


def spans(size: int) -> st.SearchStrategy[Span]:
    """Ranges within a text of `size` code points."""
    pairs = st.tuples(st.integers(0, size - 1), st.integers(1, size))
    return pairs.map(lambda pair: Span(pair[0], min(sum(pair), size)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    dated = draw(st.none() | st.tuples(moments, st.sampled_from(DateSource)))
    about = {name: draw(named) for name in ("url", "title", "outlet", "byline", "dateline", "language")}
    about |= {name: draw(named) for name in ("canonical_url", "owner", "wire", "feed")}
    return Article(
        id=draw(words),
        published_at=dated and dated[0],
        date_source=dated and dated[1],
        date_precision=draw(st.none() | st.sampled_from(DatePrecision)),
        text=draw(st.text(min_size=1, max_size=60).filter(str.strip)),
        **about,
    )


@st.composite
def fetches(draw: st.DrawFn) -> schema.Fetch:
    outcome = draw(st.sampled_from(schema.FetchOutcome))
    said = draw(st.none() | words)
    return schema.Fetch(
        asked=draw(words),
        url=draw(words),
        at=draw(moments),
        outcome=outcome,
        redirects=draw(few(words)),
        problem=said,
        remedy=said,
        body=draw(st.binary(max_size=20)) if outcome is schema.FetchOutcome.OK else None,
        **{name: draw(named) for name in ("media_type", "charset", "etag", "last_modified")},
    )


def _collected() -> Nouns:
    """What is followed, and how that goes."""
    later = st.none() | moments
    said = dict.fromkeys(("title", "summary", "author", "language", "outlet", "outlet_url", "wire"), named)
    items = st.builds(schema.Item, link=words, guid=words, published_at=later, updated_at=later, **said)
    counts = st.integers(0, 9)
    polls = st.builds(
        schema.Poll, feed=words, at=moments, outcome=st.sampled_from(schema.FetchOutcome), items=st.integers(9, 99),
        new=counts, undated=counts, newest=later, continuous=st.none() | st.booleans(), problem=named,
    )  # fmt: skip
    followed = dict.fromkeys(("title", "home", "outlet", "language", "group"), named)
    judged = st.builds(
        schema.Judgement, kind=st.sampled_from(schema.JudgementKind), left=st.just("a"), right=words.map("b{}".format),
        verdict=st.sampled_from(schema.Verdict), score=st.none() | shares, reasons=few(words).map(("a",).__add__),
        author=words, judged_at=moments, replaces=named,
    )  # fmt: skip
    return {
        schema.Fetch: fetches(),
        schema.Item: items,
        schema.Subscription: st.builds(
            schema.Subscription, id=words, url=words, kind=st.sampled_from(schema.FeedKind), **followed
        ),
        schema.Poll: polls,
        schema.PollState: st.builds(
            schema.PollState, feed=words, interval=st.floats(1, 1e6), next_at=moments, ok_at=later, new_at=later
        ),
        schema.Judgement: judged,
    }


def _beside_the_text() -> Nouns:
    """What stands for itself."""
    bytes_ = st.binary(max_size=20)
    return {
        schema.Issue: st.builds(schema.Issue, where=words, problem=words, remedy=words),
        schema.Capture: st.builds(
            schema.Capture,
            name=words,
            id=named,
            url=named,
            captured_at=st.none() | moments,
            media_type=words,
            body=bytes_,
            charset=named,
            feed=named,
        ),
        schema.Provenance: st.builds(
            schema.Provenance, reader=words, version=words, model=words, config=words, read_at=st.none() | moments
        ),
        Article: articles(),
    }


def _asserted(span: st.SearchStrategy[Span]) -> Nouns:
    """Mentions, events and their parts."""
    parties = st.builds(schema.Participant, span=span, entity=named, code=named)
    globe = st.tuples(st.floats(-90, 90), st.floats(-180, 180)) | st.just((None, None))
    others = _placed(st.builds(schema.PlaceCandidate, entity=words, name=words, country=named, score=shares), globe)
    where = {
        "country": named, "precision": st.none() | st.sampled_from(schema.PlacePrecision),
        "radius_km": st.none() | st.floats(0, 20_000), "candidates": few(others),
    }  # fmt: skip
    places = _placed(st.builds(schema.EventPlace, span=span, entity=named, name=named, **where), globe)
    locations = _placed(st.builds(schema.Location, name=words, **where), globe)
    counted = {"modifier": st.none() | st.sampled_from(TimeModifier), "anchor": st.none() | st.sampled_from(TimeBase)}
    dates = st.builds(schema.EventDate, span=span, value=named, earliest=named, latest=named, **counted)
    days = st.none() | st.tuples(st.dates(), st.dates()).map(lambda pair: tuple(sorted(map(str, pair))))
    times = st.tuples(
        st.builds(
            schema.MentionTime, type=st.sampled_from(TimeKind), timex3=named, until=named,
            granularity=st.none() | st.sampled_from(TimeUnit), **counted,
        ),
        days,
    ).map(lambda pair: _with(pair[0], earliest=pair[1][0], latest=pair[1][1]) if pair[1] else pair[0])  # fmt: skip
    numbers = st.tuples(
        st.builds(
            schema.MentionNumber, kind=st.sampled_from(NumberKind), what=st.none() | st.sampled_from(schema.Counted),
            low=st.none(), high=st.none(), approx=st.booleans(), unit=named,
        ),
        bounds,
    ).map(lambda pair: _with(pair[0], **pair[1]))  # fmt: skip
    plain = st.builds(
        schema.Event, id=words, type=st.just(EventType.ASSAULT), context=few(words), trigger=span, actors=few(parties),
        recipients=few(parties), places=few(places), date=st.none() | dates,
    )  # fmt: skip
    return {
        schema.Mention: st.builds(
            schema.Mention, id=words, span=span, kind=st.sampled_from(MentionKind), entity=named, value=named,
            time=st.none() | times, number=st.none() | numbers, location=st.none() | locations,
        ),
        schema.PlaceCandidate: others,
        schema.Location: locations,
        schema.MentionTime: times,
        schema.MentionNumber: numbers,
        schema.Participant: parties,
        schema.EventPlace: places,
        schema.EventDate: dates,
        schema.Event: st.tuples(plain, typed).map(lambda pair: _with(pair[0], type=pair[1][0], mode=pair[1][1])),
    }


def _placed(bare: st.SearchStrategy[Any], globe: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """With both coordinates or none."""
    return st.tuples(bare, globe).map(lambda pair: _with(pair[0], lat=pair[1][0], lon=pair[1][1]))


def _claimed(span: st.SearchStrategy[Span], event: st.SearchStrategy[str]) -> Nouns:
    """Claims on the events named, and what stands beside them."""
    maybe, counts = st.none() | span, st.sampled_from(Counted)
    hops = st.builds(schema.Hop, source=maybe, cue=maybe, kind=st.sampled_from(HopKind), entity=named, name=named)
    bare = st.builds(
        schema.Quantity, what=counts, low=st.none(), high=st.none(), approx=st.booleans(), span=span
    )
    numbers = st.tuples(bare, bounds).map(lambda pair: _with(pair[0], **pair[1]))
    levels = st.builds(
        schema.Figure, holder=maybe, what=counts, low=st.none(), high=st.none(), approx=st.booleans(), span=span,
        place=maybe, date=named, chain=few(hops),
    )  # fmt: skip
    return {
        schema.Hop: hops,
        schema.Quantity: numbers,
        Claim: st.builds(
            Claim, id=words, event=event, status=st.sampled_from(Status), certainty=shares, confidence=shares,
            content=span, chain=few(hops), numbers=few(numbers),
        ),
        schema.Figure: st.tuples(levels, bounds).map(lambda pair: _with(pair[0], **pair[1])),
        schema.Relation: st.builds(
            schema.Relation, subject=span, kind=st.sampled_from(RelationKind), object=span, former=st.booleans(),
            subject_entity=named, object_entity=named,
        ),
        schema.Citation: st.builds(schema.Citation, span=span, name=words, entity=named, main=st.booleans()),
    }  # fmt: skip


def _tagged(span: st.SearchStrategy[Span]) -> Nouns:
    """What a tagger takes and gives."""
    maybe, several, sure = st.none() | span, few(span), {"score": shares}
    status = {"status": st.sampled_from(Status), "certainty": shares, **sure}
    rows: Nouns = {
        schema.MentionTag: st.builds(schema.MentionTag, span=span, kind=st.sampled_from(MentionKind), **sure),
        schema.CueTag: st.builds(
            schema.CueTag, span=span, source=maybe, contents=several, kind=st.sampled_from(HopKind), **sure
        ),
        schema.TriggerTag: st.builds(
            schema.TriggerTag, span=span, type=st.sampled_from(EventType), mode=named, content=span, actors=several,
            recipients=several, places=several, times=several, numbers=several, reference=st.booleans(), **status,
        ),
        schema.EchoTag: st.builds(schema.EchoTag, span=span, party=span, content=span, **status),
        schema.LevelTag: st.builds(
            schema.LevelTag, span=span, what=st.sampled_from(Counted), holder=maybe, place=maybe, **sure
        ),
        schema.TieTag: st.builds(
            schema.TieTag, subject=span, kind=st.sampled_from(RelationKind), object=span, former=st.booleans(), **sure
        ),
    }  # fmt: skip
    tags = dict(zip(("mentions", "cues", "triggers", "echoes", "levels", "ties"), rows.values(), strict=True))
    return {
        **rows,
        schema.Predictions: st.builds(schema.Predictions, **{name: few(row, 2) for name, row in tags.items()}),
        schema.Passage: st.builds(
            schema.Passage, text=words, start=st.integers(0, 99), kind=st.sampled_from(PassageKind), sentences=several,
            times=several, quantities=several,
        ),
    }  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles())
    span = spans(len(article.text))
    told = _asserted(span)
    events = _renamed("e", draw(few(told[schema.Event])))
    made = _claimed(span, st.sampled_from([event.id for event in events] or ["e1"]))
    return Reading(
        article=article,
        sentences=draw(few(span)),
        mentions=_renamed("m", draw(few(told[schema.Mention]))),
        events=events,
        claims=_renamed("c", draw(few(made[Claim]))) if events else (),
        figures=draw(few(made[schema.Figure], 2)),
        relations=draw(few(made[schema.Relation], 2)),
        citations=draw(few(made[schema.Citation], 2)),
        provenance=draw(NOUNS[schema.Provenance]),
    )


def _with(noun: T, **changed: object) -> T:
    return msgspec.structs.replace(noun, **changed)


def _renamed(letter: str, nouns: tuple[T, ...]) -> tuple[T, ...]:
    """The nouns with ids of their own."""
    return tuple(_with(noun, id=f"{letter}{number}") for number, noun in enumerate(nouns, 1))


NOUNS: Nouns = {
    **_collected(),
    **_beside_the_text(),
    **_asserted(spans(99)),
    **_claimed(spans(99), words),
    **_tagged(spans(99)),
    **beside_each_other(spans(99)),
    Reading: readings(),
}
