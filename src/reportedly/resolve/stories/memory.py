"""What a memory of stories is made of, as a noun: to be kept, and to go on from."""

from datetime import datetime

from reportedly.resolve.stories.sketch import Facet, Sketch
from reportedly.schema import Excerpt, Noun, Story


class Weighed(Noun, frozen=True, kw_only=True):
    """One facet of an article: words, and as many weights."""

    words: tuple[str, ...]
    weights: tuple[float, ...]


class Told(Noun, frozen=True, kw_only=True):
    """One article in a memory: what it is compared by, and what a story could take from it.

    Attributes:
        copies: ids of articles with the same words, each with its publication.
    """

    article: str
    at: datetime | None
    copy: str
    keys: tuple[str, ...]
    facets: tuple[Weighed, ...]
    title: Excerpt
    lead: Excerpt
    copies: tuple[tuple[str, datetime | None], ...] = ()


class Open(Noun, frozen=True, kw_only=True):
    """One story that takes articles in; `number` says when it was founded."""

    number: int
    articles: tuple[Told, ...]


class StoryMemory(Noun, frozen=True, kw_only=True):
    """All that a `StoryIndex` holds.

    Attributes:
        changed: numbers of stories that the next repair looks at.
        ids: of all stories so far, in the order of their numbers.
        merged: numbers of stories with those that they became part of.
        known: every article so far with the number of its first story, or with the id of the one that it copies.
        closed: stories that were not yet handed out.
        now: the latest publication so far.
        since: articles since the last repair.
    """

    open: tuple[Open, ...] = ()
    changed: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()
    merged: tuple[tuple[int, int], ...] = ()
    known: tuple[tuple[str, int | str], ...] = ()
    closed: tuple[Story, ...] = ()
    now: datetime | None = None
    since: int = 0


def packed(sketch: Sketch, title: Excerpt, lead: Excerpt, copies: tuple[tuple[str, datetime | None], ...]) -> Told:
    """A sketch as a noun."""
    facets = tuple(Weighed(words=tuple(each), weights=tuple(each.values())) for each in sketch.facets)
    return Told(
        article=sketch.article, at=sketch.at, copy=sketch.copy, keys=sketch.keys, facets=facets, title=title,
        lead=lead, copies=copies,
    )  # fmt: skip


def unpacked(told: Told) -> Sketch:
    """A noun as a sketch.

    Raises:
        ValueError: the memory was made by another version, which compared articles otherwise.
    """
    if len(told.facets) != len(Facet):
        raise ValueError(f"article {told.article!r} was kept with {len(told.facets)} facets, not {len(Facet)}")
    return Sketch(
        article=told.article, at=told.at, copy=told.copy, keys=told.keys,
        facets=tuple(dict(zip(each.words, each.weights, strict=True)) for each in told.facets),
    )  # fmt: skip
