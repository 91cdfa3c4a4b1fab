"""Cues -> chains: who stands between the reader and an assertion, outermost first.

A cue governs whatever lies in its contents; a cue that lies in another's contents is the next hop. Nothing
here knows words: nesting of spans decides, so every tagger's cues make chains the same way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from reportedly.extract.voices import VoiceNames
from reportedly.schema import CueTag, Hop, Span

_BLOCK: Final = 4096
"""Code points in a block: cues are kept by the blocks that they carry, so that long texts stay cheap."""


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of one article.

    Attributes:
        cues: every cue of the article, in the order of the text.
        names: what each source is called, with pronouns led back to their names. The article's own outlet is the
            implicit hop 0, and left out.
    """

    cues: tuple[CueTag, ...]
    names: VoiceNames
    _near: dict[int, list[CueTag]] = field(default_factory=dict, init=False)
    _known: dict[Span, list[CueTag]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for cue in self.cues:
            blocks = {b for piece in cue.contents for b in range(piece.start // _BLOCK, piece.end // _BLOCK + 1)}
            for block in blocks:
                self._near.setdefault(block, []).append(cue)

    def at(self, span: Span) -> tuple[Hop, ...]:
        """The chain of what is asserted at `span`: outermost hop first, origin last, empty for the outlet."""
        governing = self._governing(span)
        ordered = sorted(governing, key=lambda cue: (_depth(cue, governing), -_size(cue), cue.span))
        return hops(ordered, self.names)

    def score(self, span: Span) -> float:
        """How sure the tagger was of the least sure cue that governs `span`; 1 where none does."""
        return min((cue.score for cue in self._governing(span)), default=1.0)

    def _governing(self, span: Span) -> list[CueTag]:
        known = self._known.get(span)
        if known is None:
            known = [cue for cue in self._near.get(span.start // _BLOCK, ()) if _carries(cue, span)]
            self._known[span] = known
        return known


def hops(ordered: Iterable[CueTag], names: VoiceNames) -> tuple[Hop, ...]:
    """The hops of cues that come outermost first, without the article's own outlet and without repetitions."""
    found: list[Hop] = []
    for cue in ordered:
        kind, name, entity = names.kind(cue), names.of(cue), names.entity(cue)
        hop = Hop(source=cue.source, cue=cue.span, kind=kind, name=name, entity=entity)
        if not names.is_own(cue) and not _is_repeated(hop, found):
            found.append(hop)
    return tuple(found)


def origin_key(chain: Sequence[Hop]) -> str:
    """What tells one origin from another within an article: the name, or that there is none."""
    if not chain:
        return ""
    last = chain[-1]
    return (last.name or last.kind.value).casefold()


def _carries(cue: CueTag, span: Span) -> bool:
    if cue.span.overlaps(span):
        return span in cue.contents
    return any(piece.start <= span.start < piece.end for piece in cue.contents)


def _depth(cue: CueTag, governing: Sequence[CueTag]) -> int:
    """Inside the contents of how many of the others the cue lies, unless they lie in its own as well."""
    return sum(other is not cue and _carries_cue(other, cue) and not _carries_cue(cue, other) for other in governing)


def _carries_cue(outer: CueTag, inner: CueTag) -> bool:
    return any(piece.start <= inner.span.start < piece.end for piece in outer.contents)


def _size(cue: CueTag) -> int:
    return sum(piece.end - piece.start for piece in cue.contents)


def _is_repeated(hop: Hop, hops: Sequence[Hop]) -> bool:
    """One voice under two names, or the same words twice, is one hop."""
    for earlier in hops:
        if hop.source is not None and earlier.source is not None and hop.source.overlaps(earlier.source):
            return True
        if hop.name is not None and earlier.name is not None and hop.name.casefold() == earlier.name.casefold():
            return True
    return hop.source is None and bool(hops) and hops[-1].source is None
