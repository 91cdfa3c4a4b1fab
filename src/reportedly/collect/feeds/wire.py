"""The agency whose report an item is: named by the feed, by its author, or in brackets at its end.

`collect.wire` finds the agency of a whole text; what an agency is called, both know from `knowledge.outlets`.
"""

import re
from collections.abc import Iterable

from reportedly.collect import dateline
from reportedly.knowledge.outlets import agency

_PARTS = re.compile(r"\s*(?:[,/;|&]|\band\b|\bwith\b|\bvia\b)\s*")
_AROUND = re.compile(
    r"^(?:by|from|source|credit)[:\s]\s*|^(?:the|©)\s+|\s+(?:staff|(?:staff )?writers?|reporters?|correspondents?)$",
    re.I,
)
_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*[.…]?\s*$")
_AFTER_DASH = re.compile(r"\s[-–—|]\s+([^–—|]{2,40})$")
_LONGEST = 200


def credited(
    explicit: Iterable[str | None], author: str | None, title: str | None, summary: str | None, outlet: str | None
) -> str | None:
    """The agency credited with an item, as printed; None where none is.

    Args:
        explicit: what the feed calls the item's source or publisher.
        author: who wrote it, as the feed says.
        title: plain text; an agency may stand at its end, in brackets or after a dash.
        summary: plain text; an agency may stand in its dateline or in brackets at its end.
        outlet: who publishes it: an agency is not credited with what it publishes itself.
    """
    candidates = (
        *(name for text in explicit for name in _named(text)),
        *_named(author),
        *_at_end(title, _BRACKET, _AFTER_DASH),
        *_of_dateline(summary),
        *_at_end(summary, _BRACKET),
    )
    own = agency(outlet) if outlet else None
    return next((name for name in candidates if (found := agency(name)) is not None and found != own), None)


def _named(text: str | None) -> Iterable[str]:
    for part in _PARTS.split((text or "")[:_LONGEST]):
        name = part.strip(" .")
        yield name
        yield _AROUND.sub("", _AROUND.sub("", name))


def _at_end(text: str | None, *patterns: re.Pattern[str]) -> Iterable[str]:
    for pattern in patterns:
        if found := pattern.search((text or "")[-_LONGEST:]):
            yield from _named(found[1])


def _of_dateline(summary: str | None) -> Iterable[str]:
    found = dateline.find(summary) if summary else None
    if found is not None and found.agency:
        yield found.agency
