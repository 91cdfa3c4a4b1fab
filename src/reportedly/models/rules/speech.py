"""What a voice says beyond one sentence: quotations that run on, before or behind their cue."""

from typing import Final

from reportedly.models.rules.cue import Cue
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import Span

_QUOTES: Final = frozenset('"“”')
_SHARE: Final = 0.6


def join(sentences: list[Sentence], found: list[list[Cue]]) -> None:
    """Let quotations run on: a quoted sentence without a cue of its own belongs to the voice beside it."""
    for number, group in enumerate(found):
        for cue in group:
            if not cue.contents:  # "The minister said:"
                cue.contents.extend(_sentences_behind(sentences, found, number))
    for number, sentence in enumerate(sentences):
        if any(cue.source is not None for cue in found[number]) or not is_quoted(sentence):
            continue
        voice = _before(sentences, found, number) or _behind(sentences, found, number)
        if voice is not None:
            voice.contents.append(sentence.span(0, len(sentence.words)))


def _sentences_behind(sentences: list[Sentence], found: list[list[Cue]], number: int) -> list[Span]:
    """The sentences behind `number` up to the next one with a voice of its own."""
    pieces: list[Span] = []
    for later in range(number + 1, len(sentences)):
        if any(cue.source is not None for cue in found[later]):
            break
        pieces.append(sentences[later].span(0, len(sentences[later].words)))
    return pieces


def is_quoted(sentence: Sentence) -> bool:
    """Whether most of the sentence stands between quotation marks."""
    words = [quoted for word, quoted in zip(sentence.words, sentence.quoted, strict=True) if word.text.isalnum()]
    return bool(words) and sum(words) / len(words) > _SHARE


def _before(sentences: list[Sentence], found: list[list[Cue]], number: int) -> Cue | None:
    """The voice of the sentence before, if that was a quotation too."""
    for earlier in range(number - 1, -1, -1):
        speaking = [cue for cue in found[earlier] if cue.open_quote and cue.source is not None]
        if speaking:
            return speaking[0]
        if not is_quoted(sentences[earlier]):
            return None
    return None


def _behind(sentences: list[Sentence], found: list[list[Cue]], number: int) -> Cue | None:
    """The voice of the next sentence that has one, if all between are quotations."""
    for later in range(number + 1, len(sentences)):
        speaking = [cue for cue in found[later] if cue.open_quote and cue.source is not None]
        if speaking:
            return speaking[0]
        if not is_quoted(sentences[later]):
            return None
    return None


def carries(cue: Cue, span: Span) -> bool:
    """Whether the words at `span` are part of what the cue carries."""
    return any(piece.start <= span.start < piece.end for piece in cue.contents)
