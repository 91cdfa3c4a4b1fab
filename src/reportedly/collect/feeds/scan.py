"""One pass over the XML of a feed: what it is, where its items lie, and where it breaks.

It lets the feed be cut to as many items as are wanted, and whole items be kept where others are broken or cut off,
before anything slower reads it. Nothing is expanded: there is no document type left (see `markup`).
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, NoReturn
from xml.parsers import expat

from reportedly.collect.tree import MOST_DEPTH

_ITEMS: Final[Mapping[str, str]] = {
    "rss": "item",
    "rdf": "item",
    "feed": "entry",
    "urlset": "url",
    "sitemapindex": "sitemap",
}
"""What an item is called, by the root of the document."""

_ROOT_NAME = re.compile(rb"<[\w.-]+(?::[\w.-]+)?")
_MOST_BREAKS = 20
_MOST_ATTRIBUTES = 200
_TAGS_OF_AN_ITEM = 5_000
_TAGS_AN_ITEM = 300
"""How many tags one item may have, and how many they may have on the average: what reads them later is slow."""

_SPACES: Final[Mapping[str, str]] = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


class Scan(NamedTuple):
    """A feed that can be read.

    Attributes:
        xml: well-formed, with no more items than were asked for.
        root: local name of the first element, in lower case; empty where there is none.
        spans: where each of its items begins and ends in `xml`, in bytes.
        close: the end tags that an item needs to stand alone after what comes before the first.
        total: how many items there were in all.
        breaks: what the parser said where items were left out or the rest was lost.
    """

    xml: bytes
    root: str
    spans: tuple[tuple[int, int], ...]
    close: bytes
    total: int
    breaks: tuple[str, ...]


def scan(xml: bytes, most: int) -> Scan:
    """The feed in `xml`, cut to its first `most` items, without those that are broken."""
    breaks: list[str] = []
    while True:
        pass_ = _Pass(xml, most)
        problem = pass_.run()
        if problem is None:
            break
        breaks.append(problem)
        after = pass_.next_item()
        if after is None or len(breaks) >= _MOST_BREAKS or not pass_.safe:
            xml = xml[: pass_.safe] + _closing(pass_.open_at_safe)
            break
        xml = xml[: pass_.safe] + xml[after.start() :]
    spans = pass_.spans[:most]
    if len(pass_.spans) > most:
        xml = xml[: spans[-1][1] if spans else pass_.safe] + _closing(pass_.parents)
    xml, shift = _declared(xml, pass_)
    moved = tuple((start + shift, end + shift) for start, end in spans)
    return Scan(xml, pass_.root, moved, _closing(pass_.parents), len(pass_.spans), tuple(breaks))


class _Pass:
    """One run of the parser; `safe` is where the last whole part of the feed ended, with what was open there."""

    def __init__(self, xml: bytes, most: int) -> None:
        self.xml = xml
        self._most = most
        self._tags = self._tags_before = 0
        self.root = ""
        self.safe = 0
        self.open_at_safe: tuple[str, ...] = ()
        self.parents: tuple[str, ...] = ()
        self.spans: list[tuple[int, int]] = []
        self.used: set[str] = set()
        self.at_root: set[str] = {"xml", "xmlns"}
        self.root_at = 0
        self._stopped_at: int | None = None
        self._name = ""
        self._open: list[str] = []
        self._item: tuple[int, int] | None = None  # its depth, and where it begins
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = _refuse

    def run(self) -> str | None:
        """What is wrong, in a few words; None where nothing is."""
        try:
            self.parser.Parse(self.xml, True)
        except expat.ExpatError as error:
            return expat.ErrorString(error.code).lower()
        except _Stopped as error:
            return str(error)
        return None

    def next_item(self) -> re.Match[bytes] | None:
        """Where the first item begins after the place at which the parser stopped."""
        if not self._name:
            return None
        tag = re.compile(rb"<(?:[\w.-]+:)?" + self._name.encode("ascii") + rb"[\s/>]", re.I)
        at = self.parser.CurrentByteIndex if self._stopped_at is None else self._stopped_at
        return tag.search(self.xml, max(at + 1, self.safe))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        names = (name, *attributes)
        self.used.update(each.partition(":")[0] for each in names if ":" in each)
        depth = len(self._open)
        if depth == 0:
            self.root = name.rpartition(":")[2].lower()
            self.root_at = self.parser.CurrentByteIndex
            self._name = _ITEMS.get(self.root, "")
            self.at_root.update(each[6:] for each in attributes if each.startswith("xmlns:"))
        if depth >= MOST_DEPTH:
            self._stop("nested too deeply")
        if len(attributes) > _MOST_ATTRIBUTES:
            self._stop("a tag with too many attributes")
        if len(self.spans) < self._most:
            self._count()
        if self._item is None and depth in (1, 2) and name.rpartition(":")[2].lower() == self._name:
            self._item = depth, self.parser.CurrentByteIndex
            self._tags_before = self._tags
            self.parents = tuple(self._open)
        self._open.append(name)
        if self._item is None and depth <= 1:
            self._mark_safe()

    def _count(self) -> None:
        self._tags += 1
        of_item = self._tags - self._tags_before if self._item is not None else 0
        if of_item > _TAGS_OF_AN_ITEM or self._tags > _TAGS_AN_ITEM * self._most + _TAGS_OF_AN_ITEM:
            self._stop("too many tags")

    def _stop(self, why: str) -> NoReturn:
        self._stopped_at = self.parser.CurrentByteIndex
        raise _Stopped(why)

    def _end(self, _name: str) -> None:
        self._open.pop()
        if self._item is not None and self._item[0] == len(self._open):
            self.spans.append((self._item[1], self._end_of_tag()))
            self._item = None
        if self._item is None and len(self._open) <= 2:
            self._mark_safe()

    def _end_of_tag(self) -> int:
        return self.xml.find(b">", self.parser.CurrentByteIndex) + 1

    def _mark_safe(self) -> None:
        self.safe, self.open_at_safe = self._end_of_tag(), tuple(self._open)


class _Stopped(Exception):  # noqa: N818 - it is no error, it ends a pass
    """The pass ends here."""


def _refuse(*_declaration: object) -> None:
    raise _Stopped("declares entities")


def _closing(names: tuple[str, ...]) -> bytes:
    return "".join(f"</{name}>" for name in reversed(names)).encode("utf-8")


def _declared(xml: bytes, found: _Pass) -> tuple[bytes, int]:
    """`xml` with every prefix that it uses declared at its root, and by how many bytes that moved what follows."""
    missing = sorted(found.used - found.at_root)
    root = _ROOT_NAME.match(xml, found.root_at)
    if not missing or root is None:
        return xml, 0
    given = "".join(f' xmlns:{prefix}="{_SPACES.get(prefix, f"urn:undeclared:{prefix}")}"' for prefix in missing)
    added = given.encode("utf-8")
    return xml[: root.end()] + added + xml[root.end() :], len(added)
