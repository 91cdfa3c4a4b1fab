"""Levels at a time: `some 2,500 US troops in Iraq`, `to cut its forces to fewer than 1,000`."""

from collections.abc import Iterator
from typing import Final

from reportedly.models.rules import arguments
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import Counted, LevelTag, Passage, Span

_STATIVE: Final = frozenset(
    """be is are was were been has have had having maintain keep station base remain stay number host stand
    total include count retain possess operate comprise house hold""".split()
)
_SHRINKING: Final = frozenset(
    "reduce cut halve shrink lower draw scale trim bring drop fall decline limit cap raise increase rise grow".split()
)
_COUNTED: Final = {
    "MIL": Counted.TROOPS,
    "REB": Counted.TROOPS,
    "COP": Counted.TROOPS,
    "REF": Counted.DISPLACED,
}
_VEHICLES: Final = frozenset(
    "tank aircraft ship warship jet plane helicopter submarine vehicle warplane destroyer".split()
)
_WEAPONS: Final = frozenset("missile warhead rocket drone centrifuge bomb weapon launcher".split())
_SCORE: Final = 0.5


def find(sentences: list[Sentence], passage: Passage, book: RuleBook) -> Iterator[LevelTag]:
    """The levels of a passage; a number that tells what an event did is none."""
    for sentence in sentences:
        whole = sentence.span(0, len(sentence.words))
        for quantity in passage.quantities:
            if whole.covers(quantity):
                made = _level(sentence, quantity, book)
                if made is not None:
                    yield made


def _level(sentence: Sentence, quantity: Span, book: RuleBook) -> LevelTag | None:
    index = _chunk_of(sentence, quantity)
    if index < 0:
        return None
    governing = _verb_before(sentence, index)
    shrinking = governing >= 0 and _lemma(sentence, governing) in _SHRINKING
    if shrinking and _word_before(sentence, quantity) == "to":
        holder = _held(sentence, governing, index, book)
        if holder is not None:
            what = _counted(sentence, holder, book)
            place = _place(sentence, governing)
            return _tag(sentence, quantity, what, holder, place) if what else None
    what = _counted(sentence, index, book)
    if what is None or not _is_stative(sentence, index, governing):
        return None
    return _tag(sentence, quantity, what, index, _place(sentence, index))


def _tag(sentence: Sentence, quantity: Span, what: Counted, holder: int, place: Span | None) -> LevelTag:
    made = sentence.chunks[holder]
    words = [i for i in range(made.first, made.last) if not sentence.words[i].end <= quantity.end]
    span = arguments.argument_span(sentence, holder)
    if words and quantity.overlaps(span):
        span = sentence.span(words[0], made.last)
    return LevelTag(span=quantity, what=what, holder=span, place=place, score=_SCORE)


def _chunk_of(sentence: Sentence, span: Span) -> int:
    """The noun phrase that the number belongs to, or the one directly behind it."""
    last = next((i for i, word in enumerate(sentence.words) if word.end >= span.end), -1)
    if last < 0:
        return -1
    index = sentence.chunk_at[last]
    return index if sentence.kind(index) is ChunkKind.NOUN else -1


def _word_before(sentence: Sentence, span: Span) -> str:
    words = [word.lower for word in sentence.words if word.end <= span.start]
    return words[-1] if words else ""


def _verb_before(sentence: Sentence, index: int) -> int:
    return next((i for i in range(index - 1, -1, -1) if sentence.kind(i) is ChunkKind.VERB), -1)


def _lemma(sentence: Sentence, index: int) -> str:
    head = sentence.words[sentence.chunks[index].head]
    return head.lemma or head.lower


def _held(sentence: Sentence, verb: int, last: int, book: RuleBook) -> int | None:
    return next((i for i in range(verb + 1, last) if _counted(sentence, i, book)), None)


def _counted(sentence: Sentence, index: int, book: RuleBook) -> Counted | None:
    if sentence.kind(index) is not ChunkKind.NOUN:
        return None
    head = sentence.lower[sentence.chunks[index].head]
    if head.rstrip("s") in _VEHICLES:
        return Counted.VEHICLES
    if head.rstrip("s") in _WEAPONS:
        return Counted.WEAPONS
    return _COUNTED.get(book.sectors.get(head, ""))


def _is_stative(sentence: Sentence, index: int, governing: int) -> bool:
    following = index + 1
    if sentence.kind(following) is ChunkKind.VERB and _lemma(sentence, following) in _STATIVE | {"deploy"}:
        return True
    return governing >= 0 and index - governing <= 2 and _lemma(sentence, governing) in _STATIVE


def _place(sentence: Sentence, index: int) -> Span | None:
    behind = [(word, span) for word, span in arguments.places(sentence, ()) if word > sentence.chunks[index].first]
    if behind:
        return behind[0][1]
    for at in range(index + 1, len(sentence.chunks) - 1):
        if sentence.first_word(at) in ("in", "inside") and sentence.lower[sentence.chunks[at + 1].head] == "country":
            return sentence.chunk_span(at + 1)
    return None
