"""Spans -> entities and codes: who is meant by a participant's, a source's or a mention's words, and in which role."""

from reportedly.extract.link_article import ArticleNames
from reportedly.extract.link_back import antecedent, titled
from reportedly.extract.link_phrase import Item, Phrase, phrase
from reportedly.extract.link_roles import NOBODY, Resolved, of_body, of_person, sector
from reportedly.extract.link_states import alone, generic, is_national, of_state
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name, NameIndex, NameKind
from reportedly.knowledge.spells import Period
from reportedly.knowledge.spells import period as period_of
from reportedly.schema import Article, Span

_LAND = frozenset({NameKind.PLACE, NameKind.ADJECTIVE})


class Coder:
    """Resolves the spans of one text.

    Args:
        text: the article's text.
        known: the directory of all that is known.
        published: the day of publication, at which roles are taken where an event has no date of its own.
    """

    def __init__(self, text: str, known: Directory, published: Period | None = None) -> None:
        self._known = known
        self._names = ArticleNames(text, known)
        self._published = published
        self._found: dict[tuple[Span, Period | None], Resolved] = {}

    @property
    def index(self) -> NameIndex:
        """The known names."""
        return self._known.index

    def resolve(self, span: Span, period: Period | None = None) -> Resolved:
        """Who the words mean; roles are those in `period`, else on the day of publication."""
        key = (span, period)
        if key not in self._found:
            self._found[key] = self._resolve(span, period or self._published)
        return self._found[key]

    def struck(self, span: Span, period: Period | None = None) -> Resolved:
        """The same for whoever is hit by an act of force: a place stays a place and is no government."""
        found = self.resolve(span, period)
        items = self._names.items(span)
        name = items[-1].name if items else None
        if name is None or name.kind is not NameKind.PLACE or found.entity in (None, name.entity):
            return found
        return Resolved(code=(name.code or "")[:COUNTRY] or None)

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
        made = phrase(self._meant(span), agents())
        if made.name is not None:
            found = self._named(made, made.name, span, period)
            return found._replace(entity=None, name=None) if made.joined else found
        if made.owner is not None and (made.belongs or made.owner.kind in _LAND):
            return self._named(made, made.owner, span, period)
        return self._unnamed(made, span, period)

    def _meant(self, span: Span) -> list[Item]:
        """The items of a span, with a name that several share replaced by the one that is meant."""
        items = self._names.items(span)
        own = {item.name.country for item in items if item.name is not None and not item.name.candidates}
        beside = own.pop() if len(own) == 1 else self._names.beside(span)
        return [item._replace(name=item.name and self._names.meant(item.name, beside)) for item in items]

    def _named(self, made: Phrase, name: Name, span: Span, period: Period | None) -> Resolved:
        """Who is meant by words around a name."""
        person = self._known.person(name.entity)
        if person is not None:
            return of_person(person, name, made.before, made.after, period)
        if name.code is None and name.entity is None:
            return NOBODY
        if name.kind not in _LAND:
            return of_body(self._known, name, made.after, period)
        if name.code is None:
            return NOBODY
        if not made.nouns:
            return alone(name)
        if not is_national(name) or not (made.belongs or made.name is not None):
            return generic(name, made.nouns)
        return of_state(self._names, self._known, name, made.nouns, span.start, period, definite=made.definite)

    def _unnamed(self, made: Phrase, span: Span, period: Period | None) -> Resolved:
        """Who is meant by common nouns alone."""
        if not made.nouns:
            return NOBODY
        if made.definite:
            if (found := titled(self._names, self._known, span.start, made.nouns)) is not None:
                return of_person(*found, (), (), period)
            back = antecedent(self._names, self._known, span.start, made.nouns, None, period)
            if back is not None:
                return Resolved(back.entity, back.code, back.name)
        role, country = sector(made.nouns), self._names.focus
        plain = role in OFFICIAL_SECTORS and (made.definite or len(made.nouns) == 1)
        return Resolved(code=country + role) if plain and country is not None else NOBODY


def published(article: Article) -> Period | None:
    """The day of publication; None where it is not known."""
    return None if article.published_at is None else period_of(article.published_at.date().isoformat())
