"""How the words of a status lead to a trigger: `plan to attack`, `plans for an attack`, `the attack was foiled`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import Chunk, ChunkKind
from reportedly.models.rules.lexicon import OperatorSense
from reportedly.models.rules.sentence import Sentence

_NOMINAL: Final = frozenset({g.DET, g.ADJ, g.NUM, g.NOUN, g.NAME, g.POSS, g.ADV, g.PRON, g.VERB})
_IN_VERB_GROUP: Final = frozenset({g.ADV, g.AUX, g.NEG, g.TO})
HARD: Final = frozenset(';:()"“”—–')
_PREPOSITIONS: Final = frozenset("of for against over about at in on to from".split())
_IN_SUBJECT: Final = frozenset({ChunkKind.NOUN, ChunkKind.PREP, ChunkKind.CONJ, ChunkKind.ADV})
_REACH: Final = 12


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


def is_verb(sentence: Sentence, at: Anchor) -> bool:
    """Whether the anchor is a verb group."""
    return sentence.chunks[at.chunk].kind is ChunkKind.VERB


def _only(sentence: Sentence, first: int, last: int, tags: frozenset[str]) -> bool:
    return first <= last and all(word.tag in tags for word in sentence.words[first:last])


def _bare(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return is_verb(sentence, at) and _only(sentence, found.last, at.head, _IN_VERB_GROUP)


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
    if not is_verb(sentence, at) or sentence.words[at.head].form != "gerund":
        return False
    tags = _IN_VERB_GROUP | {g.PREP, g.DET}
    return found.last <= at.head and at.head - found.last <= 3 and _only(sentence, found.last, at.head, tags)


def _noun(sentence: Sentence, found: Found, at: Anchor) -> bool:
    if is_verb(sentence, at) or not 0 <= at.head - found.last <= _REACH:
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
    return not any(word.lower in HARD for word in sentence.words[first:last])


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
        if not is_verb(sentence, at) or sentence.words[at.head].form != "gerund" or found.last >= made.first:
            return False
        before = sentence.lower[made.first - 1]
        return before in prepositions and _no_verb(sentence, found.last, made.first)

    return fits


def _subject(sentence: Sentence, found: Found, at: Anchor) -> bool:
    """`the attack was foiled`, also with an infinitive between (`plans to attack the base were foiled`)."""
    end = sentence.chunks[at.chunk].last
    if is_verb(sentence, at) or found.first < end or found.first - end > _REACH:
        return False
    own = sentence.chunk_at[found.first]
    between = (sentence.chunks[i] for i in _chunks_between(sentence, end, found.first) if i != own)
    return all(
        made.kind in _IN_SUBJECT or (made.kind is ChunkKind.VERB and made.infinitive) for made in between
    ) and not any(word.lower in HARD for word in sentence.words[end : found.first])


def _compound(sentence: Sentence, found: Found, at: Anchor) -> bool:
    return not is_verb(sentence, at) and found.first == at.last


BEHIND: Final = frozenset({"subject", "compound"})
LINKS: Final[dict[str, Callable[[Sentence, Found, Anchor], bool]]] = {
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
