"""What the network's outputs mean: tag sets, classes, roles and links, in the order of its output columns."""

from enum import StrEnum
from itertools import accumulate, chain
from typing import Final

from reportedly.schema.labels import MODES, Counted, EventType, HopKind, MentionKind, RelationKind, Status


class Head(StrEnum):
    """A tagging head: one label a word, in BIO."""

    MENTION = "mention"
    TRIGGER = "trigger"
    CUE = "cue"
    ECHO = "echo"
    LEVEL = "level"
    TIE = "tie"
    POLNEAR = "polnear"
    RE3D = "re3d"
    CAMEO = "cameo"


class Role(StrEnum):
    """What a word is to an anchor: an output of the pair head, once for *inside* and once for *begins here*."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    CLAUSE = "clause"
    SOURCE = "source"
    CONTENT = "content"
    HOLDER = "holder"
    SITE = "site"
    OBJECT = "object"
    POLNEAR_SOURCE = "polnear_source"
    POLNEAR_CONTENT = "polnear_content"


class Link(StrEnum):
    """What one anchor is to another."""

    GOVERNS = "governs"
    """A cue carries an event, an echo, a level, or another cue."""
    ABOUT = "about"
    """An echo tells of the event of a trigger."""


RE3D_KINDS: Final = (
    "DocumentReference", "Location", "MilitaryPlatform", "Money", "Nationality", "Organisation", "Person", "Quantity",
    "Temporal", "Weapon",
)  # fmt: skip
"""The entity types of the re3d corpus."""
PLV_ROOTS: Final = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The roots of the PLV sentences: PLOVER's types, with CONCEDE and RETREAT as one."""
CAMEO_ROLES: Final = ("S", "T", "R")
"""The roles of the CAMEO sentences: source, target, and the words of the relation."""

KINDS: Final[dict[Head, tuple[str, ...]]] = {
    Head.MENTION: tuple(MentionKind),
    Head.TRIGGER: tuple(EventType),
    Head.CUE: ("cue",),
    Head.ECHO: ("echo",),
    Head.LEVEL: tuple(Counted),
    Head.TIE: tuple(RelationKind),
    Head.POLNEAR: ("cue",),
    Head.RE3D: RE3D_KINDS,
    Head.CAMEO: CAMEO_ROLES,
}
"""The kinds of span that each tagging head finds."""

STATUSES: Final = tuple(Status)
VOICES: Final = tuple(HopKind)
NO_MODE: Final = "none"
MODE_NAMES: Final = (NO_MODE, *sorted(set(chain.from_iterable(MODES.values()))))
"""Every mode of every type, each name once, behind `none`."""
NOTHING: Final = "nothing"
TELLS: Final = (NOTHING, *EventType)
"""What a cue or an echo tells of that stands elsewhere: nothing, or an event of a type."""
ROLES: Final = tuple(Role)
LINKS: Final = tuple(Link)

OUTSIDE: Final = 0
"""The label of a word in no span; kind k begins with label 1 + 2 k and goes on with 2 + 2 k."""


def width(head: Head) -> int:
    """How many labels a tagging head has."""
    return 1 + 2 * len(KINDS[head])


OFFSETS: Final = dict(zip(Head, accumulate((width(head) for head in Head), initial=0), strict=False))
"""The first output column of each tagging head; all heads lie side by side in one array."""
TAG_COLUMNS: Final = sum(width(head) for head in Head)


def columns(head: Head) -> slice:
    """The output columns of a tagging head."""
    return slice(OFFSETS[head], OFFSETS[head] + width(head))
