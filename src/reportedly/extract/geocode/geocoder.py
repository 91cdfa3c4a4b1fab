"""Toponyms -> resolutions, in two passes: what has borders or one meaning first, then the rest in the light of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from reportedly.extract.geocode.evidence import Evidence, is_actor, spoken_of
from reportedly.extract.geocode.rank import CURATED, Clues, holds, points, shares
from reportedly.extract.geocode.resolution import Resolution, resolution
from reportedly.extract.geocode.surroundings import surroundings
from reportedly.extract.geocode.toponyms import Spelling, Toponym, grounds, spellings, toponyms
from reportedly.extract.geocode.weights import WEIGHTS, Weights
from reportedly.knowledge.gazetteer.home import opened
from reportedly.knowledge.gazetteer.place import Candidate, Match, Place, PlaceKind
from reportedly.knowledge.gazetteer.store import Gazetteer
from reportedly.knowledge.globe import Point
from reportedly.knowledge.toponyms import toponym_words
from reportedly.protocols import Likeness
from reportedly.schema import Span
from reportedly.settings import Settings

_FIRST: Final = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_NARROW_KM: Final = 300.0
"""A place that reaches farther says nothing of what lies close by."""
_AROUND: Final = 120
_VOTED: Final = 5
"""Of so many candidates of a name the countries count as evidence for other names."""
_REMEMBERED: Final = 20_000
_NOTHING: Final = 1e-9

_Key = tuple[str, str | None]


class _Named(NamedTuple):
    """The candidates of a name, and the spelling of it that led to them."""

    candidates: tuple[Candidate, ...]
    spelling: Spelling


class _Votes(NamedTuple):
    """What the names and the rest of the article say of where it plays.

    Attributes:
        countries: by name, the countries that it may lie in, with one vote among them.
        divisions: by name, the first order divisions that it may lie in.
        total: the votes for each country, those of the evidence included; `whole` is their sum.
        in_division: how many names may lie in each division.
    """

    countries: dict[str, dict[str, float]]
    divisions: dict[str, set[str]]
    total: dict[str, float]
    whole: float
    in_division: Counter[str]

    def shares(self, own: str, wanted: Iterable[str], doubt: float) -> dict[str, float]:
        """ISO3 -> its share among the votes but those of the name `own`, for those wanted; some is left for none."""
        mine = self.countries[own]
        whole = self.without(own) + doubt
        rest = ((iso3, self.total.get(iso3, 0.0) - mine.get(iso3, 0.0)) for iso3 in wanted)
        return {iso3: votes / whole for iso3, votes in rest if votes > _NOTHING}

    def without(self, own: str) -> float:
        """All votes but those of the name `own`."""
        return self.whole - sum(self.countries[own].values())

    def others(self, own: str, wanted: Iterable[str]) -> dict[str, int]:
        """Code of a division -> how many names but `own` may lie in it, for those wanted."""
        mine = self.divisions[own]
        return {code: self.in_division[code] - (code in mine) for code in wanted}


class Geocoder:
    """Finds out which places the names in an article mean.

    Args:
        opening: gives the gazetteer, when it is first needed.
        weights: what each piece of evidence counts.
        likeness: compares the words around a name with descriptions of its candidates; None to do without.
    """

    def __init__(
        self,
        opening: Callable[[], Gazetteer],
        *,
        weights: Weights = WEIGHTS,
        likeness: Likeness | None = None,
    ) -> None:
        self._opening = opening
        self.weights = weights
        self._likeness = likeness
        self._sites = lru_cache(maxsize=_REMEMBERED)(self._sites_of)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places, opened when first asked for."""
        return self._opening()

    def resolve(self, text: str, spans: Iterable[Span], known: Evidence) -> dict[Span, Resolution]:
        """What each of the spans names; those that name nothing that is known are left out."""
        return self._resolved(text, toponyms(text, spans), known)

    def located(
        self, text: str, spans: Iterable[Span], known: Evidence
    ) -> tuple[dict[Span, Resolution], dict[Span, str]]:
        """What each of the spans names, and ISO3 of the country of those that no place is found for."""
        found = toponyms(text, spans)
        resolved = self._resolved(text, found, known)
        unknown = [each for each in found if each.span not in resolved]
        only = {each.span: country for each in unknown if (country := self._only(each)) is not None}
        return resolved, surroundings(text, unknown, resolved, known, only)

    def _only(self, toponym: Toponym) -> str | None:
        """The country that all candidates lie in; None where they lie in several."""
        countries = {each.place.country for each in self._candidates(toponym).candidates}
        return countries.pop() if len(countries) == 1 else None

    def _resolved(self, text: str, found: Sequence[Toponym], known: Evidence) -> dict[Span, Resolution]:
        groups = _groups(found)
        candidates = {key: self._candidates(group[0]) for key, group in groups.items()}
        votes = _votes(candidates, known)
        chosen: dict[_Key, tuple[Sequence[tuple[Place, float]], Spelling]] = {}
        settled: list[Point] = []
        for first in (True, False):
            for key, group in groups.items():
                named, spelling = candidates[key]
                if key in chosen or not named or (first and not _is_first(named)):
                    continue
                clues = self._clues(group, candidates[key], known, votes, settled)
                ranked = self._ranked(named, clues, text, group[0])
                if ranked:
                    chosen[key] = (ranked, spelling)
            settled = [point for places, _ in chosen.values() if (point := _narrow(places[0][0])) is not None]
        return {
            each.span: resolution(each, *chosen[key])
            for key, group in groups.items()
            if key in chosen
            for each in group
        }

    def _candidates(self, toponym: Toponym) -> _Named:
        """The candidates of the fullest spelling that has any."""
        found = toponym.spellings
        if is_actor(found[0].name):
            return _Named((), found[0])
        iso3 = grounds(found[0].name)
        country = self.gazetteer.place(iso3) if iso3 is not None else None
        if country is not None:
            return _Named((Candidate(place=country, match=Match.MAIN),), found[0])
        for spelling in found:
            if named := self.gazetteer.candidates(spelling.name):
                return _Named(named, spelling)
        if named := self._sites(found[-1].name):
            return _Named(named, found[-1])
        return _Named(self.gazetteer.alike(found[-1].name), found[-1])

    def _sites_of(self, name: str) -> tuple[Candidate, ...]:
        """The curated sites that the name means without the word for what they are: Torkham (crossing)."""
        words = (word for word, kind in toponym_words().suffixes.items() if kind is PlaceKind.SITE)
        named = chain.from_iterable(self.gazetteer.candidates(f"{name} {word}") for word in words)
        found = {each.place.id: each for each in named if each.place.id.startswith(CURATED)}
        return tuple(found.values())

    def _clues(
        self,
        group: Sequence[Toponym],
        named: _Named,
        known: Evidence,
        votes: _Votes,
        settled: Sequence[Point],
    ) -> Clues:
        own = group[0].key[0]
        places = [each.place for each in named.candidates]
        return Clues(
            shares=votes.shares(own, {place.country for place in places if place.country}, self.weights.doubt),
            spoken=votes.without(own) > _NOTHING,
            divisions=votes.others(own, {place.admin1 for place in places if place.admin1}),
            dateline=self._country_of(known.dateline),
            adjective=next((each.adjective for each in group if each.adjective is not None), None),
            holders=self._holders(next((each.holder for each in group if each.holder is not None), None)),
            kind=named.spelling.kind,
            settled=settled,
        )

    def _holders(self, words: str | None) -> tuple[Place, ...]:
        """The places with borders, and the large ones, that the words of a holder may mean."""
        if words is None:
            return ()
        names = (spelling.name for spelling in spellings(toponym_words().states.get(words, words)))
        found = (each.place for name in names for each in self.gazetteer.candidates(name)[:_VOTED])
        return tuple(place for place in found if place.kind is not PlaceKind.TOWN or place.population)

    def _ranked(
        self, named: Sequence[Candidate], clues: Clues, text: str, toponym: Toponym
    ) -> list[tuple[Place, float]]:
        """The candidates with their shares, the likeliest first; none where nothing speaks for any."""
        if not any(holds(holder, each.place) for holder in clues.holders for each in named):
            clues = clues._replace(holders=())  # what follows a comma need not hold it
        seats = {each.place.admin1 for each in named if each.place.kind is PlaceKind.ADMIN1}
        scored = [
            points(each, clues, self.weights)
            + (self.weights.seat if each.place.kind is PlaceKind.TOWN and each.place.admin1 in seats else 0.0)
            for each in named
        ]
        if self._likeness is not None:
            start, end = toponym.span.start, toponym.span.end
            words = text[max(0, start - _AROUND) : end + _AROUND]
            fits = self._likeness.scores(words, [described(candidate.place) for candidate in named])
            scored = [score + self.weights.likeness * fit for score, fit in zip(scored, fits, strict=True)]
        if max(scored) < self.weights.nothing:
            return []
        parts = shares(scored, self.weights.nothing)
        order = sorted(range(len(named)), key=lambda at: -scored[at])
        return [(named[at].place, parts[at]) for at in order]

    def _country_of(self, dateline: str | None) -> str | None:
        if dateline is None:
            return None
        known = spoken_of(dateline)
        if known:
            return known[0]
        found = self.gazetteer.candidates(dateline)
        return max(found, key=lambda each: each.place.population).place.country if found else None


