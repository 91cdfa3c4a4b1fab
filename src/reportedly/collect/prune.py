"""What is taken out of a page's tree before its main text is looked for, and what is put in its way."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.collect import furniture
from reportedly.collect.tree import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:newsletter|newsletters|signup|sign-up|subscribe|subscription|promo|related|recirc|readmore|"
    r"read-more|read-next|also-read|alsoread|recommended|recommendations|trending|most-read|mostread|most-popular|"
    r"outbrain|taboola|cookie|cookies|cookie-banner|consent|gdpr|share|sharing|share-bar|sharebar|social|"
    r"social-share|social-links|follow-us|advert|advertisement|ad-slot|ad-unit|sponsored|donate|donation|"
    r"comments|disqus|breadcrumb|breadcrumbs|tag-list|taglist|topics-list|more-on|more-stories|"
    r"morestories|photo-credit|image-credit|img-credit|credit|credits|copyright)(?=$|[\s_-])",
    re.I,
)
_PRUNED_TAGS = ("div", "section", "aside", "ul", "ol", "p", "span", "form", "table", "small", "h2", "h3", "h4", "h5")
_LARGEST_SHARE = 0.2
_LINKED_SHARE = 0.95


def prune(tree: "HtmlElement") -> None:
    """Take newsletter boxes, teasers, share bars and the like out of the tree, and keep captions in it.

    Nothing is taken that holds the headline of the page or a good part of its paragraphs.
    """
    _keep_captions(tree)
    total = sum(len(words(paragraph)) for paragraph in tree.iter("p"))
    for element in list(_marked(tree)):
        if element.getparent() is not None and not _essential(element, total):
            element.drop_tree()
    for element in list(tree.iter("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote")):
        if element.getparent() is not None and _is_teaser(element):
            element.drop_tree()


def _marked(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    for element in tree.iter(*_PRUNED_TAGS):
        if _FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            yield element


def _essential(element: "HtmlElement", total: int) -> bool:
    if element.get("itemprop") == "articleBody" or element.find(".//h1") is not None:
        return True
    if element.tag == "blockquote" or element.find(".//blockquote") is not None:
        return True
    held = sum(len(words(paragraph)) for paragraph in element.iter("p"))
    return held > _LARGEST_SHARE * total and held > 200


def _is_teaser(element: "HtmlElement") -> bool:
    """Whether a paragraph is nothing but a link to another article, or a line of furniture with a link."""
    links = list(element.iter("a"))
    if not links or element.find(".//img") is not None:
        return False
    text = words(element)
    if len(text) > 300:
        return False
    linked = sum(len(words(link)) for link in links)
    if linked >= _LINKED_SHARE * len(text) and element.tag == "p":
        return not text.endswith((".", "!", "?", '"', "\u201d", ":")) and len(text.split()) >= 3
    return furniture.is_furniture(text)


def _keep_captions(tree: "HtmlElement") -> None:
    """Put the caption of a picture as a paragraph in its place, where it is a sentence."""
    from lxml.html import Element  # noqa: PLC0415 - heavy

    for figure in list(tree.iter("figure")):
        caption = figure.find(".//figcaption")
        if caption is None or figure.find(".//table") is not None or figure.getparent() is None:
            continue
        text = furniture.caption(words(caption))
        if text is not None:
            paragraph = Element("p")
            paragraph.text = text
            figure.addprevious(paragraph)
