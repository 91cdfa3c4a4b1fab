"""What must not be written down is taken out of addresses before they are logged."""

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

HIDDEN: Final = "***"
"""What stands in place of a secret."""

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.\-]*://[^\s\"'<>|]+", re.I)
_NAMES: Final = re.compile(
    r"(?:.*[-_.])?(?:api_?key|key|token|secret|sig|sign|signature|auth|authorization|pass|passwd|password|pwd|session|"
    r"sessionid|sid|credentials?|jwt|hmac|otp|access|ticket)(?:[-_.]?(?:id|key|token|secret))?",
    re.I,
)
_LONG: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=.\-]{24,}")
"""A value of so many letters and digits is a key more often than it is a word."""


def bare(text: str) -> str:
    """`text` with every address in it as it may be logged: no user, no password, no value that looks like a key.

    Examples:
        >>> bare("https://ann:pw@news.example/a?page=2&api_key=abc#top failed")
        'https://news.example/a?page=2&api_key=*** failed'
    """
    return _ADDRESS.sub(lambda found: _address(found[0]), text)


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:  # no address after all, and nobody knows what it holds
        return f"{url.partition('://')[0]}://{HIDDEN}"
    host = parts.netloc.rpartition("@")[2]
    query = parts.query
    if any(_is_secret(name, value) for name, value in pairs):
        query = urlencode([(name, HIDDEN if _is_secret(name, value) else value) for name, value in pairs], safe="*")
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def _is_secret(name: str, value: str) -> bool:
    return bool(value) and bool(_NAMES.fullmatch(name) or _LONG.fullmatch(value))
