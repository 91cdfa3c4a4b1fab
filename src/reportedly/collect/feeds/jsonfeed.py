"""JSON Feed 1 and 1.1, as drafts of items."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from reportedly.collect.feeds import words
from reportedly.collect.feeds.drafts import Draft
from reportedly.errors import InputError

_VERSION: Final = "jsonfeed.org/version/"


class Parsed(NamedTuple):
    """A JSON Feed; `lost` items are of another shape than the format has, of `total` in all."""

    version: str
    title: str | None
    home: str | None
    language: str | None
    following: tuple[str, ...]
    drafts: tuple[Draft, ...]
    total: int
    lost: int


class _Author(msgspec.Struct):
    name: str | None = None


class _Item(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    summary: str | None = None
    content_text: str | None = None
    content_html: str | None = None
    language: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _Author | None = None
    authors: list[_Author] | None = None


class _Feed(msgspec.Struct):
    version: str = ""
    title: str | None = None
    home_page_url: str | None = None
    language: str | None = None
    next_url: str | None = None
    items: list[msgspec.Raw] | None = None


def parse(text: str, url: str, most: int) -> Parsed:
    """The feed in `text`, its first `most` items.

    Raises:
        InputError: it is no JSON, or no JSON Feed.
    """
    feed = _decoded(text, url)
    if feed.items is None or (_VERSION not in feed.version and not feed.version.startswith("1")):
        raise InputError(url, "JSON, but no JSON Feed", "give the address of an RSS, Atom or JSON feed")
    drafts = [_draft(raw) for raw in feed.items[:most]]
    return Parsed(
        version=f"JSON Feed {feed.version.rpartition('/')[2] or '1'}",
        title=words.plain(feed.title, words.LONGEST_TITLE, marked=False),
        home=feed.home_page_url,
        language=feed.language,
        following=(feed.next_url,) if feed.next_url else (),
        drafts=tuple(draft for draft in drafts if draft is not None),
        total=len(feed.items),
        lost=drafts.count(None),
    )


def _decoded(text: str, url: str) -> _Feed:
    try:
        return msgspec.json.decode(text.encode("utf-8", "replace"), type=_Feed)
    except msgspec.ValidationError as error:
        raise InputError(url, f"JSON, but no JSON Feed ({error})", "give the address of a feed") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(url, f"damaged JSON ({error})", "look at it in a browser") from error


def _draft(raw: msgspec.Raw) -> Draft | None:
    try:
        item = msgspec.json.decode(raw, type=_Item)
    except (msgspec.DecodeError, RecursionError):
        return None
    summary = item.summary or item.content_text
    authors: Sequence[_Author | None] = item.authors or (item.author,)
    guid = None if item.id is None else str(item.id)
    candidates = (item.url, item.external_url, guid if (guid or "").startswith(("http://", "https://")) else None)
    return Draft(
        links=tuple(link for link in candidates if link),
        guid=guid,
        title=item.title,
        title_marked=False,
        summary=summary or item.content_html,
        summary_marked=not summary,
        author=", ".join(each.name for each in authors if each is not None and each.name) or None,
        language=item.language,
        published=item.date_published,
        updated=item.date_modified,
    )
