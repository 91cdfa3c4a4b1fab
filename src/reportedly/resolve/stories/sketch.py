"""Article or reading -> a sketch: sparse vectors over what it tells, of which two can be compared."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from reportedly.resolve.stories.words import Background, Word, background, stem, words
from reportedly.schema import Article, Reading

Vector = dict[str, float]

LEAD: Final = 60
"""Words after the title that count as the lead."""
TITLE: Final = 25
"""Words that a first line may have to be taken for the title of a text that brings none."""
_STOP: Final = 0.25
"""Rarity under which a word takes no part in a pair."""
_CAPITALS: Final = 0.6
"""Share of words with a capital from which on a line is a headline, whose capitals say nothing."""
_DATE: Final = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_DATE_FORMS: Final = frozenset(stem(word) for word in _DATE)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Facet(StrEnum):
    """One side from which two articles are compared."""

    TEXT = "text"  # all words
    PAIRS = "pairs"  # words next to each other
    HEAD = "head"  # title and lead
    NAMES = "names"  # words written like names
    NUMBERS = "numbers"  # numbers in figures
    DATES = "dates"  # weekdays, months, years
    ENTITIES = "entities"  # who is named; of a reading
    PLACES = "places"  # where events happen; of a reading
    DAYS = "days"  # when events happen; of a reading
    EVENTS = "events"  # what happens; of a reading
    COUNTS = "counts"  # how many of what; of a reading


READ: Final = (Facet.ENTITIES, Facet.PLACES, Facet.DAYS, Facet.EVENTS, Facet.COUNTS)
"""What only a reading brings."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a memory of stories keeps of an article: for each facet a vector of length 1, or an empty one.

    Attributes:
        copy: hash over the words in order, the same for exact copies.
        keys: its weightiest words, by which it looks for stories.
    """

    article: str
    at: datetime | None
    copy: str
    keys: tuple[str, ...]
    facets: tuple[Vector, ...]


def sketch(told: Article | Reading, keys: int = 24) -> Sketch:
    """The sketch of an article; with its reading the reader's entities, places, days and numbers count as well.

    Args:
        keys: how many words it looks for stories by.
    """
    article = told.article if isinstance(told, Reading) else told
    head, body = split(article)
    known = background()
    lines = [words(line) for line in (head, *body.split("\n"))]
    everything = [word for line in lines for word in line]
    names = _names(lines)
    made = {
        Facet.TEXT: _weighed(Counter(word.form for word in everything), known),
        Facet.PAIRS: _weighed_pairs(lines, known),
        Facet.HEAD: _weighed(Counter(word.form for word in _top(lines)), known),
        Facet.NAMES: _weighed(Counter(word.form for word in everything if word.form in names and word.name), known),
        Facet.NUMBERS: _unit({word.form: 1.0 for word in everything if word.number and not _is_date(word)}),
        Facet.DATES: _unit({word.form: 1.0 for word in everything if _is_date(word)}),
    }
    if isinstance(told, Reading):
        made |= _read(told)
    plain = " ".join(word.form for word in everything)
    ranked = sorted((-weight, form) for form, weight in made[Facet.TEXT].items())
    return Sketch(
        article=article.id,
        at=article.published_at,
        copy=blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
        keys=tuple(form for _, form in ranked[:keys]),
        facets=tuple(made.get(facet, {}) for facet in Facet),
    )


def split(article: Article) -> tuple[str, str]:
    """Title and body; without a title of its own, the first line is it where that is short."""
    first, _, rest = article.text.strip().partition("\n")
    if article.title is not None and article.title.strip():
        same = first.strip().casefold() == article.title.strip().casefold()
        return article.title, rest if same else article.text
    return (first, rest) if rest.strip() and len(first.split()) <= TITLE else ("", article.text)


def _top(lines: list[list[Word]]) -> Iterator[Word]:
    left = LEAD
    yield from lines[0]
    for line in lines[1:]:
        yield from line[:left]
        left -= min(left, len(line))


def _names(lines: Iterable[list[Word]]) -> frozenset[str]:
    """Forms written with a capital inside a sentence, where not everything is."""
    found: set[str] = set()
    for line in lines:
        if line and sum(word.name for word in line) < _CAPITALS * len(line):
            found |= {word.form for word in line if word.name and not word.first}
    return frozenset(found - _DATE_FORMS)


def _is_date(word: Word) -> bool:
    return (word.form in _DATE_FORMS and word.name) or bool(word.number and _YEAR.fullmatch(word.form))


def _weighed(counts: Counter[str], known: Background) -> Vector:
    return _unit({form: (1 + math.log(count)) * known.rarity(form) for form, count in counts.items()})


def _weighed_pairs(lines: Iterable[list[Word]], known: Background) -> Vector:
    """Neighbours that are both no everyday words, as rare as both together."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        forms = [word.form for word in line if known.rarity(word.form) >= _STOP]
        counts.update(zip(forms, forms[1:], strict=False))
    return _unit(
        {
            f"{first} {second}": (1 + math.log(count)) * (known.rarity(first) + known.rarity(second))
            for (first, second), count in counts.items()
        }
    )


def _read(reading: Reading) -> dict[Facet, Vector]:
    """What a reader found: entities and codes, places, days, kinds of events, numbers of what."""
    people = [each for event in reading.events for each in (*event.actors, *event.recipients)]
    named = Counter(mention.entity for mention in reading.mentions if mention.entity)
    named.update(each.entity or each.code for each in people if each.entity or each.code)
    places = [place for event in reading.events for place in event.places]
    where = Counter(place.entity or (place.name or "").casefold() for place in places if place.entity or place.name)
    days = {event.date.value: 1.0 for event in reading.events if event.date is not None and event.date.value}
    kinds = Counter(f"{event.type}/{event.mode or ''}" for event in reading.events)
    numbers = [number for claim in reading.claims for number in claim.numbers]
    counts = {f"{number.what}/{number.low}/{number.high}": 1.0 for number in numbers}
    return {
        Facet.ENTITIES: _unit({str(key): 1 + math.log(count) for key, count in named.items()}),
        Facet.PLACES: _unit({key: 1 + math.log(count) for key, count in where.items()}),
        Facet.DAYS: _unit(days),
        Facet.EVENTS: _unit({key: 1 + math.log(count) for key, count in kinds.items()}),
        Facet.COUNTS: _unit(counts),
    }


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items() if weight > 0} if length > 0 else {}
