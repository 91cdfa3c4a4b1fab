"""Verbs as cues: `said`, `is believed to`, `told Reuters`, and operators such as `threatened to`."""

from collections.abc import Iterator
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import grammar as g
from reportedly.models.rules import quoting, reach, sources, syntax
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import CueSense, RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind, Span

_NOT_YET: Final = frozenset("will would may might could shall 'll won't wouldn't must should".split())


def verb_cue(sentence: Sentence, index: int, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    """The cue that the verb group at chunk `index` is, after that of the outlet it speaks to, if there is one."""
    made = sentence.chunks[index]
    passive = _passive(sentence, index, book)
    nested = [passive] if passive is not None else list(quoting.quoted_saying(sentence, index, book))
    if nested or made.modal in _NOT_YET:
        yield from nested
        return
    for end, sense in book.cues.at(sentence.lower, made.head):
        if sense.section != "verb" or (made.passive and sense.group.act != "accuse"):
            continue
        if sense.group.act == "quote" and sentence.words[made.head].form == "gerund":
            return
        found = list(_said(sentence, index, end, sense, book, before))
        if found:
            yield from (cue for cue in found if not _is_speaker_within(sentence, cue))
            return


def _said(
    sentence: Sentence, index: int, end: int, sense: CueSense, book: RuleBook, before: list[Cue]
) -> Iterator[Cue]:
    """The cue of a verb of saying in the active, if it carries anything and its subject can speak."""
    source = _subject_source(sentence, index, end, book, before)
    if source is not None and not sources.may_speak(sentence, source, book):
        return
    contents, addressee = reach.contents(sentence, index, end, sense, source)
    if not contents and not (source is not None and reach.announces(sentence, end)):
        return
    kind = source.kind if source else HopKind.UNNAMED
    cue = Cue(sentence.span(sentence.chunks[index].head, end), source, contents, sense.group.act, kind, sense)
    cue.open_quote = any(reach.is_quoted(sentence, piece) for piece in contents)
    outlet = _addressed_outlet(sentence, addressee, cue, book)
    if outlet is not None:
        yield outlet
    yield cue


def refusals(sentence: Sentence, book: RuleBook) -> list[tuple[int, int]]:
    """The words `[first, last)` of refusals to comment: they say nothing of how far along an event is."""
    return [
        (at, end)
        for at in book.cues.starts(sentence.lower)
        for end, sense in book.cues.at(sentence.lower, at)
        if sense.group.act == "refuse_comment" and sense.section == "verb"
    ]


def _is_speaker_within(sentence: Sentence, cue: Cue) -> bool:
    """`I think`, `we know` inside a quotation: the speaker is the voice already."""
    if cue.source is None:
        return False
    position = next(i for i, word in enumerate(sentence.words) if word.start >= cue.source.span.start)
    return sentence.quoted[position] and sentence.lower[position] in ("i", "we", "you")


def _passive(sentence: Sentence, index: int, book: RuleBook) -> Cue | None:
    """`is said to have`, `is believed to be`: the voice is the agent, if there is one."""
    made = sentence.chunks[index]
    if not made.passive:
        return None
    for _, sense in book.cues.at(sentence.lower, made.head):
        if sense.section != "passive" or sense.group.status is not None:
            continue
        if sentence.lower[made.head] in ("quoted", "cited") and sentence.first_word(index + 1) == "as":
            return quoting.quoted_by(sentence, index, book)
        following = sentence.first_word(index + 1)
        frames = sense.group.frame
        fits = (
            (sentence.kind(index + 1) is ChunkKind.VERB and sentence.chunks[index + 1].infinitive)
            or (following == "that" and following in frames)
            or (sentence.kind(index + 1) is ChunkKind.VERB and "participle" in frames)
        )
        if not fits:
            continue
        agent = next(syntax.after_prepositions(sentence, index + 1, ("by",)), -1)
        source = sources.at_chunk(sentence, agent, book) if agent >= 0 else None
        first = min([sentence.chunks[i].first for i in syntax.subject(sentence, index)], default=made.first)
        contents = reach.pieces(sentence, first, reach.clause_end(sentence, made.last))
        return Cue(
            sentence.span(made.first, made.last), source, contents, sense.group.act,
            source.kind if source else HopKind.UNNAMED, sense,
        )  # fmt: skip
    return None


def _subject_source(
    sentence: Sentence, index: int, end: int, book: RuleBook, before: list[Cue]
) -> Source | None:
    made = sentence.chunks[index]
    subjects = syntax.subject(sentence, index)
    inverted = _inverted(sentence, index, end)
    if inverted >= 0:
        return sources.at_chunk(sentence, inverted, book)
    if subjects:
        return with_pronouns(sentence, subjects, book)
    gerund = sentence.words[made.head].form == "gerund"
    return before[-1].source if gerund and before else None


def with_pronouns(sentence: Sentence, subjects: list[int], book: RuleBook) -> Source:
    """The voice of a subject of one or several coordinated noun phrases."""
    made = sources.at_chunk(sentence, subjects[-1], book)
    if len(subjects) == 1:
        return sources.by_name(sentence, made)
    first = sentence.chunk_span(subjects[0])
    return Source(Span(first.start, made.span.end), made.kind, made.chunk)


def _inverted(sentence: Sentence, index: int, end: int) -> int:
    """The chunk of a subject behind its verb: `"...", said the minister`; -1 where there is none."""
    after = sentence.chunk_at[end - 1] + 1
    if sentence.kind(after) is not ChunkKind.NOUN or sentence.words[sentence.chunks[index].head].form == "gerund":
        return -1
    before = sentence.first_word(index - 1)
    if index and before not in (",", '"', "”", "’", "'", "?", "!"):
        return -1
    last = sentence.chunks[after].last
    closes = last >= len(sentence.words) or sentence.words[last].tag in (g.PUNCT, g.PREP, g.REL, g.CONJ, g.SUB)
    return after if closes and index else -1


def _addressed_outlet(sentence: Sentence, addressee: int, cue: Cue, book: RuleBook) -> Cue | None:
    """`X told NBC`: NBC is the outer hop, with the same cue."""
    if addressee < 0 or cue.source is None:
        return None
    hits = [hit for hit in sentence.names_in(addressee) if hit.name.kind is NameKind.OUTLET]
    named = any(word.text[0].isupper() for word in sentence.words[sentence.chunks[addressee].first :][:4])
    if not hits and not (named and sources.kind_of(sentence, addressee, book) is HopKind.OUTLET):
        return None
    span = sentence.span(hits[0].first, hits[-1].last) if hits else sentence.chunk_span(addressee)
    inner = Span(min(cue.source.span.start, cue.span.start), cue.span.end)
    return Cue(cue.span, Source(span, HopKind.OUTLET, addressee), [inner, *cue.contents], "say", HopKind.OUTLET)


def of_operator(sentence: Sentence, first: int, last: int, book: RuleBook) -> Cue | None:
    """The cue that a status operator on the words `[first, last)` makes ("threatened to", "called on").

    None where the operator is no verb, or nobody is its subject.
    """
    index = sentence.chunk_at[first]
    if sentence.kind(index) is not ChunkKind.VERB:
        return None
    subjects = syntax.subject(sentence, index)
    if not subjects or sentence.chunks[index].modal or sentence.chunks[index].infinitive:
        return None
    end = last
    while end - first > 1 and sentence.lower[end - 1] in ("to", "that", "for"):
        end -= 1
    contents = reach.pieces(sentence, end, len(sentence.words))
    if not contents:
        return None
    source = with_pronouns(sentence, subjects, book)
    head = max(first, min(sentence.chunks[index].head, end - 1))
    return Cue(sentence.span(head, end), source, contents, "operate", source.kind)
