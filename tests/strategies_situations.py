"""Histories, forces, tension, anomalies and situations at random."""

from datetime import date

from hypothesis import strategies as st

from draws import Nouns, few, moments, named, shares, words
from reportedly import schema
from reportedly.schema import Counted, Credibility, EventType, HopKind, Span, Status

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2029, 12, 31))
KNOWN = sorted(set(Credibility) - {Credibility.UNKNOWN})


def situations(
    span: st.SearchStrategy[Span], agreed: st.SearchStrategy[schema.Corroboration], graded: Nouns
) -> Nouns:
    """Everything that is made of events over time."""
    scopes = st.one_of(
        st.builds(schema.Scope, place=named),
        st.lists(words, min_size=2, max_size=2, unique=True).map(lambda two: schema.Scope(sides=tuple(sorted(two)))),
    )
    hops = few(st.builds(schema.Hop, kind=st.sampled_from(HopKind), source=st.none() | span, name=named))
    made = {**_pasts(hops), **_forces(span, hops), **_figures(scopes)}
    events = st.builds(
        schema.AssessedEvent, id=words, type=st.sampled_from(EventType), mode=named, dyads=few(scopes, 2),
        backed=few(scopes, 2), places=few(words), stories=few(words), articles=few(words),
        history=made[schema.History], agreements=few(agreed, 1), grades=few(graded[schema.Grade], 1),
    )  # fmt: skip
    whole = st.builds(
        schema.Situation, scope=scopes, as_of=moments, since=st.none(), stories=few(words), events=few(events, 1),
        contradictions=few(graded[schema.Contradiction], 1), strengths=few(made[schema.Strength], 1),
        tension=few(made[schema.Tension], 1), anomalies=few(made[schema.Anomaly], 1), undated=few(words),
    )  # fmt: skip
    return {**made, schema.Scope: scopes, schema.AssessedEvent: events, schema.Situation: whole}


def _pasts(hops: st.SearchStrategy[tuple[schema.Hop, ...]]) -> Nouns:
    ref = st.builds(schema.ClaimRef, article=words, claim=words)
    last = st.none() | moments
    told = st.builds(
        lambda days, **about: schema.Telling(earliest=days[0], latest=days[1], **about),
        _stretches(), claim=ref, outlet=named, at=last, chain=hops, origins=few(words),
    )  # fmt: skip
    steps = st.builds(
        lambda days, some, **about: schema.Step(earliest=days[0], latest=days[1], tellings=some, **about),
        _stretches(), st.lists(told, min_size=1, max_size=2).map(tuple), status=st.sampled_from(Status),
        kind=st.sampled_from(schema.StepKind), at=last, grade=named, reason=words,
    )  # fmt: skip
    past = st.builds(schema.History, event=words, status=st.none() | st.sampled_from(Status), steps=few(steps, 2))
    return {schema.Telling: told, schema.Step: steps, schema.History: past}


def _stretches() -> st.SearchStrategy[tuple[str | None, str | None]]:
    two = st.tuples(DAYS, DAYS).map(sorted)
    return st.just((None, None)) | two.map(lambda days: (days[0].isoformat(), days[1].isoformat()))


def _forces(span: st.SearchStrategy[Span], hops: st.SearchStrategy[tuple[schema.Hop, ...]]) -> Nouns:
    low, high = st.none() | st.integers(0, 9), st.none() | st.integers(9, 99)
    levels = st.builds(
        schema.Level, kind=st.sampled_from(schema.LevelKind), low=low, high=high, approx=st.booleans(),
        at=st.none() | moments, day=named, source=words, side=named, chain=hops,
        articles=st.lists(words, min_size=1, max_size=2).map(tuple), span=span, event=named,
        superseded=st.booleans(), meets=st.booleans(),
    )  # fmt: skip
    series = st.builds(
        schema.Strength, holder=words, side=named, place=named, country=named, what=st.sampled_from(Counted), low=low,
        high=high, disputed=st.booleans(), levels=few(levels, 2),
    )  # fmt: skip
    return {schema.Level: levels, schema.Strength: series}


def _figures(scopes: st.SearchStrategy[schema.Scope]) -> Nouns:
    parts = st.builds(
        schema.Contribution, event=words, status=st.sampled_from(Status), digit=st.sampled_from(KNOWN), since=moments,
        severity=shares, standing=shares, credibility=shares, share=shares, decay=shares, weight=shares, reason=words,
    )  # fmt: skip
    bars = st.builds(
        schema.Tension, scope=scopes, as_of=moments, index=shares, easing=shares, contributions=few(parts, 2),
        unjudged=few(words), articles=st.integers(0, 9),
    )  # fmt: skip
    odd = st.builds(
        schema.Anomaly, scope=scopes, first=st.just(date(2020, 1, 1)), last=DAYS, count=st.integers(0, 9),
        expected=shares, periods=st.integers(0, 9), model=st.sampled_from(schema.CountModel), p=shares, q=shares,
        tested=st.integers(0, 9), events=few(words), articles=st.integers(0, 9),
    )  # fmt: skip
    return {schema.Contribution: parts, schema.Tension: bars, schema.Anomaly: odd}
