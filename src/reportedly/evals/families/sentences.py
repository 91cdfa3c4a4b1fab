"""Sentences of a family: claims in an outlet's own voice, in a source's, in another outlet's, quotations, filler."""

from collections.abc import Sequence
from random import Random

from reportedly.evals.families.draft import Happening, HopDraft, Line, Told
from reportedly.evals.families.grammar import Mark, Piece, drawn
from reportedly.evals.families.world import Paper, Voice, World, scenery
from reportedly.schema import HopKind, Status

_FORMS = {Status.OCCURRED: "occurred", Status.PLANNED: "planned", Status.DENIED: "occurred"}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def outlet_voice(paper: Paper) -> Voice:
    """An outlet as a voice of a chain."""
    return Voice(id=f"outlet:{paper.name}", kind=HopKind.OUTLET, name=paper.name, phrases=(paper.name,))


class Sentences:
    """Makes the sentences of one family with its dice."""

    def __init__(self, known: World, dice: Random) -> None:
        self.known = known
        self.dice = dice

    def filler(self) -> Line:
        """A sentence that claims nothing of the event."""
        return Line(self._made("filler", {}).capitalised())

    def boiler(self, paper: Paper) -> Line:
        """A line that stands under every article of an outlet."""
        return Line(self._made("boiler", {"outlet": paper.name}).capitalised())

    def credit(self, wire: str) -> Line:
        """The line that credits an agency."""
        return Line(self._made("credit", {"wire": wire}))

    def headline(self, event: Happening, status: Status) -> Piece:
        """A headline; it carries no claim of its own in the hand-made readings."""
        form = "denied" if status is Status.DENIED else _FORMS[status]
        rule = "headline.other" if self.dice.random() < 0.15 else f"headline.{form}"
        return self._made(rule, {**self._event(event), "side": self.known.states[1].name}).capitalised()

    def own(self, event: Happening, status: Status, origins: Sequence[str], behind: str | None = None) -> Line:
        """The event in the outlet's own voice; `behind` where its sources are named elsewhere."""
        clause, told = self._clause(event, status, (), origins, behind=behind)
        whole = Piece(clause.text + ".", (Mark("clause", 0, len(clause.text)), *clause.marks))
        return Line(whole.capitalised(), (told,))

    def said(self, event: Happening, status: Status, voice: Voice, origins: Sequence[str], *, new: bool = False,
             toll: tuple[int, int] | None = None) -> Line:  # fmt: skip
        """The event, or its toll, as a source tells it."""
        chain = (HopDraft(voice, "source", "cue"),)
        clause, told = self._clause(event, status, chain, origins, toll=toll, new=new)
        slots = self._spoken(voice, "said")
        return self._told("attributed", {**slots, "clause": clause}, told)

    def denied(self, event: Happening, voice: Voice) -> Line:
        """A denial of the event."""
        chain = (HopDraft(voice, "source", "cue"),)
        clause, told = self._clause(event, Status.DENIED, chain, (voice.id,), form=_FORMS[event.status])
        return self._told("denial", {**self._spoken(voice, "denied.cue"), "clause": clause}, told)

    def quoted(self, event: Happening, status: Status, voice: Voice, quote: str, origins: Sequence[str]) -> Line:
        """What a source said, word for word."""
        told = Told(event, status, (HopDraft(voice, "source", "cue"),), tuple(origins), content="quote")
        return self._told("quoted", {**self._spoken(voice, "told"), "quote": quote}, told)

    def relayed(self, event: Happening, status: Status, outlets: Sequence[Voice], voice: Voice | None,
                origins: Sequence[str], *, behind: str | None = None,
                toll: tuple[int, int] | None = None) -> Line:  # fmt: skip
        """What another outlet reported: alone, with its source, or through a second outlet."""
        cue = self._made("outlet.cue", {})
        slots: dict[str, Piece | str] = {"outlet": outlets[0].name, "ocue": cue.text, "ocue2": "reported"}
        chain = [HopDraft(outlets[0], "outlet", "ocue")]
        rule = "reported.by"
        if len(outlets) > 1:
            rule, slots["outlet2"] = "reported.twice", outlets[1].name
            chain.append(HopDraft(outlets[1], "outlet2", "ocue2"))
        elif voice is not None:
            rule = "reported.citing"
            slots |= {
                "source": self.dice.choice(voice.phrases),
                "cue": self._made("citing.cue", {}).text,
                "told": "told",
            }
            chain.append(HopDraft(voice, "source", "cue"))
        form = "denied" if status is Status.DENIED else None
        clause, told = self._clause(event, status, tuple(chain), origins, toll=toll, behind=behind, form=form)
        return self._told(rule, {**slots, "clause": clause}, told)

    def quote(self, event: Happening, status: Status) -> str:
        """Words of somebody's own."""
        form = "denied" if status is Status.DENIED else _FORMS[status]
        return self._made(f"quote.{form}", {"town": event.town}).capitalised().text

    def _clause(self, event: Happening, status: Status, chain: tuple[HopDraft, ...], origins: Sequence[str], *,
                toll: tuple[int, int] | None = None, new: bool = False, form: str | None = None,
                behind: str | None = None) -> tuple[Piece, Told]:  # fmt: skip
        rule = f"clause.{form or _FORMS[status]}" if toll is None else f"clause.toll{'.new' * new}"
        slots = dict(self._event(event))
        killed = injured = None
        if toll is not None:
            killed, injured = toll
            slots |= {"killed": str(killed), "injured": str(injured)}
        told = Told(event, status, chain, tuple(origins), behind, killed=killed, injured=injured)
        return self._made(rule, slots), told

    def _event(self, event: Happening) -> dict[str, str]:
        day = self.dice.choice((f"on {_DAYS[event.day.weekday()]}", f"on {event.day:%-d %B}"))
        return {
            "actor": event.actor, "target": event.target, "when": day, "town": event.town,
            "trigger.base": event.form[0], "trigger.past": event.form[1], "trigger.noun": event.noun,
            "trigger.noun.cap": event.noun.capitalize(), "rival": self.known.states[0].name,
        }  # fmt: skip

    def _spoken(self, voice: Voice, cue: str) -> dict[str, str]:
        accord = self.dice.choice(("According to", "In the account of"))
        return {
            "source": self.dice.choice(voice.phrases), "cue": self._made(cue, {}).text, "accord": accord,
            "accord.small": accord[0].lower() + accord[1:], "says": "said",
        }  # fmt: skip

    def _told(self, rule: str, slots: dict[str, Piece | str], told: Told) -> Line:
        slots = {"accord": "According to", "accord.small": "according to", **slots}
        return Line(self._made(rule, slots).capitalised(), (told,))

    def _made(self, rule: str, slots: dict[str, Piece | str] | dict[str, str]) -> Piece:
        return drawn(rule, {**scenery(self.known, self.dice), **slots}, self.dice)
