"""Which triggers of one article mean one happening: evidence for and against, added up.

Each mention is held against the happenings before it, the latest first, and joins the one with the most
evidence above the threshold. The weights were chosen by hand and checked on the training gold.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import EchoTag, EventType, Span, Status, TriggerTag

_STOP: Final = frozenset(
    "the a an of in its his their her our some any this that these those and or s for on at to by from more".split()
)
_HARM: Final = re.compile(
    r"(kill|wound|injur|die|dead|death|hurt|casualt|maim|slain|slay|claim|dying|fatal)", re.IGNORECASE
)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_GENERIC: Final = frozenset(
    """attacker attackers gunman gunmen assailant assailants bomber bombers suicide militants militant man men
    driver truck car vehicle suspect suspects people group civilians person blast bomb explosion armed""".split()
)
_SUSPECTS: Final = frozenset(
    """attacker attackers gunman gunmen assailant assailants bomber bombers suspect suspects shooter shooters
    perpetrator perpetrators killer driver""".split()
)
_MEMORY: Final = 200
"""How many happenings back a mention may point."""
THRESHOLD: Final = 1.5
_SHARED_ACTOR: Final = 0.5
_SHARED_RECIPIENT: Final = 1.25
_OTHER_ACTOR: Final = -1.5
_OTHER_RECIPIENT: Final = -1.5
_SHARED_PLACE: Final = 0.5
_OTHER_PLACE: Final = -1.0
_SAME_DATE: Final = 0.5
_OTHER_DATE: Final = -3.0
_SAME_WORD: Final = 0.25
_OTHER_MODE: Final = -1.5
_IS_DEFINITE: Final = 2.0
_HARM_OF_ATTACK: Final = 1.5
_OTHER_STATUS: Final = -1.25
_AHEAD: Final = frozenset({Status.PLANNED, Status.THREATENED, Status.WARNED, Status.DEMANDED})
_SETTLED: Final = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(slots=True)
class Happening:
    """The triggers that are taken for one event, in the order of the text.

    Attributes:
        actors, recipients, places: content words of them, over all mentions.
        dates: ISO prefixes of when it happens.
        sentences: numbers of the sentences that mention it.
        words: beginnings of the trigger words; modes, settled, harm: what is known of the mentions.
    """

    triggers: list[TriggerTag]
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    settled: set[bool] = field(default_factory=set)
    harm: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    """One trigger with what it is compared by."""

    trigger: TriggerTag
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    sentence: int
    definite: bool
    word: str


def happenings(
    triggers: Sequence[TriggerTag], text: str, dates: dict[Span, TimeValue], sentences: Sequence[Span]
) -> tuple[Happening, ...]:
    """Group the triggers of an article by what happened, in the order of the text."""
    starts = [sentence.start for sentence in sentences]
    found: list[Happening] = []
    for trigger in triggers:
        mention = _mention(trigger, text, dates, starts)
        best: Happening | None = None
        most = THRESHOLD
        for happening in reversed(found[-_MEMORY:]):
            if happening.triggers[0].type is trigger.type:
                evidence = _evidence(happening, mention)
                if evidence > most:
                    best, most = happening, evidence
        if best is None and trigger.reference:
            continue
        if best is None:
            best = Happening([])
            found.append(best)
        _take(best, mention)
    return tuple(found)


def attach(echoes: Sequence[EchoTag], found: Sequence[Happening], text: str) -> None:
    """Give each echo to the event it names, else to the one before it that its party has most to do with.

    What is called off was planned or threatened before; a denial may be about anything its party is said to do.
    An echo that fits nowhere is left out: nothing says what it is about.
    """
    for echo in echoes:
        if echo.about is not None:
            meant = [happening for happening in found if any(t.span == echo.about for t in happening.triggers)]
            for happening in meant:
                happening.triggers.append(_as_trigger(echo, happening.triggers[0]))
            continue
        if echo.type is not None:
            typed = [happening for happening in found if happening.triggers[0].type is echo.type]
            if typed:
                happening = max(typed, key=lambda each: _nearness(each, echo, text))
                happening.triggers.append(_as_trigger(echo, happening.triggers[0]))
            continue
        words = _content_words((echo.party,) if echo.party else (), text)
        fitting = [
            (len(words & happening.actors), happening.triggers[0].span.start, happening)
            for happening in found
            if words & happening.actors and happening.triggers[0].span.start < echo.span.start
            if echo.status is Status.DENIED or any(t.status in _AHEAD for t in happening.triggers)
        ]
        if not fitting and echo.status is Status.DENIED and words & _SUSPECTS:
            fitting = [
                (len(happening.triggers), -happening.triggers[0].span.start, happening)
                for happening in found
                if happening.triggers[0].type is EventType.ASSAULT
                if happening.triggers[0].span.start < echo.span.start
            ]
        if fitting:
            happening = max(fitting, key=lambda item: item[:2])[2]
            happening.triggers.append(_as_trigger(echo, happening.triggers[0]))


def _nearness(happening: Happening, echo: EchoTag, text: str) -> tuple[int, int, int]:
    """How much speaks for an echo telling of this one of several: words in common, then how often it is told, first."""
    words = _content_words((echo.content,), text)
    shared = len(words & (happening.actors | happening.recipients | happening.places))
    return shared, len(happening.triggers), -happening.triggers[0].span.start


def _as_trigger(echo: EchoTag, first: TriggerTag) -> TriggerTag:
    return TriggerTag(
        span=echo.span, type=first.type, mode=None, content=echo.content, actors=(), recipients=(), places=(),
        times=(), numbers=(), status=echo.status, certainty=echo.certainty, score=echo.score,
    )  # fmt: skip


def _mention(trigger: TriggerTag, text: str, dates: dict[Span, TimeValue], starts: list[int]) -> _Mention:
    values = (dates[span].value for span in trigger.times if span in dates)
    return _Mention(
        trigger=trigger,
        actors=_content_words(trigger.actors, text),
        recipients=_content_words(trigger.recipients, text),
        places=_content_words(trigger.places, text),
        dates=frozenset(value for value in values if value),
        sentence=bisect_right(starts, trigger.span.start),
        definite=bool(_DEFINITE.search(text[max(0, trigger.span.start - 40) : trigger.span.start])),
        word=trigger.span.of(text).lower(),
    )


def _take(happening: Happening, mention: _Mention) -> None:
    happening.triggers.append(mention.trigger)
    happening.actors |= mention.actors
    happening.recipients |= mention.recipients
    happening.places |= mention.places
    happening.dates |= mention.dates
    happening.sentences.add(mention.sentence)
    happening.words.add(mention.word[:5])
    happening.settled.add(mention.trigger.status in _SETTLED)
    happening.harm = happening.harm or bool(_HARM.match(mention.word))
    if mention.trigger.mode:
        happening.modes.add(mention.trigger.mode)


def _evidence(happening: Happening, mention: _Mention) -> float:
    """How much speaks for one happening, less what speaks against it."""
    total = _compare(mention.actors, happening.actors, _SHARED_ACTOR, _OTHER_ACTOR)
    total += _compare(mention.recipients, happening.recipients, _SHARED_RECIPIENT, _OTHER_RECIPIENT)
    total += _compare(mention.places, happening.places, _SHARED_PLACE, _OTHER_PLACE)
    if mention.dates and happening.dates:
        agree = any(a.startswith(b) or b.startswith(a) for a in mention.dates for b in happening.dates)
        total += _SAME_DATE if agree else _OTHER_DATE
    total += _SAME_WORD if mention.word[:5] in happening.words else 0.0
    if mention.trigger.mode and happening.modes and mention.trigger.mode not in happening.modes:
        total += _OTHER_MODE
    if mention.definite:
        total += _IS_DEFINITE
    if mention.trigger.type is EventType.ASSAULT and mention.sentence in happening.sentences:
        total += _HARM_OF_ATTACK if bool(_HARM.match(mention.word)) != happening.harm else 0.0
    if (mention.trigger.status in _SETTLED) not in happening.settled:
        total += _OTHER_STATUS
    return total


def _compare(mine: frozenset[str], known: set[str], shared: float, other: float) -> float:
    if not mine or not known:
        return 0.0
    if mine & known:
        return shared
    return other / 4 if mine <= _GENERIC or known <= _GENERIC else other


def _content_words(spans: Sequence[Span], text: str) -> frozenset[str]:
    words = " ".join(span.of(text) for span in spans).lower()
    return frozenset(word for word in "".join(c if c.isalnum() else " " for c in words).split() if word not in _STOP)
