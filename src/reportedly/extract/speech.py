"""Speech that runs on over paragraphs: `The minister said:` and what follows, quotations without a cue."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.schema import CueTag, Passage, PassageKind, Span

_OPENING: Final = ("“", '"', "«", "‘", "'")
_STATEMENT: Final = 8


def run_on(cues: Sequence[CueTag], passages: Sequence[Passage]) -> list[CueTag]:
    """The cues, with contents that go on in later paragraphs.

    A cue that ends its paragraph with a colon carries the quoted paragraphs behind it, or, where none is quoted,
    those up to the next one with a voice of its own. A paragraph that opens with a quotation mark and holds no
    voice belongs to the voice of the paragraph before it.
    """
    found = list(cues)
    starts = [passage.start for passage in passages]
    own: dict[int, list[int]] = {}
    for index, cue in enumerate(found):
        own.setdefault(bisect_right(starts, cue.span.start) - 1, []).append(index)
    voiced = {number for number, held in own.items() if any(found[i].source is not None for i in held)}
    for number, held in own.items():
        last = max(held, key=lambda i: found[i].span.end)
        stated = _ends_in_colon(passages[number], found[last])
        following = _following(passages, number + 1, voiced, stated=stated)
        if following:
            pieces = (*found[last].contents, *following)
            found[last] = msgspec.structs.replace(found[last], contents=pieces)
    return found


def _following(passages: Sequence[Passage], first: int, voiced: set[int], *, stated: bool) -> list[Span]:
    """The paragraphs from `first` that still belong to a voice; `stated` where a colon announces them."""
    pieces: list[Span] = []
    quoted = first < len(passages) and passages[first].text.startswith(_OPENING)
    for number, passage in enumerate(passages[first : first + _STATEMENT], first):
        goes_on = passage.text.startswith(_OPENING) if quoted else stated
        if number in voiced or not goes_on or passage.kind is PassageKind.HEADLINE:
            break
        pieces.append(Span(passage.start, passage.start + len(passage.text)))
    return pieces


def _ends_in_colon(passage: Passage, cue: CueTag) -> bool:
    return passage.text.rstrip().endswith(":") and cue.source is not None and not cue.contents
