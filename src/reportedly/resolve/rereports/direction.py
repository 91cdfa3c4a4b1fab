"""Two articles share text: who has it from whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.knowledge.speakers import is_unnamed
from reportedly.resolve.rereports.shelf import Shelf, credited, later, outlet_of
from reportedly.schema import Reading, RestReason, Reuse, ReuseKind, Span

_SENTENCE = 16
"""Words of one passage that are not shared by chance."""
_PART = 0.35
"""Share of either text that is not shared by chance."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One article has text from another, or from an outlet whose article is not at hand."""

    article: str
    on: str
    reason: RestReason
    outlet: str | None = None


def directed(reuse: Reuse, shelf: Shelf, shared: Mapping[str, Mapping[str, float]]) -> Direction | None:
    """Who has the shared text from whom; None where neither has it from the other.

    Args:
        shared: how much of each article stands in others.
    """
    article, other = shelf.readings[reuse.article], shelf.readings[reuse.other]
    if not _is_enough(reuse, article):
        return None
    reason = RestReason.QUOTE if reuse.kind is ReuseKind.QUOTE else RestReason.REUSE
    names, named = _names(article, other, shelf), _names(other, article, shelf)
    if names != named:
        return _tie(article, other, reason) if names else _tie(other, article, reason)
    if reason is RestReason.QUOTE and not names and _is_public(reuse, article, other):
        return None
    ours, theirs = credited(article.article), credited(other.article)
    if ours is None and theirs is None:
        return _by_clock(reuse, article, other, reason)
    if ours is not None and theirs is not None:
        return None  # both have it from agencies, and say so
    bare, credit = (article, other) if theirs is not None else (other, article)
    return _of_agency(bare, credit, reason, shelf, shared.get(bare.article.id, {}))


def _of_agency(
    bare: Reading, credit: Reading, reason: RestReason, shelf: Shelf, shared: Mapping[str, float]
) -> Direction | None:
    """`credit` has the text from an agency; who does not say so has it from there too, through it where it is later."""
    if later(bare.article, credit.article):
        return _tie(bare, credit, reason)
    agency = next(each for each in shelf.named(credit) if each.reason is RestReason.WIRE)
    meant = shelf.meant(bare.article, agency, shared)
    return Direction(bare.article.id, meant or agency.key, reason, agency.name)


def _by_clock(reuse: Reuse, article: Reading, other: Reading, reason: RestReason) -> Direction:
    """The later from the earlier; where clocks do not tell, who has less of its own from who has more."""
    after = later(article.article, other.article)
    if after is None:
        after = (reuse.share, article.article.id) > (reuse.other_share, other.article.id)
    return _tie(article, other, reason) if after else _tie(other, article, reason)


def _tie(article: Reading, other: Reading, reason: RestReason) -> Direction:
    return Direction(article.article.id, other.article.id, reason, other.article.outlet)


def _names(article: Reading, other: Reading, shelf: Shelf) -> bool:
    """Whether an article names the outlet of another."""
    key = outlet_of(other.article)
    return key is not None and any(named.key == key for named in shelf.named(article))


def _is_enough(reuse: Reuse, article: Reading) -> bool:
    """Whether a sentence is shared, or a good part; news of one event have turns of phrase in common anyway."""
    if max(reuse.share, reuse.other_share) >= _PART or reuse.kind is ReuseKind.QUOTE:
        return True
    return any(len(each.span.of(article.article.text).split()) >= _SENTENCE for each in reuse.shared)


def _is_public(reuse: Reuse, article: Reading, other: Reading) -> bool:
    """Whether one shared quotation is all there is, of somebody named."""
    if len(reuse.shared) > 1:
        return False
    return not any(_is_private(article, each.span) or _is_private(other, each.other) for each in reuse.shared)


def _is_private(reading: Reading, span: Span) -> bool:
    """Whether the words are those of somebody whom the text does not name."""
    return any(claim.chain and is_unnamed(claim.chain[-1]) for claim in reading.claims if claim.content.overlaps(span))
