"""Clauses without an event of their own that say how far another has come: `held off`, `denied the charge`."""

from collections.abc import Iterator
from typing import Final

from reportedly.models.rules import syntax
from reportedly.models.rules.arguments import argument_span
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.links import Found
from reportedly.models.rules.parties import is_pronoun, party
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.speech import carries
from reportedly.models.rules.triggers import Trigger
from reportedly.schema import EchoTag, Span, Status

_SCORE: Final = 0.5
_PARTS: Final = frozenset(
    """connection connections link links tie ties role involvement part hand responsibility affiliation contact
    complicity""".split()
)


def find(
    sentence: Sentence, operators: list[Found], triggers: list[Trigger], cues: list[Cue], book: RuleBook
) -> Iterator[EchoTag]:
    """The echoes of one sentence: calling off by its actor, and denials of what was said before."""
    governing = {found for trigger in triggers for found in trigger.standing.governors}
    taken: set[int] = set()
    for found in operators:
        operator = found.sense.operator
        chunk = sentence.chunk_at[found.first]
        if operator.status is not Status.AVERTED or operator.kind != "operator" or found in governing:
            continue
        if chunk in taken or "subject" in found.sense.links or _holds(triggers, found):
            continue
        made = _of_verb(sentence, chunk, found, book)
        if made is not None:
            taken.add(chunk)
            yield made
    yield from _no_part(sentence)
    for cue in cues:
        if cue.act == "deny" and cue.source is not None and cue.contents:
            said = [sentence.span(trigger.first, trigger.last) for trigger in triggers]
            if not any(carries(cue, span) for span in said):
                yield _echo(cue.contents[0], cue.source.span, Status.DENIED)


def _no_part(sentence: Sentence) -> Iterator[EchoTag]:
    """`had no connections to the group`, `no evidence of a link`: whoever is suspected had no part in it."""
    for index, made in enumerate(sentence.chunks):
        if made.kind is not ChunkKind.NOUN or sentence.lower[made.head] not in _PARTS:
            continue
        negative = sentence.first_word(index) == "no" or "no" in (sentence.first_word(i) for i in range(index))
        if not negative:
            continue
        verb = next((i for i in range(index - 1, -1, -1) if sentence.kind(i) is ChunkKind.VERB), -1)
        subjects = [i for i in syntax.subject(sentence, verb) if sentence.first_word(i) != "no"]
        between = list(syntax.after_prepositions(sentence, index + 1, ("between", "by", "from")))
        parties = subjects[-1:] or between[:1]
        if parties:
            yield _echo(sentence.chunk_span(index), argument_span(sentence, parties[0]), Status.DENIED)


def _of_verb(sentence: Sentence, chunk: int, found: Found, book: RuleBook) -> EchoTag | None:
    if sentence.kind(chunk) is not ChunkKind.VERB or sentence.chunks[chunk].negated:
        return None
    subjects = syntax.subject(sentence, chunk)
    if not subjects or is_pronoun(sentence, subjects[-1]) or party(sentence, subjects[-1], book) is None:
        return None
    following = sentence.kind(chunk + 1)
    if following in (ChunkKind.NOUN, ChunkKind.VERB):
        return None
    return _echo(sentence.span(found.first, found.last), argument_span(sentence, subjects[-1]), Status.AVERTED)


def _echo(span: Span, by: Span, status: Status) -> EchoTag:
    content = Span(min(span.start, by.start), max(span.end, by.end))
    return EchoTag(span=span, party=by, content=content, status=status, certainty=0.8, score=_SCORE)


def _holds(triggers: list[Trigger], found: Found) -> bool:
    return any(trigger.first < found.last and found.first < trigger.last for trigger in triggers)
