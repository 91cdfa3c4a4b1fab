"""Which number belongs to which trigger of its sentence: the one whose participant it counts, else the nearest."""

from reportedly.models.rules.cue import Cue
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.triggers import Trigger
from reportedly.schema import Span


def shared_out(
    sentence: Sentence, triggers: list[Trigger], cues: list[Cue], quantities: tuple[Span, ...]
) -> list[list[Span]]:
    """For each trigger the numbers that are its own; a number that counts voices ("two officials said") is nobody's."""
    found: list[list[Span]] = [[] for _ in triggers]
    if not triggers:
        return found
    whole = sentence.span(0, len(sentence.words))
    for quantity in quantities:
        if not whole.covers(quantity):
            continue
        phrase = _phrase_of(sentence, quantity)
        if _counts_voices(quantity, phrase, cues):
            continue
        distances = [_distance(sentence, trigger, quantity, phrase or quantity) for trigger in triggers]
        found[distances.index(min(distances))].append(quantity)
    return found


def _counts_voices(quantity: Span, phrase: Span | None, cues: list[Cue]) -> bool:
    return any(
        cue.source is not None and (cue.source.span.overlaps(quantity) or cue.source.span == phrase) for cue in cues
    )


def _phrase_of(sentence: Sentence, quantity: Span) -> Span | None:
    """The noun phrase that the number stands in."""
    for index, made in enumerate(sentence.chunks):
        if sentence.words[made.first].start <= quantity.start < sentence.words[made.last - 1].end:
            return sentence.chunk_span(index)
    return None


def _distance(sentence: Sentence, trigger: Trigger, quantity: Span, phrase: Span) -> int:
    """Code points between the two; less than nothing where a participant of the trigger is in the counted `phrase`."""
    for part in (*trigger.arguments.recipients, *trigger.arguments.actors):
        if part.overlaps(phrase):
            return -1
    own = sentence.span(trigger.first, trigger.last)
    return max(own.start - quantity.end, quantity.start - own.end, 0)
