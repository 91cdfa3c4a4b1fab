"""Owns what counts as the same: spans, participants, sources and chains, and gold events with a reading's."""

from collections.abc import Iterable, Sequence

from reportedly.evals.gold import GoldEvent
from reportedly.schema import Event, EventType, Hop, Noun, Span

STOP = frozenset({"the", "a", "an", "of", "in", "its", "his", "their", "said", "and", "s"})
"""Words that do not make two names one."""


class Hit(Noun, frozen=True, kw_only=True):
    """A gold event that was found: the event that hit it first, then further mentions of the same."""

    gold: GoldEvent
    events: tuple[Event, ...]


class Alignment(Noun, frozen=True, kw_only=True):
    """The events of one reading against those of its gold; every event stands in one place only."""

    hits: tuple[Hit, ...] = ()
    missed: tuple[GoldEvent, ...] = ()
    false_alarms: tuple[Event, ...] = ()


def overlap(a: Span | None, b: Span | None) -> bool:
    """Whether both are there and share a code point."""
    return a is not None and b is not None and a.overlaps(b)


def words(text: str, span: Span) -> frozenset[str]:
    """The content words under `span`, in lower case."""
    cut = "".join(char if char.isalnum() else " " for char in span.of(text).lower())
    return frozenset(cut.split()) - STOP


def same_party(text: str, a: Iterable[Span], b: Sequence[Span]) -> bool:
    """Whether two lists name a common participant: spans that overlap or share a content word."""
    return any(x.overlaps(y) or words(text, x) & words(text, y) for x in a for y in b)


def compatible(text: str, gold: GoldEvent, event: Event) -> bool:
    """Whether the two have the same participants, wherever these are mentioned.

    A role that either side leaves empty does not count; one role at least must be filled on both.
    """
    roles = ((gold.actors, event.actors), (gold.recipients, event.recipients))
    filled = [([a.span for a in ours], [b.span for b in theirs]) for ours, theirs in roles if ours and theirs]
    return bool(filled) and all(same_party(text, ours, theirs) for ours, theirs in filled)


def match_spans(gold: Iterable[Span], pred: Iterable[Span]) -> int:
    """How many of `gold` are overlapped, each by the first of `pred` that is still free."""
    left, hit = list(pred), 0
    for span in gold:
        found = next((other for other in left if span.overlaps(other)), None)
        if found is not None:
            left.remove(found)
            hit += 1
    return hit


def sources(chain: Sequence[Hop]) -> list[Span]:
    """The spans of the sources that the text names, outermost first."""
    return [hop.source for hop in chain if hop.source is not None]


def origin(chain: Sequence[Hop]) -> Span | None:
    """The source of the last hop; None where there is no hop, or it names nobody."""
    return chain[-1].source if chain else None


def same_source(text: str, a: Span | None, b: Span | None) -> bool:
    """Whether both name nobody, or overlap, or share a content word."""
    if a is None or b is None:
        return a is None and b is None
    return a.overlaps(b) or bool(words(text, a) & words(text, b))


def same_chain(text: str, a: Sequence[Hop], b: Sequence[Hop]) -> bool:
    """Whether the chains have the same length and the same source at every hop."""
    return len(a) == len(b) and all(same_source(text, x.source, y.source) for x, y in zip(a, b, strict=True))


def align(text: str, gold: Sequence[GoldEvent], events: Sequence[Event]) -> Alignment:
    """Each gold event with the event that hits it, in the order of the gold.

    An event hits a gold event of its type whose trigger it overlaps, or else whose participants it shares.
    One more mention of an event that is hit already joins it; whatever is left is a false alarm.
    """
    left = list(events)
    groups: dict[str, list[Event]] = {}
    for wanted in gold:
        found = _first_hit(text, wanted, left)
        if found is not None:
            left.remove(found)
            groups[wanted.id] = [found]
    by_type = _by_type([wanted for wanted in gold if wanted.id in groups])
    false_alarms = []
    for event in left:
        twin = next((g for g in by_type.get(event.type, []) if _is_mention(text, g, event)), None)
        if twin is not None:
            groups[twin.id].append(event)
        else:
            false_alarms.append(event)
    return Alignment(
        hits=tuple(Hit(gold=g, events=tuple(groups[g.id])) for g in gold if g.id in groups),
        missed=tuple(g for g in gold if g.id not in groups),
        false_alarms=tuple(false_alarms),
    )


def _first_hit(text: str, gold: GoldEvent, events: Sequence[Event]) -> Event | None:
    same_type = [event for event in events if event.type == gold.type]
    by_trigger = (event for event in same_type if event.trigger.overlaps(gold.trigger))
    by_participants = (event for event in same_type if compatible(text, gold, event))
    return next(by_trigger, None) or next(by_participants, None)


def _is_mention(text: str, gold: GoldEvent, event: Event) -> bool:
    return event.trigger.overlaps(gold.trigger) or compatible(text, gold, event)


def _by_type(gold: Iterable[GoldEvent]) -> dict[EventType, list[GoldEvent]]:
    grouped: dict[EventType, list[GoldEvent]] = {}
    for event in gold:
        grouped.setdefault(event.type, []).append(event)
    return grouped
