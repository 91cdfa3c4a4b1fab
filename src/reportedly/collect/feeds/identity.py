"""Addresses in feeds: made absolute, freed of tracking without touching the rest, and what ids come of them."""

import hashlib
import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 2048
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|at_(?:medium|campaign|custom\d|ptr_\w+)|"
    r"cmpid|ocid|ns_\w+|guccounter|traffic_source)(?:=.*)?",
    re.I | re.S,
)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
_PORTS = {"http": 80, "https": 443}


def absolute(link: str | None, base: str) -> str | None:
    """`link` as an absolute address of the web, without fragment and tracking; None where it is none.

    What else the address has is left as it stands, for servers read it in ways of their own.

    Examples:
        >>> absolute("/a?id=3&utm_source=rss#top", "https://news.example/feed")
        'https://news.example/a?id=3'
    """
    text = (link or "").strip()
    if not text or _UNSAFE.search(text):
        return None
    try:
        parts = urlsplit(urljoin(base, text.replace(" ", "%20")))
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or parts.username is not None:
        return None
    query = "&".join(pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    found = parts._replace(query=query, fragment=fragment, path=parts.path or "/").geturl()
    return found if len(found) <= _LONGEST else None


def subscription_id(url: str) -> str:
    """The id of the feed at `url`: 12 hexadecimal digits, the same for http and https and for any spelling of the host.

    Examples:
        >>> subscription_id("HTTP://News.Example:80/rss") == subscription_id("https://news.example/rss")
        True
    """
    return hashlib.blake2b(_key(url.strip()).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _key(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return url
    where = parts.hostname if port in (None, _PORTS[parts.scheme.lower()]) else f"{parts.hostname}:{port}"
    return f"//{where}{parts.path or '/'}?{parts.query}"
