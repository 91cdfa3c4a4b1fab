"""What one event's status is told by: the claims at hand, and whom their articles rest on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.knowledge.speakers import is_unnamed, outlet_key, side
from reportedly.schema import Claim, CommonEvent, Hop, HopKind, Reading, Rest, Span, Status


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Unnamed people, as far as the text describes them."""

    kind: str
    side: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of one article."""

    article: str
    claim: Claim

    @property
    def source(self) -> Hop | None:
        """The last voice of the chain; None where that is an outlet, or the article itself."""
        hop = self.claim.chain[-1] if self.claim.chain else None
        return None if hop is None or hop.kind is HopKind.OUTLET else hop

    @property
    def outlet(self) -> Hop | None:
        """The innermost outlet of the chain."""
        return next((hop for hop in reversed(self.claim.chain) if hop.kind is HopKind.OUTLET), None)

    @property
    def group(self) -> Group | None:
        """Which unnamed people it comes from; None where somebody is named, or nobody quoted."""
        return None if self.source is None or not is_unnamed(self.source) else group_of(self.source)


def group_of(hop: Hop) -> Group:
    """Unnamed people of one kind and one side may be the same."""
    if hop.kind is HopKind.WITNESS:
        return Group(HopKind.WITNESS.value, "")
    return Group(hop.kind.value, side(hop) or "")


class Board:
    """The tellings of one status of one event, by article, and the ties between the articles."""

    def __init__(
        self, event: CommonEvent, status: Status, readings: Mapping[str, Reading], rests: Mapping[str, Sequence[Rest]]
    ) -> None:
        self.readings = readings
        self._rests = rests
        self.tellings: dict[str, list[Telling]] = {}
        for ref in sorted(event.members, key=lambda each: (each.article, each.event)):
            reading = readings.get(ref.article)
            for claim in () if reading is None else reading.claims:
                if claim.event == ref.event and claim.status is status:
                    self.tellings.setdefault(ref.article, []).append(Telling(ref.article, claim))
        self._of: dict[str, list[str]] = {}
        for article in self.tellings:
            self._of.setdefault(self.outlet(article), []).append(article)

    def outlet(self, article: str) -> str:
        """Key of who publishes an article; of the article itself where that is not known."""
        return outlet_key(self.name(article))

    def name(self, article: str) -> str:
        """Who publishes an article; its id where that is not known."""
        return self.readings[article].article.outlet or article

    def owner(self, outlet: str) -> str | None:
        """Who owns an outlet of one of the articles, by its key."""
        owners = (self.readings[article].article.owner for article in self._of.get(outlet, ()))
        return next((owner for owner in owners if owner is not None), None)

    def carried(self, telling: Telling) -> Rest | None:
        """The tie by which the words of a claim came from elsewhere: in a passage, else with the whole article."""
        ties = self._rests.get(telling.article, ())
        by_words = [tie for tie in ties if _covers(tie.passages, telling.claim.content)]
        whole = [tie for tie in ties if tie.whole]
        return max(by_words or whole, key=lambda tie: (tie.score, not tie.stub, tie.on), default=None)

    def stubs(self, article: str) -> list[str]:
        """Keys of the outlets without an article at hand that an article rests on."""
        return [tie.on for tie in self._rests.get(article, ()) if tie.stub]

    def stub_of(self, telling: Telling) -> str | None:
        """The outlet that an article names for this, where no article of it is at hand and no words are shared."""
        ties = self._rests.get(telling.article, ())
        if any(tie.passages for tie in ties):
            return None
        stubs = {tie.on for tie in ties if tie.stub}
        outlets = (each.outlet for each in self.tellings[telling.article])
        names = (hop.name for hop in outlets if hop is not None and outlet_key(hop.name or "", hop.entity) in stubs)
        return next(names, None)

    def article_of(self, telling: Telling, outlet: Hop) -> str | None:
        """The article of an outlet that a claim names: the one that its article rests on, else any that tells this."""
        key = outlet_key(outlet.name or "", outlet.entity)
        for tie in self._rests.get(telling.article, ()):
            if not tie.stub and tie.on in self.tellings and self.outlet(tie.on) == key:
                return tie.on
        return next((each for each in self._of.get(key, ()) if each != telling.article), None)


def rests_by_article(rests: Iterable[Rest]) -> dict[str, list[Rest]]:
    """The ties of each article, in an order of their own."""
    table: dict[str, list[Rest]] = {}
    for tie in sorted(rests, key=lambda each: (each.article, each.on)):
        table.setdefault(tie.article, []).append(tie)
    return table


def _covers(passages: Sequence[Span], content: Span) -> bool:
    """Whether half of the words of a claim lie in passages."""
    common = sum(max(0, min(p.end, content.end) - max(p.start, content.start)) for p in passages)
    return 2 * common >= content.end - content.start
