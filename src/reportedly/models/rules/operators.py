"""Status: which words govern a trigger, from the inside outward, and what they make of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.lexicons import Operator
from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.links import BEHIND, HARD, LINKS, Anchor, Found, is_verb
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import Status

_PAST: Final = frozenset({"was", "were", "had"})
_ANSWERS: Final = frozenset(
    {
        ("in", "response", "to"),
        ("in", "retaliation", "for"),
        ("in", "revenge", "for"),
        ("in", "reprisal", "for"),
        ("in", "reply", "to"),
        ("in", "reaction", "to"),
        ("as", "retaliation", "for"),
    }
)
_INTENDED: Final = frozenset({Status.PLANNED, Status.THREATENED})
_UNSETTLED: Final = frozenset({Status.THREATENED, Status.WARNED, Status.PLANNED, Status.HYPOTHETICAL})
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How far along, and what says so.

    Attributes:
        governors: the operators from the innermost outward.
        dropped: the event itself is not to be recorded (`urged X not to attack`).
    """

    status: Status
    certainty: float
    governors: tuple[Found, ...]
    dropped: bool


def find(sentence: Sentence, book: RuleBook) -> list[Found]:
    """Every operator in the sentence, also over adverbs in between ("is now set to")."""
    full = list(range(len(sentence.words)))
    compact = [i for i in full if sentence.words[i].tag != g.ADV]
    found = dict.fromkeys(_matches(sentence, full, book))
    if len(compact) < len(full):
        found.update(dict.fromkeys(_matches(sentence, compact, book)))
    return list(found)


def _matches(sentence: Sentence, positions: list[int], book: RuleBook) -> Iterator[Found]:
    lower = [sentence.lower[i] for i in positions]
    for at in book.operators.starts(lower):
        for end, sense in book.operators.at(lower, at):
            yield Found(positions[at], positions[end - 1] + 1, sense)


def anchor(sentence: Sentence, first: int, last: int, verb: bool) -> Anchor:
    """The anchor of a trigger on the words `[first, last)`."""
    chunk = sentence.chunk_at[first]
    made = sentence.chunks[chunk]
    return Anchor(chunk, made.first, first if not verb else made.head, max(last, made.last if verb else last))


def standing(sentence: Sentence, operators: list[Found], start: Anchor, light: int | None) -> Standing:
    """How far along the event of the trigger at `start` is, by the words of its own sentence.

    Args:
        light: chunk of the light verb whose object the trigger is ("will launch an attack").
    """
    governors: list[Found] = []
    status, certainty = Status.OCCURRED, 0.95
    inner: Operator | None = None
    at: Anchor | None = start
    for _ in range(_DEPTH):
        if at is None:
            break
        own = _own(sentence, at)
        if own is not None:
            status, certainty = _negate(status) if own is Status.DENIED else own, min(certainty, 0.9)
        found = _nearest(sentence, operators, at)
        if found is None:
            at, light = _further(sentence, at, light), None
            continue
        governors.append(found)
        operator = found.sense.operator
        intended = inner is not None and inner.kind == "operator" and status in _INTENDED
        if not (intended and operator.status is Status.WARNED):
            status = _outward(status, operator.status)
        inner = operator
        certainty = min(certainty, operator.certainty)
        if operator.kind == "condition":
            break
        following = _anchor_of(sentence, found)
        at = following if following.chunk != at.chunk or following.first < at.first else None
    if _is_cause(sentence, start):
        status = Status.HYPOTHETICAL if status in _UNSETTLED else Status.OCCURRED
    return Standing(status, certainty, tuple(governors), any(f.sense.operator.drop for f in governors))


def _is_cause(sentence: Sentence, at: Anchor) -> bool:
    """`in response to a strike`: what is answered has happened, or is only supposed where the answer is to come."""
    return not is_verb(sentence, at) and tuple(sentence.lower[max(0, at.first - 3) : at.first]) in _ANSWERS


def _verb_anchor(sentence: Sentence, chunk: int) -> Anchor:
    made = sentence.chunks[chunk]
    return Anchor(chunk, made.first, made.head, made.last)


def _anchor_of(sentence: Sentence, found: Found) -> Anchor:
    chunk = sentence.chunk_at[found.first]
    made = sentence.chunks[chunk]
    return Anchor(chunk, made.first, found.first, found.last)


