"""Spans -> entities and codes: who is meant by a participant's, a source's or a mention's words, and in which role."""

from collections.abc import Iterator

from reportedly.extract.link_article import ArticleNames
from reportedly.extract.link_back import HEADS, antecedent, titled
from reportedly.extract.link_beside import apposition, holds_until, is_dead, is_until
from reportedly.extract.link_dates import EventDays
from reportedly.extract.link_kin import by_kin, former, leads_on
from reportedly.extract.link_phrase import Item, Phrase, phrase
from reportedly.extract.link_roles import (
    NOBODY,
    Nouns,
    Resolved,
    died_in_office,
    force,
    of_body,
    of_person,
    of_post,
    organ,
    post,
    sector,
)
from reportedly.extract.link_states import alone, generic, is_national, of_state
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name, NameIndex, NameKind
from reportedly.knowledge.people import Person
from reportedly.knowledge.spells import Period
from reportedly.knowledge.spells import period as period_of
from reportedly.knowledge.titles import key_of, title_key
from reportedly.schema import Article, Span

_LEFT = "former"
_ARMED = frozenset({"MIL", "COP"})
_LAND = frozenset({NameKind.PLACE, NameKind.ADJECTIVE})


class Coder:
    """Resolves the spans of one text.

    Args:
        text: the article's text.
        known: the directory of all that is known.
        published: the day of publication, at which roles are taken where neither an event nor its sentence has a date.
        days: the dates that govern the text's sentences; None to do without.
    """

    def __init__(
        self, text: str, known: Directory, published: Period | None = None, days: EventDays | None = None
    ) -> None:
        self._text = text
        self._known = known
        self._names = ArticleNames(text, known)
        self._published = published
        self._days = days
        self._found: dict[tuple[Span, Period | None], Resolved] = {}

    @property
    def index(self) -> NameIndex:
        """The known names."""
        return self._known.index

    def resolve(self, span: Span, period: Period | None = None) -> Resolved:
        """Who the words mean; roles are those in `period`, else at the date of their sentence, else at publication."""
        key = (span, period)
        if key not in self._found:
            told = self._days.of(span) if period is None and self._days is not None else None
            self._found[key] = self._resolve(span, period or told or self._published)
        return self._found[key]

    def struck(self, span: Span, period: Period | None = None) -> Resolved:
        """The same for whoever is hit by an act of force: a place stays a place and is no government."""
        found = self.resolve(span, period)
        items = self._names.items(span)
        name = items[-1].name if items else None
        if name is None or name.kind not in _LAND or found.entity is None:
            return found
        own = name.kind is NameKind.PLACE and found.entity == name.entity
        return Resolved(found.entity if own else None, (name.code or "")[:COUNTRY] or None)

    def code(self, span: Span) -> str | None:
        """`USAMIL` for "US troops"; the code of a known actor; None where the words tell no country."""
        return self.resolve(span).code

    def country(self, span: Span) -> str | None:
        """ISO 3166 alpha-3 of a place that is known."""
        for item in self._names.items(span):
            if item.name is not None and item.name.code is not None:
                return item.name.code[:COUNTRY]
        return None

    def _resolve(self, span: Span, period: Period | None) -> Resolved:
        items = self._meant(span)
        if (titled_one := self._titled(items, span, period)) is not None:
            return titled_one
        led = self._names.word_before(span)
        kin = by_kin(self._names, self._known, items, led, span.start, period) if leads_on(items, led) else None
        if kin is not None:
            return kin
        made = phrase(items, agents(), led)
        if made.name is not None:
            found = self._named(made, made.name, span, period)
            return found._replace(entity=None, name=None) if made.joined else found
        if made.owner is not None and (made.belongs or made.owner.kind in _LAND):
            return self._named(made, made.owner, span, period)
        found = self._unnamed(made, span, period)
        return self._apposed(span, period) if found == NOBODY else found

    def _apposed(self, span: Span, period: Period | None) -> Resolved:
        """The code of a person who is not known by the title behind the name: `Jane Roe, the army's spokeswoman`."""
        title = apposition(self._text, span)
        return NOBODY if title is None else Resolved(code=self.resolve(title, period).code)

    def _meant(self, span: Span) -> list[Item]:
        """The items of a span, with a name that several share replaced by the one that is meant."""
        items = self._names.items(span)
        own = {item.name.country for item in items if item.name is not None and not item.name.candidates}
        beside = own.pop() if len(own) == 1 else self._names.beside(span)
        return [item._replace(name=item.name and self._names.meant(item.name, beside)) for item in items]

    def _titled(self, items: list[Item], span: Span, period: Period | None) -> Resolved | None:
        """The person whose office the items name: `Secretary of State Roe`; `the army chief, Roe`; `Roe, the chief`."""
        words = tuple(item.word for item in items if item.name is None)
        key = key_of(words)
        if not key:
            return None
        led = len(items) > 2 and items[-2].text == ","
        name = items[-1].name if led else self._names.apposed(span) or items[-1].name
        person = self._known.person(name.entity) if name is not None else None
        if name is None or person is None:
            return None
        parted = name is not items[-1].name or any(item.text == "," for item in items)
        held = any(title_key(spell.title) <= key for spell in person.spells)
        if key.isdisjoint(HEADS) and not led and not (parted and held):
            return None
        if not parted and not held:
            return None
        left = () if not is_until(self._text, span) else (_LEFT,)
        return of_person(person, name, (*left, *words), (), period)

    def _named(self, made: Phrase, name: Name, span: Span, period: Period | None) -> Resolved:
        """Who is meant by words around a name."""
        person = self._known.person(name.entity)
        if person is not None:
            spell = person.at(period) if made.after and made.after[-1] in agents().members else None
            led = self._known.name(spell.post.partition("/")[0]) if spell is not None else None
            if led is not None and self._known.actor(led.entity) is not None:
                return Resolved(led.entity, led.code, led.name)
            return self._person(person, name, made, span, period)
        if name.code is None and name.entity is None:
            return NOBODY
        if name.kind not in _LAND:
            return of_body(self._known, name, made, period)
        if name.code is None:
            return NOBODY
        if not made.nouns:
            return alone(name)
        if not is_national(name) or not (made.belongs or made.name is not None):
            return generic(name, made.nouns)
        return of_state(self._names, self._known, name, made, span.start, period)

    def _person(self, person: Person, name: Name, made: Phrase, span: Span, period: Period | None) -> Resolved:
        """A public figure; who has died kept the office, who held it "until" a day has left it."""
        left = (_LEFT,) if not made.after and holds_until(self._text, span) else ()
        found = of_person(person, name, (*left, *made.before), made.after, period)
        if found.in_office is False and not left and is_dead(self._text, span):
            last = died_in_office(person, period)
            return found if last is None else found._replace(code=last.code)
        return found

    def _unnamed(self, made: Phrase, span: Span, period: Period | None) -> Resolved:
        """Who is meant by common nouns alone."""
        if not made.nouns:
            return NOBODY
        if made.theirs and made.nouns[-1] in agents().members:
            owner = next(self._bodies(span.start), None)
            return NOBODY if owner is None else Resolved(owner.entity, owner.code, owner.name)
        if made.definite:
            if (found := titled(self._names, self._known, span.start, made.nouns, period)) is not None:
                return of_person(*found, made.nouns, (), period)
            back = antecedent(self._names, self._known, span.start, made.nouns, None, period)
            if back is not None:
                return Resolved(back.entity, back.code, back.name)
        group = self._names.only_group if made.nouns[-1] in agents().rebels else None
        if group is not None:
            return Resolved(group.entity, group.code, group.name)
        if any(word in agents().former for word in made.nouns):
            return former(self._names, self._known, made.nouns, span.start) or NOBODY
        return self._of_some_state(made.nouns, span, period, definite=made.definite)

    def _of_some_state(self, nouns: Nouns, span: Span, period: Period | None, *, definite: bool) -> Resolved:
        """Official bodies without a country, `the army`: of the one named nearest before that has such a body."""
        role, focus = sector(nouns), self._names.focus
        if focus is None and role in OFFICIAL_SECTORS:
            focus = next(self._names.countries_before(span.start), None)
        plain = Resolved(code=focus + role) if role and focus is not None else NOBODY
        if role not in OFFICIAL_SECTORS or not (definite or len(nouns) == 1):
            return plain
        armed = role in _ARMED and nouns[-1] in agents().forces
        for country in self._names.countries_before(span.start) if definite or armed else ():
            if (office := post(self._known, country, nouns)) is not None:
                return of_post(office, period)
            body = organ(self._known, country, nouns) or force(self._known, country, nouns)
            if body is not None:
                return Resolved(body.entity, body.code, body.name)
            if nouns[-1] in agents().governments and self._known.name(country) is not None:
                return Resolved(country, f"{country}GOV")
        return plain

    def _bodies(self, place: int) -> Iterator[Name]:
        """The bodies named before a code point, the nearest first."""
        return (name for name in self._names.before(place) if self._known.actor(name.entity) is not None)


def published(article: Article) -> Period | None:
    """The day of publication; None where it is not known."""
    return None if article.published_at is None else period_of(article.published_at.date().isoformat())
