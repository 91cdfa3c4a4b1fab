"""Who a hop of a chain is: named or not, which country it speaks for, and what tells it from others."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from reportedly.knowledge.countries import countries
from reportedly.knowledge.outlets import outlets
from reportedly.schema import Hop, HopKind

_PEOPLE: Final = frozenset(
    "official officer source diplomat aide adviser advisor insider lawmaker soldier fighter commander worker "
    "witness resident villager doctor medic analyst expert investigator person people man woman colleague relative "
    "representative figure member delegate employee".split()
)
"""Heads of noun phrases that say what somebody is and not who."""
_TAIL = re.compile(r",|\s+(?:of|in|from|at|with|who|for|near|close|familiar|involved|briefed|told)\b")
_COUNTRY = re.compile(r"([A-Z]{3})(?:/|$)")
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w.'’-]+")


def is_unnamed(hop: Hop) -> bool:
    """Whether the text says what the source is, at most, and not who: "two officers", "residents", nobody at all.

    A body or whoever speaks for one counts as named; so do outlets and documents.
    """
    if hop.name is None or hop.kind is HopKind.UNNAMED:
        return True
    if hop.kind in {HopKind.OUTLET, HopKind.DOCUMENT}:
        return False
    words = _WORD.findall(_TAIL.split(hop.name, maxsplit=1)[0]) or [""]
    # A lone word may have its large letter from where it stands.
    head = words[0].lower() if len(words) == 1 else words[-1]
    single = head.removesuffix("s") if head not in _PEOPLE else head
    return head[:1].islower() and single in _PEOPLE


def side(hop: Hop) -> str | None:
    """The country that a source speaks for, by its entity or the nationality in its name; None where neither says."""
    if hop.kind in {HopKind.OUTLET, HopKind.DOCUMENT, HopKind.WITNESS}:
        return None
    found = _COUNTRY.match(hop.entity or "")
    if found is not None:
        return found[1]
    words = _WORD.findall(hop.name or "")
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next((code for word in (*pairs, *words) if (code := _nationalities().get(word)) is not None), None)


def speaker_key(hop: Hop) -> str:
    """What tells one named source from another: its entity, else its name."""
    if hop.kind is HopKind.OUTLET:
        return outlet_key(hop.name or "", hop.entity)
    return hop.entity or plain_name(hop.name or hop.kind.value)


def outlet_key(name: str, entity: str | None = None) -> str:
    """What tells one outlet from another: its id where it is known, else its name without the article."""
    return f"outlet:{entity or _outlets().get(plain_name(name)) or plain_name(name)}"


def plain_name(name: str) -> str:
    """A name without its article, in small letters, and no possessive at its end."""
    return _THE.sub("", " ".join(name.split())).casefold().removesuffix("’s").removesuffix("'s")


@cache
def _outlets() -> dict[str, str]:
    """Every known name of an outlet; the first where two share one."""
    table: dict[str, str] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            table.setdefault(plain_name(name), outlet.id)
    return table


@cache
def _nationalities() -> dict[str, str]:
    return {
        word: country.iso3
        for country in countries()
        for word in (country.name, *country.aliases, *country.adjectives, *country.demonyms)
    }
