"""A story's title and lead: words of the article that has most in common with the others."""

import re
from typing import Final

from reportedly.resolve.stories.group import Group, product
from reportedly.resolve.stories.sketch import Facet, Sketch, split
from reportedly.schema import Article, Excerpt, Span

SHORT: Final = 60
"""Code points under which a first sentence is followed by the next."""
_HEAD: Final = tuple(Facet).index(Facet.HEAD)
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)|\n|$")
_LONGEST: Final = 600
"""Code points that a title or a lead has at most; what is longer is cut between two words."""


def headline(article: Article) -> Excerpt:
    """The title as printed; the first line or sentence of a text that has none."""
    title, _ = split(article)
    at = article.text.find(title) if title else _begin(article.text, 0)
    if title and at < 0:
        return Excerpt(article=article.id, words=title.strip())
    end = at + len(title) if title else _sentence(article.text, at)
    return _cut(article, at, end)


def opening(article: Article) -> Excerpt:
    """The first sentence after the title, with the next where it is short; the title where nothing follows."""
    head = headline(article)
    start = _begin(article.text, head.span.end if head.span is not None else 0)
    if start >= len(article.text):
        return head
    end = _sentence(article.text, start)
    if end - start < SHORT and (following := _begin(article.text, end)) < len(article.text):
        end = _sentence(article.text, following)
    return _cut(article, start, end)


def told_by(group: Group) -> Sketch:
    """The member nearest to the middle of a group's titles and leads; of several as near the earliest."""
    return min(group.members.values(), key=lambda each: (-_nearness(each, group), str(each.at or "~"), each.article))


def _nearness(each: Sketch, group: Group) -> float:
    return round(product(each.facets[_HEAD], group.sums[_HEAD]), 6)


def _cut(article: Article, start: int, end: int) -> Excerpt:
    if end - start > _LONGEST:
        end = start + max(article.text[start : start + _LONGEST].rfind(" "), 1)
    kept = article.text[start:end]
    span = Span(start + len(kept) - len(kept.lstrip()), start + len(kept.rstrip()))
    return Excerpt(article=article.id, span=span, words=span.of(article.text))


def _begin(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _sentence(text: str, start: int) -> int:
    """Where the sentence ends that starts there: at a mark after a few words, or with the line."""
    for match in _END.finditer(text, start):
        if match[0] in {"", "\n"} or match.end() - start >= SHORT:
            return match.end()
    return len(text)
