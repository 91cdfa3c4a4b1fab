"""Pages that stand in front of what was asked for: consent walls, checks against robots, logins and subscriptions.

They are recorded as what they are and never kept as articles. Nothing is done to get past them.
"""

import re
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from reportedly.collect.fetch.answer import Answer
from reportedly.collect.refusals import wall
from reportedly.schema import FetchOutcome

_BY_HOST: Final = (
    (re.compile(r"^(?:consent|guce|cookiewall|myprivacy)\.[^.]+\."), FetchOutcome.CONSENT),
    (re.compile(r"^captcha\.[^.]+\.|\.captcha-delivery\.com$|\.perfdrive\.com$"), FetchOutcome.CAPTCHA),
    (re.compile(r"^(?:login|signin|sso|accounts?|auth|subscribe|abo)\.[^.]+\."), FetchOutcome.PAYWALL),
)
_BY_PATH: Final = (
    (re.compile(r"/(?:cookie-?wall|consent|privacy-gate|cookie-consent)(?:[/.]|$)"), FetchOutcome.CONSENT),
    (re.compile(r"/(?:captcha|sorry/index|cdn-cgi/challenge-platform)(?:[/.]|$)"), FetchOutcome.CAPTCHA),
    (re.compile(r"/(?:log-?in|sign-?in|subscribe|subscription|paywall|register)(?:[/.]|$)"), FetchOutcome.PAYWALL),
)  # fmt: skip
_NAMED: Final = frozenset((FetchOutcome.CAPTCHA, FetchOutcome.CONSENT, FetchOutcome.PAYWALL))
_CHECKS: Final = ("cf-mitigated", "x-amzn-waf-action", "x-datadome", "x-px-captcha", "x-sucuri-block")
_ARTICLE: Final = re.compile(rb"""["'][a-z]{0,20}(?:article|posting)["']""", re.I)
_HIDDEN: Final = re.compile(
    rb"<(script|style|template|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S
)
_MARKUP: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|title)\b", re.I)
_HEADINGS: Final = re.compile(rb"<(title|h1)\b[^>]{0,500}>(.{0,500}?)</\1\s*>", re.I | re.S)
_BARE: Final = re.compile(r"access denied|request blocked", re.I)
_PARAGRAPH: Final = re.compile(rb"<p\b", re.I)
_MAY_BE_WALLS: Final = frozenset((401, 403, 429, 503))
_LARGEST: Final = 512 * 1024
_FEW_WORDS: Final = 600
_SHORT_TEXT: Final = 2500
_PARAGRAPHS: Final = 3


def at(url: str) -> FetchOutcome | None:
    """What kind of wall a redirect leads to, by the address; None where nothing says that it is one."""
    try:
        parts = urlsplit(url.lower())
    except ValueError:
        return None
    for place, patterns in ((parts.hostname or "", _BY_HOST), (parts.path, _BY_PATH)):
        for pattern, outcome in patterns:
            if pattern.search(place):
                return outcome
    return None


def found(answer: Answer) -> FetchOutcome | None:
    """What kind of wall an answer is; None where it is none that is known.

    A good answer is one only where its page is short, marks nothing as an article, and says so, in its title where it
    has more than a few words: a banner about cookies makes no wall. What is left the cleaner judges, which sees the
    text.
    """
    if answer.status == 402:
        return FetchOutcome.PAYWALL
    challenged = any(answer.headers.get(name) in ("challenge", "captcha") for name in _CHECKS)
    if challenged or (not answer.is_good and any(name in answer.headers for name in _CHECKS)):
        return FetchOutcome.CAPTCHA
    if not _is_page(answer) or not (answer.is_good or answer.status in _MAY_BE_WALLS):
        return None
    body = answer.body or b""
    return _of_good(body) if answer.is_good else _of_error(body)


def _is_page(answer: Answer) -> bool:
    body = answer.body or b""
    if len(body) > _LARGEST or answer.media_type not in (None, "text/html", "application/xhtml+xml"):
        return False
    return _MARKUP.search(body[:4096]) is not None


def _of_good(body: bytes) -> FetchOutcome | None:
    if _ARTICLE.search(body):
        return None
    seen = _HIDDEN.sub(b" ", body)
    words = _words(seen)
    if len(words) > _SHORT_TEXT:
        return None
    if len(words) > _FEW_WORDS:
        if len(_PARAGRAPH.findall(seen)) >= _PARAGRAPHS:
            return None
        words = _words(b" ".join(heading for _, heading in _HEADINGS.findall(seen)))
    return _named(words)


def _of_error(body: bytes) -> FetchOutcome | None:
    """A page with status 403 that only says so is no wall."""
    return _named(_BARE.sub(" ", _words(_HIDDEN.sub(b" ", body))[:_SHORT_TEXT]))


def _named(words: str) -> FetchOutcome | None:
    kind = wall(words)
    return kind if kind in _NAMED else None


def _words(markup: bytes) -> str:
    """What markup shows, on one line; it takes time in proportion to its length, whatever stands in it."""
    first, *parts = markup.split(b"<")
    shown = b" ".join((first, *(part.partition(b">")[2] for part in parts)))
    return " ".join(unescape(shown.decode("utf-8", errors="replace")).split())
