"""The graph of one family: which accounts there are, who takes from whom, who denies and disputes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from reportedly.evals.families import voices
from reportedly.evals.families.draft import Draft, Happening, Line, Role
from reportedly.evals.families.sentences import Sentences
from reportedly.evals.families.taking import Taking
from reportedly.evals.families.world import ACTS, Paper, Voice, World
from reportedly.schema import Status

_START = datetime(2025, 1, 6, tzinfo=UTC)
_ROLES = (Role.COPY, Role.CUT, Role.EMBEDDED, Role.REWRITE, Role.REREPORT)
_ODDS = (3, 2, 2, 3, 4)


@dataclass(slots=True)
class Plot:
    """One family while it is made."""

    known: World
    dice: Random
    lines: Sentences
    events: list[Happening] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def run(self, size: int) -> None:
        """About `size` articles: accounts first, then whoever takes from them, with denials and new counts between."""
        start = _START + timedelta(hours=self.dice.randrange(24 * 700))
        self.events = list(self._happenings(start))
        papers = list(self.known.papers)
        self.dice.shuffle(papers)
        for number in range(min(1 + self.dice.randrange(4), max(1, size))):
            at = start + timedelta(minutes=self.dice.randrange(60, 60 * 14))
            self.drafts.append(self._account(papers.pop(), number, at))
        taking = Taking(self.lines, self.known, self.dice)
        while len(self.drafts) < size and papers:
            other = self._other(papers) if self.dice.random() < 0.18 else None
            self.drafts.append(other or taking.take(self._parent(), papers.pop(), self._role(), f"a{len(self.drafts)}"))

    def _happenings(self, start: datetime) -> Iterator[Happening]:
        accused = self.known.states[1]
        for number in range(1 + (self.dice.random() < 0.35)):
            act = self.dice.choice(ACTS)
            planned = self.dice.random() < 0.35
            town = self.known.towns[number]
            killed = self.dice.randint(3, 60) if act.deadly and not planned else 0
            yield Happening(
                key=f"h{number}",
                act=act,
                form=self.dice.choice(act.forms),
                noun=self.dice.choice(act.nouns),
                actor=f"the {self.known.group}" if number == 0 else f"{accused.nation} troops",
                target=self.dice.choice(act.targets).format(town),
                town=town,
                day=start + timedelta(days=self.dice.randint(1, 5) if planned else 0),
                status=Status.PLANNED if planned else Status.OCCURRED,
                killed=killed,
                injured=self.dice.randint(4, 150) if killed else 0,
            )

    def _account(self, paper: Paper, number: int, at: datetime) -> Draft:
        """An article with one to three sources of its own, or none but its staff."""
        event = self.events[0] if number == 0 else self.dice.choice(self.events)
        key = f"a{len(self.drafts)}"
        draft = Draft(key, paper, Role.ACCOUNT, at, self.lines.headline(event, event.status))
        chosen = {v.id: v for v in (self._voice(event) for _ in range(self.dice.choice((0, 1, 1, 2, 2, 3))))}
        told = [(voice, origin_of(voice, draft)) for voice in chosen.values()]
        origins = tuple(origin for _, origin in told) or (f"outlet:{paper.name}",)
        if told and self.dice.random() < 0.7:
            draft.lines.append(self.lines.own(event, event.status, origins, behind=f"outlet:{paper.name}"))
        for voice, origin in told:
            draft.lines += self._heard(event, voice, origin, draft)
        if not told:
            draft.lines.append(self.lines.own(event, event.status, origins))
        self._pad(draft, self.dice.randint(10, 24))
        return draft

    def _heard(self, event: Happening, voice: Voice, origin: str, draft: Draft) -> Iterator[Line]:
        yield self.lines.said(event, event.status, voice, (origin,))
        if event.killed and self.dice.random() < 0.6:
            toll = (event.killed, event.injured)
            yield self.lines.said(event, event.status, voice, (origin,), toll=toll)
        if voice.kind != "document":
            quote = self._quote(event, voice)
            draft.quotes.append((voice, quote))
            yield self.lines.quoted(event, event.status, voice, quote, (origin,))

    def _quote(self, event: Happening, voice: Voice) -> str:
        """What is said in public is the same for all who were there; what is said in private is not."""
        if voice.group is None:
            known = [q for draft in self.drafts for v, q in draft.quotes if v.id == voice.id]
            if known and self.dice.random() < 0.6:
                return known[0]
        return self.lines.quote(event, event.status)

    def _other(self, papers: list[Paper]) -> Draft | None:
        """A denial, a new count, or another count."""
        event = self.dice.choice(self.events)
        before = [d for d in self.drafts if d.role is Role.ACCOUNT and d.lines and _tells(d, event)]
        role = self.dice.choice((Role.DENIAL, Role.UPDATE, Role.DISPUTE))
        if not before or (role is not Role.DENIAL and not event.killed):
            return None
        first = before[0]
        at = max(d.at for d in self.drafts) + timedelta(minutes=self.dice.randrange(20, 600))
        paper = first.paper if role is Role.UPDATE else papers.pop()
        draft = Draft(f"a{len(self.drafts)}", paper, role, at, self.lines.headline(event, event.status))
        if role is Role.DENIAL:
            voice = self._accused()
            draft.lines = [self.lines.denied(event, voice)]
            quote = self.lines.quote(event, Status.DENIED)
            draft.lines.append(self.lines.quoted(event, Status.DENIED, voice, quote, (voice.id,)))
            draft.quotes.append((voice, quote))
        else:
            voice = self._teller(first, role)
            origin = origin_of(voice, draft)
            toll = self._count(event, role)
            draft.lines = [self.lines.said(event, event.status, voice, (origin,), toll=toll, new=role is Role.UPDATE)]
        self._pad(draft, self.dice.randint(6, 16))
        return draft

    def _count(self, event: Happening, role: Role) -> tuple[int, int]:
        """A count that has risen, or the lower one of another side."""
        if role is Role.DISPUTE:
            return max(1, event.killed // 3), event.injured
        more = self.dice.randint(2, 9)
        return event.killed + more, event.injured + 3 * more

    def _accused(self) -> Voice:
        state = self.known.states[1]
        return voices.body(state, self.dice) if self.dice.random() < 0.6 else voices.fighters(self.known, state)

    def _teller(self, first: Draft, role: Role) -> Voice:
        """The first account's own source, or the other side."""
        if role is Role.DISPUTE:
            return self._accused()
        return first.quotes[0][0] if first.quotes else voices.body(self.known.states[0], self.dice)

    def _voice(self, event: Happening) -> Voice:
        planned = event.status is Status.PLANNED
        return voices.choose(self.known, self.dice.randrange(3), event.town, self.dice, planned=planned)

    def _pad(self, draft: Draft, count: int) -> None:
        """Sentences around the news, and the line under it."""
        for _ in range(count):
            draft.lines.insert(self.dice.randint(1, len(draft.lines)), self.lines.filler())
        if self.dice.random() < 0.5:
            draft.lines.append(self.lines.boiler(draft.paper))

    def _parent(self) -> Draft:
        """Accounts are taken from more often than what takes from them."""
        able = [draft for draft in self.drafts if draft.depth < 4]
        return self.dice.choices(able, [3 if draft.depth == 0 else 1 for draft in able])[0]

    def _role(self) -> Role:
        return self.dice.choices(_ROLES, _ODDS)[0]


def origin_of(voice: Voice, draft: Draft) -> str:
    """Who is named is one origin everywhere; who is not, one for each outlet that heard it."""
    return voice.id if voice.group is None else f"{voice.group}@{draft.paper.name}"


def _tells(draft: Draft, event: Happening) -> bool:
    return any(told.event is event for line in draft.lines for told in line.told)
