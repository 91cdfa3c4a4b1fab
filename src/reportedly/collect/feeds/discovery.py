"""Which feeds a home page names, or is likely to have."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from reportedly.collect import encodings
from reportedly.collect.feeds.identity import absolute
from reportedly.collect.tree import Element, attributes, parse, words
from reportedly.errors import InputError

MEDIA_TYPES: Final = frozenset(
    """application/atom+xml application/feed+json application/json application/rdf+xml application/rss
    application/rss+xml application/rss.xml application/vnd.ms-rss application/x-atom+xml application/x-netcdf
    application/x-rdf application/x-rss application/x-rss+xml application/xml atom+xml rss rss+xml text/atom+xml
    text/rdf text/rdf+xml text/rss text/rss+xml text/xml""".split()
)
"""What pages call their feeds; `application/json` and plain XML only where the address looks like a feed, too."""

_VAGUE: Final = frozenset({"application/json", "application/xml", "text/xml"})
_FEEDISH = re.compile(
    r"(?:^|[/._=?&-])(?:rss\d*|atom|feeds?|rdf|xmlfeed|newsfeed|index\.xml)(?:$|[/._=?&-])|feed\.json", re.I
)
_NOT_NEWS = re.compile(r"comment|podcast|/tag/|/author/|oembed|wp-json|sport|recipe", re.I)
_COMMON: Final = (
    "/feed/",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/feeds/posts/default",
    "/feed.json",
)
_MOST: Final = 30


def discover(body: bytes, url: str) -> tuple[str, ...]:
    """Addresses that may be feeds of the home page at `url`, the best first, each once, 30 at the most.

    First what the page names as feeds in its head, then what it links to and looks like one, then, and only where it
    names none, the paths at which feeds commonly are. None of them has been asked.
    """
    found = named(body, url)
    if found:
        return found
    guesses = (absolute(path, url) for path in _COMMON)
    return tuple(guess for guess in guesses if guess is not None)


def named(body: bytes, url: str) -> tuple[str, ...]:
    """The feeds that the page names or links to, the best first; none where it is no page."""
    try:
        tree = parse(encodings.page_text(body, url), url)
    except InputError:
        return ()
    base = next((absolute(each.get("href"), url) for each in tree.iter("base")), None) or url
    ranked = [*_in_head(tree, base, url), *_linked(tree, base, url)]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(link for _, link in ranked))[:_MOST]


def _in_head(tree: Element, base: str, url: str) -> Iterator[tuple[int, str]]:
    for each in tree.iter("link"):
        rels = (each.get("rel") or "").lower().split()
        kind = (each.get("type") or "").partition(";")[0].strip().lower()
        link = absolute(each.get("href"), base)
        if link is None or link == url or not {"alternate", "feed"} & set(rels) or "stylesheet" in rels:
            continue
        certain = "feed" in rels or (kind in MEDIA_TYPES and kind not in _VAGUE)
        if certain or (kind in _VAGUE and _FEEDISH.search(link)):
            yield _rank(link, attributes(each, "title"), url), link


def _linked(tree: Element, base: str, url: str) -> Iterator[tuple[int, str]]:
    for each in tree.iter("a"):
        link = absolute(each.get("href"), base)
        if link is not None and link != url and _looks_like_one(link):
            yield 10 + _rank(link, words(each)[:100], url), link


def _looks_like_one(link: str) -> bool:
    parts = urlsplit(link)
    return _FEEDISH.search(f"{parts.path}?{parts.query}" if parts.query else parts.path) is not None


def _rank(link: str, title: str, url: str) -> int:
    """0 for a feed of news on the site itself; more for feeds of comments, of parts, and of other sites."""
    elsewhere = _site(link) != _site(url)
    return 2 * bool(_NOT_NEWS.search(link) or _NOT_NEWS.search(title)) + elsewhere


def _site(url: str) -> str:
    return ".".join((urlsplit(url).hostname or "").split(".")[-2:])
