"""Pages without an article: front pages, consent walls, puzzles against robots, empty shells of scripts."""

import re
from typing import TYPE_CHECKING

from reportedly.collect.tree import words
from reportedly.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROBOT = re.compile(
    r"verify (?:that )?you are (?:a )?human|checking your browser|are you a robot|unusual (?:traffic|activity)|captcha|"
    r"access denied|request blocked|please verify you|security check|just a moment\.\.\.|bot detection|pardon our interruption",
    re.I,
)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|(?:we|our partners|and our \d* ?partners).{0,80}cookies|"
    r"consent to (?:the )?(?:use|storing|processing)|manage (?:your )?(?:cookie|privacy|consent)|accept all|reject all",
    re.I | re.S,
)
_SCRIPT = re.compile(r"(?:enable|requires?|turn on|need) javascript|javascript (?:is )?(?:disabled|required)|unsupported browser", re.I)
_LOGIN = re.compile(r"(?:log in|sign in|subscribe|register) to (?:continue|read|access|keep)|subscribers? only|already a subscriber", re.I)
_MISSING = re.compile(r"\b404\b|page (?:you (?:requested|are looking for)|not found|could ?n.t be found)|no longer available", re.I)
_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4\u1362]")
_FEWEST_WORDS = 8
_FEWEST_CHARACTERS = 40
_SHORT = 1500


def is_article(paragraphs: list[str]) -> bool:
    """Whether one of the paragraphs is a sentence of eight words, in whatever script."""
    return any(
        len(text) >= _FEWEST_CHARACTERS
        and (len(text.split()) >= _FEWEST_WORDS or not text.isascii())
        and _SENTENCE.search(text)
        for text in paragraphs
    )


def is_front_page(tree: "HtmlElement", paragraphs: list[str]) -> bool:
    """Whether a page is a list of other articles: mostly links, and no paragraph longer than a teaser."""
    headings = [heading for heading in tree.iter("h2", "h3", "h4") if heading.find(".//a") is not None or _linked(heading)]
    links = [link for link in tree.iter("a") if len(words(link).split()) >= 4]
    long = [text for text in paragraphs if len(text) >= 250]
    return not long and len(paragraphs) < 60 and len(links) >= 8 and len(headings) >= 5


def _linked(element: "HtmlElement") -> bool:
    return any(above.tag == "a" for above in element.iterancestors())


def refusal(tree: "HtmlElement", name: str, *, front_page: bool = False) -> InputError:
    """The error of a page that holds no article, saying as far as can be told what it is instead."""
    body = tree.find(".//body")
    shown = words(body if body is not None else tree)
    everything = f"{shown[:20_000]} {words(title) if (title := tree.find('.//title')) is not None else ''}"
    reload = "save the page again once the article itself is on the screen"
    if len(shown) < _SHORT or not front_page:
        for pattern, problem in (
            (_ROBOT, "a check against robots, not an article"),
            (_SCRIPT, "a page that shows its article only by script"),
            (_CONSENT, "a consent wall, not an article"),
            (_LOGIN, "a login or subscription wall, not an article"),
            (_MISSING, "an error page, not an article"),
        ):
            if pattern.search(everything) and len(shown) < 4 * _SHORT:
                return InputError(name, problem, reload)
    if front_page or len(list(tree.iter("a"))) >= 15:
        return InputError(name, "a page of links, not an article", "save the page of one article")
    return InputError(name, "no article found in the page", "save the page of one article, or give its text as .txt")
