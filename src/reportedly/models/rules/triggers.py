"""Triggers of one sentence: which words express an event, with their participants and their standing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import arguments, operators, syntax
from reportedly.models.rules import grammar as g
from reportedly.models.rules.arguments import Arguments
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook, TriggerSense
from reportedly.models.rules.links import Found
from reportedly.models.rules.operators import Standing
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import EventType, Status

_GOVERNING: Final = frozenset({EventType.AGREE, EventType.REQUEST, EventType.THREATEN})
_NOBODY: Final = frozenset({"no", "nobody", "none", "neither", "nothing"})
_LASTING: Final = frozenset(
    "war conflict campaign fight siege blockade embargo occupation fighting hostilities curfew insurgency".split()
)
HOSTILE: Final = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.THREATEN,
        EventType.PROTEST,
    }
)
"""The types whose announcement can be a threat."""
_NOUN_TAGS: Final = frozenset({g.NOUN, g.NAME, g.ADJ, g.NUM, g.PREP})


@dataclass(slots=True)
class Trigger:
    """A trigger on the words `[first, last)` of its sentence.

    Attributes:
        chunk: the chunk that holds its first word.
        reference: the words only point back ("the attack").
    """

    first: int
    last: int
    chunk: int
    sense: TriggerSense
    arguments: Arguments
    standing: Standing
    reference: bool


def find(sentence: Sentence, book: RuleBook, found_operators: list[Found]) -> list[Trigger]:
    """The triggers of the sentence, left to right, none overlapping."""
    covered = frozenset(
        i for hit in sentence.names if hit.name.kind is not NameKind.ADJECTIVE for i in range(hit.first, hit.last)
    )
    triggers: list[Trigger] = []
    free = 0
    for at in book.triggers.starts(sentence.lower):
        made = None if at in covered or at < free else _at(sentence, at, book, found_operators)
        if made is not None:
            triggers.append(made)
            free = made.last
    return [trigger for trigger in triggers if not _only_governs(trigger, triggers)]


def _only_governs(trigger: Trigger, others: list[Trigger]) -> bool:
    """`agreed to withdraw` is a withdrawal that is planned, not an agreement as well."""
    return trigger.sense.group.type in _GOVERNING and any(
        found.first < trigger.last and trigger.first < found.last
        for other in others
        if other is not trigger
        for found in other.standing.governors
    )


def _at(sentence: Sentence, at: int, book: RuleBook, found_operators: list[Found]) -> Trigger | None:
    for end, sense in _senses(sentence, at, book):
        chunk = sentence.chunk_at[at]
        if sense.verb:
            found = arguments.of_verb(sentence, chunk, end, sense, book)
        else:
            found = arguments.of_noun(sentence, at, sense, book)
        reference = not sense.verb and _is_bare_reference(sentence, at)
        if not _is_codable(found, sense):
            continue
        reference = reference and not (found.actors or found.recipients or found.weight)
        light = None if sense.verb else arguments.light_verb(sentence, chunk, book)
        start = operators.anchor(sentence, at, end, sense.verb)
        standing = operators.standing(sentence, found_operators, start, light[0] if light else None)
        if sense.verb and any(word in ("not", "no", "never") for word in sentence.lower[at:end]):
            standing = Standing(Status.OCCURRED, standing.certainty, (), False)  # the trigger is itself a refusal
        if sense.group.type not in _GOVERNING:
            standing = _within(standing, sentence.lower[at:end], at, end, found_operators)
            standing = _lasting(standing, sentence.lower[at:end], light is not None)
            standing = _pressing(sentence, standing, sense, end)
        if standing.dropped:
            return None
        return Trigger(at, end, chunk, sense, found, _denied_by_nobody(sentence, chunk, sense, standing), reference)
    return None


def _leads_on(words: list[str], found: Found, at: int) -> bool:
    """Whether an operator in the trigger's own phrase governs the rest of it (`attempted to kill`)."""
    return found.sense.to or words[found.last - at] == "to"


def _within(
    standing: Standing, words: list[str], at: int, end: int, found_operators: list[Found]
) -> Standing:
    """What the trigger's own words say: `attempted to kill` has not gone through, `the war` goes on."""
    if standing.status is not Status.OCCURRED:
        return standing
    own = [f.sense.operator for f in found_operators if at <= f.first and f.last < end and _leads_on(words, f, at)]
    for status in (Status.AVERTED, Status.PLANNED):
        if any(operator.status is status and operator.kind == "operator" for operator in own):
            return Standing(status, standing.certainty, standing.governors, standing.dropped)
    return standing