def geocoder_by_settings(settings: Settings) -> Geocoder:
    """A geocoder over the gazetteer that the settings name, which is opened when the first article is read."""
    return Geocoder(lambda: opened(settings))


def described(place: Place) -> str:
    """A place in words, for a `Likeness`."""
    return ", ".join(part for part in (place.name, place.detail or place.kind.value, place.country) if part)


def _groups(found: Sequence[Toponym]) -> dict[_Key, list[Toponym]]:
    """One group a sense; names that no place holds join the first of the same name."""
    held: dict[str, _Key] = {}
    for each in found:
        if each.holder is not None:
            held.setdefault(each.key[0], each.key)
    groups: dict[_Key, list[Toponym]] = {}
    for each in found:
        key = each.key if each.holder is not None else held.get(each.key[0], each.key)
        groups.setdefault(key, []).append(each)
    return {key: sorted(group, key=lambda each: each.holder is None) for key, group in groups.items()}


def _votes(candidates: Mapping[_Key, _Named], known: Evidence) -> _Votes:
    """Each name votes for the countries of its best known candidates; the evidence votes, but not by those names."""
    countries: dict[str, dict[str, float]] = {}
    divisions: dict[str, set[str]] = {}
    for (name, _), (named, _) in candidates.items():
        top = [each.place for each in named[:_VOTED] if each.place.country is not None and each.match <= Match.FOLDED]
        people = sum(1 + place.population for place in top)
        countries[name] = _added((place.country or "", (1 + place.population) / people) for place in top)
        divisions[name] = {place.admin1 for place in top if place.admin1 is not None}
    named_so = ((iso3, part) for votes in countries.values() for iso3, part in votes.items())
    said = (
        (iso3, count)
        for iso3, by_words in known.countries.items()
        for words, count in by_words.items()
        if words not in countries
    )
    total = _added(chain(named_so, said))
    in_division = Counter(code for codes in divisions.values() for code in codes)
    return _Votes(countries, divisions, total, sum(total.values()), in_division)


def _added(votes: Iterable[tuple[str, float]]) -> dict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    for iso3, count in votes:
        total[iso3] += count
    return dict(total)


def _is_first(named: Sequence[Candidate]) -> bool:
    return len(named) == 1 or named[0].place.kind in _FIRST


def _narrow(place: Place) -> Point | None:
    """Where it lies, if it does not reach far."""
    return place.point if (place.radius_km or _NARROW_KM) < _NARROW_KM else None
