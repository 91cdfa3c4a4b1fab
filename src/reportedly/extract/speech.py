"""Speech that runs on over paragraphs: `The minister said:` and what follows, quotations without a cue."""

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
    for number, passage in enumerate(passages[:-1]):
        own = [i for i, cue in enumerate(found) if _holds(passage, cue.span)]
        if not own:
            continue
        last = max(own, key=lambda i: found[i].span.end)
        following = _following(found, passages[number + 1 :], stated=_ends_in_colon(passage, found[last]))
        if following:
            pieces = (*found[last].contents, *following)
            found[last] = msgspec.structs.replace(found[last], contents=pieces)
    return found


def _following(cues: Sequence[CueTag], passages: Sequence[Passage], *, stated: bool) -> list[Span]:
    """The paragraphs that still belong to a voice; `stated` where a colon announces them."""
    pieces: list[Span] = []
    quoted = bool(passages) and passages[0].text.startswith(_OPENING)
    for passage in passages[:_STATEMENT]:
        voiced = any(cue.source is not None and _holds(passage, cue.span) for cue in cues)
        goes_on = passage.text.startswith(_OPENING) if quoted else stated
        if voiced or not goes_on or passage.kind is PassageKind.HEADLINE:
            break
        pieces.append(Span(passage.start, passage.start + len(passage.text)))
    return pieces


def _ends_in_colon(passage: Passage, cue: CueTag) -> bool:
    return passage.text.rstrip().endswith(":") and cue.source is not None and not cue.contents


def _holds(passage: Passage, span: Span) -> bool:
    return passage.start <= span.start < passage.start + len(passage.text)
