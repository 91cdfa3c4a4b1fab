"""Nouns of articles beside each other, at random: what they share, ties, origins, contradictions, grades."""

from hypothesis import strategies as st

from draws import Nouns, few, moments, named, shares, words
from reportedly import schema
from reportedly.schema import Counted, HopKind, Span, Status
from strategies_situations import situations


def beside_each_other(span: st.SearchStrategy[Span]) -> Nouns:
    """What articles share, who rests on whom, where claims come from."""
    told = st.builds(schema.ClaimRef, article=words, claim=words)
    refs = st.builds(schema.EventRef, article=words, event=words)
    passages = st.builds(schema.Shared, span=span, other=span, quote=st.booleans())
    pair = {"article": st.just("a"), "shared": few(passages), "words": st.integers(0, 99)}
    origins = st.builds(
        schema.Origin, id=words, kind=st.sampled_from(HopKind), name=words, entity=named, side=named,
        anonymous=st.booleans(), outlet=named, owner=named, claims=few(told),
    )  # fmt: skip
    agreed = st.builds(
        schema.Corroboration, event=words, status=st.sampled_from(Status), articles=few(words), outlets=few(words),
        origins=few(origins).map(lambda some: (*some, *some)), low=st.just(0), high=st.just(0),
        effective=st.floats(0, 9), sides=few(words), across=st.none() | st.booleans(), sentence=words,
    )  # fmt: skip
    excerpts = st.builds(schema.Excerpt, article=words, span=st.none() | span, words=words)
    reasons = few(st.sampled_from(schema.RestReason)).map((schema.RestReason.REUSE,).__add__)
    graded = _graded(told)
    return {
        **graded,
        **situations(span, agreed, graded),
        schema.Shared: passages,
        schema.Reuse: st.builds(
            schema.Reuse, other=words.map("b{}".format), kind=st.sampled_from(schema.ReuseKind), share=shares,
            other_share=shares, **pair,
        ),
        schema.Link: st.builds(schema.Link, article=words, url=words),
        schema.Rest: st.builds(
            schema.Rest, article=st.just("a"), on=words.map("b{}".format), outlet=named, stub=st.booleans(),
            whole=st.booleans(), passages=few(span), score=shares, reasons=reasons,
        ),
        schema.EventRef: refs,
        schema.ClaimRef: told,
        schema.Excerpt: excerpts,
        schema.Story: st.builds(
            schema.Story, id=words, articles=st.lists(words, min_size=1, max_size=3, unique=True).map(tuple),
            title=excerpts, lead=excerpts, first=st.none() | moments, last=st.none() | moments, former=few(words),
            closed=st.booleans(),
        ),
        schema.CommonEvent: st.builds(schema.CommonEvent, id=words, members=few(refs)),
        schema.Origin: origins,
        schema.Corroboration: agreed,
    }  # fmt: skip


def _graded(told: st.SearchStrategy[schema.ClaimRef]) -> Nouns:
    """Where claims disagree, and their grades."""
    later, counts = st.none() | moments, st.integers(0, 9)
    held = st.builds(schema.Position, value=words, origins=few(words), claims=few(told), first=later, last=later)
    letters, digits = st.sampled_from(schema.Reliability), st.sampled_from(schema.Credibility)
    status = {"event": words, "status": st.sampled_from(Status)}
    sources = st.builds(schema.SourceGrade, origin=words, reliability=letters, reasons=few(words))
    by_hand = st.builds(
        schema.GradeOverride, **status, reliability=st.none() | letters, credibility=digits, author=words, at=moments,
        note=words.map("n{}".format),
    )  # fmt: skip
    return {
        schema.Position: held,
        schema.Contradiction: st.builds(
            schema.Contradiction, event=words, kind=st.sampled_from(schema.ContradictionKind),
            what=st.none() | st.sampled_from(Counted), disagreement=st.sampled_from(schema.Disagreement),
            positions=st.tuples(held, held), reasons=few(words),
        ),
        schema.TrackRecord: st.builds(
            schema.TrackRecord, source=words, confirmed=counts, contradicted=st.just(9), corrected=counts
        ),
        schema.SourceGrade: sources,
        schema.GradeOverride: by_hand,
        schema.Grade: st.builds(
            schema.Grade, **status, reliability=letters, credibility=digits, sources=few(sources), reasons=few(words),
            override=st.none() | by_hand,
        ),
    }  # fmt: skip
