"""How one article of a family takes from another: copies, cuts, embeddings, rewrites, reports of reports."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from reportedly.evals.families import voices
from reportedly.evals.families.draft import Draft, Line, Role, Told
from reportedly.evals.families.sentences import Sentences, outlet_voice
from reportedly.evals.families.world import Paper, World
from reportedly.schema import HopKind, Status


class Taking:
    """Makes articles out of others of one family."""

    def __init__(self, lines: Sentences, known: World, dice: Random) -> None:
        self.lines = lines
        self.known = known
        self.dice = dice

    def take(self, parent: Draft, paper: Paper, role: Role, key: str) -> Draft:
        """An article of `paper` that rests on `parent`; a rewrite needs somebody quoted, else it is a short report."""
        if role is Role.REWRITE and not parent.quotes:
            role = Role.REREPORT
        first = next(told for line in parent.lines for told in line.told)
        draft = Draft(
            key=key,
            paper=paper,
            role=role,
            at=self._later(parent),
            headline=self.lines.headline(first.event, first.status),
            parents=(parent.key,),
            day_only=self.dice.random() < 0.08,
            depth=parent.depth + 1,
        )
        made = {
            Role.COPY: self._copied,
            Role.CUT: self._cut,
            Role.EMBEDDED: self._embedded,
            Role.REWRITE: self._rewritten,
            Role.REREPORT: self._rereported,
        }[role]
        draft.lines = list(made(parent, draft))
        if self.dice.random() < 0.5:
            draft.lines.append(self.lines.boiler(paper))
        return draft

    def _later(self, parent: Draft) -> datetime:
        """Some clocks are wrong."""
        if self.dice.random() < 0.03:
            return parent.at - timedelta(minutes=self.dice.randrange(5, 120))
        return parent.at + timedelta(minutes=self.dice.randrange(10, 600))

    def _copied(self, parent: Draft, draft: Draft) -> Iterator[Line]:
        """All of it, perhaps without its last sentences, and perhaps with a credit."""
        draft.quotes = list(parent.quotes)
        if self.dice.random() < 0.5:
            draft.headline = parent.headline
        end = len(parent.lines) - self.dice.choice((0, 0, 1, 2))
        yield from parent.lines[: max(end, _needed(parent))]
        yield from self._credit(parent, draft)

    def _cut(self, parent: Draft, draft: Draft) -> Iterator[Line]:
        end = round(len(parent.lines) * self.dice.uniform(0.35, 0.6))
        yield from parent.lines[: max(end, _needed(parent))]
        yield from self._credit(parent, draft)

    def _credit(self, parent: Draft, draft: Draft) -> Iterator[Line]:
        if self.dice.random() < 0.6:
            draft.wire = parent.wire or parent.paper.name
            yield self.lines.credit(draft.wire)

    def _embedded(self, parent: Draft, draft: Draft) -> Iterator[Line]:
        """A part of it in the middle of an article with matter of its own, perhaps with a source of its own."""
        count = max(_needed(parent), round(len(parent.lines) * self.dice.uniform(0.4, 0.7)))
        for _ in range(self.dice.randint(2, 8)):
            yield self.lines.filler()
        if self.dice.random() < 0.5:
            yield self._relayed(parent, self._choice(parent))
        yield from parent.lines[:count]
        if self.dice.random() < 0.35:
            told = self._choice(parent)
            planned = told.status is Status.PLANNED
            voice = voices.choose(self.known, self.dice.randrange(3), told.event.town, self.dice, planned=planned)
            if told.status is not Status.DENIED:
                origin = voice.id if voice.group is None else f"{voice.group}@{draft.paper.name}"
                yield self.lines.said(told.event, told.status, voice, (origin,))
        for _ in range(self.dice.randint(3, 9)):
            yield self.lines.filler()

    def _rewritten(self, parent: Draft, draft: Draft) -> Iterator[Line]:
        """In other words, with the same quotations; who had them first is named or not."""
        told = [
            t for line in parent.lines for t in line.told if t.chain and t.chain[-1].voice.kind is not HopKind.OUTLET
        ]
        cited = self.dice.random() < 0.6
        if cited:
            yield self._relayed(parent, self._choice(parent))
        for voice, quote in parent.quotes:
            same = next((t for t in told if t.chain[-1].voice.id == voice.id), None)
            if same is None:
                continue
            if not cited:
                yield self.lines.said(same.event, same.status, voice, same.origins, toll=_toll(same))
            draft.quotes.append((voice, quote))
            yield self.lines.quoted(same.event, same.status, voice, quote, same.origins)
            for _ in range(self.dice.randint(1, 3)):
                yield self.lines.filler()

    def _rereported(self, parent: Draft, _draft: Draft) -> Iterator[Line]:
        """In one or two sentences, with the name of the outlet that reported it."""
        for _ in range(self.dice.choice((1, 1, 2))):
            yield self._relayed(parent, self._choice(parent))
        for _ in range(self.dice.randint(3, 9)):
            yield self.lines.filler()

    def _relayed(self, parent: Draft, told: Told) -> Line:
        """What the parent told, with the parent named; its source, or the outlet that it names itself, may be lost."""
        here = outlet_voice(parent.paper)
        deeper = told.chain[-1].voice if told.chain else None
        outlets = [hop.voice for hop in told.chain if hop.voice.kind is HopKind.OUTLET]
        toll = _toll(told)
        if outlets and self.dice.random() < 0.5:
            behind = None if told.origins == (outlets[-1].id,) else outlets[-1].id
            return self.lines.relayed(
                told.event, told.status, (here, outlets[-1]), None, told.origins, toll=toll, behind=behind
            )
        if deeper is not None and not outlets and self.dice.random() < 0.65:
            return self.lines.relayed(told.event, told.status, (here,), deeper, told.origins, toll=toll)
        behind = None if told.origins == (here.id,) else here.id
        return self.lines.relayed(told.event, told.status, (here,), None, told.origins, toll=toll, behind=behind)

    def _choice(self, parent: Draft) -> Told:
        return self.dice.choice([told for line in parent.lines for told in line.told])


def _needed(parent: Draft) -> int:
    """How many lines it takes to reach the first claim."""
    return 1 + next(number for number, line in enumerate(parent.lines) if line.told)


def _toll(told: Told) -> tuple[int, int] | None:
    return None if told.killed is None or told.injured is None else (told.killed, told.injured)
