"""Levels -> figures, ties -> relations: what an article states beside its events."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reportedly.extract.attribution import Chains
from reportedly.extract.link import Coder
from reportedly.extract.numerals import Number
from reportedly.schema import Figure, LevelTag, Mention, MentionKind, Passage, Relation, Span, TieTag

_ANAPHORIC: Final = frozenset({"the country", "that country", "this country", "the region", "there"})


def figures(
    levels: Sequence[LevelTag],
    numbers: dict[Span, Number],
    chains: Chains,
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
) -> tuple[Figure, ...]:
    """One figure a level; `the country` is led back to the place that the text before speaks of most."""
    found = []
    for level in levels:
        number = numbers.get(level.span)
        if number is None:
            continue
        found.append(
            Figure(
                holder=level.holder,
                what=level.what,
                low=number.low,
                high=number.high,
                approx=number.approx,
                span=level.span,
                place=_place(level.place, text, passages, mentions),
                chain=chains.at(level.span),
            )
        )
    return tuple(found)


def _place(
    place: Span | None, text: str, passages: Sequence[Passage], mentions: Sequence[Mention]
) -> Span | None:
    if place is None or place.of(text).lower() not in _ANAPHORIC:
        return place
    for passage in reversed([p for p in passages if p.start <= place.start]):
        end = min(passage.start + len(passage.text), place.start)
        named = [m.span for m in mentions if m.kind is MentionKind.PLACE and passage.start <= m.span.start < end]
        if named:
            counts = Counter(span.of(text) for span in named)
            return max(named, key=lambda span: (counts[span.of(text)], -span.start))
    return place


def relations(ties: Sequence[TieTag], text: str, coder: Coder) -> tuple[Relation, ...]:
    """Each different tie once, at its first mention, with the ids of both ends where they are known."""
    found: dict[tuple[str, str, str], Relation] = {}
    for tie in ties:
        key = (tie.subject.of(text).lower(), tie.kind.value, tie.object.of(text).lower())
        relation = Relation(
            subject=tie.subject,
            kind=tie.kind,
            object=tie.object,
            former=tie.former,
            subject_entity=coder.resolve(tie.subject).entity,
            object_entity=coder.resolve(tie.object).entity,
        )
        found.setdefault(key, relation)
    return tuple(found.values())