def _own(sentence: Sentence, at: Anchor) -> Status | None:
    """The status that the anchor's own verb group gives it by a negation."""
    made = sentence.chunks[at.chunk]
    return Status.DENIED if made.kind is ChunkKind.VERB and made.negated else None


def _outward(inner: Status, outer: Status) -> Status:
    """The outer of two wins; but what goes on or has happened says nothing about what it only governs."""
    if outer is Status.OCCURRED or (outer is Status.ONGOING and inner is not Status.OCCURRED):
        return inner
    return outer


def _negate(status: Status) -> Status:
    return Status.OCCURRED if status in (Status.AVERTED, Status.DENIED) else Status.DENIED


def _further(sentence: Sentence, at: Anchor, light: int | None) -> Anchor | None:
    """Where to look on when no operator leads to `at`: the light verb, or the verb before an infinitive."""
    if light is not None and light != at.chunk:
        return _verb_anchor(sentence, light)
    made = sentence.chunks[at.chunk]
    if made.kind is ChunkKind.VERB:
        gerund = sentence.words[made.head].form == "gerund" and not made.progressive
        coordinated = sentence.kind(at.chunk - 1) is ChunkKind.CONJ or (
            sentence.words[made.head].form == "base" and sentence.first_word(at.chunk - 1) == ","
        )
        return _verb_before(sentence, at.chunk) if made.infinitive or gerund or coordinated else None
    return _verb_before(sentence, at.chunk) if _is_indefinite(sentence, at) else None


def _verb_before(sentence: Sentence, chunk: int) -> Anchor | None:
    """The verb group before a chunk in the same clause."""
    for index in range(chunk - 1, -1, -1):
        if sentence.kind(index) is ChunkKind.VERB:
            return _verb_anchor(sentence, index)
        if sentence.kind(index) in (ChunkKind.SUB, ChunkKind.REL) or sentence.first_word(index) in HARD:
            break
    return None


def _is_indefinite(sentence: Sentence, at: Anchor) -> bool:
    """Whether a noun is new to the reader ("violence", "an attack"): then the clause says how far along it is."""
    first = sentence.words[at.first]
    return first.lower in ("a", "an", "any", "more", "further", "new") or (first.tag not in (g.DET, g.NAME))


def _nearest(sentence: Sentence, operators: list[Found], at: Anchor) -> Found | None:
    best: Found | None = None
    for found in operators:
        if not _is_apt(sentence, found, at):
            continue
        if best is None or _rank(found) > _rank(best):
            best = found
    return best


def _rank(found: Found) -> tuple[int, int, bool]:
    """The nearer, then the longer, then the one that asks for a tense goes before."""
    return found.last, found.last - found.first, found.sense.operator.tense is not None


def _is_apt(sentence: Sentence, found: Found, at: Anchor) -> bool:
    operator = found.sense.operator
    inside = sentence.chunk_at[found.first] == at.chunk and is_verb(sentence, at)
    if operator.kind == "negation" and found.last - found.first == 1 and inside:
        return False  # the verb group knows that it is negated
    if operator.kind in ("operator", "noun") and not _has_its_part_of_speech(sentence, found):
        return False
    if operator.tense is not None and not _is_in_tense(sentence, found.first, operator.tense):
        return False
    if operator.initial and found.first and sentence.words[found.first - 1].tag not in (g.PUNCT, g.CONJ):
        return False
    if operator.kind in ("operator", "noun") and found.last > at.first and not _is_inside(sentence, found, at):
        return any(LINKS[link](sentence, found, at) for link in found.sense.links if link in BEHIND)
    return any(LINKS[link](sentence, found, at) for link in found.sense.links)


def _is_in_tense(sentence: Sentence, at: int, tense: str) -> bool:
    """Whether the verb is past or present as its operator asks; a perfect ("has tried") may be either."""
    form = sentence.words[at].form
    return form == "participle" or (tense == "past") == (form == "past" or sentence.lower[at] in _PAST)


def _has_its_part_of_speech(sentence: Sentence, found: Found) -> bool:
    """Whether a verb is a verb here and a noun a noun ("calls for", "the calls for")."""
    if found.sense.operator.kind == "noun":
        return sentence.words[found.last - 1].tag != g.VERB
    return sentence.kind(sentence.chunk_at[found.first]) in (ChunkKind.VERB, ChunkKind.ADV) or sentence.headline


def _is_inside(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return sentence.chunk_at[found.first] <= at.chunk and found.last <= at.head
