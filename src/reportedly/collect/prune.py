"""What is taken out of a page's tree before its main text is looked for, and the captions that are kept."""

import re
from collections.abc import Iterator

from reportedly.collect import furniture, pictures
from reportedly.collect.tree import Element, attributes, put_before, short_words, words

_MARKS = (
    "newsletters?", "sign-?up", "subscribe", "subscription", "promo", "related", "recirc", "read-?more",
    "read-next", "also-?read", "recommended", "recommendations", "trending", "most-?read", "most-popular",
    "outbrain", "taboola", "cookies?", "cookie-banner", "consent", "gdpr", "share", "sharing", "share-?bar",
    "social", "follow-us", "advert", "advertisement", "ad-slot", "ad-unit", "sponsored", "donate",
    "donation", "comments", "disqus", "breadcrumbs?", "tag-?list", "topics-list", "more-on",
    "more-?stories", "credits?", "copyright",
)  # fmt: skip
_MARKED = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_MARKS)})(?=$|[\s_-])", re.I)
_TAGS = ("div", "section", "aside", "ul", "ol", "p", "span", "form", "table", "small", "h2", "h3", "h4", "h5")
_LARGEST_SHARE = 0.2
_SMALL = 200
_LINKED_SHARE = 0.95
_LONGEST_TEASER = 300
_FEWEST_WORDS = 3
_ENDS = (".", "!", "?", '"', "\u201d", ":")


def prune(tree: Element) -> None:
    """Take newsletter boxes, teasers, share bars and the like out of the tree, and keep captions in it.

    Nothing is taken that holds the headline of the page, a quotation, or a good part of its paragraphs.
    """
    _keep_captions(tree)
    for element in list(_boxes(tree)):
        if element.getparent() is not None:
            element.drop_tree()
    for paragraph in list(tree.iter("p")):
        if paragraph.getparent() is not None and _is_link(paragraph):
            paragraph.drop_tree()


def _boxes(tree: Element) -> Iterator[Element]:
    """The elements that their class or id marks as furniture, and that hold nothing of the article."""
    held = {element: 0 for element in tree.iter(*_TAGS) if _MARKED.search(attributes(element, "class", "id"))}
    total = 0
    for paragraph in tree.iter("p"):
        size = len(words(paragraph))
        total += size
        for above in (paragraph, *paragraph.iterancestors()):
            if above in held:
                held[above] += size
    for element, size in held.items():
        if size <= max(_SMALL, _LARGEST_SHARE * total) and not _is_essential(element):
            yield element


def _is_essential(element: Element) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    return element.find(".//h1") is not None or element.find(".//blockquote") is not None


def _is_link(paragraph: Element) -> bool:
    """Whether a paragraph is nothing but a link to another article: its headline, and no sentence."""
    if paragraph.find(".//a") is None or paragraph.find(".//img") is not None:
        return False
    text = short_words(paragraph, _LONGEST_TEASER)
    if not text or text.endswith(_ENDS) or len(text.split()) < _FEWEST_WORDS:
        return False
    return sum(len(words(link)) for link in paragraph.iter("a")) >= _LINKED_SHARE * len(text)


def _keep_captions(tree: Element) -> None:
    """Put the caption of a picture as a paragraph in its place, where it is a sentence."""
    for figure in list(tree.iter("figure")):
        caption = figure.find(".//figcaption")
        if caption is None or figure.find(".//table") is not None or figure.getparent() is None:
            continue
        text = pictures.caption(words(caption))
        if text is not None and not furniture.is_furniture(text):
            put_before(figure, text)
