"""Articles annotated by the codebook -> examples for every head of ours."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportedly.evals.gold import GoldArticle, GoldClaim, GoldEvent
from reportedly.extract.reader import tagged_passages
from reportedly.models.neural.geometry import Range, stretches
from reportedly.models.neural.hints import hints
from reportedly.models.neural.labels import (
    MODE_NAMES,
    NO_MODE,
    NOTHING,
    OUTSIDE,
    STATUSES,
    TELLS,
    VOICES,
    Head,
    Link,
    Role,
)
from reportedly.models.neural.windows import Cutter
from reportedly.protocols import Tagger
from reportedly.schema import Hop, HopKind, MentionKind, Reading, Span, TriggerTag
from reportedly.train.chains import Told, governing
from reportedly.train.examples import (
    UNKNOWN,
    Anchor,
    Example,
    kind_of,
    link_column,
    mark,
    masked,
)

_STEM: Final = 4
_ABOUT: Final = link_column(Link.ABOUT)
_HEADS: Final = (Head.MENTION, Head.TRIGGER, Head.CUE, Head.ECHO, Head.LEVEL, Head.TIE)


class CodebookExamples:
    """Makes examples of annotated articles.

    Args:
        cutter: cuts articles into windows.
        hinter: the tagger whose rows are the network's hints; None leaves them out.
    """

    def __init__(self, cutter: Cutter, hinter: Tagger | None = None) -> None:
        self._cutter = cutter
        self._hinter = hinter

    def of(self, article: GoldArticle, silver: Reading | None = None) -> Iterator[Example]:
        """One example a window.

        Args:
            article: text and annotation.
            silver: a reading by rules, for what the annotation does not hold: mentions and certainty.
        """
        passages = tagged_passages(article.text)
        seen = self._hinter.predict(passages) if self._hinter is not None else ()
        for window in self._cutter.cut(passages):
            example = Example(source="codebook", window=window, hints=hints(window, seen) if seen else None)
            filler = _Filler(example, article, silver)
            filler.fill()
            filler.leave_open([tag for predictions in seen for tag in predictions.triggers])
            yield example


class _Filler:
    """Fills one window's example from the annotation of its article."""

    def __init__(self, example: Example, article: GoldArticle, silver: Reading | None) -> None:
        self.example = example
        self.gold = article.gold
        self.text = article.text
        self.silver = silver
        self.tags = {head: example.blank_tags(head) for head in _HEADS}
        self.told: list[Told] = []
        self.cue_at: dict[Span, int] = {}
        self.first_claim = _first_claims(article.gold.events, article.gold.claims)
        self.trigger_at: dict[str, int] = {}
        self.meant: dict[int, set[str]] = {}

    def fill(self) -> None:
        """Everything the annotation says of the window."""
        self._triggers()
        self._echoes()
        self._levels()
        self._ties()
        self._cues()
        self._telling()
        self._mentions()
        self._contents()
        self._link()

    def leave_open(self, found: Iterable[TriggerTag]) -> None:
        """Further mentions of annotated events, as the rules see them, are neither right nor wrong.

        The codebook records an event once, at its fullest mention; what repeats it was not annotated.
        """
        row = self.tags[Head.TRIGGER]
        words = {(e.type, e.trigger.of(self.text)[:_STEM].lower()) for e in self.gold.events}
        types = {event.type for event in self.gold.events}
        for tag in found:
            known = tag.reference and tag.type in types
            if known or (tag.type, tag.span.of(self.text)[:_STEM].lower()) in words:
                at = self._own(tag.span)
                if at and (row[at[0] : at[1]] == OUTSIDE).all():
                    row[at[0] : at[1]] = UNKNOWN

    def _own(self, span: Span) -> Range | None:
        at = self.example.place(span)
        return at if at and self.example.is_own(at) else None

    def _ranges(self, spans: Iterable[Span]) -> list[Range] | None:
        """The words of all spans; None where one of them is not in the window."""
        found = [self.example.place(span) for span in spans]
        return [at for at in found if at] if all(found) else None

    def _add(self, anchor: Anchor) -> int:
        self.example.anchors.append(anchor)
        return len(self.example.anchors) - 1

    def _role(self, anchor: Anchor, role: Role, spans: Iterable[Span]) -> None:
        ranges = self._ranges(spans)
        if ranges is not None:
            anchor.roles[role] = ranges

    def _triggers(self) -> None:
        for event in self.gold.events:
            at = self._own(event.trigger)
            if at is None or not mark(self.tags[Head.TRIGGER], at, kind_of(Head.TRIGGER, event.type.value)):
                continue
            claim = self.first_claim.get(event.id)
            mode = event.mode or NO_MODE
            anchor = Anchor(at, mode=MODE_NAMES.index(mode) if mode in MODE_NAMES else UNKNOWN)
            self._role(anchor, Role.ACTOR, (actor.span for actor in event.actors))
            self._role(anchor, Role.RECIPIENT, (party.span for party in event.recipients))
            self._role(anchor, Role.PLACE, (place.span for place in event.places))
            self._role(anchor, Role.TIME, [event.date.span] if event.date and event.date.span else [])
            self._role(anchor, Role.NUMBER, (number.span for number in event.numbers))
            if claim is not None:
                anchor.status = STATUSES.index(claim.status)
                anchor.certainty = self._certainty(event, claim)
                self._role(anchor, Role.CLAUSE, [claim.content])
            number = self._add(anchor)
            self.trigger_at[event.id] = number
            content = self.example.place(claim.content) if claim else None
            words = [at, content] if content else [at]
            self.told.append(Told(number, words, _cues(claim.chain) if claim else []))

    def _certainty(self, event: GoldEvent, claim: GoldClaim) -> float:
        if self.silver is None:
            return float("nan")
        near = {e.id for e in self.silver.events if e.trigger.overlaps(event.trigger)}
        for found in self.silver.claims:
            if found.event in near and found.status is claim.status:
                return found.certainty
        return float("nan")

    def _echoes(self) -> None:
        by_content: dict[Span, Told] = {}
        for event, claim in self._further():
            known = by_content.get(claim.content)
            if known is not None:
                self.meant[known.anchor].add(event.id)
                continue
            at = self._own(claim.content)
            if at is None or not mark(self.tags[Head.ECHO], at, 0):
                continue
            number = self._add(Anchor(at, status=STATUSES.index(claim.status), tells=TELLS.index(event.type)))
            by_content[claim.content] = Told(number, [at], _cues(claim.chain))
            self.meant[number] = {event.id}
        self.told.extend(by_content.values())

    def _further(self) -> Iterator[tuple[GoldEvent, GoldClaim]]:
        """The claims that are made elsewhere than at the trigger of their event."""
        events = {event.id: event for event in self.gold.events}
        for claim in self.gold.claims:
            event = events[claim.event]
            if claim is not self.first_claim.get(event.id) and not claim.content.overlaps(event.trigger):
                yield event, claim

    def _telling(self) -> None:
        """What each cue tells of an event that stands elsewhere: its type, and how far along it is."""
        for number in self.cue_at.values():
            self.example.anchors[number].tells = TELLS.index(NOTHING)
        for event, claim in self._further():
            inner = next(reversed(_cues(claim.chain)), None)
            number = self.cue_at.get(inner, UNKNOWN) if inner else UNKNOWN
            if number == UNKNOWN:
                continue
            anchor = self.example.anchors[number]
            if anchor.tells == TELLS.index(NOTHING):
                anchor.tells, anchor.told = TELLS.index(event.type), STATUSES.index(claim.status)
            self.meant.setdefault(number, set()).add(event.id)

    def _levels(self) -> None:
        for figure in self.gold.figures:
            at = self._own(figure.span)
            if at is None or not mark(self.tags[Head.LEVEL], at, kind_of(Head.LEVEL, figure.what.value)):
                continue
            anchor = Anchor(at)
            self._role(anchor, Role.HOLDER, [figure.holder] if figure.holder else [])
            self._role(anchor, Role.SITE, [figure.place] if figure.place else [])
            self.told.append(Told(self._add(anchor), [at], _cues(figure.chain)))

    def _ties(self) -> None:
        ties: dict[tuple[Span, str], Anchor] = {}
        for relation in self.gold.relations:
            key = (relation.subject, relation.kind.value)
            other = self.example.place(relation.object)
            if key in ties and other:
                ties[key].roles[Role.OBJECT].append(other)
                continue
            at = self._own(relation.subject)
            if at is None or not other or not mark(self.tags[Head.TIE], at, kind_of(Head.TIE, relation.kind.value)):
                continue
            ties[key] = Anchor(at, {Role.OBJECT: [other]})
            self._add(ties[key])

    def _hops(self) -> Iterator[Hop]:
        for claim in self.gold.claims:
            yield from claim.chain
        for figure in self.gold.figures:
            yield from figure.chain

    def _cues(self) -> None:
        for hop in self._hops():
            if hop.cue is None or hop.cue in self.cue_at:
                continue
            at = self._own(hop.cue)
            if at is None or not mark(self.tags[Head.CUE], at, 0):
                continue
            anchor = Anchor(at, voice=VOICES.index(hop.kind))
            self._role(anchor, Role.SOURCE, [hop.source] if hop.source else [])
            self.cue_at[hop.cue] = self._add(anchor)

    def _contents(self) -> None:
        """What each cue carries: the words of the claims it governs; what else it carries is unknown."""
        for cue, number in self.cue_at.items():
            anchor = self.example.anchors[number]
            own = [anchor.at, *anchor.roles.get(Role.SOURCE, [])]
            carried = [at for told in self.told if cue in told.cues for at in told.words]
            free = [at for told in self.told if cue not in told.cues for at in told.words[:1]]
            inside = ~masked(self.example, carried) & masked(self.example, own)
            known = inside | ~masked(self.example, [*own, *free])
            anchor.roles[Role.CONTENT] = stretches(inside)
            anchor.blank[Role.CONTENT] = ~known

    def _link(self) -> None:
        example = self.example
        example.links = governing(len(example.anchors), self.cue_at, self.told)
        for anchor, events in self.meant.items():
            for event, trigger in self.trigger_at.items():
                example.links[anchor, trigger, _ABOUT] = event in events

    def _mentions(self) -> None:
        row = self.tags[Head.MENTION]
        told: list[tuple[Span, MentionKind]] = []
        for event in self.gold.events:
            told += [(place.span, MentionKind.PLACE) for place in event.places]
        for hop in self._hops():
            if hop.source and hop.kind is HopKind.OUTLET:
                told.append((hop.source, MentionKind.OUTLET))
        if self.silver is not None:
            told += [(mention.span, mention.kind) for mention in self.silver.mentions]
        for event in self.gold.events:
            told += [(actor.span, MentionKind.ACTOR) for actor in event.actors]
        for span, kind in told:
            at = self._own(span)
            if at:
                mark(row, at, kind_of(Head.MENTION, kind.value))


def _first_claims(events: Sequence[GoldEvent], claims: Sequence[GoldClaim]) -> dict[str, GoldClaim]:
    """The claim that each event's own words make: the one whose content holds the trigger, else the first."""
    found: dict[str, GoldClaim] = {}
    for event in events:
        about = [claim for claim in claims if claim.event == event.id]
        holding = [claim for claim in about if claim.content.overlaps(event.trigger)]
        if about:
            found[event.id] = (holding or about)[0]
    return found


def _cues(chain: Iterable[Hop]) -> list[Span]:
    return [hop.cue for hop in chain if hop.cue is not None]
