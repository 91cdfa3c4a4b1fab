"""Pages without an article: front pages, consent walls, checks against robots, empty shells of scripts."""

import re
from collections.abc import Sequence
from enum import StrEnum

from reportedly.collect.tree import Element, one_line, words
from reportedly.errors import InputError


class Wall(StrEnum):
    """What stands in place of an article, in the words of the message."""

    ROBOTS = "a check against robots, not an article"
    SCRIPT = "a page that shows its article only by script"
    CONSENT = "a consent wall, not an article"
    SUBSCRIPTION = "a login or subscription wall, not an article"
    ERROR = "an error page, not an article"


_WALLS = {
    Wall.ROBOTS: (
        r"verify (?:that )?you(?: are|.re) (?:not )?(?:a )?(?:human|robot)|captcha|checking your browser|"
        r"are you a robot|unusual (?:traffic|activity)|access denied|request blocked|pardon our interruption|"
        r"just a moment\.\.\.|security check to access"
    ),
    Wall.SCRIPT: (
        r"(?:enable|requires?|turn on|need) javascript|javascript (?:is )?(?:disabled|required)|"
        r"unsupported browser|browser is not supported"
    ),
    Wall.CONSENT: (
        r"before you continue|we value your privacy|we (?:and our|use)\b.{0,80}\b(?:partners|cookies)|"
        r"consent to (?:the )?(?:use|storing|processing)|manage (?:your )?(?:cookie|privacy|consent)|"
        r"(?:accept|reject) all"
    ),
    Wall.SUBSCRIPTION: (
        r"(?:log in|sign in|subscribe|register) to (?:continue|read|access|keep)|subscribers? only|"
        r"already a subscriber"
    ),
    Wall.ERROR: (
        r"\b404\b|page (?:you (?:requested|are looking for)|not found|could ?n.t be found)|"
        r"no longer available"
    ),
}
"""What a page that holds no article says, by what it is."""

_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4\u1362]")
_FEWEST_WORDS = 8
_FEWEST_CHARACTERS = 40
_SHORT_TEXT = 2500
_SHORT_PAGE = 6000
_LONG_PARAGRAPH = 250
_TEASERS = 5
_RUN = 3
_LINKS = 15
_AGAIN = "save the page again once the article itself is on the screen"


def check(tree: Element, paragraphs: Sequence[str], name: str, *, is_article: bool) -> None:
    """Do nothing where `paragraphs` are an article.

    Args:
        tree: the page that they were taken from.
        paragraphs: its main text.
        name: where it comes from, for the message.
        is_article: whether its metadata says that it is one.

    Raises:
        InputError: they are none; it says as far as can be told what the page is instead.
    """
    sentences = [text for text in paragraphs if _is_sentence(text)]
    text = one_line(" ".join(paragraphs))
    if sentences and len(text) <= _SHORT_TEXT and not is_article:
        _refuse_wall(text, name)
    if not sentences:
        body = tree.find(".//body")
        title = tree.find(".//title")
        shown = words(body if body is not None else tree)
        if len(shown) <= _SHORT_PAGE:
            _refuse_wall(f"{shown} {words(title) if title is not None else ''}", name)
    if (not sentences and len(list(tree.iter("a"))) >= _LINKS) or (not is_article and _is_front_page(tree, sentences)):
        raise InputError(name, "a page of links, not an article", "save the page of one article")
    if not sentences:
        raise InputError(name, "no article found in the page", "save the page of one article, or its text as .txt")


def wall(shown: str) -> Wall | None:
    """What the words of a page that holds no article say that it is; None where they say nothing known."""
    return next((kind for kind, pattern in _WALLS.items() if re.search(pattern, shown, re.I)), None)


def _refuse_wall(shown: str, name: str) -> None:
    if (kind := wall(shown)) is not None:
        raise InputError(name, kind.value, _AGAIN)


def _is_sentence(text: str) -> bool:
    """Whether it holds a sentence of eight words, or of as many characters in a script without blanks."""
    long_enough = len(text.split()) >= _FEWEST_WORDS or (len(text) >= _FEWEST_CHARACTERS and not text.isascii())
    return long_enough and _SENTENCE.search(text) is not None


def _is_front_page(tree: Element, sentences: Sequence[str]) -> bool:
    """Whether a page lists other articles: a linked heading for every sentence, and no run of paragraphs."""
    if any(len(text) >= _LONG_PARAGRAPH for text in sentences):
        return False
    headings = sum(1 for heading in tree.iter("h2", "h3", "h4") if _is_linked(heading))
    return headings >= max(_TEASERS, len(sentences)) and not _has_run(tree)


def _is_linked(heading: Element) -> bool:
    return heading.find(".//a") is not None or any(above.tag == "a" for above in heading.iterancestors())


def _has_run(tree: Element) -> bool:
    """Whether three paragraphs that are sentences stand side by side, as in an article."""
    run = 0
    for paragraph in tree.iter("p"):
        before = paragraph.getprevious()
        run = run if before is not None and before.tag == "p" else 0
        run = run + 1 if _is_sentence(words(paragraph)) else 0
        if run >= _RUN:
            return True
    return False
