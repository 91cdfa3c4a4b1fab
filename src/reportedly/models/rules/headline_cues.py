"""Cues that only headlines have: a colon or a dash between a voice and what it says."""

from collections.abc import Iterator

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import reach, sources
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import CueSense, RuleBook
from reportedly.models.rules.phrase_cues import is_voice
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind, Span


def headline_cues(sentence: Sentence, book: RuleBook) -> Iterator[Cue]:
    """`Militia plans attack: report`, `Minister: No talks planned`, `Ten killed in blast - police`."""
    marks = [i for i, word in enumerate(sentence.words) if word.text in (":", "-", "–", "—", "|")]
    for mark in (marks[-1:] if marks else []):
        tail = sentence.words[mark + 1 :]
        if not tail or len(tail) > 5:
            continue
        for end, sense in book.cues.at(sentence.lower, mark + 1):
            if sense.section == "headline" and end == len(sentence.words):
                contents = reach.pieces(sentence, 0, mark)
                span = sentence.span(mark + 1, end)
                yield from _headline_tail(sentence, mark, span, contents, sense)
                return
        index = sentence.chunk_at[mark + 1]
        if is_voice(sentence, index, book) and sentence.chunks[index].last == len(sentence.words):
            source = sources.at_chunk(sentence, index, book)
            yield Cue(sentence.span(mark, mark + 1), source, reach.pieces(sentence, 0, mark), "say", source.kind)
            return
    if marks and sentence.words[marks[0]].text == ":" and 0 < marks[0] <= 5:
        index = sentence.chunk_at[marks[0] - 1]
        known = [hit.name.kind for hit in sentence.names_in(index)]
        if sentence.chunks[index].first == 0 and is_voice(sentence, index, book) and NameKind.PLACE not in known:
            source = sources.at_chunk(sentence, index, book)
            contents = reach.pieces(sentence, marks[0] + 1, len(sentence.words))
            yield Cue(sentence.span(marks[0], marks[0] + 1), source, contents, "say", source.kind)


def _headline_tail(
    sentence: Sentence, mark: int, span: Span, contents: list[Span], sense: CueSense
) -> Iterator[Cue]:
    kind = sense.group.kind or HopKind.UNNAMED
    if kind is HopKind.UNNAMED and sense.group.act == "report":
        yield Cue(span, None, contents, sense.group.act, kind, sense)
    else:
        source = Source(span, kind, sentence.chunk_at[mark + 1])
        yield Cue(sentence.span(mark, mark + 1), source, contents, sense.group.act, kind, sense)
