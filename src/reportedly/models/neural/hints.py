"""What the rules see in a window, word by word: an input to the network beside the words themselves.

The rules know some five thousand words of events and all names of the knowledge files; the network knows how words
stand to each other. Each hint is 1 for the words that a tagger's row touches.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from reportedly.models.neural.outputs import Floats
from reportedly.models.neural.windows import Window
from reportedly.schema import EventType, MentionKind, Predictions, Span, Status, TriggerTag

_TYPES: Final = {kind: number for number, kind in enumerate(EventType)}
_STATUSES: Final = {status: len(_TYPES) + number for number, status in enumerate(Status)}
_KINDS: Final = {kind: len(_TYPES) + len(_STATUSES) + number for number, kind in enumerate(MentionKind)}
_PARTS: Final = {
    name: len(_TYPES) + len(_STATUSES) + len(_KINDS) + number
    for number, name in enumerate(
        "actor recipient place clause reference cue source content echo level".split()
    )
}
WIDTH: Final = len(_TYPES) + len(_STATUSES) + len(_KINDS) + len(_PARTS)
"""How many hints a word can have."""


def hints(window: Window, found: Iterable[Predictions]) -> Floats:
    """The hints on a window's words, (words, `WIDTH`), from what a tagger found in the article."""
    words = window.words
    made = np.zeros((len(words), WIDTH), dtype=np.float32)
    if not words:
        return made
    starts = [word.span.start for word in words]
    ends = [word.span.end for word in words]
    for predictions in found:
        for column, span in _rows(predictions):
            if span.end > starts[0] and span.start < ends[-1]:
                made[bisect_left(ends, span.start + 1) : bisect_left(starts, span.end), column] = 1.0
    return made


def _rows(found: Predictions) -> Iterator[tuple[int, Span]]:
    """Every span that was found, with the column of what it is."""
    for mention in found.mentions:
        yield _KINDS[mention.kind], mention.span
    for trigger in found.triggers:
        yield from _trigger(trigger)
    for cue in found.cues:
        yield _PARTS["cue"], cue.span
        if cue.source is not None:
            yield _PARTS["source"], cue.source
        yield from ((_PARTS["content"], piece) for piece in cue.contents)
    for echo in found.echoes:
        yield _PARTS["echo"], echo.span
        yield _STATUSES[echo.status], echo.span
    for level in found.levels:
        yield _PARTS["level"], level.span


def _trigger(trigger: TriggerTag) -> Iterator[tuple[int, Span]]:
    yield _TYPES[trigger.type], trigger.span
    yield _STATUSES[trigger.status], trigger.span
    yield _PARTS["clause"], trigger.content
    if trigger.reference:
        yield _PARTS["reference"], trigger.span
    parties: tuple[tuple[str, Sequence[Span]], ...] = (
        ("actor", trigger.actors), ("recipient", trigger.recipients), ("place", trigger.places),
    )  # fmt: skip
    for part, spans in parties:
        yield from ((_PARTS[part], span) for span in spans)


def no_hints(window: Window) -> Floats:
    """No hint on any word."""
    return np.zeros((len(window.words), WIDTH), dtype=np.float32)
