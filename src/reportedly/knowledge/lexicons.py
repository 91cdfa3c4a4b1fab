"""The lexicons of the rules reader as records: triggers, cues, status operators, voices and closed classes.

Each loader reads one file of `knowledge/data`, once. An unknown key or code is a `KnowledgeError`.
"""

from functools import cache
from typing import Literal

from reportedly.knowledge.datafile import load
from reportedly.schema import EventType, HopKind, Noun, Status


class Headed(Noun, frozen=True, kw_only=True):
    """What every data file says of itself."""

    source: str
    licence: str
    version: int


class LightVerbs(Noun, frozen=True, kw_only=True):
    """Verbs whose object is the trigger and whose subject is a participant (`launch an attack`)."""

    words: tuple[str, ...]
    roles: str = "plain"


class TriggerGroup(Noun, frozen=True, kw_only=True):
    """Triggers of one type and mode that take their participants alike; see the head of `triggers.yaml`."""

    type: EventType
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak_verbs: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    roles: str = "plain"
    recipient: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


class Triggers(Headed, frozen=True, kw_only=True):
    """The whole of `triggers.yaml`."""

    light_verbs: tuple[LightVerbs, ...]
    entries: tuple[TriggerGroup, ...]


class CueGroup(Noun, frozen=True, kw_only=True):
    """Cues that attribute alike; see the head of `cues.yaml`."""

    words: tuple[str, ...]
    act: str
    status: Status | None = None
    status_frame: tuple[str, ...] = ()
    certainty: float
    frame: tuple[str, ...] = ()
    addressee: str | None = None
    source: str | None = None
    kind: HopKind | None = None
    link: tuple[str, ...] = ()


class Cues(Headed, frozen=True, kw_only=True):
    """The whole of `cues.yaml`."""

    verbs: tuple[CueGroup, ...]
    phrases: tuple[CueGroup, ...]
    nouns: tuple[CueGroup, ...]
    adverbs: tuple[CueGroup, ...]
    passives: tuple[CueGroup, ...]
    headline: tuple[CueGroup, ...]


class Operator(Noun, frozen=True, kw_only=True):
    """Words that set the status of the event they lead to; see the head of `status.yaml`."""

    words: tuple[str, ...]
    status: Status
    certainty: float
    voice: bool = False
    complement: tuple[str, ...] | str
    kind: str
    reported: Status | None = None
    tense: Literal["past", "present"] | None = None
    initial: bool = False
    drop: bool = False


class Operators(Headed, frozen=True, kw_only=True):
    """The whole of `status.yaml`."""

    operators: tuple[Operator, ...]


@cache
def triggers() -> Triggers:
    """The triggers of events, by type and mode."""
    return load("triggers.yaml", Triggers)


@cache
def cues() -> Cues:
    """The words that attribute."""
    return load("cues.yaml", Cues)


@cache
def operators() -> Operators:
    """The words that set a status."""
    return load("status.yaml", Operators)


class Voices(Headed, frozen=True, kw_only=True):
    """The whole of `voices.yaml`: who can be a source, and who takes part in a security event."""

    kinds: dict[HopKind, tuple[str, ...]]
    patterns: dict[HopKind, tuple[str, ...]]
    former: tuple[str, ...]
    unnamed_phrases: tuple[str, ...]
    official_modifiers: tuple[str, ...]
    titles: tuple[str, ...]
    courtesies: tuple[str, ...]
    title_kinds: dict[HopKind, tuple[str, ...]]
    security_heads: dict[str, tuple[str, ...]]


class ClosedClasses(Headed, frozen=True, kw_only=True):
    """The whole of `verbs.yaml`: common verbs, and the words of the closed classes."""

    verbs: tuple[str, ...]
    nounish: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    determiners: tuple[str, ...]
    pronouns: tuple[str, ...]
    adverbs: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def voices() -> Voices:
    """Who can be a source or a participant, by head noun."""
    return load("voices.yaml", Voices)


@cache
def closed_classes() -> ClosedClasses:
    """Verbs and the words of the closed classes."""
    return load("verbs.yaml", ClosedClasses)
