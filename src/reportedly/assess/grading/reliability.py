"""How reliable an origin is: a prior by what it is, moved by how its earlier claims fared; never by who agrees."""

from enum import StrEnum
from typing import Final

from reportedly.knowledge.outlets import OutletKind, outlets
from reportedly.knowledge.speakers import outlet_key
from reportedly.schema import HopKind, Origin, Reliability, SourceGrade, TrackRecord


class Prior(StrEnum):
    """What an origin is, before anything is known of its history."""

    AGENCY = "agency"
    NEWSROOM = "newsroom"
    WEBSITE = "website"
    STATE_MEDIA = "state media"
    OFFICIAL = "named official or body"
    PARTY = "organisation"
    PERSON = "private person"
    DOCUMENT = "document"
    WITNESS = "witness"
    UNNAMED = "unnamed people"
    UNKNOWN = "outlet of an unknown kind"


_PRIORS: Final = {
    Prior.AGENCY: (Reliability.B, 0.85),
    Prior.NEWSROOM: (Reliability.C, 0.75),
    Prior.WEBSITE: (Reliability.D, 0.55),
    Prior.STATE_MEDIA: (Reliability.D, 0.5),
    Prior.OFFICIAL: (Reliability.C, 0.7),
    Prior.PARTY: (Reliability.D, 0.5),
    Prior.PERSON: (Reliability.D, 0.5),
    Prior.DOCUMENT: (Reliability.B, 0.85),
    Prior.WITNESS: (Reliability.C, 0.7),
}
"""The letter of each prior, and the share of right claims that counts for `_STRENGTH` claims of history; set by hand.

Unnamed people and outlets of an unknown kind have none: they are F until a history says otherwise.
"""
_STRENGTH: Final = 6.0
_ENOUGH: Final = 5
"""Claims of known outcome from which on a history counts."""
_MANY: Final = 20
"""Claims of known outcome that an A needs."""
_BOUNDS: Final = ((0.93, Reliability.A), (0.8, Reliability.B), (0.62, Reliability.C), (0.4, Reliability.D))
_KINDS: Final = {
    OutletKind.AGENCY: Prior.AGENCY,
    OutletKind.NEWSPAPER: Prior.NEWSROOM,
    OutletKind.BROADCASTER: Prior.NEWSROOM,
    OutletKind.MAGAZINE: Prior.NEWSROOM,
    OutletKind.WEBSITE: Prior.WEBSITE,
    OutletKind.STATE_MEDIA: Prior.STATE_MEDIA,
}
_VOICES: Final = {
    HopKind.OFFICIAL: Prior.OFFICIAL,
    HopKind.ORGANISATION: Prior.PARTY,
    HopKind.PERSON: Prior.PERSON,
    HopKind.WITNESS: Prior.WITNESS,
    HopKind.DOCUMENT: Prior.DOCUMENT,
    HopKind.UNNAMED: Prior.UNNAMED,
}


def prior(origin: Origin) -> Prior:
    """What an origin is; of unnamed people only witnesses have a prior of their own."""
    if origin.kind is HopKind.OUTLET:
        kind = next((each.kind for each in outlets() if outlet_key(each.name) == origin.id), None)
        return Prior.UNKNOWN if kind is None else _KINDS[kind]
    if origin.anonymous and origin.kind is not HopKind.WITNESS:
        return Prior.UNNAMED
    return _VOICES[origin.kind]


def reliability(origin: Origin, record: TrackRecord | None = None) -> SourceGrade:
    """The letter of an origin, with its reasons.

    With five or more claims of known outcome the letter follows `(6 p + confirmed + corrected / 2) / (6 + n)`, p the
    prior's share (one half where there is none): A from .93 (and 20 claims), B from .8, C from .62, D from .4, else E.
    A contradicted claim that the source took back itself counts half. With fewer, the prior's letter holds, and F where
    there is no prior. F is no number and goes into no formula.
    """
    what = prior(origin)
    letter, share = _PRIORS.get(what, (Reliability.F, None))
    before = f"{what}: {letter} before any history" if share is not None else f"{what}: cannot be judged by what it is"
    if record is None or (count := record.confirmed + record.contradicted) < _ENOUGH:
        known = 0 if record is None else record.confirmed + record.contradicted
        return SourceGrade(
            origin=origin.id, reliability=letter, reasons=(before, f"{known} earlier claims of known outcome, too few")
        )
    right = record.confirmed + record.corrected / 2
    found = (_STRENGTH * (0.5 if share is None else share) + right) / (_STRENGTH + count)
    moved = next((each for bound, each in _BOUNDS if found >= bound), Reliability.E)
    if moved is Reliability.A and count < _MANY:
        moved = Reliability.B
    told = f"of {count} earlier claims {record.confirmed} confirmed, {record.contradicted} contradicted"
    return SourceGrade(
        origin=origin.id,
        reliability=moved,
        reasons=(f"{told} ({record.corrected} of them corrected by the source)", before),
    )
