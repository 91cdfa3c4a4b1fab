"""A window of plain words, and arrays of outputs that say nothing, to be filled in by a test."""

import numpy as np

from reportedly.models.neural.geometry import Anchors
from reportedly.models.neural.labels import (
    LINKS,
    MODE_NAMES,
    ROLES,
    STATUSES,
    TAG_COLUMNS,
    TELLS,
    VOICES,
    Head,
    Link,
    Role,
    columns,
)
from reportedly.models.neural.outputs import Encoded, Floats, Related
from reportedly.models.neural.windows import Window, Word
from reportedly.schema import Passage, PassageKind, Span

SURE = 8.0


def window(text: str, own: int = 0) -> Window:
    """Each word between spaces one piece; a full stop ends a sentence."""
    words, at, sentence = [], 0, 0
    for word in text.split(" "):
        words.append(Word(span=Span(at, at + len(word)), pieces=(7,), sentence=sentence, passage=0))
        at += len(word) + 1
        sentence += word.endswith(".")
    return Window(words=tuple(words), own=own)


def passage(text: str, **given: tuple[Span, ...]) -> Passage:
    return Passage(text=text, start=0, kind=PassageKind.BODY, sentences=(Span(0, len(text)),), **given)


def nothing_tagged(words: int) -> Encoded:
    """No word is in any span."""
    tags = np.full((words, TAG_COLUMNS), -SURE, dtype=np.float32)
    for head in Head:
        tags[:, columns(head).start] = SURE
    return Encoded(states=np.zeros((words, 4), dtype=np.float32), tags=tags)


def tag(encoded: Encoded, head: Head, kind: int, first: int, end: int) -> None:
    """Put a span into the tags."""
    start = columns(head).start
    encoded.tags[first:end, start] = -SURE
    encoded.tags[first, start + 1 + 2 * kind] = SURE
    encoded.tags[first + 1 : end, start + 2 + 2 * kind] = SURE


def nothing_related(anchors: int, words: int) -> Related:
    """No word fills a role, and no anchor is anything to another."""

    def blank(*shape: int) -> Floats:
        return np.full(shape, -SURE, dtype=np.float32)

    return Related(
        roles=blank(anchors, words, 2 * len(ROLES)),
        links=blank(anchors, anchors, len(LINKS)),
        status=blank(anchors, len(STATUSES)),
        mode=blank(anchors, len(MODE_NAMES)),
        voice=blank(anchors, len(VOICES)),
        tells=np.repeat(np.where(np.arange(len(TELLS)) == 0, SURE, -SURE)[None], anchors, 0).astype(np.float32),
        told=blank(anchors, len(STATUSES)),
        certainty=np.zeros(anchors, dtype=np.float32),
        happened=np.zeros(anchors, dtype=np.float32),
    )


def fill(related: Related, anchor: int, role: Role, first: int, end: int) -> None:
    """Let words fill a role of an anchor."""
    column = 2 * ROLES.index(role)
    related.roles[anchor, first:end, column] = SURE
    related.roles[anchor, first, column + 1] = SURE


def link(related: Related, one: int, other: int, kind: Link) -> None:
    related.links[one, other, LINKS.index(kind)] = SURE


class Fixed:
    """A session that says the same of every window, and keeps the hints it was given."""

    def __init__(self, encoded: Encoded, related: Related) -> None:
        self.encoded, self.related = encoded, related
        self.hints: list[Floats] = []

    def encode(self, window: Window, hints: Floats) -> Encoded:
        assert len(window.words) == len(hints)
        self.hints.append(hints)
        return self.encoded

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        assert encoded is self.encoded
        assert all(end <= len(window.words) for _, end in anchors)
        assert len(anchors) == len(self.related.status)
        return self.related
