"""Who quotes whom: `X quoted Y as saying`, `Y was quoted as saying by X`."""

from collections.abc import Iterator

from reportedly.models.rules import reach, sources, syntax
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind

_QUOTING = frozenset({"quote", "cite"})


def quoted_saying(sentence: Sentence, index: int, book: RuleBook) -> Iterator[Cue]:
    """`X quoted Y as saying Z`: X is the outer voice, which carries Y and its cue; Y is the inner one.

    At the end of a sentence both carry what stands before them.
    """
    made = sentence.chunks[index]
    saying = _saying(sentence, index)
    if sentence.words[made.head].lemma not in _QUOTING or made.passive or saying < 0:
        return
    subjects = syntax.subject(sentence, index)
    inner = sources.at_chunk(sentence, index + 1, book)
    told = sentence.span(sentence.chunks[saying].first, sentence.chunks[saying].last)
    contents = reach.pieces(sentence, sentence.chunks[saying].last, len(sentence.words))
    if len(sentence.words) - sentence.chunks[saying].last <= 1:
        contents = reach.before(sentence, index)
    if not contents:
        return
    outer = sources.at_chunk(sentence, subjects[-1], book) if subjects else None
    within = sentence.span(sentence.chunks[index + 1].first, sentence.chunks[saying].last)
    kind = outer.kind if outer else HopKind.UNNAMED
    yield Cue(sentence.span(made.head, made.last), outer, [within, *contents], "quote", kind)
    yield Cue(told, inner, contents, "say", inner.kind)


def _saying(sentence: Sentence, index: int) -> int:
    """The chunk of "saying" in `quoted Y as saying`; -1 where it is built otherwise."""
    for at in range(index + 2, min(index + 6, len(sentence.chunks) - 1)):
        if sentence.first_word(at) == "as" and sentence.kind(at + 1) is ChunkKind.VERB:
            return at + 1 if sentence.kind(index + 1) is ChunkKind.NOUN else -1
    return -1


def quoted_by(sentence: Sentence, index: int, book: RuleBook) -> Cue:
    """`Y was quoted as saying by X`: X, where it is named, carries Y and its words."""
    made = sentence.chunks[index]
    source = _agent(sentence, index, book)
    first = min((sentence.chunks[i].first for i in syntax.subject(sentence, index)), default=made.first)
    contents = reach.pieces(sentence, 0, made.first) if first else reach.pieces(sentence, first, made.first)
    contents += reach.pieces(sentence, made.last, len(sentence.words))
    kind = source.kind if source else HopKind.UNNAMED
    return Cue(sentence.span(made.first, made.last), source, contents, "quote", kind)


def _agent(sentence: Sentence, index: int, book: RuleBook) -> Source | None:
    for at in range(index + 1, len(sentence.chunks) - 1):
        if sentence.first_word(at) == "by" and sentence.kind(at + 1) is ChunkKind.NOUN:
            return sources.at_chunk(sentence, at + 1, book)
    return None
