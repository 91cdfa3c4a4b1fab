"""When a page was published: the places where it says so, the most reliable first."""

import re
from collections.abc import Iterator
from datetime import datetime

from reportedly.collect.dates import Moment, believable, from_iso, from_text
from reportedly.collect.metadata import PageFacts
from reportedly.collect.tree import Element, attributes, is_elsewhere, short_words
from reportedly.schema import DateSource

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "og:pubdate", "datepublished", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published-date", "published_time", "published_at",
    "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date", "dcterms.date", "dc.issued", "date.release", "release_date", "ptime", "displaydate", "date",
    "datecreated",
)  # fmt: skip
_SHOWN = re.compile(r"publi|pubdate|posted|dateline|timestamp|date(?:time)?\b|\btime\b", re.I)
_CHANGED = re.compile(r"modif|updat|revis|edited|changed", re.I)
_LONGEST_LINE = 120
_SHORT_LINE = 60
_FARTHEST = 60
_NOT_SHOWN = ("head", "title", "meta", "link", "base", "script", "style", "noscript", "option", "template")
_LISTS = ("ul", "ol", "li", "table")

_URL_DATES = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/|$)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3})/(?P<day>\d{1,2})(?:/|$)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
)


def published(tree: Element, facts: PageFacts, as_of: datetime) -> tuple[Moment, DateSource] | None:
    """When the page was published and what says so; None where nothing does.

    JSON-LD, then meta tags, then what the page shows near its headline, then its address. When it was changed
    does not count, and neither does what lies before 1990 or after `as_of`.
    """
    for source, moments in (
        (DateSource.JSON_LD, _linked(facts)),
        (DateSource.META, _meta(facts)),
        (DateSource.PAGE, _page(tree, facts)),
        (DateSource.URL, _url(facts.url)),
    ):
        for moment in moments:
            if believable(moment, as_of):
                return moment, source
    return None


def _linked(facts: PageFacts) -> Iterator[Moment]:
    if facts.linked and facts.linked.published:
        yield from _read(facts.linked.published)


def _meta(facts: PageFacts) -> Iterator[Moment]:
    for name in _META:
        if value := facts.meta.get(name):
            yield from _read(value)


def _read(value: str) -> Iterator[Moment]:
    moment = from_iso(value) or from_text(value[:_LONGEST_LINE])
    if moment is not None:
        yield moment


def _page(tree: Element, facts: PageFacts) -> Iterator[Moment]:
    """Dates that the page shows: marked as its time, then as text next to the headline."""
    start = _headline_element(tree, facts)
    nearby = list(_after(tree, start))
    for element in nearby:
        if element.tag == "time" and not _is_change(element) and not is_elsewhere(element):
            yield from _read(element.get("datetime") or "")
            yield from _read(_before_change(short_words(element, _LONGEST_LINE) or ""))
    for element in nearby[:_FARTHEST]:
        line = short_words(element, _LONGEST_LINE)
        if line and not _is_change(element) and not is_elsewhere(element) and _may_be_dated(element, line):
            moment = from_text(_before_change(line))
            if moment is not None:
                yield moment


def _may_be_dated(element: Element, line: str) -> bool:
    """Whether a date in a line near the headline would be that of the page: marked so, or short and in no list."""
    if _SHOWN.search(attributes(element, "class", "itemprop", "id")):
        return True
    return len(line) <= _SHORT_LINE and not any(above.tag in _LISTS for above in (element, *element.iterancestors()))


def _headline_element(tree: Element, facts: PageFacts) -> Element | None:
    for element in tree.iter("h1", "h2", "h3"):
        if facts.headline and short_words(element, len(facts.headline)) == facts.headline:
            return element
    return None


def _after(tree: Element, start: Element | None) -> Iterator[Element]:
    """The elements after the headline, then the few before it; all of them where there is no headline."""
    elements = [element for element in tree.iter() if element.tag not in _NOT_SHOWN]
    index = elements.index(start) if start is not None else 0
    yield from elements[index:]
    yield from reversed(elements[max(0, index - 15) : index])


def _is_change(element: Element) -> bool:
    """Whether the date in it is that of a change, by its marks or the words right before it."""
    parent = element.getparent()
    before = element.getprevious()
    said = before.tail if before is not None else parent.text if parent is not None else None
    marks = attributes(element, "class", "itemprop", "id", "data-testid")
    return _CHANGED.search(f"{marks} {(said or '')[-30:]}") is not None


def _before_change(line: str) -> str:
    """The part of a line that comes before what it says of changes, or nothing where it begins with that."""
    found = _CHANGED.search(line)
    return line if found is None else line[: found.start()]


def _url(url: str | None) -> Iterator[Moment]:
    for pattern in _URL_DATES:
        if url and (found := pattern.search(url)):
            year, month, day = found["year"], found["month"], found["day"]
            numeric = f"{year}-{month:0>2}-{day:0>2}"
            moment = from_iso(numeric) if month.isdigit() else from_text(f"{day} {month} {year}")
            if moment is not None:
                yield moment
