"""What a page says of itself in JSON-LD: the article among its linked data."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.collect.tree import Element, one_line

_ARTICLE_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "AskPublicNewsArticle", "ReviewNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "Article",
    "BlogPosting", "Report", "SocialMediaPosting", "TechArticle", "ScholarlyArticle",
)  # fmt: skip
_PAGE_TYPES = ("WebPage", "ItemPage", "CreativeWork", "VideoObject")
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_NODES = 2000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|[\s;]*(?:-->|//\s*\]\]>|\]\]>)?[\s;]*$")
_HALF = re.compile(r"[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can escape and no text can hold."""

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, kw_only=True)
class LinkedArticle:
    """The fields of the page's article that concern us, as they are written there."""

    is_article: bool
    headline: str | None
    published: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    language: str | None


def linked_article(tree: Element) -> LinkedArticle | None:
    """The article that the page's JSON-LD describes; failing that, the page; None where there is neither."""
    nodes = list(_nodes(tree))
    ids = {id_: node for node in nodes if isinstance(id_ := node.get("@id"), str) and len(node) > 1}
    for types in (_ARTICLE_TYPES, _PAGE_TYPES):
        fitting = [node for node in nodes if _is(node, types)]
        if fitting:
            dated = [node for node in fitting if _text(node.get("datePublished"))]
            return _linked((dated or fitting)[0], ids, is_article=types is _ARTICLE_TYPES)
    return None


def _linked(node: dict[str, "Json"], ids: dict[str, dict[str, "Json"]], *, is_article: bool) -> LinkedArticle:
    names = list(dict.fromkeys(_names(node.get("author") or node.get("creator"), ids)))
    return LinkedArticle(
        is_article=is_article,
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        outlet=next(_names(node.get("publisher") or node.get("sourceOrganization"), ids), None),
        byline=", ".join(names) or None,
        url=_text(node.get("url")),
        language=_text(node.get("inLanguage")),
    )


def _nodes(tree: Element) -> Iterator[dict[str, "Json"]]:
    """The objects at the top of every script, of its graph, and those that they are about."""
    scripts = (script for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower())
    pending: list[Json] = [_parsed(script.text) for script in scripts if script.text]
    seen = 0
    while pending and seen < _MOST_NODES:
        node = pending.pop(0)
        seen += 1
        if isinstance(node, list):
            pending[:0] = node
        elif isinstance(node, dict):
            yield node
            pending.extend(node[key] for key in _INTO if isinstance(node.get(key), list | dict))


def _parsed(text: str) -> "Json":
    try:
        parsed: Json = json.loads(_WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None
    return parsed


def _is(node: dict[str, "Json"], types: tuple[str, ...]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.rpartition("/")[2] in types for name in kinds)


def _names(value: "Json", ids: dict[str, dict[str, "Json"]]) -> Iterator[str]:
    """The names in a person, an organisation, a list of them, or a reference to one in the graph."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            if text := _text(item):
                yield text
        elif isinstance(item, dict):
            reference = item.get("@id")
            node = ids.get(reference, item) if isinstance(reference, str) and "name" not in item else item
            name = node.get("name")
            if text := _text(name[0] if isinstance(name, list) and name else name):
                yield text


def _text(value: "Json") -> str | None:
    if isinstance(value, dict):
        value = value.get("@value")
    return (one_line(_HALF.sub("\N{REPLACEMENT CHARACTER}", value)) or None) if isinstance(value, str) else None
