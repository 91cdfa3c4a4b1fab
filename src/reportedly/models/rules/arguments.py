"""Participants and places of a trigger, for verbs and for nouns, as chunks of its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import grammar as g
from reportedly.models.rules import syntax
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook, TriggerSense
from reportedly.models.rules.parties import is_empty, party
from reportedly.models.rules.sentence import NameHit, Sentence
from reportedly.schema import EventType, Span

_LOCATIVE: Final = frozenset(
    "in at near outside inside across off over along around throughout within into toward towards".split()
)
_QUOTES: Final = frozenset('"“”')
_PLACE_KINDS: Final = frozenset({NameKind.PLACE, NameKind.INSTALLATION})
_AGENT: Final = ("by",)
_TRANSITIVE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.ACCUSE})


@dataclass(slots=True)
class Arguments:
    """Spans of who takes part; `weight` counts those that can act, for deciding about weak triggers."""

    actors: list[Span] = field(default_factory=list)
    recipients: list[Span] = field(default_factory=list)
    chunks: list[int] = field(default_factory=list)
    weight: int = 0

    def add(self, sentence: Sentence, book: RuleBook, role: list[Span], indices: Iterable[int], strict: bool) -> None:
        """Put the noun phrases at `indices` into `role`; with `strict` only those that can act."""
        for index in indices:
            able = party(sentence, index, book) is not None
            if is_empty(sentence, index) or (strict and not able):
                continue
            self.weight += able
            self.chunks.append(index)
            role.append(argument_span(sentence, index))


def argument_span(sentence: Sentence, index: int) -> Span:
    """The span of a noun phrase, without a determiner before it or a possessive ending behind it."""
    made = sentence.chunks[index]
    first, last = made.first, made.last
    while last - first > 1 and sentence.words[last - 1].tag == g.POSS:
        last -= 1
    return sentence.span(first, last)


def of_verb(sentence: Sentence, verb: int, end: int, sense: TriggerSense, book: RuleBook) -> Arguments:
    """The participants of the verb at chunk `verb`, whose phrase ends before word `end`."""
    found = Arguments()
    made = sentence.chunks[verb]
    last = sentence.chunk_at[end - 1]
    subjects = syntax.subject(sentence, verb)
    direct = syntax.objects(sentence, last)
    indirect = _indirect(sentence, last, sense)
    passive = made.passive or _is_reduced_passive(sentence, verb, sense, subjects, direct)
    if passive or sense.group.roles == "reversed":
        found.add(sentence, book, found.recipients, subjects, False)
        agents = syntax.after_prepositions(sentence, last + 1, (*_AGENT, *(("from",) if not passive else ())))
        found.add(sentence, book, found.actors, list(agents)[:1], not passive)
    else:
        found.add(sentence, book, found.actors, subjects, True)
        found.add(sentence, book, found.recipients, direct or indirect, sense.weak)
    return found


def _indirect(sentence: Sentence, last: int, sense: TriggerSense) -> list[int]:
    """The first noun phrase behind a preposition that brings in recipients; `in Dhaka` is a place."""
    for word in sense.group.recipient:
        index = next(syntax.after_prepositions(sentence, last + 1, (word,)), -1)
        if index >= 0 and not (word in _LOCATIVE and is_place(sentence, index)):
            return [index]
    return []


def _is_reduced_passive(
    sentence: Sentence, verb: int, sense: TriggerSense, subjects: list[int], direct: list[int]
) -> bool:
    """`12 people killed in the blast`: a participle behind its noun, of a verb that wants an object."""
    made = sentence.chunks[verb]
    if direct or made.last - made.first > 1 or sense.group.type not in _TRANSITIVE or " " in sense.group.roles:
        return False
    if sentence.words[made.head].form not in ("past", "participle") or not subjects:
        return False
    following = sentence.first_word(verb + 1)
    return following == "by" or (sentence.kind(verb + 1) in (ChunkKind.PREP, ChunkKind.PUNCT, None) and not sense.weak)


def of_noun(sentence: Sentence, first: int, sense: TriggerSense, book: RuleBook) -> Arguments:
    """The participants of the noun whose words begin at `first`."""
    found = Arguments()
    chunk = sentence.chunk_at[first]
    _from_modifiers(sentence, chunk, first, found, book)
    light = light_verb(sentence, chunk, book)
    if light is not None:
        verb, roles = light
        passive = sentence.chunks[verb].passive
        if not passive:
            role = found.recipients if roles == "reversed" else found.actors
            found.add(sentence, book, role, syntax.subject(sentence, verb), True)
        elif verb > chunk:
            agents = list(syntax.after_prepositions(sentence, verb + 1, _AGENT))[:1]
            found.add(sentence, book, found.actors, agents, False)
    _from_prepositions(sentence, chunk, sense, found, book)
    return found


def _from_modifiers(sentence: Sentence, chunk: int, first: int, found: Arguments, book: RuleBook) -> None:
    """`Israel's air strikes`, `US strikes`, `militia attacks`: who stands before the noun in its phrase."""
    made = sentence.chunks[chunk]
    names = [hit for hit in sentence.names_in(chunk) if hit.last <= first]
    acting = [
        hit
        for hit in names
        if hit.name.kind not in _PLACE_KINDS or _is_possessive(sentence, hit) or _is_country(hit)
    ]
    if acting:
        hit = acting[-1]
        found.actors.append(sentence.span(hit.first, _until_head(sentence, hit, first, book)))
        found.weight += 1
        return
    for index in range(first - 1, made.first - 1, -1):
        if sentence.lower[index] in book.sectors and sentence.words[index].tag in (g.NOUN, g.ADJ, g.POSS):
            found.actors.append(sentence.span(index, index + 1))
            found.weight += 1
            return
    places = [hit for hit in names if hit.name.code and hit.name.kind is NameKind.PLACE]
    if places and not found.actors and sentence.chunks[chunk].head < first + 3:
        found.weight += 1


def _until_head(sentence: Sentence, hit: NameHit, first: int, book: RuleBook) -> int:
    """The end of `Iranian forces` in `Iranian forces' attack`: a sector noun directly behind the name."""
    after = hit.last
    return after + 1 if after < first and sentence.lower[after] in book.sectors else after


def _is_country(hit: NameHit) -> bool:
    """Whether a place is a country: `US strikes` are struck by it, `Gaza strikes` on it."""
    return hit.name.kind is NameKind.PLACE and hit.name.entity is not None and hit.name.entity == hit.name.code


def _is_possessive(sentence: Sentence, hit: NameHit) -> bool:
    return hit.last < len(sentence.words) and sentence.words[hit.last].tag == g.POSS


def _from_prepositions(
    sentence: Sentence, chunk: int, sense: TriggerSense, found: Arguments, book: RuleBook
) -> None:
    group = sense.group
    between = next(syntax.after_prepositions(sentence, chunk + 1, ("between", "among")), -1)
    if between >= 0 and not found.actors:
        other = between + 2 if sentence.first_word(between + 1) == "and" else between
        both = [i for i in dict.fromkeys((between, other)) if sentence.kind(i) is ChunkKind.NOUN]
        found.add(sentence, book, found.actors, both, False)
        return
    if not found.actors:
        for word in ("by", *(w for w in group.actor if w != "by" and w not in group.recipient)):
            index = next(syntax.after_prepositions(sentence, chunk + 1, (word,)), -1)
            if index >= 0 and (word == "by" or not is_place(sentence, index)):
                found.add(sentence, book, found.actors, syntax.coordinated_after(sentence, index), True)
            if found.actors:
                break
    for word in group.recipient:
        index = next(syntax.after_prepositions(sentence, chunk + 1, (word,)), -1)
        if index < 0 or (word in _LOCATIVE and is_place(sentence, index)):
            continue
        found.add(sentence, book, found.recipients, syntax.coordinated_after(sentence, index), sense.weak)
        if found.recipients:
            break


def light_verb(sentence: Sentence, chunk: int, book: RuleBook) -> tuple[int, str] | None:
    """The verb group that the noun phrase at `chunk` only completes, and how it gives its roles."""
    for verb in (_governing_verb(sentence, chunk), _following_verb(sentence, chunk)):
        if sentence.kind(verb) is not ChunkKind.VERB:
            continue
        made = sentence.chunks[verb]
        if verb > chunk and not made.passive:
            continue
        for _, roles in book.light.at(sentence.lower, made.head):
            return verb, roles
    return None


def _governing_verb(sentence: Sentence, chunk: int) -> int:
    at = chunk - 1
    while at >= 0 and (sentence.kind(at) in (ChunkKind.ADV, ChunkKind.PREP) or _is_opening(sentence, at)):
        at -= 1
    return at


def _following_verb(sentence: Sentence, chunk: int) -> int:
    """The verb group whose subject the noun phrase is, past its own prepositional phrases."""
    at = chunk + 1
    while sentence.kind(at) is ChunkKind.PREP and sentence.kind(at + 1) is ChunkKind.NOUN:
        at += 2
    return at


def _is_opening(sentence: Sentence, index: int) -> bool:
    """A quotation mark, or the article before one (`a "worldwide caution"`)."""
    made = sentence.chunks[index]
    return sentence.lower[made.first] in _QUOTES or all(
        word.tag == g.DET for word in sentence.words[made.first : made.last]
    )


def is_place(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase at chunk `index` is a known place or installation and nothing more."""
    names = sentence.names_in(index)
    made = sentence.chunks[index]
    return bool(names) and names[-1].name.kind in _PLACE_KINDS and names[-1].last >= made.last


