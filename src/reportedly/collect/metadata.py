"""What a page says of itself: headline, outlet, byline, address and language."""

import html
import re
from dataclasses import dataclass

from reportedly.collect import addresses, byline
from reportedly.collect.jsonld import LinkedArticle, linked_article
from reportedly.collect.metatags import MetaTags
from reportedly.collect.tree import Element, one_line, short_words, words

_DOMAIN = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?$", re.I)
_SEPARATOR = re.compile(r"\s+[-\u2013\u2014|\u00b7\u2022:\u00bb]+\s+")
_WORD = re.compile(r"\w+")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline", "title")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "byl",
    "sailthru.author",
    "article.author",
)
_SITES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "copyright",
)
_LONGEST_SITE = 60
_LONGEST_HEADLINE = 300
_AUTHOR_PLACES = " | ".join(
    f".//*[{test}]"
    for test in (
        "@rel='author'",
        "@itemprop='author'",
        "contains(@class,'byline')",
        "contains(@class,'author-')",
    )
)


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """What a page says of itself.

    Attributes:
        title: the headline as the page shows it, else as its metadata gives it.
        headline: the headline that the page shows; None where it shows none.
        url: where it is, as the page says itself, else as it is known.
        canonical: where it is, as the page says itself.
        linked: its JSON-LD.
    """

    title: str | None
    headline: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    canonical: str | None
    language: str | None
    is_article: bool
    meta: MetaTags
    linked: LinkedArticle | None


def page_facts(tree: Element, known_url: str | None, known_outlet: str | None = None) -> PageFacts:
    """What the page says of itself.

    Args:
        tree: the page.
        known_url: where it came from, if that is known.
        known_outlet: who publishes it, as its feed says; goes behind what the page says and before its domain.
    """
    meta = MetaTags(tree)
    linked = linked_article(tree)
    canonical = _url(tree, meta, linked)
    url = canonical or addresses.web(known_url)
    outlet = _outlet(meta, linked) or known_outlet or outlet_of_domain(url)
    title = _title(tree, meta, linked, outlet)
    headline = _headline(tree, title)
    return PageFacts(
        title=headline or title,
        headline=headline,
        outlet=outlet,
        byline=_byline(tree, meta, linked),
        url=url,
        canonical=canonical,
        language=_language(tree, meta, linked),
        is_article=bool(linked and linked.is_article) or (meta.get("og:type") or "").lower() == "article",
        meta=meta,
        linked=linked,
    )


def _url(tree: Element, meta: MetaTags, linked: LinkedArticle | None) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    candidates = (*links, meta.get("og:url"), linked.url if linked else None, meta.get("twitter:url"))
    return next((url for candidate in candidates if (url := addresses.web(candidate))), None)


def _outlet(meta: MetaTags, linked: LinkedArticle | None) -> str | None:
    names = [
        meta.get("og:site_name"),
        linked.outlet if linked else None,
        *(meta.get(name) for name in _SITES[1:]),
    ]
    for name in names:
        if name and len(name) <= _LONGEST_SITE and not name.startswith("@") and not _DOMAIN.match(name):
            return html.unescape(name)
    return None


def outlet_of_domain(url: str | None) -> str | None:
    """The name of the outlet that publishes at an address; None where it is not known."""
    from reportedly.knowledge.outlets import by_domain  # noqa: PLC0415 - reads its table on first use

    host = addresses.host(url) if url else None
    outlet = by_domain(host) if host else None
    return None if outlet is None else outlet.name


def _title(tree: Element, meta: MetaTags, linked: LinkedArticle | None, outlet: str | None) -> str | None:
    element = tree.find(".//head/title")
    candidates = [
        linked.headline if linked and linked.is_article else None,
        *(meta.get(name) for name in _TITLES),
        words(element) if element is not None else None,
    ]
    title = next((one_line(html.unescape(text)) for text in candidates if text), None)
    return _without_outlet(title, outlet) if title else None


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the name of the site that many pages put after it, or before."""
    pieces = _SEPARATOR.split(title)
    site = set(_WORD.findall((outlet or "").lower()))
    for drop in (-1, 0):
        named = set(_WORD.findall(pieces[drop].lower()))
        if len(pieces) > 1 and named and site and (named <= site or site <= named):
            cut = title.rindex(pieces[-1]) if drop == -1 else len(pieces[0])
            rest = title[:cut] if drop == -1 else title[cut:]
            return re.sub(
                r"^[\s\-\u2013\u2014|\u00b7\u2022:\u00bb]+|[\s\-\u2013\u2014|\u00b7\u2022:\u00bb]+$", "", rest
            )
    return title


def _headline(tree: Element, title: str | None) -> str | None:
    """The heading that is the headline: the one nearest to the title, or the only first-level one."""
    first = [text for element in tree.iter("h1") if (text := short_words(element, _LONGEST_HEADLINE))]
    best = max(first, key=lambda text: _likeness(text, title), default=None)
    if best is not None and (_likeness(best, title) >= 0.5 or (len(first) == 1 and len(best.split()) >= 4)):
        return best
    others = [text for element in tree.iter("h2", "h3") if (text := short_words(element, _LONGEST_HEADLINE))]
    best = max(others, key=lambda text: _likeness(text, title), default=None)
    return best if best is not None and _likeness(best, title) >= 0.8 else None


def _likeness(text: str, title: str | None) -> float:
    """The share of words that two headlines have in common, 0 to 1."""
    mine, other = set(_WORD.findall(text.lower())), set(_WORD.findall((title or "").lower()))
    return len(mine & other) / len(mine | other) if mine and other else 0.0


def _byline(tree: Element, meta: MetaTags, linked: LinkedArticle | None) -> str | None:
    marked = tree.xpath(_AUTHOR_PLACES)
    shown = [text for element in marked[:10] if (text := short_words(element, _LONGEST_HEADLINE))]
    candidates = [linked.byline if linked else None, *(meta.get(name) for name in _AUTHORS), *shown]
    return next((name for text in candidates if text and (name := byline.cleaned(html.unescape(text)))), None)


def _language(tree: Element, meta: MetaTags, linked: LinkedArticle | None) -> str | None:
    root = tree.getroottree().getroot()
    declared = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
    )
    others = (meta.get("content-language"), linked.language if linked else None, meta.get("og:locale"))
    return next((value for value in (*declared, *others) if value and value.strip()), None)
