"""Status: which words govern a trigger, from the inside outward, and what they make of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.lexicons import Operator
from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import Chunk, ChunkKind
from reportedly.models.rules.lexicon import OperatorSense, RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import Status

_NOMINAL: Final = frozenset({g.DET, g.ADJ, g.NUM, g.NOUN, g.NAME, g.POSS, g.ADV, g.PRON, g.VERB})
_IN_VERB_GROUP: Final = frozenset({g.ADV, g.AUX, g.NEG, g.TO})
_PAST: Final = frozenset({"was", "were", "had"})
_HARD: Final = frozenset(';:()"“”—–')
_PREPOSITIONS: Final = frozenset("of for against over about at in on to from".split())
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
_REACH: Final = 12
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A status operator on the words `[first, last)`."""

    first: int
    last: int
    sense: OperatorSense


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an operator may lead to: a verb group or a noun phrase.

    Attributes:
        chunk: index of its chunk.
        first: its first word; for a noun inside a longer phrase still the phrase's.
        head: the word that counts: the verb, or the first word of the trigger noun.
        last: the word after its end.
    """

    chunk: int
    first: int
    head: int
    last: int


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
    for at in range(len(lower)):
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
    return not _is_verb(sentence, at) and tuple(sentence.lower[max(0, at.first - 3) : at.first]) in _ANSWERS


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
        if sentence.kind(index) in (ChunkKind.SUB, ChunkKind.REL) or sentence.first_word(index) in _HARD:
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
        if best is None or (found.last, found.last - found.first) > (best.last, best.last - best.first):
            best = found
    return best


def _is_apt(sentence: Sentence, found: Found, at: Anchor) -> bool:
    operator = found.sense.operator
    inside = sentence.chunk_at[found.first] == at.chunk and _is_verb(sentence, at)
    if operator.kind == "negation" and found.last - found.first == 1 and inside:
        return False  # the verb group knows that it is negated
    if operator.kind in ("operator", "noun") and not _has_its_part_of_speech(sentence, found):
        return False
    if operator.tense == "present" and sentence.lower[found.first] in _PAST:
        return False
    if operator.initial and found.first and sentence.words[found.first - 1].tag not in (g.PUNCT, g.CONJ):
        return False
    if operator.kind in ("operator", "noun") and found.last > at.first and not _is_inside(sentence, found, at):
        return any(_LINKS[link](sentence, found, at) for link in found.sense.links if link in _BEHIND)
    return any(_LINKS[link](sentence, found, at) for link in found.sense.links)


def _has_its_part_of_speech(sentence: Sentence, found: Found) -> bool:
    """Whether a verb is a verb here and a noun a noun ("calls for", "the calls for")."""
    if found.sense.operator.kind == "noun":
        return sentence.words[found.last - 1].tag != g.VERB
    return sentence.kind(sentence.chunk_at[found.first]) in (ChunkKind.VERB, ChunkKind.ADV) or sentence.headline


def _is_inside(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return sentence.chunk_at[found.first] <= at.chunk and found.last <= at.head


def _is_verb(sentence: Sentence, at: Anchor) -> bool:
    return sentence.chunks[at.chunk].kind is ChunkKind.VERB


def _only(sentence: Sentence, first: int, last: int, tags: frozenset[str]) -> bool:
    return first <= last and all(word.tag in tags for word in sentence.words[first:last])


def _bare(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return _is_verb(sentence, at) and _only(sentence, found.last, at.head, _IN_VERB_GROUP)


def _participle(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return _bare(sentence, found, at) and sentence.words[at.head].form in ("participle", "past")


def _to(sentence: Sentence, found: Found, at: Anchor) -> bool:
    made = sentence.chunks[at.chunk]
    if made.kind is not ChunkKind.VERB or not made.infinitive:
        return False
    if found.sense.to:
        return made.first < found.last <= at.head and _only(sentence, found.last, at.head, _IN_VERB_GROUP)
    return found.last <= made.first and _only(sentence, found.last, made.first, frozenset({g.ADV}))


def _not_to(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return sentence.chunks[at.chunk].negated and _to(sentence, found, at)


def _ing(sentence: Sentence, found: Found, at: Anchor) -> bool:
    if not _is_verb(sentence, at) or sentence.words[at.head].form != "gerund":
        return False
    tags = _IN_VERB_GROUP | {g.PREP, g.DET}
    return found.last <= at.head and at.head - found.last <= 3 and _only(sentence, found.last, at.head, tags)


def _noun(sentence: Sentence, found: Found, at: Anchor) -> bool:
    if _is_verb(sentence, at) or not 0 <= at.head - found.last <= _REACH:
        return False
    first = found.last
    if first < at.head and sentence.lower[first] in _PREPOSITIONS:
        first += 1
    return all(
        word.tag in _NOMINAL or (word.lower in ("of", "for", "and", "or") and index > first)
        for index, word in enumerate(sentence.words[first : at.head], first)
    ) and not any(sentence.kind(c) is ChunkKind.VERB for c in _chunks_between(sentence, first, at.head))


def _chunks_between(sentence: Sentence, first: int, last: int) -> range:
    if first >= last:
        return range(0)
    return range(sentence.chunk_at[first], sentence.chunk_at[last - 1] + 1)


def _after(preposition: str) -> Callable[[Sentence, Found, Anchor], bool]:
    def fits(sentence: Sentence, found: Found, at: Anchor) -> bool:
        if found.last >= at.head or sentence.lower[found.last] != preposition:
            return False
        made = sentence.chunks[at.chunk]
        if made.kind is ChunkKind.VERB:
            return made.infinitive and preposition == "for" and _no_verb(sentence, found.last + 1, made.first)
        return _only(sentence, found.last + 1, at.head, _NOMINAL | {g.PREP}) and at.head - found.last <= _REACH

    return fits


def _of_ing(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return found.last < at.head and sentence.words[found.last].tag == g.PREP and _ing(sentence, found, at)


def _no_verb(sentence: Sentence, first: int, last: int) -> bool:
    if first > last:
        return False
    if any(sentence.kind(c) is ChunkKind.VERB for c in _chunks_between(sentence, first, last)):
        return False
    return not any(word.lower in _HARD for word in sentence.words[first:last])


def _clause(sentence: Sentence, found: Found, at: Anchor) -> bool:
    made = sentence.chunks[at.chunk]
    if made.kind is not ChunkKind.VERB or made.infinitive:
        return False
    return found.last <= made.first and _no_verb(sentence, found.last, made.first)


def _that(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return _clause(sentence, found, at) and made_of_clause(sentence, found)


def made_of_clause(sentence: Sentence, found: Found) -> bool:
    """Whether a clause, not a noun phrase alone, follows the operator."""
    following = sentence.kind(sentence.chunk_at[found.last]) if found.last < len(sentence.words) else None
    return following in (ChunkKind.SUB, ChunkKind.NOUN, ChunkKind.ADV) or sentence.lower[found.last - 1] == "that"


def _object_to(sentence: Sentence, found: Found, at: Anchor) -> bool:
    made = sentence.chunks[at.chunk]
    if made.kind is not ChunkKind.VERB or not made.infinitive or made.negated or found.last >= made.first:
        return False
    first = sentence.kind(sentence.chunk_at[found.last])
    return first in (ChunkKind.NOUN, ChunkKind.PREP) and _no_verb(sentence, found.last, made.first)


def _object_not_to(sentence: Sentence, found: Found, at: Anchor) -> bool:
    made: Chunk = sentence.chunks[at.chunk]
    if made.kind is not ChunkKind.VERB or not made.infinitive or not made.negated or found.last >= made.first:
        return False
    return _no_verb(sentence, found.last, made.first)


def _object_ing(*prepositions: str) -> Callable[[Sentence, Found, Anchor], bool]:
    def fits(sentence: Sentence, found: Found, at: Anchor) -> bool:
        made = sentence.chunks[at.chunk]
        if not _is_verb(sentence, at) or sentence.words[at.head].form != "gerund" or found.last >= made.first:
            return False
        before = sentence.lower[made.first - 1]
        return before in prepositions and _no_verb(sentence, found.last, made.first)

    return fits


def _subject(sentence: Sentence, found: Found, at: Anchor) -> bool:
    end = sentence.chunks[at.chunk].last
    if _is_verb(sentence, at) or found.first < end:
        return False
    between = sentence.words[end : found.first]
    return len(between) <= _REACH and all(
        word.tag in _NOMINAL | {g.PREP, g.AUX, g.CONJ} for word in between
    ) and _no_verb(sentence, end, min(found.first, sentence.chunks[sentence.chunk_at[found.first]].first))


def _compound(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return not _is_verb(sentence, at) and found.first == at.last


_BEHIND: Final = frozenset({"subject", "compound"})
_LINKS: Final[dict[str, Callable[[Sentence, Found, Anchor], bool]]] = {
    "bare": _bare,
    "participle": _participle,
    "to": _to,
    "not": _not_to,
    "ing": _ing,
    "noun": _noun,
    "of-ing": _of_ing,
    "that": _that,
    "clause": _clause,
    "obj-to": _object_to,
    "obj-not-to": _object_not_to,
    "obj-from-ing": _object_ing("from"),
    "obj-against-ing": _object_ing("against"),
    "subject": _subject,
    "compound": _compound,
    **{word: _after(word) for word in _PREPOSITIONS - {"to"}},
}