def _lasting(standing: Standing, words: list[str], light: bool) -> Standing:
    """`the war` goes on, unless a verb begins it (`imposed a blockade`)."""
    if standing.status is not Status.OCCURRED or standing.governors or light:
        return standing
    if any(word in _LASTING for word in words):
        return Standing(Status.ONGOING, standing.certainty, standing.governors, standing.dropped)
    return standing


def _pressing(sentence: Sentence, standing: Standing, sense: TriggerSense, end: int) -> Standing:
    """`will close the strait unless`: a promise of harm that is meant to press is a threat."""
    if standing.status is not Status.PLANNED or sense.group.type not in HOSTILE or not standing.governors:
        return standing
    modal = standing.governors[0].sense.operator.kind == "modal"
    if modal and any(word in ("unless", "if") for word in sentence.lower[end:]):
        return Standing(Status.THREATENED, standing.certainty, standing.governors, standing.dropped)
    return standing


def _senses(sentence: Sentence, at: int, book: RuleBook) -> Iterator[tuple[int, TriggerSense]]:
    """The senses that fit at a word: longest first, and one that names its objects before one that does not."""
    fitting = [
        (end, sense) for end, sense in book.triggers.at(sentence.lower, at) if _fits(sentence, at, end, sense)
    ]
    fitting.sort(key=lambda item: (item[0], bool(item[1].group.objects)), reverse=True)
    yield from fitting


def _fits(sentence: Sentence, at: int, end: int, sense: TriggerSense) -> bool:
    group = sense.group
    if not _has_right_part_of_speech(sentence, at, end, sense):
        return False
    if at and sentence.lower[at - 1] in group.not_before:
        return False
    if end < len(sentence.lower) and sentence.lower[end] in group.not_after:
        return False
    return not group.objects or any(head in group.objects for head in _object_heads(sentence, at, end, sense))


def _has_right_part_of_speech(sentence: Sentence, at: int, end: int, sense: TriggerSense) -> bool:
    word = sentence.words[at]
    if sense.verb:
        return word.tag == g.VERB or (word.tag == g.AUX and end - at > 1) or (word.tag == g.NEG and end - at > 1)
    if sentence.kind(sentence.chunk_at[at]) is ChunkKind.VERB:
        return False
    last = sentence.words[end - 1]
    return last.tag in _NOUN_TAGS and not (last.tag == g.ADJ and end == at + 1 and not sentence.headline)


def _object_heads(sentence: Sentence, at: int, end: int, sense: TriggerSense) -> Iterator[str]:
    """The heads of whatever may be the object, as written and without a plural ending."""
    chunk = sentence.chunk_at[at]
    last = sentence.chunk_at[end - 1]
    if sense.verb:
        indices = syntax.objects(sentence, last)
        if sentence.chunks[chunk].passive or not indices:
            indices = [*indices, *syntax.subject(sentence, chunk)]
    else:
        indices = [next(syntax.after_prepositions(sentence, chunk + 1, ("of", "to", "on", "for")), -1)]
        if at:
            yield sentence.lower[at - 1]
    for index in indices:
        if index >= 0:
            made = sentence.chunks[index]
            head = sentence.lower[made.head]
            singular = _singular(head)
            yield from (head, singular)
            if made.head > made.first:
                yield from (f"{sentence.lower[made.head - 1]} {form}" for form in (head, singular))


def _singular(noun: str) -> str:
    """A plural noun in the singular, by its ending."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun.removesuffix("s")


def _denied_by_nobody(sentence: Sentence, chunk: int, sense: TriggerSense, standing: Standing) -> Standing:
    """`no staff had been hurt`, `nobody was arrested`, `not one unit has moved`, `it expelled nobody`."""
    if not sense.verb or standing.status is not Status.OCCURRED:
        return standing
    for index in (*syntax.subject(sentence, chunk), *syntax.objects(sentence, chunk)):
        if sentence.first_word(index) in _NOBODY or sentence.first_word(index - 1) == "not":
            return Standing(Status.DENIED, standing.certainty, standing.governors, standing.dropped)
    return standing


def _is_codable(found: Arguments, sense: TriggerSense) -> bool:
    """Whether somebody able to act takes part, where the word is too weak to tell an event by itself."""
    return not sense.weak or found.weight > 0


def _is_bare_reference(sentence: Sentence, at: int) -> bool:
    """`the attack`, `this deal`: a noun that the text has told of before."""
    first = sentence.chunks[sentence.chunk_at[at]].first
    return sentence.lower[first] in ("the", "this", "that", "these", "those")
