"""Who does it and to whom: subjects, objects and prepositional phrases of a verb group, over chunks."""

from collections.abc import Iterable, Iterator
from typing import Final

from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.sentence import Sentence

_HARD: Final = frozenset(':;(—–"“”')
_SUBJECT_CONTROL: Final = frozenset("promise threaten vow pledge agree offer refuse decline plan want try".split())
_SAYING: Final = frozenset("say claim believe allege report think insist describe fear hope suspect warn".split())
_DEPTH: Final = 5


def subject(sentence: Sentence, verb: int, depth: int = 0) -> list[int]:
    """The chunks of the noun phrases that are the subject of the verb group at chunk `verb`."""
    if depth > _DEPTH or verb < 0:
        return []
    made = sentence.chunks[verb]
    form = sentence.words[made.head].form
    if made.infinitive or (form == "gerund" and not made.progressive):
        return _controlled(sentence, verb, depth)
    return _finite_subject(sentence, verb, depth)


def _controlled(sentence: Sentence, verb: int, depth: int) -> list[int]:
    """The subject of an infinitive or a gerund: that of the verb before it, or the noun phrase before it."""
    at = _skip_back(sentence, verb - 1, ChunkKind.ADV, ChunkKind.PREP, ChunkKind.SUB)
    kind = sentence.kind(at)
    if kind is ChunkKind.VERB:
        return subject(sentence, at, depth + 1)
    if kind is ChunkKind.NOUN:
        before = _skip_back(sentence, at - 1, ChunkKind.ADV)
        if sentence.kind(before) is ChunkKind.VERB:
            lemma = sentence.words[sentence.chunks[before].head].lemma
            if lemma in _SUBJECT_CONTROL or not _may_act(sentence, at):
                return subject(sentence, before, depth + 1)
            return [at]
        if sentence.kind(before) is ChunkKind.PREP and not _may_act(sentence, at):
            about = sentence.first_word(before) in ("on", "about", "over")  # "comment on any plan to attack"
            return [] if about else _previous_verb_subject(sentence, before, depth)
        return [at]
    if kind is ChunkKind.PUNCT or kind is ChunkKind.CONJ:
        return _previous_verb_subject(sentence, at, depth)
    return _next_clause_subject(sentence, verb)


def _may_act(sentence: Sentence, noun: int) -> bool:
    made = sentence.chunks[noun]
    head = sentence.words[made.head]
    if head.lower in sentence.agents or head.tag in ("name", "pron"):
        return True
    return bool(sentence.names_in(noun)) and head.lower.endswith("s")


def _previous_verb_subject(sentence: Sentence, at: int, depth: int) -> list[int]:
    """The subject of the verb that the one behind chunk `at` is coordinated with."""
    for index in range(at - 1, -1, -1):
        if sentence.kind(index) is ChunkKind.VERB and not _is_embedded(sentence, index):
            return subject(sentence, index, depth + 1)
    return []


def _is_embedded(sentence: Sentence, verb: int) -> bool:
    """Whether a verb group only describes a noun: an infinitive, `war waged with`, `men fighting in`."""
    made = sentence.chunks[verb]
    if made.infinitive:
        return True
    bare = made.last - made.first == 1 and sentence.kind(verb - 1) is ChunkKind.NOUN
    form = sentence.words[made.head].form
    if bare and form in ("past", "participle"):
        return sentence.kind(verb + 1) is ChunkKind.PREP and sentence.kind(verb - 2) in (
            ChunkKind.PREP, ChunkKind.PUNCT, ChunkKind.CONJ, ChunkKind.VERB,
        )  # fmt: skip
    return form == "gerund" and not made.progressive


def _next_clause_subject(sentence: Sentence, verb: int) -> list[int]:
    """`After attacking the base, militants fled`: the noun phrase after the comma."""
    for index in range(verb + 1, len(sentence.chunks) - 1):
        if sentence.first_word(index) == "," and sentence.kind(index + 1) is ChunkKind.NOUN:
            return [index + 1]
    return []


