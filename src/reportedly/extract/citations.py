"""Which outlets and documents an article rests on, and which of them is its main basis."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from reportedly.extract.voices import VoiceNames
from reportedly.knowledge.names import NameIndex, NameKind, tokens
from reportedly.schema import Citation, Claim, CueTag, HopKind, Span

_CREDIT: Final = re.compile(
    r"\((?P<agency>[^()\n]{2,40})\)"
    r"|(?:with|additional) (?:inputs?|reporting|material) (?:from|by) (?P<input>[^.\n]{2,40})",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"^[A-Z][\w .’'-]{2,40}(?:, [\w. ]{3,14})? \((?P<agency>[^()\n]{2,30})\) ?[-—–]", re.MULTILINE
)
_HEAD: Final = 400
_TAIL: Final = 160
_MAIN_SHARE: Final = 0.5


def citations(
    text: str, cues: Sequence[CueTag], names: VoiceNames, claims: Sequence[Claim], index: NameIndex
) -> tuple[Citation, ...]:
    """The outlets that the chains name, and the agency that a dateline or a last line credits.

    A credited agency is the main basis; so is a named outlet through which at least half of all claims come.
    """
    found: dict[str, Citation] = {}
    for span, name in _credits(text, index):
        if not names.publishes(name):
            found.setdefault(name, Citation(span=span, name=name, main=True))
    through = Counter(hop.name for claim in claims for hop in claim.chain if hop.kind is HopKind.OUTLET and hop.name)
    for cue in sorted(cues, key=lambda c: c.span):
        outlet = names.of(cue)
        if cue.source is None or outlet is None or names.kind(cue) is not HopKind.OUTLET or names.is_own(cue):
            continue
        main = bool(claims) and through[outlet] >= _MAIN_SHARE * len(claims)
        found.setdefault(outlet, Citation(span=cue.source, name=outlet, main=main))
    return tuple(found.values())


def _credits(text: str, index: NameIndex) -> list[tuple[Span, str]]:
    found = []
    for line in _DATELINE.finditer(text[:_HEAD]):
        span = Span(line.start("agency"), line.end("agency"))
        known = [name.name for _, _, name in index.find(tokens(line["agency"])) if name.kind is NameKind.OUTLET]
        found.append((span, known[0] if known else line["agency"]))
    for match in _CREDIT.finditer(text):
        if _HEAD < match.start() < len(text) - _TAIL:
            continue
        group = "agency" if match["agency"] else "input"
        for _, _, name in index.find(tokens(match[group])):
            if name.kind is NameKind.OUTLET:
                found.append((Span(match.start(group), match.end(group)), name.name))
                break
    return found
