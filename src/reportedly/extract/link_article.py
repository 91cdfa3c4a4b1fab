"""What one article names, in order: known names, short forms that it introduces, and evidence for shared ones."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Final

from reportedly.extract.link_phrase import Item
from reportedly.extract.link_sense import Evidence, sense
from reportedly.knowledge.codes import sector
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.lexicons import voices
from reportedly.knowledge.names import FoundName, Name, NameKind
from reportedly.knowledge.naming import Token, plain, split
from reportedly.schema import Span

_PARTICLES: Final = frozenset("al el bin bint ibn abu ben de van von der da du di la le ul ur and of".split())
_PEOPLE: Final = frozenset({NameKind.ACTOR, NameKind.OUTLET})
_LAND: Final = frozenset({NameKind.PLACE, NameKind.ADJECTIVE})
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_LONGEST: Final = 3
"""How many words before a known name may belong to it."""
_ARMED: Final = frozenset({"REB", "PRM"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "now", "then", "its", "his", "her", "their"})
_FOCUS: Final = 0.6
_FEWEST: Final = 3


class ArticleNames:
    """The names of one text.

    Args:
        text: the article's text.
        known: the directory.
    """

    def __init__(self, text: str, known: Directory) -> None:
        self._text = text
        self._known = known

    @cached_property
    def _tokens(self) -> list[Token]:
        return split(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._tokens]

    @cached_property
    def _hits(self) -> list[FoundName]:
        return self._known.index.find([token.text for token in self._tokens])

    @cached_property
    def _firsts(self) -> list[int]:
        return [hit.first for hit in self._hits]

    def items(self, span: Span) -> list[Item]:
        """The words and names of a span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first > 0 and self._starts[first - 1] + len(self._tokens[first - 1].text) > span.start:
            first -= 1
        first, last = self._whole(first, last)
        words = [token.text for token in self._tokens[first:last]]
        return list(self._filled(words, [self._grown(words, hit) for hit in self._names_in(first, last, words)]))

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """The words of the name that the words are a part of: "Asad" in "Ain al-Asad" is no person."""
        at = bisect_right(self._firsts, first) - 1
        hit = self._hits[at] if at >= 0 else None
        if hit is not None and hit.name.kind not in _LAND and first < last <= hit.last:
            return hit.first, hit.last
        return first, last

    def _grown(self, words: list[str], hit: FoundName) -> FoundName:
        """The name with the words before it that make it the other spelling of a longer one."""
        for first in range(max(hit.first - _LONGEST, 0), hit.first):
            row = words[first : hit.last]
            if hit.name.kind in _PEOPLE and all(_is_proper(word) or word in _PARTICLES for word in row):
                longer = self._known.spelled_like(" ".join(row))
                if longer is not None:
                    return FoundName(first, hit.last, longer)
        return hit

    def _names_in(self, first: int, last: int, words: list[str]) -> Sequence[FoundName]:
        """The names between two words, counted from the first; a name that crosses an end is looked up anew."""
        low, high = bisect_right(self._firsts, first), bisect_left(self._firsts, last)
        if low and self._hits[low - 1].first == first:
            low -= 1
        hits = self._hits[low:high]
        crossing = (low and self._hits[low - 1].last > first) or (hits and hits[-1].last > last)
        if crossing:
            return self._known.index.find(words)
        return [FoundName(hit.first - first, hit.last - first, hit.name) for hit in hits]

    def _filled(self, words: list[str], hits: Sequence[FoundName]) -> Iterator[Item]:
        """The names, and between them the words, in which short forms and other spellings are looked up."""
        at = 0
        for hit in hits:
            yield from self._loose(words[at : hit.first])
            text = " ".join(words[hit.first : hit.last])
            name = hit.name
            if hit.last == hit.first + 1:
                if name.candidates or self._known.person(name.entity) is not None:
                    name = self._short.get(text) or name
                if name.kind is NameKind.ACTOR and self._is_part(words, hit, hits):
                    continue
            yield Item(text, text.lower(), name)
            at = hit.last
        yield from self._loose(words[at:])

    def _is_part(self, words: list[str], hit: FoundName, hits: Sequence[FoundName]) -> bool:
        """Whether a surname stands inside the name of somebody else, who is not known."""
        if self._known.person(hit.name.entity) is None and not hit.name.candidates:
            return False
        known = {i for other in hits if other is not hit for i in range(other.first, other.last)}
        around = [i for i in (hit.first - 1, hit.last) if 0 <= i < len(words) and i not in known]
        return any(_is_proper(words[i]) and words[i].lower().rstrip(".") not in _title_words() for i in around)

    def _loose(self, words: list[str]) -> Iterator[Item]:
        """Words outside the known names; runs of capitalised ones may be names in another spelling."""
        at = 0
        while at < len(words):
            end = at
            while end < len(words) and (_is_proper(words[end]) or (end > at and words[end] in _PARTICLES)):
                end += 1
            while end > at and words[end - 1] in _PARTICLES:
                end -= 1
            name = self._introduced(words[at:end]) if end > at else None
            if name is not None:
                text = " ".join(words[at:end])
                yield Item(text, text.lower(), name)
                at = end
            else:
                for word in words[at : max(end, at + 1)]:
                    yield Item(word, word.lower(), self._short.get(word))
                at = max(end, at + 1)

    def _introduced(self, words: list[str]) -> Name | None:
        text = " ".join(words)
        return self._short.get(text) or self._known.spelled_like(text)

    @cached_property
    def _short(self) -> dict[str, Name | None]:
        """Surnames of the people that the article names in full, and acronyms in brackets behind a name."""
        found: dict[str, Name | None] = {}
        for hit in self._hits:
            words = [plain(token.text) for token in self._tokens[hit.first : hit.last]]
            if len(words) > 1 and self._known.person(hit.name.entity) is not None:
                _note(found, words[-1], hit.name)
            elif hit.name.kind in _PEOPLE and (acronym := self._acronym(hit.last)) is not None:
                _note(found, acronym, hit.name)
        return found

    def _acronym(self, at: int) -> str | None:
        """The word in capitals that stands alone in brackets from token `at` on."""
        row = [token.text for token in self._tokens[at : at + 3]]
        bracketed = len(row) == 3 and row[0] == "(" and row[2] == ")"
        return row[1] if bracketed and row[1].isupper() and len(row[1]) > 1 else None

    @cached_property
    def _present(self) -> Counter[str]:
        """How often each entity is named by a name that is its own alone."""
        return Counter(
            hit.name.entity for hit in self._hits if hit.name.entity is not None and not hit.name.candidates
        )

    @cached_property
    def _countries(self) -> Counter[str]:
        return Counter(hit.name.country for hit in self._hits if hit.name.country and not hit.name.candidates)

    @cached_property
    def focus(self) -> str | None:
        """The country that most of the article's names belong to; None where no one country has most."""
        (country, count), *_ = self._countries.most_common(1) or [("", 0)]
        return country if count >= _FEWEST and count >= _FOCUS * self._countries.total() else None

    def word_before(self, span: Span) -> str:
        """The word before a span in lower case; empty at the beginning."""
        place = bisect_left(self._starts, span.start)
        return self._tokens[place - 1].text.lower() if place else ""

    def countries_before(self, place: int) -> Iterator[str]:
        """The focus, then the countries of names in the paragraph before a code point, the nearest first."""
        paragraph = self._text.rfind("\n", 0, place)
        first = bisect_left(self._firsts, bisect_left(self._starts, paragraph + 1))
        last = bisect_left(self._firsts, bisect_left(self._starts, place))
        named = [hit.name.country for hit in reversed(self._hits[first:last])]
        if self.focus is not None:
            yield self.focus
        yield from (country for country in dict.fromkeys(named) if country is not None)

    def apposed(self, span: Span) -> Name | None:
        """The person whose name ends right before a span, parted from it by a comma: `Roe, the army chief`."""
        place = bisect_left(self._starts, span.start)
        while place and self._tokens[place - 1].text.lower() in _DETERMINERS:
            place -= 1
        if not place or self._tokens[place - 1].text != ",":
            return None
        at = bisect_left(self._firsts, place) - 1
        hit = self._hits[at] if at >= 0 else None
        known = hit is not None and hit.last == place - 1 and self._known.person(hit.name.entity) is not None
        return hit.name if hit is not None and known else None

    def beside(self, span: Span) -> str | None:
        """The country of the name right before a span, as in "Sudan's RSF" before the last word."""
        place = bisect_left(self._starts, span.start)
        for back in (0, 1):
            at = bisect_left(self._firsts, place) - 1
            hit = self._hits[at] if at >= 0 else None
            if hit is not None and hit.last == place - back:
                return hit.name.country if hit.name.kind in _LAND else None
            if place - 1 < 0 or self._tokens[place - 1].text not in _POSSESSIVE:
                return None
        return None

    def ranked(self, place: int, rank: str) -> Name | None:
        """The last person before a code point whose name follows a rank: `General Roe`."""
        last = bisect_left(self._firsts, bisect_left(self._starts, place))
        for hit in reversed(self._hits[:last]):
            words = [token.text.lower().rstrip(".") for token in self._tokens[max(hit.first - 1, 0) : hit.first + 1]]
            if rank in words and self._known.person(hit.name.entity) is not None:
                return hit.name
        return None

    @cached_property
    def only_group(self) -> Name | None:
        """The one armed group that the article names; None where it names none or several."""
        groups = [entity for entity in self._present if self._sector(entity) in _ARMED]
        return self._known.name(groups[0]) if len(groups) == 1 else None

    def _sector(self, entity: str) -> str:
        actor = self._known.actor(entity)
        return sector(actor.code) if actor is not None else ""

    def is_present(self, entity: str) -> bool:
        """Whether the article names an entity by a name of its own."""
        return entity in self._present

    def before(self, place: int) -> Iterator[Name]:
        """The names before a code point, the nearest first, each resolved as far as the article tells."""
        last = bisect_left(self._firsts, bisect_left(self._starts, place))
        for hit in reversed(self._hits[:last]):
            yield self.meant(hit.name)

    def meant(self, name: Name, beside: str | None = None) -> Name:
        """Which of those that share a name the article means; the name itself where nothing tells.

        Args:
            name: any name of the article.
            beside: the country that the words beside it name ("Sudan's RSF").
        """
        if not name.candidates:
            return name
        of_country = [known for c in name.candidates if (known := self._known.name(c)) and known.country == beside]
        if beside is not None and len(of_country) == 1:
            return of_country[0]
        if name not in self._chosen:
            self._chosen[name] = sense(name, self._known, self._evidence)
        return self._chosen[name]

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._present, self._countries, self._text.lower())

    @cached_property
    def _chosen(self) -> dict[Name, Name]:
        return {}


def _is_proper(word: str) -> bool:
    """Whether a word begins with a capital, or with one behind an article: `al-Haq`."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:])


@cache
def _title_words() -> frozenset[str]:
    """The words of titles and courtesies, which may stand before a surname."""
    known = voices()
    return frozenset(word.lower().rstrip(".") for title in (*known.titles, *known.courtesies) for word in title.split())


def _note(found: dict[str, Name | None], text: str, name: Name) -> None:
    """Adds a short form; one that two have means neither."""
    other = found.setdefault(text, name)
    if other is not None and other.entity != name.entity:
        found[text] = None
