"""The index of texts seen so far: what a new article shares with earlier ones; one writer, in time order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from reportedly.resolve.duplicates.fingerprint import Fingerprint, Hashes, Quotation, fingerprint
from reportedly.resolve.duplicates.passages import passages, quoted
from reportedly.resolve.duplicates.postings import Postings
from reportedly.resolve.duplicates.rules import ReuseRules
from reportedly.schema import Article, DatePrecision, Reuse, ReuseKind, Shared, Span


def reuses(articles: Iterable[Article], rules: ReuseRules | None = None) -> tuple[Reuse, ...]:
    """All that these articles share, whatever order they come in: they are taken in the order of publication.

    Articles without a date come first. An id that comes twice counts once.
    """
    index = ReuseIndex(rules)
    return tuple(edge for article in sorted(articles, key=_clock) for edge in index.add(article))


@dataclass(frozen=True, slots=True)
class _Known:
    """An article of the index."""

    id: str
    clock: tuple[bool, datetime | None, str]
    length: int
    print: Fingerprint


class ReuseIndex:
    """What has been seen, in memory: some 30 bytes for each gram kept, two grams for each five words.

    The first article that holds a passage owns it: whoever takes it over is tied to the owner, and is not looked up
    for that passage again, so that a text with a thousand copies costs no more than one with three.
    """

    def __init__(self, rules: ReuseRules | None = None) -> None:
        self.rules = ReuseRules() if rules is None else rules
        self._known: list[_Known] = []
        self._ids: set[str] = set()
        self._whole: dict[int, int] = {}
        self._postings = Postings(self.rules.frequent)
        self._quotes: dict[int, tuple[int, Quotation]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, article: Article) -> tuple[Reuse, ...]:
        """Take an article in, and say what it shares with those before, the largest share first.

        An article whose id is known changes nothing and gives nothing. An exact copy is tied to the first of its text
        alone.
        """
        if article.id in self._ids:
            return ()
        self._ids.add(article.id)
        new = self._made(article)
        edges = self._edges(new)
        if not any(edge.kind is ReuseKind.EXACT for _, edge in edges):
            self._keep(new, [number for number, _ in edges])
        return _sorted(edges)

    def peek(self, article: Article) -> tuple[Reuse, ...]:
        """What an article shares with those that are in, without taking it in; nothing where its id is known."""
        return () if article.id in self._ids else _sorted(self._edges(self._made(article)))

    def _made(self, article: Article) -> _Known:
        return _Known(article.id, _clock(article), len(article.text), fingerprint(article.text, self.rules.quote))

    def _edges(self, new: _Known) -> list[tuple[int, Reuse]]:
        """All ties to what is in, with the numbers of those articles."""
        same = self._whole.get(new.print.whole) if new.print.size else None
        if same is not None:
            return [(same, _exact(new, self._known[same]))]
        rare = new.print.grams[~self._postings.frequent(new.print.grams)]
        shared = self._shared(rare)
        edges = [(at, edge) for at, found in shared.items() if (edge := self._edge(new, len(rare), at, found))]
        return edges + self._by_quotation(new, {number for number, _ in edges})

    def _shared(self, rare: Hashes) -> dict[int, Hashes]:
        """The likeliest earlier articles that hold such grams, each with those that it holds."""
        first = self._postings.first(rare)
        held = first >= 0
        counts = Counter(first[held].tolist())
        for gram in rare[held].tolist():
            counts.update(self._postings.others(gram))
        least = min(self.rules.grams, len(rare))
        likely = sorted((-count, number) for number, count in counts.items())[: self.rules.candidates]
        found = {
            number: np.intersect1d(rare, self._known[number].print.grams, assume_unique=True) for _, number in likely
        }
        return {number: grams for number, grams in found.items() if len(grams) >= least}

    def _edge(self, new: _Known, rare: int, number: int, shared: Hashes) -> Reuse | None:
        """What two articles share, None where that is too little; `rare` grams of the new one are no boilerplate."""
        rules, old = self.rules, self._known[number]
        share = min(1.0, len(shared) / max(1, rare))
        back = self._share(shared, old.print)
        ours, theirs = (np.searchsorted(each.print.grams, shared).tolist() for each in (new, old))
        found = passages(new.print, old.print, ours, theirs)
        longest = max(words for _, words in found)
        if max(share, back) < rules.least and longest < rules.run:
            return None
        words = sum(words for _, words in found)
        return _oriented(new, old, share, back, words, tuple(passage for passage, _ in found), rules.most)

    def _share(self, shared: Hashes, whole: Fingerprint) -> float:
        """How much of a text the shared grams are; boilerplate is left out where that could make a difference."""
        if 3 * len(shared) < self.rules.least * len(whole.grams):
            return len(shared) / len(whole.grams)
        rare = len(whole.grams) - int(self._postings.frequent(whole.grams).sum())
        return min(1.0, len(shared) / max(1, rare))

    def _by_quotation(self, new: _Known, tied: set[int]) -> list[tuple[int, Reuse]]:
        """Ties to earlier articles with which only quotations are shared."""
        found: dict[int, list[tuple[Shared, int]]] = {}
        for quotation in new.print.quotations:
            owner = self._quotes.get(quotation.hash)
            if owner is not None and owner[0] not in tied:
                found.setdefault(owner[0], []).append((quoted(quotation, owner[1]), quotation.words))
        edges = []
        for number, some in found.items():
            old, words = self._known[number], sum(words for _, words in some)
            share, back = (min(1.0, words / max(1, each.print.size)) for each in (new, old))
            shared = tuple(each for each, _ in some)
            edges.append((number, _oriented(new, old, share, back, words, shared, self.rules.most)))
        return edges

    def _keep(self, new: _Known, tied: list[int]) -> None:
        """Own what nobody tied to it owns."""
        number = len(self._known)
        self._known.append(new)
        if new.print.size:
            self._whole[new.print.whole] = number
        grams = new.print.grams
        for other in tied:
            grams = np.setdiff1d(grams, self._known[other].print.grams, assume_unique=True)
        self._postings.add(grams, number)
        for quotation in new.print.quotations:
            self._quotes.setdefault(quotation.hash, (number, quotation))


def _clock(article: Article) -> tuple[bool, datetime | None, str]:
    """Sorts by publication, then by id; without a date first, and without a time of day at the end of the day."""
    at = article.published_at
    if at is not None and article.date_precision is DatePrecision.DAY:
        at = at.replace(hour=23, minute=59, second=59)
    return (at is not None, at, article.id)


def _sorted(edges: list[tuple[int, Reuse]]) -> tuple[Reuse, ...]:
    """The largest share first."""
    return tuple(sorted((edge for _, edge in edges), key=lambda e: (-max(e.share, e.other_share), e.article, e.other)))


def _exact(new: _Known, old: _Known) -> Reuse:
    """The whole of both."""
    shared = (Shared(span=Span(0, new.length), other=Span(0, old.length)),)
    return _placed(new, old, ReuseKind.EXACT, 1.0, 1.0, new.print.size, shared)


def _oriented(
    new: _Known, old: _Known, share: float, back: float, words: int, shared: tuple[Shared, ...], most: float
) -> Reuse:
    if all(passage.quote for passage in shared) and max(share, back) < most:
        kind = ReuseKind.QUOTE
    elif min(share, back) >= most:
        kind = ReuseKind.NEAR
    else:
        kind = ReuseKind.PART if max(share, back) >= most else ReuseKind.OVERLAP
    return _placed(new, old, kind, share, back, words, shared)


def _placed(
    new: _Known, old: _Known, kind: ReuseKind, share: float, back: float, words: int, shared: tuple[Shared, ...]
) -> Reuse:
    """With the later published as `article`."""
    if new.clock >= old.clock:
        return Reuse(article=new.id, other=old.id, kind=kind, share=share, other_share=back, words=words, shared=shared)
    turned = (Shared(span=each.other, other=each.span, quote=each.quote) for each in shared)
    return Reuse(
        article=old.id, other=new.id, kind=kind, share=back, other_share=share, words=words,
        shared=tuple(sorted(turned, key=lambda each: each.span)),
    )  # fmt: skip
