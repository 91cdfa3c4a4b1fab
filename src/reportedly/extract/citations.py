"""Which outlets and documents an article rests on, and which of them is its main basis."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from reportedly.extract.voices import VoiceNames
from reportedly.knowledge.names import NameIndex, NameKind, tokens
from reportedly.schema import Citation, Claim, CueTag, HopKind, Span

_CREDIT: Final = re.compile(
    r"\((?P<agency>[^()\n]{2,40})\)"
    r"|(?:with|additional) (?:inputs?|reporting|material) (?:from|by) (?P<input>[^.\n]{2,90})",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"^[A-Z][\w .’'-]{2,40}(?:, [\w. ]{3,14})? \((?P<agency>[^()\n]{2,30})\) ?[-—–]", re.MULTILINE
)
_HEAD: Final = 400
_TAIL: Final = 160
_MAIN_SHARE: Final = 0.5

_Credit = tuple[Span, str, str | None]
"""Where an outlet is credited, what it is called, and its id where it is known."""


def citations(
    text: str, cues: Sequence[CueTag], names: VoiceNames, claims: Sequence[Claim], index: NameIndex
) -> tuple[Citation, ...]:
    """The outlets that the chains name, and the agency that a dateline or a last line credits.

    A credited agency is the main basis; so is a named outlet through which at least half of all claims come.
    """
    found: dict[str, Citation] = {}
    for span, name, entity in _credits(text, index):
        if not names.publishes(name):
            found.setdefault(name, Citation(span=span, name=name, main=True, entity=entity))
    through = Counter(hop.name for claim in claims for hop in claim.chain if hop.kind is HopKind.OUTLET and hop.name)
    for cue in sorted(cues, key=lambda c: c.span):
        outlet = names.of(cue)
        if cue.source is None or outlet is None or names.kind(cue) is not HopKind.OUTLET or names.is_own(cue):
            continue
        main = bool(claims) and through[outlet] >= _MAIN_SHARE * len(claims)
        found.setdefault(outlet, Citation(span=cue.source, name=outlet, main=main, entity=names.entity(cue)))
    return tuple(found.values())


def _credits(text: str, index: NameIndex) -> Iterator[_Credit]:
    for line in _DATELINE.finditer(text[:_HEAD]):
        known = list(_outlets(line["agency"], line.start("agency"), index))
        yield from known or [(Span(line.start("agency"), line.end("agency")), line["agency"], None)]
    for match in _CREDIT.finditer(text):
        if match.start() <= _HEAD or match.start() >= len(text) - _TAIL:
            group = "agency" if match["agency"] else "input"
            yield from _outlets(match[group], match.start(group), index)


def _outlets(words: str, start: int, index: NameIndex) -> Iterator[_Credit]:
    """The known outlets in `words`, which begin at code point `start` of the text."""
    parts = tokens(words)
    spans: list[Span] = []
    for part in parts:
        at = words.index(part, spans[-1].end - start if spans else 0) + start
        spans.append(Span(at, at + len(part)))
    for first, last, name in index.find(parts):
        if name.kind is NameKind.OUTLET:
            yield Span(spans[first].start, spans[last - 1].end), name.name, name.entity
