"""Words -> toponyms: the bare name, the kind that the words around it say, and what is said to hold it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reportedly.knowledge.countries import countries
from reportedly.knowledge.gazetteer.place import PlaceKind
from reportedly.knowledge.toponyms import toponym_words
from reportedly.schema import Noun, Span

_BEFORE: Final = 40
_EDGES: Final = " \t\n,.;:()[]\"'“”‘’"
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_SHOWN: Final = re.compile(r",\s+([A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})")
_PARTED: Final = re.compile(r"(?P<inner>.+?)(?:,| in| near| of| outside)\s+(?P<outer>.*[A-Z].*)", re.DOTALL)
_OWNED: Final = re.compile(r"(?P<outer>.*[A-Z].*?)['’]s\s+(?P<inner>.*[A-Z].*)", re.DOTALL)
_ABROAD: Final = re.compile(r"\b(?:embassy|consulate|high commission)\b", re.IGNORECASE)
_STANDS: Final = re.compile(r"(?P<inner>.+?)(?:,| in| near| outside)\s+(?P<outer>.*[A-Z].*)", re.DOTALL)
_CUT: Final = re.compile(r"[.,;:\n]")
_WORD: Final = re.compile(r"[\w.-]+")
_GAP: Final = re.compile(r"\s+")
_REMEMBERED: Final = 20_000
_LEAD: Final = 5
"""Words before a name among which an adjective of a country may stand."""


class Spelling(NamedTuple):
    """A name to look up.

    Attributes:
        kind: the kind that the words left out say; None where they say none.
        part: only a part of the place is meant ("eastern Ukraine").
        within: something in the place is meant that has no name that is known ("a church in Normandy").
    """

    name: str
    kind: PlaceKind | None = None
    part: bool = False
    within: bool = False


class Toponym(Noun, frozen=True, kw_only=True):
    """A name of a place in an article.

    Attributes:
        spellings: the names to look up, the fullest first; at least one.
        nearby: the words say that it happened near the place, not in it.
        adjective: ISO3 of the country whose adjective leads the name; None where none does.
        holder: the words of the place that is said to hold it; None where none is.
    """

    span: Span
    spellings: tuple[Spelling, ...]
    nearby: bool = False
    adjective: str | None = None
    holder: str | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """What mentions of one sense share."""
        return self.spellings[0].name.casefold(), None if self.holder is None else self.holder.casefold()


def toponyms(text: str, spans: Iterable[Span]) -> list[Toponym]:
    """The toponyms on the given spans, in order; words without a capital or a digit are none."""
    ordered = sorted(set(spans))
    holders = _holders(text, ordered)
    return [
        Toponym(
            span=span,
            spellings=found,
            nearby=_is_nearby(text, span),
            adjective=_adjective(text, span),
            holder=_held_inside(span.of(text)) or holders.get(span) or _shown_after(text, span),
        )
        for span in ordered
        if (found := spellings(span.of(text)))
    ]


@lru_cache(maxsize=_REMEMBERED)
def spellings(words: str) -> tuple[Spelling, ...]:
    """The names in some words, the fullest first: without articles, parts, and the words that say what it is.

    None where the words hold no capital and no digit.

    Examples:
        >>> [(each.name, each.part) for each in spellings("the eastern Kherson region")]
        [('eastern Kherson region', False), ('eastern Kherson', False), ('Kherson region', True), ('Kherson', True)]
    """
    name = _POSSESSIVE.sub("", _GAP.sub(" ", words).strip(_EDGES)).strip(_EDGES)
    name = _without_article(name)
    if not any(letter.isupper() or letter.isdigit() for letter in name):
        return ()
    if _ABROAD.search(words):  # an embassy of X does not lie in X
        town = _parted(words)
        outer = spellings(town["outer"]) if town is not None else ()
        return (Spelling(name), *(each._replace(within=True) for each in outer))
    found = [Spelling(name), *_shorter(name, part=False)]
    while (lead := name.split(" ", 1)) and len(lead) > 1 and lead[0].lower() in toponym_words().parts:
        name = _without_article(lead[1])
        found += (Spelling(name, None, True), *_shorter(name, part=True))
    if (parted := _parted(words)) is not None:
        inner, outer = spellings(parted["inner"]), spellings(parted["outer"])
        found += (*inner, *(each._replace(within=True) for each in outer))
    return tuple(dict.fromkeys(found))


def _parted(words: str) -> re.Match[str] | None:
    """A name and the one that holds it: "X in Y", "X, Y", "Y's X"; of an embassy only where it stands."""
    if _ABROAD.search(words):
        return _STANDS.match(words)
    return _OWNED.match(words) or _PARTED.match(words)


def _held_inside(words: str) -> str | None:
    """The second name of "X in Y" or "X, Y" where both stand in the words of one toponym."""
    parted = _parted(words)
    return parted["outer"] if parted is not None and spellings(parted["inner"]) else None


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _shorter(name: str, *, part: bool) -> Iterator[Spelling]:
    """The name without the words before or after it that say what it is."""
    rules, words = toponym_words(), name.split(" ")
    for size in (3, 2, 1):
        last, first = " ".join(words[-size:]).lower(), " ".join(words[:size]).lower()
        if len(words) > size and last in rules.suffixes:
            yield Spelling(" ".join(words[:-size]), rules.suffixes[last], part)
        if len(words) > size and first in rules.prefixes:
            yield Spelling(_without_article(" ".join(words[size:])), rules.prefixes[first], part)


def _holders(text: str, spans: Sequence[Span]) -> dict[Span, str]:
    """For each span the words of its neighbour that holds it: "X, Y", "X in Y", "Y's X"."""
    known = toponym_words().holders
    found: dict[Span, str] = {}
    for one, other in pairwise(spans):
        gap = " ".join(text[one.end : other.start].split()) if 0 <= other.start - one.end <= _BEFORE else None
        if gap in {"'s", "’s"} or (gap == "" and one.of(text).endswith(("'s", "’s"))):
            found[other] = one.of(text)
        elif gap in known:
            found[one] = other.of(text)
    return found


def _shown_after(text: str, span: Span) -> str | None:
    """The name behind a comma, whether it was found as one or not."""
    shown = _SHOWN.match(text, span.end)
    return shown[1] if shown else None


def _is_nearby(text: str, span: Span) -> bool:
    before = " " + " ".join(text[max(0, span.start - _BEFORE) : span.start].lower().split())
    before = before.removesuffix(" the")
    return before.endswith(_nearby())


def grounds(name: str) -> str | None:
    """ISO3 of the country whose adjective the name is, alone or before a part of it: "Iraqi", "Syrian territory"."""
    first, _, rest = name.partition(" ")
    known = adjectives().get(name) or adjectives().get(first)
    if rest and rest not in toponym_words().grounds and name not in adjectives():
        return None
    return known


def _adjective(text: str, span: Span) -> str | None:
    """The country whose adjective stands in the noun phrase that leads to the name."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    words = _WORD.findall(_CUT.split(before)[-1])[-_LEAD:]
    return next((iso3 for word in reversed(words) if (iso3 := adjectives().get(word))), None)


@cache
def _nearby() -> tuple[str, ...]:
    return tuple(f" {words}" for words in toponym_words().nearby)


@cache
def adjectives() -> dict[str, str]:
    """Adjective of a country -> its ISO3."""
    found: dict[str, str] = {}
    for country in countries():
        for word in country.adjectives:
            found.setdefault(word, country.iso3)
    return found
