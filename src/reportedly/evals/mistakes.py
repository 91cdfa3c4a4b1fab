"""Owns the analysis of errors: what a reading got wrong in one article, in words, and what is common."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from reportedly.evals import claims
from reportedly.evals.claims import ClaimMatch
from reportedly.evals.gold import GoldArticle, GoldClaim, GoldEvent
from reportedly.evals.matching import align, match_spans, same_chain, sources
from reportedly.schema import Claim, Event, EventType, Hop, Noun, Reading, Span

AnyEvent = GoldEvent | Event
AnyClaim = GoldClaim | Claim

OWN_VOICE = "own voice"
"""How an empty chain is shown: the outlet tells it itself."""

NO_CLAIM = "no claim"
"""What is said of a claim where the reading makes none about the event."""


class MistakeKind(StrEnum):
    """What went wrong."""

    MISSED = "missed event"
    FALSE_ALARM = "false alarm"
    STATUS = "wrong status"
    CHAIN = "wrong chain"


class Mistake(Noun, frozen=True, kw_only=True):
    """One error.

    Attributes:
        label: what it has in common with others of its kind, free of the article's words.
        trigger: the words of the event.
        words: the clause around them.
        gold: what the gold says there, empty for a false alarm.
        said: what the reading says there, empty for a missed event.
    """

    kind: MistakeKind
    type: EventType
    label: str
    trigger: str
    words: str
    gold: str = ""
    said: str = ""


class ArticleMistakes(Noun, frozen=True, kw_only=True):
    """All errors in one article; `read` is false where no reading was given at all."""

    id: str
    read: bool
    mistakes: tuple[Mistake, ...]


class Common(Noun, frozen=True, kw_only=True):
    """How often errors of one kind and label were made."""

    kind: MistakeKind
    label: str
    count: int


def find(article: GoldArticle, reading: Reading | None) -> ArticleMistakes:
    """The errors of a reading: missed events, false alarms, then claim by claim what is wrong with each."""
    events = reading.events if reading is not None else ()
    text, gold = article.text, article.gold
    alignment = align(text, gold.events, events)
    found = [_about_event(MistakeKind.MISSED, text, event, gold.claims) for event in alignment.missed]
    if reading is not None:
        said = claims.in_order(reading)
        alarms = alignment.false_alarms
        found += [_about_event(MistakeKind.FALSE_ALARM, text, event, said) for event in alarms]
        ours = {hit.gold.id: hit.gold for hit in alignment.hits}
        for match in claims.match_claims(gold.claims, alignment.hits, said):
            found += _wrong_status(text, ours[match.gold.event], match)
            found += _wrong_chain(text, ours[match.gold.event], match)
    return ArticleMistakes(id=article.gold.id, read=reading is not None, mistakes=tuple(found))


def worst(articles: Iterable[ArticleMistakes], limit: int) -> list[ArticleMistakes]:
    """The `limit` articles with most errors, most first; articles without any are left out."""
    wrong = [article for article in articles if article.mistakes]
    return sorted(wrong, key=lambda article: (-len(article.mistakes), article.id))[:limit]


def commonest(articles: Iterable[ArticleMistakes], limit: int | None = None) -> list[Common]:
    """How often each error was made, most first; `limit` of them, or all."""
    counts = Counter((mistake.kind, mistake.label) for article in articles for mistake in article.mistakes)
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Common(kind=kind, label=label, count=count) for (kind, label), count in rows[:limit]]


def chain_words(text: str, chain: Sequence[Hop]) -> str:
    """A chain as the ledger shows it, outermost first; a hop that names nobody by its cue."""
    names = [hop.source or hop.cue for hop in chain]
    return " <- ".join(_flat(text, span) if span else "?" for span in names) or OWN_VOICE


def _about_event(kind: MistakeKind, text: str, event: AnyEvent, about: Sequence[AnyClaim]) -> Mistake:
    own = [claim for claim in about if claim.event == event.id]
    told = ", ".join([event.type, *dict.fromkeys(claim.status for claim in own)])
    missed = kind == MistakeKind.MISSED
    return Mistake(
        kind=kind,
        type=event.type,
        label=event.type,
        trigger=_flat(text, event.trigger),
        words=_flat(text, own[0].content if own else event.trigger),
        gold=told if missed else "",
        said="" if missed else told,
    )


def _wrong_status(text: str, event: GoldEvent, match: ClaimMatch) -> Iterator[Mistake]:
    pair = claims.status_pair(text, match)
    if pair.said == pair.gold:
        return
    said = pair.said or NO_CLAIM
    yield Mistake(
        kind=MistakeKind.STATUS,
        type=event.type,
        label=f"{pair.gold} as {said}",
        trigger=_flat(text, event.trigger),
        words=_flat(text, match.gold.content),
        gold=pair.gold,
        said=said,
    )


def _wrong_chain(text: str, event: GoldEvent, match: ClaimMatch) -> Iterator[Mistake]:
    gold = match.gold.chain
    if any(same_chain(text, claim.chain, gold) for claim in match.claims):
        return
    near = max(match.claims, default=None, key=lambda claim: match_spans(sources(gold), sources(claim.chain)))
    yield Mistake(
        kind=MistakeKind.CHAIN,
        type=event.type,
        label=_chain_label(gold, near.chain if near else None),
        trigger=_flat(text, event.trigger),
        words=_flat(text, match.gold.content),
        gold=chain_words(text, gold),
        said=chain_words(text, near.chain) if near else NO_CLAIM,
    )


def _chain_label(gold: Sequence[Hop], said: Sequence[Hop] | None) -> str:
    if said is None:
        return f"{len(gold)} hops as {NO_CLAIM}"
    if len(said) == len(gold):
        return f"{len(gold)} hops with another source"
    return f"{len(gold)} hops as {len(said)}"


def _flat(text: str, span: Span) -> str:
    """The words under `span` on one line."""
    return " ".join(span.of(text).split())
