"""Phrases, adverbs and nouns as cues: `according to`, `reportedly`, `a report by ... that`."""

from collections.abc import Iterator

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import reach, sources, syntax, verb_cues
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import CueSense, RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind, Span


def phrase_cues(sentence: Sentence, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    """`according to X`, `quoting X`, `reportedly`."""
    found: list[Cue] = []
    free = 0
    for at in book.cues.starts(sentence.lower):
        if at < free:
            continue
        for end, sense in book.cues.at(sentence.lower, at):
            if sense.section == "adverb":
                contents = reach.around(sentence, at)
                yield Cue(sentence.span(at, end), None, contents, sense.group.act, HopKind.UNNAMED, sense)
            elif sense.section == "phrase" and sense.group.source == "after":
                made = _phrase(sentence, at, end, sense, book, before)
                if made is None or _is_taken(made, (*before, *found)):
                    continue
                found.append(made)
                yield made
            else:
                continue
            free = end
            break


def _phrase(
    sentence: Sentence, at: int, end: int, sense: CueSense, book: RuleBook, before: list[Cue]
) -> Cue | None:
    if end >= len(sentence.words):
        return None
    index = sentence.chunk_at[end]
    if sentence.kind(index) is not ChunkKind.NOUN or sentence.chunks[index].first != end:
        return None
    source = sources.at_chunk(sentence, index, book)
    if sense.group.act == "quote" and source.kind is HopKind.PERSON and source.span.end - source.span.start < 3:
        return None
    if sense.group.act != "say" and not _may_speak(sentence, source, book):
        return None
    last = sentence.chunks[source.chunk].last
    contents = reach.outside(sentence, at, last)
    span = sentence.span(at, end)
    cue = Cue(span, source, contents, sense.group.act, source.kind, sense)
    if sense.group.act == "quote":
        _nest(cue, before, Span(span.start, source.span.end))
    return cue if cue.contents else None


def _is_taken(made: Cue, others: tuple[Cue, ...]) -> bool:
    """Whether another cue has the source already (`according to a report by NBC` is one hop)."""
    return made.source is not None and any(
        other.source is not None and other.source.span.overlaps(made.source.span) for other in others
    )


def _may_speak(sentence: Sentence, source: Source, book: RuleBook) -> bool:
    made = sentence.chunks[source.chunk]
    if any(hit.name.kind in (NameKind.OUTLET, NameKind.ACTOR) for hit in sentence.names_in(source.chunk)):
        return True
    return sentence.lower[made.head] in book.voices or source.kind in (HopKind.UNNAMED, HopKind.OFFICIAL)


def _nest(cue: Cue, before: list[Cue], quoting: Span) -> None:
    """`NBC reported, citing officials`: the officials' words are what NBC carries, and NBC carries the citing."""
    outer = next((c for c in reversed(before) if c.source is not None and not c.span.overlaps(quoting)), None)
    if outer is None:
        return
    cue.contents = [piece for piece in (_without(p, quoting) for p in outer.contents) if piece is not None]
    outer.contents.append(quoting)


def _without(piece: Span, cut: Span) -> Span | None:
    """`piece` without the end that `cut` takes of it; None where nothing is left."""
    if not piece.overlaps(cut):
        return piece
    if piece.start < cut.start:
        return Span(piece.start, cut.start)
    return Span(cut.end, piece.end) if cut.end < piece.end else None


def noun_cues(sentence: Sentence, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    """`reports that`, `claims by the army that`, `a report by NBC that`."""
    taken = [cue.span for cue in before]
    for at in book.cues.starts(sentence.lower):
        chunk = sentence.chunk_at[at]
        if sentence.kind(chunk) is not ChunkKind.NOUN:
            continue
        for end, sense in book.cues.at(sentence.lower, at):
            if sense.section != "noun" or end != sentence.chunks[chunk].last:
                continue
            span = sentence.span(at, end)
            if any(span.overlaps(other) for other in taken):
                break
            yield from _noun_cue(sentence, chunk, end, sense, book)
            break


def _noun_cue(sentence: Sentence, chunk: int, end: int, sense: CueSense, book: RuleBook) -> Iterator[Cue]:
    after = chunk + 1
    source: Source | None = None
    if sentence.kind(after) is ChunkKind.PREP and sentence.first_word(after) in sense.group.link:
        linked = after + 1
        if sentence.kind(linked) is ChunkKind.NOUN and is_voice(sentence, linked, book):
            source = sources.at_chunk(sentence, linked, book)
            after = linked + 1
    if sentence.first_word(after) == "of" and "of" in sense.group.frame and sense.group.act in ("report", "claim"):
        contents = reach.pieces(sentence, sentence.chunks[after].last, reach.clause_end(sentence, end))
        kind = source.kind if source else HopKind.UNNAMED
        if contents:
            span = sentence.span(max(sentence.chunks[chunk].first, end - 1), end)
            yield Cue(span, source, contents, sense.group.act, kind, sense)
        return
    if sentence.first_word(after) != "that":
        return
    first = sentence.chunks[chunk].first
    source = source or _possessor(sentence, chunk, end, book)
    if source is None and sentence.kind(chunk - 1) is ChunkKind.VERB:
        subjects = syntax.subject(sentence, chunk - 1)  # "officials have detected signs that"
        if subjects:
            source, first = verb_cues.with_pronouns(sentence, subjects, book), sentence.chunks[chunk - 1].head
            contents = reach.pieces(sentence, sentence.chunks[after].first, len(sentence.words))
            yield Cue(sentence.span(first, end), source, contents, sense.group.act, source.kind, sense)
            return
    kind = source.kind if source else HopKind.UNNAMED
    contents = reach.pieces(sentence, sentence.chunks[after].first, len(sentence.words))
    yield Cue(sentence.span(max(first, end - 1), end), source, contents, sense.group.act, kind, sense)


def _possessor(sentence: Sentence, chunk: int, end: int, book: RuleBook) -> Source | None:
    made = sentence.chunks[chunk]
    for hit in sentence.names_in(chunk):
        if hit.last < end:
            kind = sources.kind_of(sentence, chunk, book)
            return Source(sentence.span(hit.first, hit.last), kind, -1)
    if sentence.lower[made.first] in ("his", "her", "their", "its"):
        return Source(sentence.span(made.first, made.first + 1), HopKind.PERSON, -1)
    return None


def is_voice(sentence: Sentence, index: int, book: RuleBook) -> bool:
    """Whether the noun phrase at chunk `index` can speak: it holds a known name, or its head is a voice's."""
    made = sentence.chunks[index]
    return bool(sentence.names_in(index)) or sentence.lower[made.head] in book.voices
