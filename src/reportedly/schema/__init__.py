"""The nouns: frozen records that every verb takes and gives. Imports nothing of ours but errors."""

from reportedly.schema.article import Article, Capture, Issue
from reportedly.schema.base import Noun, Span
from reportedly.schema.claims import Citation, Claim, Figure, Hop, Quantity, Relation
from reportedly.schema.events import Event, EventDate, EventPlace, Location, Mention, Participant, PlaceCandidate
from reportedly.schema.labels import (
    MODES,
    Counted,
    DatePrecision,
    DateSource,
    EventType,
    HopKind,
    MentionKind,
    PlacePrecision,
    RelationKind,
    Status,
)
from reportedly.schema.predictions import (
    CueTag,
    EchoTag,
    LevelTag,
    MentionTag,
    Passage,
    PassageKind,
    Predictions,
    TieTag,
    TriggerTag,
)
from reportedly.schema.reading import Provenance, Reading

__all__ = [
    "MODES",
    "Article",
    "Capture",
    "Citation",
    "Claim",
    "Counted",
    "CueTag",
    "DatePrecision",
    "DateSource",
    "EchoTag",
    "Event",
    "EventDate",
    "EventPlace",
    "EventType",
    "Figure",
    "Hop",
    "HopKind",
    "Issue",
    "LevelTag",
    "Location",
    "Mention",
    "MentionKind",
    "MentionTag",
    "Noun",
    "Participant",
    "Passage",
    "PassageKind",
    "PlaceCandidate",
    "PlacePrecision",
    "Predictions",
    "Provenance",
    "Quantity",
    "Reading",
    "Relation",
    "RelationKind",
    "Span",
    "Status",
    "TieTag",
    "TriggerTag",
]
