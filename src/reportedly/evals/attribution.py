"""How well outermost attributions are found: characters of each role, and whole attributions (PolNeAR's task).

The definitions are those of the project's notes on attribution: only letters and digits count, so that neither
punctuation nor the splitting of words matters; spans are compared as sets of characters.
"""

from collections.abc import Sequence
from typing import Final

from reportedly.evals.metrics import F1, Tally
from reportedly.schema import Noun, Span

_ALIKE: Final = 0.5


class Attribution(Noun, frozen=True, kw_only=True):
    """Who (source) says (cue) what (content); each may be in several pieces, the source may be none."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class AttributionScores(Noun, frozen=True, kw_only=True):
    """Character F1 of each role, and the F1 of whole attributions."""

    source: F1
    cue: F1
    content: F1
    linked: F1


def score(
    texts: Sequence[str], gold: Sequence[Sequence[Attribution]], found: Sequence[Sequence[Attribution]]
) -> AttributionScores:
    """The scores over articles, micro-averaged; the three are parallel by article."""
    tallies = {role: Tally() for role in ("source", "cue", "content", "linked")}
    for text, wanted, given in zip(texts, gold, found, strict=True):
        for role in ("source", "cue", "content"):
            one = _characters(text, [span for a in wanted for span in getattr(a, role)])
            other = _characters(text, [span for a in given for span in getattr(a, role)])
            tallies[role] += Tally(hit=len(one & other), gold=len(one), pred=len(other))
        tallies["linked"] += Tally(hit=_linked(text, wanted, given), gold=len(wanted), pred=len(given))
    return AttributionScores(**{role: tally.f1() for role, tally in tallies.items()})


def _characters(text: str, spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def _linked(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> int:
    """How many attributions agree, one to one, those with the likest contents first."""
    sets = [[[_characters(text, getattr(a, role)) for role in ("source", "cue", "content")] for a in side]
            for side in (gold, found)]  # fmt: skip
    pairs = []
    for i, (source, cue, content) in enumerate(sets[0]):
        for j, (other_source, other_cue, other_content) in enumerate(sets[1]):
            if cue & other_cue and _alike(source, other_source) >= _ALIKE:
                like = _alike(content, other_content)
                if like >= _ALIKE:
                    pairs.append((like, -i, -j))
    left, right = set(), set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def _alike(one: set[int], other: set[int]) -> float:
    """F1 of two sets of characters; 1 where both are empty."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
