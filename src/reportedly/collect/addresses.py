"""Addresses: their canonical form, and the ids that articles without a name take from them."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|yclid|_ga|ref|ref_src|ref_url|smid|smtyp|cmpid|"
    r"cmp|ocid|ito|s_cid|ns_.*|at_(?:medium|campaign|link.*|custom.*|bbc.*|ptr.*|format)|guccounter|guce_.*|taid|traffic_source",
    re.I,
)
_LONGEST = 2048


def canonical(url: str) -> str:
    """`url` as every copy of it is written: host in lower case, no fragment, no tracking, no default port.

    What is no web address comes back as it is.

    Examples:
        >>> canonical("HTTPS://News.Example:443/a?utm_source=x&page=2#top")
        'https://news.example/a?page=2'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = parts.hostname
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url
    if port is not None and port != (443 if parts.scheme.lower() == "https" else 80):
        host = f"{host}:{port}"
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)])
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~", errors="replace")
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def web(url: str | None) -> str | None:
    """`url` where it is an address on the web, else None."""
    if not url or len(url) > _LONGEST:
        return None
    text = url.strip()
    return text if re.match(r"https?://[^\s/]+\.[^\s]+$", text, re.I) and host(text) else None


def host(url: str) -> str | None:
    """The host of an address in lower case; None where it has none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def derived_id(url: str | None, text: str) -> str:
    """The id of an article that brings none: 16 hexadecimal digits over its address and its text."""
    key = f"{canonical(url) if url else ''}\n{text}"
    return hashlib.sha256(key.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
