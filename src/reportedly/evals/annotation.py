"""Annotation as people write it: words in a text become the spans of stand-off gold.

A span is given by its words, which must occur once in the passage that the claim's or the event's `in` names,
else once in the text. Two marks narrow them: `on the [bridge] at Korvin` is the word in brackets where it
stands in these words, and `The raid ... 11 fighters` runs from the first words to the nearest second ones.
What may be written, and in which file, stands in `annotation_words`.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from reportedly.evals.annotation_words import (
    Annotation,
    CitationWords,
    ClaimWords,
    DateWords,
    EventWords,
    FigureWords,
    GoldError,
    HopWords,
    NumberWords,
    RelationWords,
)
from reportedly.evals.gold import Gold

Table = dict[str, Any]
Range = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Finder:
    """Finds the spans of words in one article's text."""

    article: str
    text: str

    def fail(self, problem: str) -> GoldError:
        """The error, with the article's name before it."""
        return GoldError(f"{self.article}: {problem}")

    def span(self, words: str, scope: Range | None = None) -> list[int]:
        """The `[start, end]` of the words in code points, by the rules in the module's docstring."""
        marked = re.fullmatch(r"(.*)\[(.+)\](.*)", words, re.DOTALL)
        if marked:
            before, inside, after = marked.groups()
            start = self.once(before + inside + after, scope)[0] + len(before)
            return [start, start + len(inside)]
        head, gap, tail = words.partition(" ... ")
        start, end = self.once(head, scope)
        if gap:
            rest = next(self.matches(tail, (end, len(self.text))), None)
            if rest is None:
                raise self.fail(f"{tail!r} does not follow {head!r}")
            end = rest[1]
        return [start, end]

    def once(self, words: str, scope: Range | None) -> Range:
        """The one place of the words in the scope, or, where the scope lacks them, in the text."""
        for where in (scope, (0, len(self.text))):
            found = list(self.matches(words, where)) if where else []
            if len(found) == 1:
                return found[0]
            if found:
                raise self.fail(f"{words!r} is found {len(found)} times; give the words around [it]")
        raise self.fail(f"{words!r} is not found in the text")

    def matches(self, words: str, where: Range) -> Iterator[Range]:
        """Every place of the words that does not cut another word in two."""
        for found in re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").finditer(self.text, *where):
            yield found.span()

    def scope(self, passage: str | None, outer: Range | None = None) -> Range | None:
        """The passage that `in` names, in which the other words are looked for first."""
        if passage is None:
            return outer
        start, end = self.span(passage, outer)
        return start, end


def compiled(source: Annotation, text: str) -> Table:
    """The stand-off annotation of one article, in the form that the scorer reads.

    Raises:
        GoldError: words are not found, or found more than once; or the gold would be refused when it is loaded.
    """
    find = Finder(article=source.id, text=text)
    named = [(f"e{number}", event) for number, event in enumerate(source.events, start=1)]
    made = {
        "id": source.id,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "outlet": source.outlet,
        "published": source.published,
        "events": [_event(find, name, event) for name, event in named],
        "claims": [claim for name, event in named for claim in _claims(find, name, event)],
        "figures": [_figure(find, figure) for figure in source.figures],
        "relations": [_relation(find, relation) for relation in source.relations],
        "citations": [_citation(find, citation) for citation in source.citations],
    }
    try:
        msgspec.convert(made, Gold)
    except msgspec.ValidationError as error:
        raise find.fail(str(error)) from error
    return made


def _event(find: Finder, name: str, event: EventWords) -> Table:
    scope = find.scope(event.passage)
    return {
        "id": name,
        "type": event.type.value,
        "mode": event.mode,
        "trigger": find.span(event.trigger, scope),
        "actors": _parties(find, event.actors, scope),
        "recipients": _parties(find, event.recipients, scope),
        "places": _parties(find, event.places, scope),
        "date": None if event.date is None else _date(find, event.date, scope),
        "numbers": [_number(find, number, scope) for number in event.numbers],
    }


def _parties(find: Finder, given: Iterable[str], scope: Range | None) -> list[Table]:
    """Participants and places, without codes: none is annotated."""
    return [{"span": find.span(words, scope), "code": None} for words in given]


def _date(find: Finder, date: DateWords, scope: Range | None) -> Table:
    return {"span": find.span(date.words, scope), "value": date.value}


def _number(find: Finder, number: NumberWords, scope: Range | None) -> Table:
    return {**_quantity(number), "span": find.span(number.words, scope)}


def _quantity(number: NumberWords) -> Table:
    return {"what": number.what.value, "low": number.low, "high": number.high, "approx": number.approx}


def _claims(find: Finder, event: str, given: EventWords) -> Iterator[Table]:
    outer = find.scope(given.passage)
    for claim in given.claims:
        yield _claim(find, event, claim, find.scope(claim.passage, outer))


def _claim(find: Finder, event: str, claim: ClaimWords, scope: Range | None) -> Table:
    return {
        "event": event,
        "status": claim.status.value,
        "content": find.span(claim.content, scope),
        "chain": [_hop(find, hop, scope) for hop in claim.chain],
    }


def _hop(find: Finder, hop: HopWords, scope: Range | None) -> Table:
    return {
        "source": None if hop.source is None else find.span(hop.source, scope),
        "cue": find.span(hop.cue, scope),
        "kind": hop.kind.value,
        "name": hop.name,
    }


def _figure(find: Finder, figure: FigureWords) -> Table:
    scope = find.scope(figure.passage)
    return {
        "holder": find.span(figure.holder, scope),
        **_quantity(figure),
        "span": find.span(figure.words, scope),
        "place": None if figure.place is None else find.span(figure.place, scope),
        "date": figure.date,
        "chain": [_hop(find, hop, scope) for hop in figure.chain],
    }


def _relation(find: Finder, relation: RelationWords) -> Table:
    scope = find.scope(relation.passage)
    return {
        "subject": find.span(relation.subject, scope),
        "kind": relation.kind.value,
        "object": find.span(relation.object, scope),
        "former": relation.former,
    }


def _citation(find: Finder, citation: CitationWords) -> Table:
    span = find.span(citation.words, find.scope(citation.passage))
    return {"span": span, "name": citation.name, "main": citation.main}
