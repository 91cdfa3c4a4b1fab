"""Shared grams -> the passages that two texts share."""

from collections.abc import Iterator

from reportedly.resolve.duplicates.fingerprint import GRAM, WINDOW, Fingerprint, Quotation
from reportedly.schema import Shared, Span

_GAP = 2 * (GRAM + WINDOW)
"""Words by which two shared grams of one passage may be apart: one other word breaks up to nine."""


_DRIFT = 2
"""Words that one text may have more than the other between two shared grams of one passage."""


def passages(article: Fingerprint, other: Fingerprint, ours: list[int], theirs: list[int]) -> list[tuple[Shared, int]]:
    """The passages behind shared grams, in the order of the article, each with its number of words.

    Args:
        ours: indices of the shared grams in `article`; `theirs` of the same grams, in the same order, in `other`.
    """
    pairs = sorted(
        (int(article.at[our]), int(other.at[their]), our, their) for our, their in zip(ours, theirs, strict=True)
    )
    return [_passage(article, other, run) for run in _runs(pairs)]


def _runs(pairs: list[tuple[int, int, int, int]]) -> Iterator[list[tuple[int, int, int, int]]]:
    """Grams that stand in both texts in one order, without large gaps."""
    run: list[tuple[int, int, int, int]] = []
    for pair in pairs:
        step, there = (pair[0] - run[-1][0], pair[1] - run[-1][1]) if run else (1, 1)
        if not (0 < step <= _GAP and there > 0 and abs(step - there) <= _DRIFT):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _passage(article: Fingerprint, other: Fingerprint, run: list[tuple[int, int, int, int]]) -> tuple[Shared, int]:
    first, last = run[0], run[-1]
    span = Span(int(article.starts[first[2]]), int(article.ends[last[2]]))
    there = Span(int(other.starts[first[3]]), int(other.ends[last[3]]))
    quote = any(said.start <= span.start and span.end <= said.end for said in article.quotations)
    return Shared(span=span, other=there, quote=quote), last[0] - first[0] + min(GRAM, article.size)


def quoted(ours: Quotation, theirs: Quotation) -> Shared:
    """A quotation that both texts have."""
    return Shared(span=Span(ours.start, ours.end), other=Span(theirs.start, theirs.end), quote=True)
