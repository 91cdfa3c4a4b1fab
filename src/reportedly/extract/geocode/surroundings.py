"""The country of a place that no gazetteer knows: by what holds it, what stands beside it, what the rest names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from reportedly.extract.geocode.evidence import Evidence, is_actor, spoken_of
from reportedly.extract.geocode.resolution import Resolution
from reportedly.extract.geocode.toponyms import Toponym
from reportedly.knowledge.gazetteer.place import PlaceKind
from reportedly.schema import Span

_SENTENCE: Final = re.compile(r"[.!?][”\"’)]*\s|\n")
_JOINED: Final = re.compile(r"(?:,| and| or| near| outside| to| from| -|–)?\s*(?:the )?")
_ACROSS: Final = re.compile(r"\b(?:borders? (?:with|to)|gates? to|crossings? (?:to|into)|across from|opposite)\b")
_BEFORE: Final = 3.0
_AFTER: Final = 1.5
_REST: Final = 4.0
_UNIQUE: Final = 2.0
_ENOUGH: Final = 1.7
"""What a country needs: a place beside it in the sentence, or about half of what the article names."""


def surroundings(
    text: str,
    unknown: Sequence[Toponym],
    found: Mapping[Span, Resolution],
    known: Evidence,
    only: Mapping[Span, str],
) -> dict[Span, str]:
    """ISO3 of the country that each unknown place lies in, by what is said around it; those without are left out.

    A holder ("Inates in Niger") or a leading adjective decides; else the places beside it in its sentence and the
    share of each country in the article are added up. Waters are left out.

    Args:
        unknown: the toponyms that were not resolved, in order.
        found: those that were.
        known: what the article as a whole speaks of.
        only: the country of those whose candidates, none of them known well enough, all lie in one.
    """
    if not unknown:
        return {}
    placed = sorted((span, each.place.country) for span, each in found.items() if each.place.country is not None)
    shares = _shares([country for _, country in placed], known)
    result: dict[Span, str] = {}
    for toponym in unknown:
        if any(spelling.kind is PlaceKind.WATER for spelling in toponym.spellings):
            continue
        country = _told(toponym, text, placed) or _likeliest(toponym.span, text, placed, shares, only)
        if country is not None:
            result[toponym.span] = country
    return result


def _told(toponym: Toponym, text: str, placed: Collection[tuple[Span, str]]) -> str | None:
    """The country that the words beside the name say."""
    name = toponym.spellings[0].name
    if is_actor(name):
        return next(iter(spoken_of(name)), None)
    if toponym.holder is not None:
        spoken = spoken_of(toponym.holder)
        if len(spoken) == 1:
            return spoken[0]
        held = next((country for span, country in placed if span.of(text) == toponym.holder), None)
        if held is not None:
            return held
    return toponym.adjective


def _shares(countries: Sequence[str], known: Evidence) -> dict[str, float]:
    votes: dict[str, float] = dict(Counter(countries))
    for iso3, by_words in known.countries.items():
        votes[iso3] = votes.get(iso3, 0.0) + sum(by_words.values())
    whole = sum(votes.values())
    return {iso3: count / whole for iso3, count in votes.items()} if whole else {}


def _likeliest(
    span: Span,
    text: str,
    placed: Sequence[tuple[Span, str]],
    shares: Mapping[str, float],
    only: Mapping[Span, str],
) -> str | None:
    points = {iso3: _REST * share for iso3, share in shares.items()}

    def add(country: str, more: float) -> None:
        points[country] = points.get(country, 0.0) + more

    at = bisect_left(placed, span.start, key=lambda one: one[0].start)
    if at and _SENTENCE.search(text[placed[at - 1][0].end : span.start]) is None:
        add(placed[at - 1][1], _BEFORE)
    if at < len(placed):
        gap = text[span.end : placed[at][0].start]
        if _SENTENCE.search(gap) is None and _ACROSS.search(gap) is None:
            add(placed[at][1], _BEFORE if _JOINED.fullmatch(gap) else _AFTER)
    if span in only:
        add(only[span], _UNIQUE)
    country = max(points, key=lambda iso3: points[iso3], default=None)
    return country if country is not None and points[country] >= _ENOUGH else None
