"""The model's answers -> spans: every quotation is found in the text, or dropped with the reason."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.extract.numerals import Number
from reportedly.models.chat.answer import Answer, ClaimAnswer, EventAnswer, HopAnswer, NumberAnswer, Quote
from reportedly.models.chat.costs import Drop, Reason
from reportedly.models.chat.quotes import Quotes
from reportedly.schema import MODES, CueTag, EventType, Noun, Quantity, Span, Status


class FoundClaim(Noun, frozen=True, kw_only=True):
    """A claim whose words are in the text; the voices of its chain, outermost first, as cues."""

    status: Status
    certainty: float
    content: Span
    voices: tuple[CueTag, ...]
    numbers: tuple[Quantity, ...]


class FoundEvent(Noun, frozen=True, kw_only=True):
    """An event whose trigger is in the text, with what is left of its claims."""

    type: EventType
    mode: str | None
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    places: tuple[Span, ...]
    date: Span | None
    claims: tuple[FoundClaim, ...]


class Finder:
    """Finds what the model quoted from one part of an article.

    Args:
        quotes: finds words in that part.
        numbers: those of the whole article, in order.

    Attributes:
        dropped: what was not found so far, and why.
    """

    def __init__(self, quotes: Quotes, numbers: Sequence[Number]) -> None:
        self._quotes = quotes
        self._numbers = numbers
        self.dropped: list[Drop] = []

    def events(self, answer: Answer) -> Iterator[FoundEvent]:
        """The events of an answer that the text supports."""
        for told in answer.events:
            trigger = self._quotes.find(told.trigger)
            if trigger is None:
                self._drop("event", Reason.NO_TRIGGER, told.trigger.words)
                continue
            claims = tuple(found for claim in told.claims if (found := self._claim(claim, trigger)))
            if claims:
                yield self._event(told, trigger, claims)
            else:
                self._drop("event", Reason.NO_CLAIM, told.trigger.words)

    def _event(self, told: EventAnswer, trigger: Span, claims: tuple[FoundClaim, ...]) -> FoundEvent:
        mode = told.mode or None
        if mode is not None and mode not in MODES[told.type]:
            self._drop("mode", Reason.UNKNOWN_MODE, mode)
            mode = None
        return FoundEvent(
            type=told.type,
            mode=mode,
            trigger=trigger,
            actors=self._spans("actor", told.actors, trigger.start),
            recipients=self._spans("recipient", told.recipients, trigger.start),
            places=self._spans("place", told.places, trigger.start),
            date=self._span("date", told.date, trigger.start),
            claims=claims,
        )

    def _claim(self, told: ClaimAnswer, trigger: Span) -> FoundClaim | None:
        content = self._quotes.find(told.content, trigger.start)
        if content is None:
            self._drop("claim", Reason.NO_CONTENT, told.content.words)
            return None
        voices = []
        for hop in told.chain:
            voice = self._voice(hop, content)
            if voice is None:  # without it the words would be put into another mouth
                self._drop("claim", Reason.NO_VOICE, told.content.words)
                return None
            voices.append(voice)
        numbers = (self._number(number, content.start) for number in told.numbers)
        return FoundClaim(
            status=told.status,
            certainty=told.certainty,
            content=content,
            voices=tuple(voices),
            numbers=_different(number for number in numbers if number is not None),
        )

    def _voice(self, hop: HopAnswer, content: Span) -> CueTag | None:
        """The voice with what is left of its words; None where nothing is."""
        source = self._span("source", hop.source, content.start)
        cue = self._span("cue", hop.cue, source.end if source is not None else content.start)
        span = cue or source
        if span is None:
            return None
        return CueTag(span=span, source=source, contents=(content,), kind=hop.kind, score=1.0)

    def _number(self, told: NumberAnswer, near: int) -> Quantity | None:
        span = self._span("number", told.quote, near)
        if span is None:
            return None
        number = next((each for each in self._numbers if each.span.overlaps(span)), None)
        if number is None:
            self._drop("number", Reason.NO_NUMBER, told.quote.words)
            return None
        return Quantity(
            what=told.what, low=number.low, high=number.high, approx=number.approx, span=number.span
        )

    def _spans(self, role: str, quotes: Iterable[Quote], near: int) -> tuple[Span, ...]:
        """Those that are found, each place once."""
        found = (self._span(role, quote, near) for quote in quotes)
        return tuple(dict.fromkeys(span for span in found if span is not None))

    def _span(self, role: str, quote: Quote | None, near: int) -> Span | None:
        span = self._quotes.find(quote, near) if quote is not None else None
        if quote is not None and span is None:
            self._drop(role, Reason.NOT_IN_TEXT, quote.words)
        return span

    def _drop(self, role: str, reason: Reason, words: str) -> None:
        self.dropped.append(Drop(role=role, reason=reason, words=words))


def _different(numbers: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Each place and thing counted once."""
    return tuple({(number.what, number.span): number for number in numbers}.values())
