"""Which agency a text is credited to: in its dateline, its byline, or a line of credit at its head or end."""

import re
from collections.abc import Iterable

from reportedly.collect import dateline
from reportedly.knowledge.outlets import agency

_HEAD = 8
_END = 6
_LONGEST = 240
_LONGEST_NAME = 6
_SIGNED = 60
_PARTS = re.compile(r"\s*(?:[,;|/&\u2022\u00b7]|\s[-\u2010-\u2015]+\s|\b(?:and|with|for|of|from|by)\b)\s*", re.I)
_OF_AN_AGENCY = frozenset(
    "staff news writer writers journalist journalists reporter reporters correspondent correspondents agency wire "
    "wires report service".split()
)
_BYLINE = re.compile(r"^by[:\s]\s*(?P<names>.{2,120})$", re.I)
_CREDITS = (
    re.compile(
        r"^\(?\s*(?:with|additional) (?:inputs?|reporting|files?|information|material|agency reports)"
        r"\s+(?:from|by)[:\s]+(?P<names>.{2,80}?)\s*\)?\.?$",
        re.I,
    ),
    re.compile(r"^\(?\s*(?:source|sources|via|agency|agencies|credit)\s*:\s*(?P<names>.{2,60}?)\s*\)?\.?$", re.I),
)
"""Lines that are a credit, whatever else they name."""

_SIGNATURES = (
    re.compile(r"(?:^|[.!?\"'\u2019\u201d]\s*)[-\u2010-\u2015]+\s*(?P<names>[A-Z][^.!?]{1,40}?|dpa)\s*\.?$"),
    re.compile(r"\(\s*(?P<names>[A-Z][^()]{1,40}?|dpa)\s*\)\.?$"),
    re.compile(r"^(?P<names>[A-Z][\w .'\u2019/&-]{1,40}?|dpa)\.?$"),
)
"""What the last line ends with, or a line is, that is a credit where it names agencies and nothing else."""

_CONTRIBUTED = re.compile(r"^\(?\s*(?P<names>.{2,200}?)\s+(?:also )?contributed (?:to|from|reporting)\b", re.I)


def credited(text: str, byline: str | None) -> str | None:
    """The agency credited with a text, as printed there; None where none that is known is.

    Looked at are the dateline ("(Reuters) -"), the byline ("By our staff with AP"), and the first and last lines
    ("Reuters contributed to this report.", "(AFP)", "- dpa"). That a text cites an agency is no credit.
    """
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    head, last = lines[:_HEAD], lines[-1] if lines else ""
    credited_in = (_credit(line) or _signature(line) for line in (*head[:2], *reversed(lines[-_END:])))
    return (
        _in_datelines(head)
        or _in_byline(head, byline)
        or _signature(last, behind=True)
        or next(filter(None, credited_in), None)
    )


def _in_datelines(lines: Iterable[str]) -> str | None:
    for line in lines:
        found = dateline.find(line)
        if found is not None and found.agency is not None:
            return _known(found.agency)
    return None


def _in_byline(lines: Iterable[str], byline: str | None) -> str | None:
    if byline is not None and (name := _known(byline)) is not None:
        return name
    shown = (found["names"] for line in lines if (found := _BYLINE.match(line)))
    return next((name for names in shown if (name := _known(names)) is not None), None)


def _credit(line: str) -> str | None:
    """The agency of a line that is a credit."""
    if len(line) > _LONGEST:
        return None
    if (found := _CONTRIBUTED.match(line)) and (name := _known(found["names"], is_begun=True)):
        return name
    found_names = (found["names"] for form in _CREDITS if (found := form.match(line)))
    return next((name for names in found_names if (name := _known(names)) is not None), None)


def _signature(line: str, *, behind: bool = False) -> str | None:
    """The agency of a line that is a signature and nothing else, or, with `behind`, of one that ends with it."""
    for form in _SIGNATURES:
        found = form.search(line, max(0, len(line) - _SIGNED))
        if found and (behind or found.start() == 0) and _is_all(found["names"]):
            return _known(found["names"])
    return None


def _known(names: str, *, is_begun: bool = False) -> str | None:
    """The first agency among names; where `is_begun`, also where a name begins with it ("AP writer Jane Roe")."""
    for part in (names, *_PARTS.split(names)):
        words = part.split()
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            name = " ".join(words[:count]).strip(" .,'\u2019")
            rest = {word.strip(".,").casefold() for word in words[count:]}
            if name and (is_begun or rest <= _OF_AN_AGENCY) and agency(name) is not None:
                return name
    return None


def _is_all(names: str) -> bool:
    return agency(names) is not None or all(_known(part) is not None for part in _PARTS.split(names))
