"""From the bytes of a feed to its items, whichever format it is in."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from reportedly.collect.feeds import discovery, jsonfeed, sitemaps, syndication
from reportedly.collect.feeds.drafts import Draft, items_of
from reportedly.collect.feeds.identity import absolute
from reportedly.collect.feeds.markup import markup_of, text_of
from reportedly.collect.feeds.page import FeedPage
from reportedly.collect.feeds.scan import Scan, scan
from reportedly.collect.feeds.tags import language_of
from reportedly.errors import InputError
from reportedly.schema import FeedKind, Issue

_FEEDS: Final = frozenset({"rss", "rdf", "feed"})
_SITEMAPS: Final = frozenset({"urlset", "sitemapindex"})
_IS_SITEMAP = re.compile(rb"<(?:[\w.-]+:)?(?:urlset|sitemapindex)\b", re.I)
_FEED_WANTED: Final = "give the address of an RSS, Atom or JSON feed, or of a sitemap"
_MOST_NAMED: Final = 5


def parse(
    body: bytes, *, url: str, media_type: str | None = None, charset: str | None = None, as_of: datetime, most: int
) -> FeedPage:
    """What a feed holds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, sitemaps and indexes of them.

    The format is told by the bytes, whatever the server calls them. Nothing is fetched and no entity is expanded. What
    cannot be used is counted in an issue and the rest is given.

    Args:
        body: the bytes as they came; whoever fetched them has bounded them.
        url: where they came from, which relative links start from.
        media_type: as the server named it; it stands in the message where the bytes are nothing we know.
        charset: as the server named it; believed only where the bytes say nothing else.
        as_of: when they were fetched, aware.
        most: the most items that are looked at: the first of a feed, the newest of a sitemap.

    Raises:
        InputError: it is no feed: empty, a page (the message names the feeds that the page names), or too damaged.
    """
    if not body.strip():
        raise InputError(url, "an empty answer, not a feed", "try again later")
    text = text_of(body, charset, url)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _of_json(text, url, as_of, most)
    markup = markup_of(text)
    scanned = scan(markup.xml, sitemaps.MOST_ENTRIES if _IS_SITEMAP.search(markup.xml, 0, 4096) else most)
    if scanned.root in _FEEDS:
        page = _of_syndication(scanned, url, as_of, most)
    elif scanned.root in _SITEMAPS:
        page = _of_sitemap(scanned, url, as_of, most)
    else:
        raise _no_feed(body, url, scanned, media_type, is_page=markup.page or scanned.root == "html")
    if not markup.entities:
        return page
    issue = Issue(where=url, problem="declares entities, which are not expanded", remedy="nothing to do")
    return msgspec.structs.replace(page, issues=(*page.issues, issue))


def _of_json(text: str, url: str, as_of: datetime, most: int) -> FeedPage:
    found = jsonfeed.parse(text, url, most)
    issues = [*_left_out(url, found.total, most), *_lost(url, found.lost)]
    head = (found.version, found.title, found.home, found.language)
    return _page(head, found.drafts, found.following, url, as_of, issues)


def _of_syndication(scanned: Scan, url: str, as_of: datetime, most: int) -> FeedPage:
    if not scanned.spans and scanned.breaks:
        raise InputError(url, f"a damaged feed without one whole item ({scanned.breaks[0]})", "try again later")
    found = syndication.parse(scanned, url)
    issues = [*_broken(url, scanned), *_left_out(url, scanned.total, most), *_lost(url, found.lost)]
    head = (found.version, found.title, found.home, found.language)
    return _page(head, found.drafts, found.following, url, as_of, issues)


def _page(
    head: tuple[str, str | None, str | None, str | None],
    drafts: tuple[Draft, ...],
    following: tuple[str, ...],
    url: str,
    as_of: datetime,
    issues: list[Issue],
) -> FeedPage:
    version, title, home, tag = head
    language = language_of(tag)
    items, wrong = items_of(drafts, url, as_of, language)
    more = (absolute(each, url) for each in following)
    return FeedPage(
        kind=FeedKind.FEED,
        version=version,
        title=title,
        home=absolute(home, url),
        language=language,
        items=items,
        issues=(*issues, *wrong),
        more=tuple(dict.fromkeys(each for each in more if each is not None and each != url)),
    )


def _of_sitemap(scanned: Scan, url: str, as_of: datetime, most: int) -> FeedPage:
    if not scanned.spans and scanned.breaks:
        raise InputError(url, f"a damaged sitemap without one whole entry ({scanned.breaks[0]})", "try again later")
    found = sitemaps.parse(scanned, url, most)
    items, wrong = items_of(found.drafts, url, as_of)
    issues = (*_broken(url, scanned), *_left_out(url, scanned.total, most), *wrong)
    return FeedPage(kind=FeedKind.SITEMAP, version=found.version, items=items, issues=issues, more=found.children)


def _left_out(url: str, total: int, most: int) -> Iterator[Issue]:
    if total > most:
        problem = f"{total:,} items, of which {most:,} were looked at"
        yield Issue(where=url, problem=problem, remedy="raise `items` under [collect], or follow a smaller feed")


def _lost(url: str, count: int) -> Iterator[Issue]:
    if count:
        problem = f"{count} {'item' if count == 1 else 'items'} of a shape that cannot be read"
        yield Issue(where=url, problem=problem, remedy="nothing to do: the others were read")


def _broken(url: str, scanned: Scan) -> Iterator[Issue]:
    if scanned.breaks:
        where = f"damaged in {len(scanned.breaks)} {'place' if len(scanned.breaks) == 1 else 'places'}"
        kept = f"whole items read: {len(scanned.spans):,}"
        problem = f"{where} or cut off ({scanned.breaks[0]}); {kept}"
        yield Issue(where=url, problem=problem, remedy="nothing to do, unless it stays so")


def _no_feed(body: bytes, url: str, scanned: Scan, media_type: str | None, *, is_page: bool) -> InputError:
    if is_page:
        named = discovery.named(body, url)[:_MOST_NAMED]
        return InputError(url, "a page, not a feed", f"it names: {' '.join(named)}" if named else _FEED_WANTED)
    if scanned.root == "opml":
        return InputError(url, "a list of feeds (OPML), not a feed", "import it with `reportedly feeds`")
    if scanned.root:
        return InputError(url, f"XML, but no feed (its first element is {scanned.root[:40]})", _FEED_WANTED)
    kind = f" ({media_type})" if media_type else ""
    return InputError(url, f"neither XML nor JSON{kind}", _FEED_WANTED)
