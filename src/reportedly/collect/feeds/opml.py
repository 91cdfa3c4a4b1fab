"""Lists of feeds in OPML 1 and 2: read with all their groups, and written so that reading gives the same again."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from reportedly.collect import addresses
from reportedly.collect.feeds import identity, words
from reportedly.collect.feeds.markup import markup_of, text_of
from reportedly.collect.feeds.scan import scan
from reportedly.collect.feeds.tags import language_of
from reportedly.errors import InputError
from reportedly.knowledge.outlets import by_domain
from reportedly.schema import FeedKind, Issue, Subscription
from reportedly.schema.base import Noun

SPACE: Final = "urn:reportedly:opml"
"""The namespace of the attributes that OPML does not have: `outlet`, `kind`, `verified`."""

_PARTED: Final = " / "
_DEEPEST: Final = 200
_MOST: Final = 100_000


class Outline(Noun, frozen=True, kw_only=True):
    """A list of feeds.

    Attributes:
        subscriptions: in the order of the file, each feed once.
        issues: feeds that were left out, and why.
    """

    title: str | None = None
    subscriptions: tuple[Subscription, ...] = ()
    issues: tuple[Issue, ...] = ()


def read(body: bytes, where: str = "OPML") -> Outline:
    """The feeds in an OPML file.

    Groups that lie in one another are one name, parted by ` / `. A feed without a name has none; one that stands there
    twice is taken once. Its outlet is the one that the file names, else the one that publishes at its address.

    Args:
        body: the file.
        where: its name, for the messages.

    Raises:
        InputError: it is no OPML, or damaged before the first feed.
    """
    markup = markup_of(text_of(body, None, where))
    scanned = scan(markup.xml, _MOST)
    if scanned.root != "opml":
        raise InputError(where, "no OPML", "export the list of feeds as OPML from the program that holds it")
    root = _tree(markup.xml if scanned.breaks else scanned.xml)
    body_element = None if root is None else root.find("{*}body")
    if body_element is None and scanned.breaks:
        raise InputError(where, f"damaged OPML ({scanned.breaks[0]})", "export the list again")
    issues = [
        Issue(where=where, problem=f"damaged or cut off ({each})", remedy="export the list again")
        for each in scanned.breaks[:1]
    ]
    found: dict[str, Subscription] = {}
    for element, group in _outlines(body_element):
        subscription = _subscription(element, group)
        if subscription is None:
            issues.append(_no_address(element, where))
        elif subscription.id in found:
            issues.append(_twice(subscription, where))
        else:
            found[subscription.id] = subscription
    title = words.plain(root.findtext("{*}head/{*}title"), words.LONGEST_TITLE, marked=False)
    return Outline(title=title, subscriptions=tuple(found.values()), issues=tuple(issues))


def write(subscriptions: Iterable[Subscription], title: str = "Feeds") -> bytes:
    """The feeds as OPML 2, in their order; a group is an outline around those that follow one another in it."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    root = etree.Element("opml", {"version": "2.0"}, nsmap={"reportedly": SPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for group, feeds in groupby(subscriptions, key=lambda each: each.group):
        parent = body if group is None else etree.SubElement(body, "outline", {"text": group, "title": group})
        for feed in feeds:
            etree.SubElement(parent, "outline", _attributes(feed))
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _tree(xml: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415 - heavy

    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}
    return etree.fromstring(xml, etree.XMLParser(recover=True, **safe))


def _outlines(body: Any) -> Iterator[tuple[Any, str | None]]:
    """Every outline that is meant to be a feed, with the names of the groups around it."""
    stack: list[tuple[Any, tuple[str, ...]]] = [] if body is None else [(body, ())]
    while stack:
        element, groups = stack.pop()
        if element is not body:
            if _address(element) is not None or (element.get("type") or "").lower() in ("rss", "atom"):
                yield element, _PARTED.join(groups) or None
            name = _attribute(element, "text") or _attribute(element, "title")
            groups = (*groups, name) if name and len(groups) < _DEEPEST else groups
        stack.extend((child, groups) for child in reversed(element) if isinstance(child.tag, str))


def _subscription(element: Any, group: str | None) -> Subscription | None:
    given = _address(element)
    url = identity.absolute(given, "") if given else None
    if given is None or url is None:
        return None
    home = identity.absolute(_attribute(element, "htmlurl"), url)
    text = _attribute(element, "text")
    kind = element.get(f"{{{SPACE}}}kind")
    return Subscription(
        id=identity.subscription_id(url),
        url=url,
        title=_attribute(element, "title") or (text if text not in (given, url) else None),
        home=home,
        outlet=_outlet(element.get(f"{{{SPACE}}}outlet"), url, home),
        language=language_of(_attribute(element, "language")),
        group=group,
        kind=FeedKind(kind) if kind in set(FeedKind) else FeedKind.FEED,
        verified=element.get(f"{{{SPACE}}}verified") == "true",
    )


def _outlet(said: str | None, url: str, home: str | None) -> str | None:
    """The outlet that the file names, none where it names the empty one, else the one at the address."""
    if said is not None:
        return said.strip() or None
    for address in (url, home):
        host = addresses.host(address) if address else None
        if host and (outlet := by_domain(host)) is not None:
            return outlet.id
    return None


def _attributes(feed: Subscription) -> dict[str, str]:
    given = {
        "type": "rss",
        "text": feed.title or feed.url,
        "title": feed.title,
        "xmlUrl": feed.url,
        "htmlUrl": feed.home,
        "language": feed.language,
        f"{{{SPACE}}}outlet": feed.outlet or "",
        f"{{{SPACE}}}kind": None if feed.kind is FeedKind.FEED else str(feed.kind),
        f"{{{SPACE}}}verified": "true" if feed.verified else None,
    }
    return {name: value for name, value in given.items() if value is not None}


def _address(element: Any) -> str | None:
    found = _attribute(element, "xmlurl")
    if found is None and (element.get("type") or "").lower() in ("rss", "atom"):
        found = _attribute(element, "url")
    return found


def _attribute(element: Any, name: str) -> str | None:
    """An attribute without blanks around it, whatever the case of its name; None where it is empty or missing."""
    value = next((value for key, value in element.attrib.items() if key.lower() == name), None)
    return (value.strip() or None) if value is not None else None


def _no_address(element: Any, where: str) -> Issue:
    name = words.plain(_attribute(element, "text") or _attribute(element, "title"), 80, marked=False)
    given = words.plain(_address(element), 80, marked=False)
    problem = f"{name or 'a feed without a name'}: {f'{given!r} is no address of the web' if given else 'no address'}"
    return Issue(where=where, problem=problem, remedy="give it an xmlUrl that begins with http:// or https://")


def _twice(feed: Subscription, where: str) -> Issue:
    return Issue(where=where, problem=f"{feed.url} stands there twice", remedy="nothing to do: the first is taken")