def places(sentence: Sentence, taken: Iterable[Span]) -> list[tuple[int, Span]]:
    """The places that the sentence names with a preposition of place: word index and span."""
    used = tuple(taken)
    found: list[tuple[int, Span]] = []
    for index in range(1, len(sentence.chunks)):
        if sentence.kind(index) is not ChunkKind.NOUN or sentence.kind(index - 1) is not ChunkKind.PREP:
            continue
        if sentence.first_word(index - 1) not in _LOCATIVE or sentence.chunks[index].head in sentence.timed:
            continue
        hits = [
            hit for hit in sentence.names_in(index)
            if hit.name.kind in _PLACE_KINDS and not _is_possessive(sentence, hit)
        ]  # fmt: skip
        span = sentence.span(hits[-1].first, hits[-1].last) if hits else _unknown_place(sentence, index)
        if span is not None and not any(span.overlaps(other) for other in used):
            found.append((sentence.chunks[index].first, span))
            found.extend(_joined_places(sentence, index, used))
    return found


def _joined_places(sentence: Sentence, index: int, used: tuple[Span, ...]) -> Iterator[tuple[int, Span]]:
    """`in Iraq and Syria`: the places joined to the first."""
    while sentence.first_word(index + 1) in ("and", "or", ",") and sentence.kind(index + 2) is ChunkKind.NOUN:
        index += 2
        if not is_place(sentence, index):
            return
        span = argument_span(sentence, index)
        if not any(span.overlaps(other) for other in used):
            yield sentence.chunks[index].first, span


def _unknown_place(sentence: Sentence, index: int) -> Span | None:
    made = sentence.chunks[index]
    head = sentence.words[made.head]
    near = sentence.first_word(index - 1) in ("in", "near", "outside", "across", "at")
    if near and head.tag == g.NAME and not sentence.headline and not sentence.names_in(index):
        return sentence.span(made.first, made.last)
    return None
