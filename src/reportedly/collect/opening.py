"""The opening of an article: what stands between its headline and the part that is taken for its main text."""

import re
from collections.abc import Iterator, Sequence

from reportedly.collect import byline, dateline, furniture, pictures
from reportedly.collect.tree import KEPT, Element, attributes, is_elsewhere, short_words

_TAGS = ("p", "h2", "h3", "h4", "div", "span")
_HEADINGS = ("h1", "h2", "h3")
_STANDFIRST = re.compile(
    r"standfirst|stand-first|sub-?title|sub-?head|\bdek\b|\bdeck\b|summary|descp|lede?\b|\bintro\b|strapline",
    re.I,
)
_CREDITED = re.compile(r"^(?:By|BY) [A-Z].*\d{4}|^(?:VIDEO|WATCH|LIVE|AUDIO)\b")
_MOST = 6
_FARTHEST = 120
_LONGEST = 500
_FEWEST_WORDS = 6
_SENTENCE_ENDS = (".", "!", "?", '"', "\u201d")


def above(tree: Element, headline: str | None, paragraphs: Sequence[str]) -> list[str]:
    """Standfirst, captions and dateline that stand over the first of `paragraphs` and are not among them.

    Nothing where the page does not show its headline shortly before that paragraph, or with too much between.
    """
    if headline is None or not paragraphs:
        return []
    known = set(paragraphs)
    found: list[str] = []
    for element in _after_headline(tree, headline):
        text = short_words(element, max(_LONGEST, len(paragraphs[0])))
        if text and (text == paragraphs[0] or text.startswith(paragraphs[0])):
            return found if len(found) <= _MOST else []
        if text and text not in known and text not in found and _belongs(element, text):
            found.append(pictures.without_credit(text))
    return []


def _after_headline(tree: Element, headline: str) -> Iterator[Element]:
    """The elements that follow the headline in the page."""
    started = False
    count = 0
    for element in tree.iter("h1", *_TAGS):
        if started:
            count += 1
            yield element
        elif element.tag in _HEADINGS and short_words(element, len(headline)) == headline:
            started = True
        if count > _FARTHEST:
            return


def _belongs(element: Element, text: str) -> bool:
    """Whether a line is text of the article: a sentence, a line marked as standfirst, or a dateline."""
    if len(text) > _LONGEST or furniture.is_furniture(text) or is_elsewhere(element):
        return False
    if byline.names_of(text) is not None or _CREDITED.match(text):
        return False
    if element.tag == "p" and (place := dateline.find(text)) is not None and place.end == len(text):
        return True
    if element.get(KEPT) is not None:
        return True
    if len(text.split()) < _FEWEST_WORDS:
        return False
    marked = _STANDFIRST.search(attributes(element, "class", "id", "itemprop", "data-testid")) is not None
    return marked or (element.tag in ("p", "h2") and text.endswith(_SENTENCE_ENDS))
