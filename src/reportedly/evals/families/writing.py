"""Drafts written out: the text of an article, and the reading that a perfect reader makes of it."""

from collections.abc import Iterator, Sequence

from reportedly.evals.families.draft import Draft, Happening, HopDraft, Line, Told
from reportedly.evals.families.world import World
from reportedly.schema import (
    Article,
    Citation,
    Claim,
    Counted,
    DatePrecision,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    Hop,
    HopKind,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Span,
)

_CUES = ("cue", "says", "told", "accord", "accord.small", "ocue")
_HAND = Provenance(reader="families", version="1", model="none", config="none")


def written(draft: Draft, known: World, id_: str) -> Reading:
    """The article of a draft with its reading; paragraphs of one to three sentences."""
    text, starts = _laid_out(draft)
    marks = [_marks(line, start) for line, start in zip(draft.lines, starts, strict=True)]
    told = [(each, mark) for line, mark in zip(draft.lines, marks, strict=True) for each in line.told]
    sentences = [Span(start, start + len(line.piece.text)) for line, start in zip(draft.lines, starts, strict=True)]
    events = tuple(_events(told, known))
    return Reading(
        article=_article(draft, text, id_),
        sentences=(Span(0, len(draft.headline.text)), *sentences),
        events=events,
        claims=tuple(_claim(number, each, mark) for number, (each, mark) in enumerate(told, 1)),
        citations=tuple(_citations(told)),
        provenance=_HAND,
    )


def _laid_out(draft: Draft) -> tuple[str, list[int]]:
    """The text, and where each line begins in it."""
    parts = [draft.headline.text]
    size = len(parts[0])
    starts = []
    for number, line in enumerate(draft.lines):
        # Which lines share a paragraph follows from their words, so that copies are laid out alike.
        gap = "\n\n" if number == 0 or len(line.piece.text) % 3 else " "
        starts.append(size + len(gap))
        parts += [gap, line.piece.text]
        size += len(gap) + len(line.piece.text)
    return "".join(parts), starts


def _article(draft: Draft, text: str, id_: str) -> Article:
    at = draft.at.replace(hour=0, minute=0, second=0) if draft.day_only else draft.at
    return Article(
        id=id_,
        url=f"https://{_host(draft.paper.name)}.example/{at:%Y/%m/%d}/{id_}",
        title=draft.headline.text,
        outlet=draft.paper.name,
        owner=draft.paper.owner,
        wire=draft.wire,
        feed=_host(draft.paper.name),
        language="en",
        published_at=at,
        date_source=DateSource.FEED,
        date_precision=DatePrecision.DAY if draft.day_only else DatePrecision.TIME,
        text=text,
    )


def _host(name: str) -> str:
    return name.lower().removeprefix("the ").replace(" ", "-")


def _marks(line: Line, start: int) -> dict[str, Span]:
    """Where each slot's words stand in the article; the first where one comes twice."""
    found: dict[str, Span] = {}
    for mark in line.piece.marks:
        if mark.end > mark.start:
            found.setdefault(mark.name, Span(start + mark.start, start + mark.end))
    return found


def _events(told: Sequence[tuple[Told, dict[str, Span]]], known: World) -> Iterator[Event]:
    """One event for each happening, where it is told best: with a trigger, or with the words of a quotation."""
    best: dict[str, tuple[Happening, dict[str, Span]]] = {}
    for each, marks in told:
        kept = best.get(each.event.key)
        if kept is None or ("actor" in marks and "actor" not in kept[1]):
            best[each.event.key] = (each.event, marks)
    for key, (happening, marks) in sorted(best.items()):
        yield _event(key, happening, marks, known)


def _event(key: str, happening: Happening, marks: dict[str, Span], known: World) -> Event:
    victim, accused, _ = known.states
    words = next((marks[n] for n in ("trigger.past", "trigger.base", "trigger.noun") if n in marks), None)
    target, actor, when = (marks.get(name) for name in ("target", "actor", "when"))
    day = f"{happening.day:%Y-%m-%d}"
    return Event(
        id=key,
        type=happening.act.type,
        mode=happening.act.mode,
        trigger=words or marks["quote"],
        actors=() if actor is None else (Participant(span=actor, code=f"{accused.code}REB"),),
        recipients=() if target is None else (Participant(span=target, code=f"{victim.code}GOV"),),
        places=() if target is None else (EventPlace(span=target, name=happening.town, country=victim.code),),
        date=None if when is None else EventDate(span=when, value=day, earliest=day, latest=day),
    )


def _claim(number: int, told: Told, marks: dict[str, Span]) -> Claim:
    counts = ((Counted.KILLED, told.killed, "killed"), (Counted.INJURED, told.injured, "injured"))
    return Claim(
        id=f"c{number}",
        event=told.event.key,
        status=told.status,
        certainty=0.9,
        confidence=1.0,
        content=marks[told.content],
        chain=tuple(_hop(hop, marks) for hop in told.chain),
        numbers=tuple(
            Quantity(what=what, low=count, high=count, span=marks[slot])
            for what, count, slot in counts
            if count is not None
        ),
    )


def _hop(hop: HopDraft, marks: dict[str, Span]) -> Hop:
    cue = next((marks[name] for name in (hop.cue, *_CUES) if name in marks), None)
    voice = hop.voice
    return Hop(source=marks.get(hop.source), cue=cue, kind=voice.kind, name=voice.name, entity=voice.entity)


def _citations(told: Sequence[tuple[Told, dict[str, Span]]]) -> Iterator[Citation]:
    seen: set[str] = set()
    for each, marks in told:
        for hop in each.chain:
            span = marks.get(hop.source)
            if hop.voice.kind is HopKind.OUTLET and span is not None and hop.voice.name not in seen:
                yield Citation(span=span, name=hop.voice.name, main=not seen)
                seen.add(hop.voice.name)
