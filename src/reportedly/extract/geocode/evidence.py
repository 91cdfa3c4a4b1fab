"""What an article as a whole says of where it plays: the countries it speaks of, and its dateline."""

import re
from functools import lru_cache
from typing import Final

from reportedly.knowledge.names import NameKind, name_index, tokens
from reportedly.schema import MentionKind, Noun, Reading, Span

_DATELINE: Final = re.compile(r"[(—–,-]| - ")
_REMEMBERED: Final = 20_000
_PLACES: Final = frozenset({MentionKind.PLACE, MentionKind.INSTALLATION})
_NO_PLACES: Final = frozenset({NameKind.ACTOR, NameKind.OUTLET})
_OUTLET: Final = 0.5
"""What the country of the outlet counts beside one that is named."""


class Evidence(Noun, frozen=True, kw_only=True):
    """Where an article plays.

    Attributes:
        countries: ISO3 -> how much the article speaks of it, by the words that do so; a mention of a place counts one.
        dateline: the words of the place before the first sentence; None where there are none.
    """

    countries: dict[str, dict[str, float]]
    dateline: str | None = None


def evidence(reading: Reading, actor: float) -> Evidence:
    """The evidence of a reading: countries named, adjectives, actors' countries, outlet and dateline.

    Args:
        actor: what a mention of an actor counts.
    """
    text = reading.article.text
    found: dict[str, dict[str, float]] = {}
    for span, counts in _named(reading, actor).items():
        words = span.of(text)
        for iso3 in spoken_of(words):
            by_words = found.setdefault(iso3, {})
            by_words[words.casefold()] = by_words.get(words.casefold(), 0.0) + counts
    for iso3 in spoken_of(reading.article.outlet or ""):
        found.setdefault(iso3, {})[""] = _OUTLET
    return Evidence(countries=found, dateline=_dateline(reading.article.dateline))


@lru_cache(maxsize=_REMEMBERED)
def spoken_of(words: str) -> tuple[str, ...]:
    """ISO3 of the countries that known names in `words` belong to, each once."""
    if not words:
        return ()
    return tuple(
        dict.fromkeys(hit.name.country for hit in name_index().find(tokens(words)) if hit.name.country is not None)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_actor(words: str) -> bool:
    """Whether the words are the name of an actor or outlet alone, as the White House is."""
    row = tokens(words)
    hits = name_index().find(row)
    return len(hits) == 1 and hits[0].last - hits[0].first == len(row) and hits[0].name.kind in _NO_PLACES


def _named(reading: Reading, actor: float) -> dict[Span, float]:
    """The spans that may speak of a country, and what each counts."""
    found: dict[Span, float] = {}
    for event in reading.events:
        found |= {party.span: actor for party in (*event.actors, *event.recipients)}
    for mention in reading.mentions:
        if mention.kind is MentionKind.ACTOR:
            found[mention.span] = actor
        elif mention.kind in _PLACES:
            found[mention.span] = 1.0
    return found | {place.span: 1.0 for event in reading.events for place in event.places}


def _dateline(printed: str | None) -> str | None:
    if printed is None:
        return None
    return _DATELINE.split(printed, maxsplit=1)[0].strip().title() or None