def _finite_subject(sentence: Sentence, verb: int, depth: int) -> list[int]:  # noqa: C901, PLR0912 - one walk to the left, a branch for each kind of chunk
    at = verb - 1
    crossed_comma = False
    while at >= 0:
        kind = sentence.kind(at)
        if kind is ChunkKind.ADV:
            at -= 1
        elif kind is ChunkKind.NOUN and sentence.chunks[at].head in sentence.timed:
            at -= 2 if sentence.kind(at - 1) is ChunkKind.PREP else 1  # "Erdogan this week denied"
        elif kind is ChunkKind.NOUN:
            first = _first_coordinated(sentence, at)
            if sentence.kind(first - 1) is ChunkKind.PREP:
                at = first - 2
            elif crossed_comma and sentence.kind(at - 1) is ChunkKind.VERB:
                at -= 1  # the object of an embedded clause
            elif crossed_comma and sentence.first_word(at - 1) == "," and at >= 2:
                at -= 2  # an apposition between commas
            else:
                return coordinated_before(sentence, at)
        elif kind is ChunkKind.REL:
            return _antecedent(sentence, at)
        elif kind is ChunkKind.CONJ:
            return _previous_verb_subject(sentence, at, depth)
        elif kind is ChunkKind.VERB and at == verb - 1 and _said_within(sentence, at):
            return _antecedent(sentence, at - 2)
        elif kind is ChunkKind.VERB and crossed_comma and _is_embedded(sentence, at):
            at -= 1  # "the Brigades, a militia backed by X, are preparing"
        elif kind is ChunkKind.VERB:
            relative = _relative_before(sentence, at) if crossed_comma else -1
            if relative < 0:
                return subject(sentence, at, depth + 1)
            at = relative - 1
        elif kind is ChunkKind.PUNCT and sentence.first_word(at) == ")":
            at = _before_parenthesis(sentence, at)
        elif kind is ChunkKind.PUNCT and sentence.first_word(at) not in _HARD:
            crossed_comma = crossed_comma or sentence.first_word(at) == ","
            at -= 1
        else:
            return []
    return []


def _said_within(sentence: Sentence, at: int) -> bool:
    """`strikes that officials said destroyed it`: the verb at `at` only tells who says so."""
    if sentence.kind(at - 1) is not ChunkKind.NOUN or sentence.words[sentence.chunks[at].head].lemma not in _SAYING:
        return False
    return sentence.kind(at - 2) is ChunkKind.REL or sentence.first_word(at - 2) == "that"


def _before_parenthesis(sentence: Sentence, at: int) -> int:
    while at >= 0 and sentence.first_word(at) != "(":
        at -= 1
    return at - 1


def _relative_before(sentence: Sentence, at: int) -> int:
    for index in range(at - 1, -1, -1):
        if sentence.kind(index) is ChunkKind.REL:
            return index
        if sentence.first_word(index) == "that" and sentence.kind(index) is ChunkKind.SUB:
            return index
        if sentence.kind(index) is ChunkKind.VERB:
            return -1
    return -1


def _antecedent(sentence: Sentence, relative: int) -> list[int]:
    at = _skip_back(sentence, relative - 1, ChunkKind.ADV, ChunkKind.PUNCT, ChunkKind.PREP)
    return [at] if sentence.kind(at) is ChunkKind.NOUN else []


def _first_coordinated(sentence: Sentence, noun: int) -> int:
    """The first of the noun phrases joined by "and" or "or" of which `noun` is the last."""
    while sentence.kind(noun - 2) is ChunkKind.NOUN and sentence.first_word(noun - 1) in ("and", "or"):
        noun -= 2
    return noun


def coordinated_before(sentence: Sentence, noun: int) -> list[int]:
    """`noun` and the noun phrases coordinated with it on its left ("A, B and C")."""
    found = [noun]
    at = noun
    while sentence.kind(at - 2) is ChunkKind.NOUN:
        link = sentence.first_word(at - 1)
        joined = link in ("and", "or") or (link == "," and len(found) > 1)
        if not joined or sentence.kind(at - 3) in (ChunkKind.VERB, ChunkKind.PREP):
            break
        at -= 2
        found.insert(0, at)
    return found


def coordinated_after(sentence: Sentence, noun: int) -> list[int]:
    """`noun` and the noun phrases coordinated with it on its right, unless they open a new clause."""
    found = [noun]
    at = noun
    while sentence.kind(at + 2) is ChunkKind.NOUN and sentence.first_word(at + 1) in ("and", "or", ","):
        if sentence.kind(at + 3) is ChunkKind.VERB and not sentence.chunks[at + 3].infinitive:
            break
        at += 2
        found.append(at)
        if sentence.first_word(at - 1) in ("and", "or"):
            break
    return found if len(found) == 1 or sentence.first_word(at - 1) in ("and", "or") else [noun]


def objects(sentence: Sentence, verb: int) -> list[int]:
    """The noun phrases that follow the verb group at chunk `verb` directly."""
    at = verb + 1
    while sentence.kind(at) is ChunkKind.ADV:
        at += 1
    return coordinated_after(sentence, at) if sentence.kind(at) is ChunkKind.NOUN else []


def after_prepositions(sentence: Sentence, start: int, prepositions: Iterable[str]) -> Iterator[int]:
    """The noun phrases behind any of `prepositions`, from chunk `start` to the end of the clause."""
    wanted = frozenset(prepositions)
    index = start
    while index < len(sentence.chunks) - 1:
        kind = sentence.kind(index)
        if kind is ChunkKind.PREP:
            if sentence.first_word(index) in wanted and sentence.kind(index + 1) is ChunkKind.NOUN:
                yield index + 1
        elif kind in (ChunkKind.VERB, ChunkKind.SUB, ChunkKind.REL) or sentence.first_word(index) in _HARD:
            return
        index += 1


def _skip_back(sentence: Sentence, at: int, *kinds: ChunkKind) -> int:
    while at >= 0 and sentence.kind(at) in kinds:
        at -= 1
    return at
