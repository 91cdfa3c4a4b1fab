"""Triggers -> events: mentions of one happening within an article become one event with one id."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reportedly.extract.link import Coder
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Event, EventDate, EventPlace, Participant, Span, TriggerTag

_STOP: Final = frozenset(
    "the a an of in its his their her our some any this that these those and or s for on at to by from more".split()
)


@dataclass(slots=True)
class Happening:
    """The triggers that are taken for one event, the fullest first.

    Attributes:
        words: content words of its actors, of its recipients and of its places.
    """

    triggers: list[TriggerTag]
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def take(self, trigger: TriggerTag, text: str, dates: set[str]) -> None:
        """Add one more mention."""
        self.triggers.append(trigger)
        self.actors |= _content_words(trigger.actors, text)
        self.recipients |= _content_words(trigger.recipients, text)
        self.places |= _content_words(trigger.places, text)
        self.dates |= dates


def happenings(
    triggers: Sequence[TriggerTag], text: str, dates: dict[Span, TimeValue]
) -> tuple[Happening, ...]:
    """Group the triggers of an article by what happened, in the order of the text.

    Two mentions are one event when they have one type, share a participant and disagree on none; where only
    one participant is known on either side, the words of the trigger must agree too.
    """
    found: list[Happening] = []
    for trigger in triggers:
        known = {value.value for span in trigger.times if (value := dates.get(span)) and value.value}
        same = next((h for h in found if _is_same(h, trigger, text, known)), None)
        if same is None:
            same = Happening([])
            found.append(same)
        same.take(trigger, text, known)
    return tuple(found)


def event(number: int, happening: Happening, text: str, dates: dict[Span, TimeValue], coder: Coder) -> Event:
    """The event of a happening, at its fullest mention, completed from the others."""
    ordered = sorted(happening.triggers, key=_fullness, reverse=True)
    best = ordered[0]
    return Event(
        id=f"e{number}",
        type=best.type,
        mode=best.mode or next((t.mode for t in ordered if t.mode), None),
        trigger=best.span,
        actors=_participants([t.actors for t in ordered], coder),
        recipients=_participants([t.recipients for t in ordered], coder),
        places=tuple(
            EventPlace(span=span, name=span.of(text), country=coder.country(span))
            for span in next((t.places for t in ordered if t.places), ())
        ),
        date=next((_date(span, dates) for t in ordered for span in t.times), None),
    )


def _date(span: Span, dates: dict[Span, TimeValue]) -> EventDate:
    value = dates.get(span)
    if value is None:
        return EventDate(span=span)
    return EventDate(span=span, value=value.value, earliest=value.earliest, latest=value.latest)


def _participants(mentions: Sequence[tuple[Span, ...]], coder: Coder) -> tuple[Participant, ...]:
    spans = next((spans for spans in mentions if spans), ())
    return tuple(Participant(span=span, code=coder.code(span)) for span in spans)


def _fullness(trigger: TriggerTag) -> tuple[int, float, int]:
    filled = sum(bool(part) for part in (trigger.actors, trigger.recipients, trigger.places, trigger.times))
    return filled, trigger.score, -trigger.span.start


def _is_same(happening: Happening, trigger: TriggerTag, text: str, dates: set[str]) -> bool:
    first = happening.triggers[0]
    if first.type is not trigger.type or _modes_differ(happening, trigger):
        return False
    if dates and happening.dates and not _dates_agree(dates, happening.dates):
        return False
    actors, recipients = _content_words(trigger.actors, text), _content_words(trigger.recipients, text)
    shared = 0
    for mine, known in ((actors, happening.actors), (recipients, happening.recipients)):
        if mine and known:
            if not mine & known:
                return False
            shared += 1
    places = _content_words(trigger.places, text)
    if places and happening.places and not places & happening.places:
        return False
    same_word = any(_stem(t.span, text) == _stem(trigger.span, text) for t in happening.triggers)
    if shared == 2:  # noqa: PLR2004 - actor and recipient
        return True
    return (shared == 1 and (same_word or bool(places & happening.places))) or (
        same_word and bool(places & happening.places)
    )


def _modes_differ(happening: Happening, trigger: TriggerTag) -> bool:
    modes = {t.mode for t in happening.triggers if t.mode}
    return bool(trigger.mode and modes and trigger.mode not in modes)


def _dates_agree(mine: set[str], known: set[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in known)


def _stem(span: Span, text: str) -> str:
    return span.of(text).lower()[:5]


def _content_words(spans: Sequence[Span], text: str) -> set[str]:
    words = " ".join(span.of(text) for span in spans).lower()
    return {word for word in "".join(c if c.isalnum() else " " for c in words).split() if word not in _STOP}
