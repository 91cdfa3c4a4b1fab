"""From a saved page to an article: its main text without the furniture, and what the page says of itself."""

from datetime import datetime

from reportedly.collect import (
    addresses,
    byline,
    dateline,
    encodings,
    furniture,
    language,
    opening,
    pictures,
    prune,
    refusals,
)
from reportedly.collect.blocks import Block, blocks
from reportedly.collect.metadata import PageFacts, page_facts
from reportedly.collect.published import published
from reportedly.collect.tree import Element, one_line, parse, saved_from, too_deep
from reportedly.errors import InputError
from reportedly.schema import Article, Capture

PARAGRAPH = "\n\n"
"""What stands between two paragraphs of an article's text."""

_FIRST = 8
"""Among how many paragraphs byline and dateline are looked for: standfirst and captions may stand above them."""


def article(capture: Capture, as_of: datetime) -> Article:
    """The article of a saved page. Its text is the headline that the page shows and the paragraphs under it.

    A byline that is a paragraph of its own is kept as `byline` only. A dateline is kept as `dateline`, and in
    the text too where it credits an agency. `url` is where the page came from, else where it says that it is.

    Args:
        as_of: the present, aware; later dates are not believed.

    Raises:
        InputError: no page, no article in it, or not in English.
    """
    markup = encodings.page_text(capture.body, capture.name, capture.charset)
    tree = parse(markup, capture.name)
    came_from = addresses.web(capture.url or saved_from(markup))
    item = capture.item
    facts = page_facts(tree, came_from, item.outlet if item else None)
    when = published(tree, facts, as_of)
    paragraphs = main_text(tree, facts, capture.name)
    paragraphs, place = _without_dateline(paragraphs)
    shown = byline.byline_of(paragraphs[:_FIRST])
    body = [text for text in paragraphs if byline.names_of(text) is None and text != facts.byline] or paragraphs
    text = PARAGRAPH.join([facts.headline, *body] if facts.headline else body)
    return Article(
        id=capture.id or "",
        url=came_from or facts.canonical,
        canonical_url=_elsewhere(facts.canonical, came_from),
        title=facts.title,
        outlet=facts.outlet,
        byline=facts.byline or shown,
        dateline=place,
        language=language.checked(text, facts.language or (item.language if item else None), capture.name),
        published_at=when[0].at if when else None,
        date_source=when[1] if when else None,
        date_precision=when[0].precision if when else None,
        text=text,
    )


def _elsewhere(canonical: str | None, came_from: str | None) -> str | None:
    """The address that a page gives itself, where it is another than the one that it came from."""
    if canonical is None or came_from is None or addresses.canonical(canonical) == addresses.canonical(came_from):
        return None
    return canonical


def body_text(page: bytes) -> str | None:
    """The main text of a page without its headline, a blank line between paragraphs; None without one."""
    try:
        tree = parse(encodings.page_text(page, "page"), "page")
        return PARAGRAPH.join(main_text(tree, page_facts(tree, None), "page"))
    except InputError:
        return None


def main_text(tree: Element, facts: PageFacts, name: str) -> list[str]:
    """The paragraphs of the main text, without the headline. The tree is changed on the way.

    Raises:
        InputError: there is no article in the page.
    """
    prune.prune(tree)
    paragraphs = _without_furniture(_main_part(tree, name), facts)
    paragraphs = [*opening.above(tree, facts.headline, paragraphs), *paragraphs]
    refusals.check(tree, paragraphs, name, is_article=facts.is_article)
    return paragraphs


def _main_part(tree: Element, name: str) -> list[Block]:
    """The blocks of the part of the page that trafilatura takes for its main text."""
    import trafilatura  # noqa: PLC0415 - heavy

    try:
        document = trafilatura.bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except RecursionError as error:
        raise too_deep(name) from error
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        # What damaged markup may set off inside it; the other pages are still to be read.
        problem = f"damaged markup ({type(error).__name__}: {one_line(str(error))[:80]})"
        raise InputError(name, problem, "save the page again, or give its text as .txt") from error
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(blocks(document.body))


def _without_furniture(found: list[Block], facts: PageFacts) -> list[str]:
    """The paragraphs that are text: after the label of a list of teasers, none until the next sentence."""
    kept: list[str] = []
    after_label = False
    for block in found:
        text = pictures.without_credit(block.text)
        is_title = after_label and not text.endswith((".", "!", "?", '"', "\u201d"))
        is_headline = len(kept) < _FIRST and text == facts.headline
        if furniture.is_label(text):
            after_label = block.is_heading
        elif not (furniture.is_furniture(text) or is_title or is_headline):
            after_label = False
            kept.append(text)
    return kept


def _without_dateline(paragraphs: list[str]) -> tuple[list[str], str | None]:
    """The paragraphs without the dateline of the first of them that has one, and that dateline."""
    for index, text in enumerate(paragraphs[:_FIRST]):
        found = dateline.find(text)
        if found is None:
            continue
        if found.agency is not None:
            return paragraphs, found.text
        rest = text[found.end :]
        return [*paragraphs[:index], *([rest] if rest.strip() else []), *paragraphs[index + 1 :]], found.text
    return paragraphs, None
