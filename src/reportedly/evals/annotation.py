"""Annotation as people write it: words in a text become the spans of stand-off gold.

A span is given by its words, which must occur once in the passage that the claim's or the event's `in` names,
else once in the text. Two marks narrow them: `on the [bridge] at Korvin` is the word in brackets where it
stands in these words, and `The raid ... 11 fighters` runs from the first words to the nearest second ones.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.schema.labels import MODES, Counted, EventType, HopKind, RelationKind, Status

Table = dict[str, Any]
Range = tuple[int, int]


class GoldError(ReportedlyError):
    """The annotation of one article does not fit its text or the codebook; the message names both."""


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

    def keys(self, given: object, allowed: str) -> Table:
        """The table as it is, if it has no key but the allowed ones."""
        if not isinstance(given, dict):
            raise self.fail(f"a table with {allowed} is wanted, not {given!r}")
        unknown = sorted(set(given) - set(allowed.split()))
        if unknown:
            raise self.fail(f"unknown key {unknown[0]!r} in {given}")
        return given

    def scope(self, given: Table, outer: Range | None = None) -> Range | None:
        """The passage that `in` names, in which the other words are looked for first."""
        if "in" not in given:
            return outer
        start, end = self.span(given["in"], outer)
        return start, end


def compiled(source: Table, text: str) -> Table:
    """The stand-off annotation of one article, in the form that the scorer reads.

    Raises:
        GoldError: words are not found, or found more than once; a key or a label is unknown.
    """
    find = Finder(article=str(source.get("id")), text=text)
    find.keys(source, "id outlet published events figures relations citations")
    events: list[Table] = []
    claims: list[Table] = []
    for number, given in enumerate(source["events"], start=1):
        event, said = _event(find, f"e{number}", given)
        events.append(event)
        claims += said
    return {
        "id": source["id"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "outlet": source["outlet"],
        "published": None if source["published"] is None else str(source["published"]),
        "events": events,
        "claims": claims,
        "figures": [_figure(find, given) for given in source.get("figures", [])],
        "relations": [_relation(find, given) for given in source.get("relations", [])],
        "citations": [_citation(find, given) for given in source.get("citations", [])],
    }


def _event(find: Finder, name: str, given: Table) -> tuple[Table, list[Table]]:
    find.keys(given, "type mode in trigger actors recipients places date numbers claims")
    scope = find.scope(given)
    kind, mode = EventType(given["type"]), given.get("mode")
    if mode is not None and mode not in MODES[kind]:
        raise find.fail(f"{kind} has no mode {mode!r}")
    if not given.get("claims"):
        raise find.fail(f"{name} ({kind}, {given['trigger']!r}) has no claim")
    event = {
        "id": name,
        "type": kind.value,
        "mode": mode,
        "trigger": find.span(given["trigger"], scope),
        **{role: _parties(find, given.get(role, []), scope) for role in ("actors", "recipients", "places")},
        "date": _date(find, given.get("date"), scope),
        "numbers": [_number(find, number, scope) for number in given.get("numbers", [])],
    }
    return event, [_claim(find, name, claim, scope) for claim in given["claims"]]


def _parties(find: Finder, given: list[str], scope: Range | None) -> list[Table]:
    """Participants and places; the states are invented, so no code is known."""
    return [{"span": find.span(words, scope), "code": None} for words in given]


def _date(find: Finder, given: object, scope: Range | None) -> Table | None:
    if given is None:
        return None
    date = find.keys(given, "words value")
    value = date["value"]
    return {"span": find.span(date["words"], scope), "value": None if value is None else str(value)}


def _number(find: Finder, given: object, scope: Range | None) -> Table:
    number = find.keys(given, "what low high approx words")
    return {**_quantity(number), "span": find.span(number["words"], scope)}


def _quantity(given: Table) -> Table:
    return {
        "what": Counted(given["what"]).value,
        "low": given["low"],
        "high": given["high"],
        "approx": given.get("approx", False),
    }


def _claim(find: Finder, event: str, given: object, scope: Range | None) -> Table:
    claim = find.keys(given, "status in content chain")
    scope = find.scope(claim, scope)
    return {
        "event": event,
        "status": Status(claim["status"]).value,
        "content": find.span(claim["content"], scope),
        "chain": [_hop(find, hop, scope) for hop in claim.get("chain", [])],
    }


def _hop(find: Finder, given: object, scope: Range | None) -> Table:
    hop = find.keys(given, "source cue kind name")
    source = hop["source"]
    return {
        "source": None if source is None else find.span(source, scope),
        "cue": find.span(hop["cue"], scope),
        "kind": HopKind(hop["kind"]).value,
        "name": hop.get("name"),
    }


def _figure(find: Finder, given: object) -> Table:
    figure = find.keys(given, "in holder what low high approx words place date chain")
    scope = find.scope(figure)
    place, date = figure.get("place"), figure.get("date")
    return {
        "holder": find.span(figure["holder"], scope),
        **_quantity(figure),
        "span": find.span(figure["words"], scope),
        "place": None if place is None else find.span(place, scope),
        "date": None if date is None else str(date),
        "chain": [_hop(find, hop, scope) for hop in figure.get("chain", [])],
    }


def _relation(find: Finder, given: object) -> Table:
    relation = find.keys(given, "in subject kind object former")
    scope = find.scope(relation)
    return {
        "subject": find.span(relation["subject"], scope),
        "kind": RelationKind(relation["kind"]).value,
        "object": find.span(relation["object"], scope),
        "former": relation.get("former", False),
    }


def _citation(find: Finder, given: object) -> Table:
    citation = find.keys(given, "in words name main")
    scope = find.scope(citation)
    return {"span": find.span(citation["words"], scope), "name": citation["name"], "main": citation["main"]}
