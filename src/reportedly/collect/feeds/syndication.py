"""RSS 0.90 to 2.0, RDF and Atom: what feedparser makes of them, as drafts of items.

feedparser is given bytes that are well-formed, in UTF-8, without a document type (see `markup` and `scan`), wrapped so
that it takes them for no address and no file; what of it would clean HTML or follow addresses is switched off.
"""

import calendar
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from time import struct_time
from typing import Any, Final, NamedTuple
from xml.parsers import expat

from reportedly.collect.feeds import words
from reportedly.collect.feeds.drafts import Draft
from reportedly.collect.feeds.scan import Scan
from reportedly.errors import InputError

_FAULTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What damaged feeds may set off inside feedparser; the other items are still to be read."""

_CREDITED_ROLES: Final = frozenset({"author", "reporter", "publishing company", "owner", "distribution company"})
"""Roles in `media:credit` that speak of the words; the other ones, and none, speak of the picture."""

_MAIL = re.compile(r"[^\s()<>@]{1,64}@[^\s()<>@]{1,255}")


class Parsed(NamedTuple):
    """A feed as feedparser reads it; `lost` items set off a fault and are left out."""

    version: str
    title: str | None
    home: str | None
    language: str | None
    following: tuple[str, ...]
    drafts: tuple[Draft, ...]
    lost: int


def parse(scanned: Scan, url: str) -> Parsed:
    """The feed in `scanned`; where an item is more than feedparser can bear, the others are read one by one.

    Raises:
        InputError: not even what stands before its items can be read.
    """
    try:
        return _parsed(scanned.xml, url, 0)
    except _FAULTS:
        return _one_by_one(scanned, url)


def _one_by_one(scanned: Scan, url: str) -> Parsed:
    head = scanned.xml[: scanned.spans[0][0]] if scanned.spans else b""
    try:
        whole = _parsed(head + scanned.close, url, 0)
    except _FAULTS as fault:
        raise InputError(url, "a feed that cannot be read", "look at it in a browser") from fault
    drafts: list[Draft] = []
    lost = 0
    for start, end in scanned.spans:
        try:
            drafts.extend(_parsed(head + scanned.xml[start:end] + scanned.close, url, 0).drafts)
        except _FAULTS:
            lost += 1
    return whole._replace(drafts=tuple(drafts), lost=lost)


def _parsed(xml: bytes, url: str, lost: int) -> Parsed:
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    _check_names(xml)
    found = feedparser.parse(
        io.BytesIO(xml),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    feed = found["feed"]
    title, marked = _marked(feed, "title")
    return Parsed(
        version=feedparser.api.SUPPORTED_VERSIONS.get(found.get("version") or "", "RSS or Atom").partition(" (")[0],
        title=words.plain(title, words.LONGEST_TITLE, marked=marked),
        home=_text(feed, "link"),
        language=_text(feed, "language"),
        following=tuple(_links(feed, "next")),
        drafts=tuple(_draft(entry) for entry in found["entries"] if entry),
        lost=lost,
    )


def _check_names(xml: bytes) -> None:
    """Do nothing where names and their prefixes are as XML wants them; else feedparser would read it as tag soup.

    Raises:
        ValueError: they are not.
    """
    try:
        expat.ParserCreate("utf-8", " ").Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(expat.ErrorString(error.code)) from error


def _draft(entry: Mapping[str, Any]) -> Draft:
    guid = _text(entry, "id")
    title, title_marked = _marked(entry, "title")
    summary, summary_marked = _summary(entry)
    source = _within(entry, "source")
    return Draft(
        links=tuple(_candidates(entry, guid)),
        guid=guid,
        title=title,
        title_marked=title_marked,
        summary=summary,
        summary_marked=summary_marked,
        author=_author(entry),
        language=_text(_within(entry, "title_detail"), "language") or _text(entry, "language"),
        published=_text(entry, "published") or _text(entry, "created"),
        updated=_text(entry, "updated"),
        published_fallback=_moment(entry, "published_parsed"),
        updated_fallback=_moment(entry, "updated_parsed"),
        outlet=_text(source, "title"),
        outlet_url=_text(source, "href") or _text(source, "link"),
        credits=tuple(_credits(entry)),
    )


def _candidates(entry: Mapping[str, Any], guid: str | None) -> Iterator[str]:
    """Where the piece is: what a go-between notes as the first link, the page, any link, a guid that is one."""
    for name in ("feedburner_origlink", "pheedo_origlink"):
        if (link := _text(entry, name)) is not None:
            yield link
    links = _all(entry, "links")
    pages = [each for each in links if each.get("rel", "alternate") == "alternate"]
    yield from (each["href"] for each in pages if each.get("type", "text/html") == "text/html" and each.get("href"))
    yield from (each["href"] for each in pages if each.get("href"))
    if (link := _text(entry, "link")) is not None and all(each.get("rel") != "enclosure" for each in links[:1]):
        yield link
    if guid is not None and guid.startswith(("http://", "https://")):
        yield guid


def _links(feed: Mapping[str, Any], rel: str) -> Iterator[str]:
    return (each["href"] for each in _all(feed, "links") if each.get("rel") == rel and each.get("href"))


def _marked(entry: Mapping[str, Any], name: str) -> tuple[str | None, bool]:
    """A text, and whether it holds markup: only Atom can say that it does not."""
    return _text(entry, name), _text(_within(entry, f"{name}_detail"), "type") != "text/plain"


def _summary(entry: Mapping[str, Any]) -> tuple[str | None, bool]:
    summary, marked = _marked(entry, "summary")
    if summary is not None:
        return summary, marked
    for content in _all(entry, "content"):
        if (value := _text(content, "value")) is not None:
            return value, _text(content, "type") != "text/plain"
    return None, True


def _author(entry: Mapping[str, Any]) -> str | None:
    """Who wrote it, without addresses of mail: `desk@news.example (Jane Roe)` is Jane Roe."""
    names = [name for each in _all(entry, "authors") if (name := _text(each, "name")) is not None]
    if len(names) > 1:
        return ", ".join(dict.fromkeys(names))
    text = _MAIL.sub(" ", _text(entry, "author") or "".join(names)).replace("()", " ").strip()
    return (text[1:-1] if text.startswith("(") and text.endswith(")") else text).strip() or None


def _credits(entry: Mapping[str, Any]) -> Iterator[str]:
    for name in ("dc_source", "publisher"):
        if (text := _text(entry, name)) is not None:
            yield text
    for credit in _all(entry, "media_credit"):
        if (_text(credit, "role") or "").lower() in _CREDITED_ROLES and (text := _text(credit, "content")) is not None:
            yield text


def _text(held: Mapping[str, Any], name: str) -> str | None:
    """A text, as it stands; feedparser's own look-up gives one key for another and warns."""
    value = dict.get(held, name) if isinstance(held, dict) else None
    return (value.strip() or None) if isinstance(value, str) else None


def _within(held: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = dict.get(held, name) if isinstance(held, dict) else None
    return value if isinstance(value, dict) else {}


def _all(held: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    value = dict.get(held, name) if isinstance(held, dict) else None
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _moment(entry: Mapping[str, Any], name: str) -> datetime | None:
    value = dict.get(entry, name) if isinstance(entry, dict) else None
    if not isinstance(value, struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
