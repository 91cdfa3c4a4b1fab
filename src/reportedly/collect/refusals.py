"""Pages without an article: front pages, consent walls, checks against robots, empty shells of scripts."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.collect.tree import Element, one_line, words
from reportedly.errors import InputError
from reportedly.schema import FetchOutcome, Issue


class Wall(NamedTuple):
    """What stands in place of an article."""

    problem: str
    outcome: FetchOutcome
    pattern: str


WALLS: Final = (
    Wall(
        "a check against robots, not an article",
        FetchOutcome.CAPTCHA,
        r"verify (?:that )?you(?: are|.re) (?:not )?(?:a )?(?:human|robot)|captcha|checking your browser|"
        r"are you a robot|unusual (?:traffic|activity)|access denied|request blocked|pardon our interruption|"
        r"just a moment\.\.\.|security check to access",
    ),
    Wall(
        "a page that shows its article only by script",
        FetchOutcome.FAILED,
        r"(?:enable|requires?|turn on|need) javascript|javascript (?:is )?(?:disabled|required)|"
        r"unsupported browser|browser is not supported",
    ),
    Wall(
        "a consent wall, not an article",
        FetchOutcome.CONSENT,
        r"before you continue|we value your privacy|we (?:and our|use)\b.{0,80}\b(?:partners|cookies)|"
        r"consent to (?:the )?(?:use|storing|processing)|manage (?:your )?(?:cookie|privacy|consent)|"
        r"(?:accept|reject) all",
    ),
    Wall(
        "a login or subscription wall, not an article",
        FetchOutcome.PAYWALL,
        r"(?:log in|sign in|subscribe|register) to (?:continue|read|access|keep)|subscribers? only|"
        r"already a subscriber",
    ),
    Wall(
        "an error page, not an article",
        FetchOutcome.GONE,
        r"\b404\b|page (?:you (?:requested|are looking for)|not found|could ?n.t be found)|"
        r"no longer available",
    ),
)
"""What a page that holds no article says, and what it is then."""

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
    sentences = [text for text in paragraphs if is_sentence(text)]
    text = one_line(" ".join(paragraphs))
    if sentences and len(text) <= _SHORT_TEXT and not is_article:
        _refuse_wall(text, name)
    if not sentences:
        _refuse_wall(_shown(tree), name)
    if (not sentences and len(list(tree.iter("a"))) >= _LINKS) or (not is_article and _is_front_page(tree, sentences)):
        raise InputError(name, "a page of links, not an article", "save the page of one article")
    if not sentences:
        raise InputError(name, "no article found in the page", "save the page of one article, or its text as .txt")


def wall(page: Element | str) -> FetchOutcome | None:
    """Which wall stands in place of an article, in a page in which none was found; None for no wall that is known.

    Not for a page with an article: around that, the same words are furniture.

    Args:
        page: its tree, or all text that it shows, title included.
    """
    found = _wall(page if isinstance(page, str) else _shown(page))
    return None if found is None else found.outcome


def outcome(issue: Issue) -> FetchOutcome | None:
    """Which wall the cleaner met, where that is why it gave this issue; None for any other."""
    return next((wall.outcome for wall in WALLS if wall.problem == issue.problem), None)


def _wall(shown: str) -> Wall | None:
    if len(shown) > _SHORT_PAGE:
        return None
    return next((wall for wall in WALLS if re.search(wall.pattern, shown, re.I)), None)


def _shown(tree: Element) -> str:
    body = tree.find(".//body")
    title = tree.find(".//title")
    return f"{words(body if body is not None else tree)} {words(title) if title is not None else ''}"


def _refuse_wall(shown: str, name: str) -> None:
    if (found := _wall(shown)) is not None:
        raise InputError(name, found.problem, _AGAIN)


def is_sentence(text: str) -> bool:
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
        run = run + 1 if is_sentence(words(paragraph)) else 0
        if run >= _RUN:
            return True
    return False
