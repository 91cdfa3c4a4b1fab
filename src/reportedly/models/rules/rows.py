"""A trigger of the rules as a row of the predictions: spans, status, certainty, score."""

from typing import Final

from reportedly.models.rules import arguments
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.parties import Antecedents, is_pronoun, may_mean
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.speech import carries
from reportedly.models.rules.syntax import subject
from reportedly.models.rules.triggers import HOSTILE, Trigger
from reportedly.schema import MODES, Passage, Span, Status, TriggerTag

_STRONG: Final = 0.7
_WEAK: Final = 0.5
_OPEN: Final = frozenset({Status.WARNED, Status.PLANNED, Status.HYPOTHETICAL})
_UNSETTLED: Final = frozenset({Status.OCCURRED})
_REPORTED: Final = frozenset({"say", "claim", "report", "confirm", "promise", "believe"})


def trigger_tag(
    sentences: list[Sentence],
    number: int,
    trigger: Trigger,
    cues: list[Cue],
    passage: Passage,
    numbers: list[Span],
    antecedents: Antecedents,
) -> TriggerTag:
    """The row of `trigger`, which stands in sentence `number`; `numbers` are those that belong to it."""
    sentence = sentences[number]
    span = sentence.span(trigger.first, trigger.last)
    voice = _voice(span, cues)
    actors = _resolved(sentences, number, trigger.arguments.actors, antecedents, voice)
    recipients = _resolved(sentences, number, trigger.arguments.recipients, antecedents, voice)
    if not actors and voice is not None and _is_owned(span, cues):
        actors = [voice]
    status, certainty = _standing(sentence, trigger, span, cues)
    group = trigger.sense.group
    whole = sentence.span(0, len(sentence.words))
    return TriggerTag(
        span=span,
        type=group.type,
        mode=group.mode if group.mode in MODES[group.type] else None,
        content=_content(span, (*trigger.arguments.actors, *trigger.arguments.recipients), whole),
        actors=tuple(actors),
        recipients=tuple(recipients),
        places=tuple(_places(sentence, trigger)),
        times=tuple(_times(span, _inside(passage.times, whole), cues, passage)),
        numbers=tuple(numbers),
        reference=trigger.reference,
        status=status,
        certainty=certainty,
        score=_WEAK if trigger.sense.weak else _STRONG,
    )


def _resolved(
    sentences: list[Sentence], number: int, spans: list[Span], antecedents: Antecedents, voice: Span | None
) -> list[Span]:
    """The spans with pronouns replaced by the party that they mean, where one stands near.

    A pronoun in what somebody says means the speaker, if it can ("Tehran warned that it could ...").
    """
    sentence = sentences[number]
    found: dict[Span, None] = {}
    for span in spans:
        better = span
        index = _chunk_at(sentence, span)
        if index >= 0 and is_pronoun(sentence, index):
            place = antecedents.of(number, sentence, index)
            speaker = _chunk_at(sentence, voice) if voice is not None else -1
            if speaker >= 0 and not is_pronoun(sentence, speaker) and may_mean(sentence, index, speaker):
                better = arguments.argument_span(sentence, speaker)
            elif place is not None:
                better = arguments.argument_span(sentences[place.sentence], place.chunk)
        found[better] = None
    return list(found)


def _voice(span: Span, cues: list[Cue]) -> Span | None:
    """The source of the innermost cue that carries `span`."""
    inner = _innermost(span, cues)
    return inner.source.span if inner is not None and inner.source is not None else None


def _is_owned(span: Span, cues: list[Cue]) -> bool:
    """`claimed responsibility for`: the voice is the actor."""
    inner = _innermost(span, cues)
    return inner is not None and inner.sense is not None and inner.act == "claim" and bool(inner.sense.group.status)


def _innermost(span: Span, cues: list[Cue]) -> Cue | None:
    governing = [cue for cue in cues if carries(cue, span)]
    return min(governing, key=lambda cue: sum(p.end - p.start for p in cue.contents), default=None)


def _chunk_at(sentence: Sentence, span: Span) -> int:
    return next(
        (i for i, made in enumerate(sentence.chunks) if sentence.words[made.first].start == span.start), -1
    )


def _is_own_deed(sentence: Sentence, trigger: Trigger, inner: Cue) -> bool:
    """Whether a voice says of itself what it could do ("Tehran warned that it could ...")."""
    if inner.source is None or trigger.standing.status not in _OPEN or inner.source.chunk < 0:
        return False
    for found in trigger.standing.governors:
        index = sentence.chunk_at[found.first]
        if found.sense.operator.kind != "modal" or sentence.kind(index) is not ChunkKind.VERB:
            continue
        subjects = [i for i in subject(sentence, index) if i != inner.source.chunk]
        return any(is_pronoun(sentence, i) and may_mean(sentence, i, inner.source.chunk) for i in subjects)
    return False


def _standing(sentence: Sentence, trigger: Trigger, span: Span, cues: list[Cue]) -> tuple[Status, float]:
    """The status by the trigger's own clause, and where that leaves it open by the cue that governs it."""
    standing = trigger.standing
    inner = _innermost(span, cues)
    status, certainty = standing.status, standing.certainty
    if inner is not None and _is_own_deed(sentence, trigger, inner):
        status = Status.THREATENED if trigger.sense.group.type in HOSTILE else Status.PLANNED
    for found in standing.governors:
        reported = found.sense.operator.reported
        if reported is not None and inner is not None and inner.act in _REPORTED:
            status = reported if status is found.sense.operator.status else status
    if inner is None or inner.sense is None:
        return status, certainty
    group = inner.sense.group
    certainty = min(certainty, group.certainty)
    if group.status is not None and (status in _UNSETTLED or group.status in (Status.DENIED, Status.WARNED)):
        status = group.status if not group.status_frame or "that" in group.status_frame else status
    return status, certainty


def _places(sentence: Sentence, trigger: Trigger) -> list[Span]:
    taken = (*trigger.arguments.actors, *trigger.arguments.recipients)
    found = arguments.places(sentence, taken)
    behind = [span for word, span in found if word >= trigger.first]
    before = [span for word, span in found if word < trigger.first]
    return behind[:2] or before[-2:]


def _inside(spans: tuple[Span, ...], whole: Span) -> list[Span]:
    return [span for span in spans if whole.covers(span)]


def _times(span: Span, inside: list[Span], cues: list[Cue], passage: Passage) -> list[Span]:
    """The times of the sentence that are the event's, the nearest to the trigger first."""
    own = [time for time in inside if not _is_time_of_saying(time, cues, passage)]
    return sorted(own, key=lambda time: max(time.start - span.end, span.start - time.end))


def _is_time_of_saying(time: Span, cues: list[Cue], passage: Passage) -> bool:
    """`officials said on Tuesday`: when it was said, not when it happened."""
    for cue in cues:
        end = max(cue.span.end, cue.source.span.end if cue.source else 0)
        between = passage.text[end - passage.start : time.start - passage.start]
        if time.start >= end and not carries(cue, time) and len(between.split()) <= 1 and "," not in between:
            return True
    return False


def _content(span: Span, parts: tuple[Span, ...], whole: Span) -> Span:
    inside = [part for part in (span, *parts) if whole.covers(part)]
    return Span(min(part.start for part in inside), max(part.end for part in inside))
