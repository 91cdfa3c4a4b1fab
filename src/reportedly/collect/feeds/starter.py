"""The feeds that come with the package: outlets and agencies of all regions, international bodies, travel advice."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from reportedly.collect.feeds import opml
from reportedly.errors import InputError, KnowledgeError
from reportedly.knowledge.outlets import outlets
from reportedly.schema import Subscription

NAME: Final = "feeds.opml"


@cache
def starter() -> tuple[Subscription, ...]:
    """The feeds of the starter set, in the order of the file, grouped by region; none of them is verified.

    Raises:
        KnowledgeError: the file is missing or damaged.
    """
    return _outline().subscriptions


def findings() -> Iterator[str]:
    """What is wrong in the starter set: damaged or repeated entries, missing languages, unknown outlets."""
    outline = _outline()
    yield from (each.problem for each in outline.issues)
    known = {outlet.id for outlet in outlets()}
    titles = Counter(feed.title for feed in outline.subscriptions)
    for feed in outline.subscriptions:
        if feed.language is None:
            yield f"{feed.url} names no language"
        if feed.group is None:
            yield f"{feed.url} stands in no group"
        if feed.title is None or titles[feed.title] > 1:
            yield f"{feed.url} has no name of its own ({feed.title})"
        if feed.outlet is not None and feed.outlet not in known:
            yield f"{feed.url} is of the unknown outlet {feed.outlet!r}"
        if feed.verified:
            yield f"{feed.url} says that it is verified, which only a store can know"


def _outline() -> opml.Outline:
    try:
        body = files("reportedly").joinpath(f"knowledge/data/{NAME}").read_bytes()
        return opml.read(body, f"knowledge/data/{NAME}")
    except FileNotFoundError as problem:
        raise KnowledgeError(f"knowledge/data/{NAME} is missing; reinstall the package") from problem
    except InputError as problem:
        raise KnowledgeError(str(problem)) from problem
