"""From what a feed says of a piece to an `Item`: the same rules for every format."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec

from reportedly.collect.feeds import identity, moments, wire, words
from reportedly.collect.feeds.tags import language_of
from reportedly.schema import Issue, Item
from reportedly.schema.base import Noun

_LONGEST_GUID: Final = 2048
_REMEDIES: Final = {
    "no link": "nothing to do: without an address it cannot be fetched",
    "given twice": "nothing to do: the first is taken",
    "guid shared by different links": "nothing to do: they are told apart by their links",
    "date not believed": "nothing to do: kept as undated",
}


class Draft(Noun, frozen=True, kw_only=True):
    """What a feed says of one piece, as it says it.

    Attributes:
        links: candidates, the best first.
        title, summary: with markup where `marked`.
        published_fallback: what the parser of the format makes of an odd date; likewise `updated_fallback`.
        credits: what the feed calls the source or publisher of the piece.
    """

    links: tuple[str, ...] = ()
    guid: str | None = None
    title: str | None = None
    summary: str | None = None
    title_marked: bool = True
    summary_marked: bool = True
    author: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    published_fallback: datetime | None = None
    updated_fallback: datetime | None = None
    outlet: str | None = None
    outlet_url: str | None = None
    credits: tuple[str, ...] = ()


class Ledger:
    """Counts what went wrong, one `Issue` a kind: a feed with a thousand bad items has one line, not a thousand."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._counts: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def note(self, kind: str, example: str | None) -> None:
        """Count one; the first example is kept."""
        self._counts[kind] += 1
        if example:
            self._first.setdefault(kind, words.plain(example, 120, marked=False) or "")

    def issues(self) -> tuple[Issue, ...]:
        """One issue for each kind, in the order in which they came up."""
        return tuple(self._issue(kind, count) for kind, count in self._counts.items())

    def _issue(self, kind: str, count: int) -> Issue:
        example = self._first.get(kind)
        problem = f"{count} {'item' if count == 1 else 'items'}: {kind}{f' (first: {example})' if example else ''}"
        return Issue(where=self._url, problem=problem, remedy=_REMEDIES[kind])


def items_of(
    drafts: Iterable[Draft], url: str, as_of: datetime, language: str | None = None
) -> tuple[tuple[Item, ...], tuple[Issue, ...]]:
    """The items, and what was wrong with some.

    An item without an address is left out, one that repeats another is taken once, and one whose date cannot be
    believed is kept as undated; each is counted in an issue.

    Args:
        drafts: what the feed says.
        url: its address, which relative links start from.
        as_of: when it was fetched, aware.
        language: of the feed, for items that name none.
    """
    ledger = Ledger(url)
    items: dict[str, Item] = {}
    for draft in drafts:
        item = _item(draft, url, as_of, language, ledger)
        if item is None:
            ledger.note("no link", draft.title or draft.guid)
            continue
        same = items.get(item.guid)
        if same is not None and same.link != item.link:
            ledger.note("guid shared by different links", item.guid)
            item = msgspec.structs.replace(item, guid=item.link)
        if item.guid in items:
            ledger.note("given twice", item.guid)
        else:
            items[item.guid] = item
    return tuple(items.values()), ledger.issues()


def _item(draft: Draft, url: str, as_of: datetime, language: str | None, ledger: Ledger) -> Item | None:
    candidates = (identity.absolute(link, url) for link in draft.links)
    link = next((found for found in candidates if found is not None), None)
    if link is None:
        return None
    title = words.plain(draft.title, words.LONGEST_TITLE, marked=draft.title_marked)
    summary = words.plain(draft.summary, words.LONGEST_SUMMARY, marked=draft.summary_marked)
    author = words.plain(draft.author, 300)
    outlet = words.plain(draft.outlet, 200)
    published = moments.moment(draft.published, as_of, draft.published_fallback)
    updated = moments.moment(draft.updated, as_of, draft.updated_fallback)
    for text, said in ((draft.published, published), (draft.updated, updated)):
        if said.odd:
            ledger.note("date not believed", text)
    return Item(
        link=link,
        guid=(words.plain(draft.guid, _LONGEST_GUID, marked=False) or link),
        title=title,
        summary=summary,
        author=author,
        language=language_of(draft.language) or language,
        published_at=published.at,
        updated_at=updated.at,
        outlet=outlet,
        outlet_url=identity.absolute(draft.outlet_url, url),
        wire=wire.credited(draft.credits, author, title, summary, outlet),
    )
