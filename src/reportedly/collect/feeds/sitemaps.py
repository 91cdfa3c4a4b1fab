"""Sitemaps: of news, of pages, indexes of them, and the lines of robots.txt that name them."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from reportedly.collect.feeds.drafts import Draft
from reportedly.collect.feeds.identity import absolute
from reportedly.collect.feeds.scan import Scan

MOST_ENTRIES: Final = 50_000
"""The most entries that one sitemap may have by its protocol."""

_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.I | re.M)
_SORTABLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Parsed(NamedTuple):
    """A sitemap: `drafts` of its pages, the newest first, or `children` of an index, the newest first."""

    version: str
    drafts: tuple[Draft, ...]
    children: tuple[str, ...]
    left_out: int


def parse(scanned: Scan, url: str, most: int) -> Parsed:
    """The sitemap or index in `scanned`: its `most` newest entries; those without a date come last."""
    entries = [_fields(element) for element in _entries(scanned.xml, scanned.root)]
    entries.sort(key=_newest_first)
    index = scanned.root == "sitemapindex"
    news = any("title" in each or "publication_date" in each for each in entries)
    chosen = entries[:most]
    locations = (absolute(each.get("loc"), url) for each in chosen)
    return Parsed(
        version="sitemap index" if index else "news sitemap" if news else "sitemap",
        drafts=() if index else tuple(_draft(each) for each in chosen),
        children=tuple(dict.fromkeys(each for each in locations if each)) if index else (),
        left_out=scanned.total - len(chosen),
    )


def sitemaps(robots: str, url: str) -> tuple[str, ...]:
    """The sitemaps that the text of a robots.txt at `url` names, absolute, in order, each once."""
    found = (absolute(line[1], url) for line in _LINE.finditer(robots))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _entries(xml: bytes, root: str) -> Iterator[Any]:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}
    tree = etree.fromstring(xml, etree.XMLParser(recover=True, **safe))
    name = "sitemap" if root == "sitemapindex" else "url"
    return (element for element in tree.iter(f"{{*}}{name}"))


def _fields(entry: Any) -> dict[str, str]:
    """The texts within an entry by their local names: the first of each."""
    found: dict[str, str] = {}
    for element in entry.iter():
        if isinstance(element.tag, str) and element is not entry and element.text and element.text.strip():
            inside = element.getparent().tag.rpartition("}")[2]
            if inside not in ("image", "video"):
                found.setdefault(element.tag.rpartition("}")[2], element.text.strip())
    return found


def _newest_first(entry: dict[str, str]) -> tuple[int, ...]:
    """Sorts by day, the latest first; the order within a day stays as it is given."""
    date = _SORTABLE.match(entry.get("publication_date") or entry.get("lastmod") or "")
    return tuple(-int(part) for part in date[0].split("-")) if date else (0,)


def _draft(entry: dict[str, str]) -> Draft:
    return Draft(
        links=(entry.get("loc", ""),),
        title=entry.get("title"),
        language=entry.get("language"),
        published=entry.get("publication_date"),
        updated=entry.get("lastmod"),
        outlet=entry.get("name"),
    )
