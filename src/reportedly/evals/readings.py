"""Owns the reading task: how well readings say what the gold says, article by article and together.

The figures are those of the project's reference scorer, to the last digit:

- `events`: F1 of the events; a further mention of an event that is hit already is ignored.
- `actors` `recipients` `places` `dates` `numbers`: F1 within the events that were hit.
- `status`: accuracy and macro-F1 over the gold claims of these events.
- `end_to_end`: F1 of (event, status, origin).
- `false_occurred`: the share of claims that do not say it happened, read as `occurred` alone. Less is better.
- `chain`: accuracy of the whole chain; `hops`: F1 of its named sources.
- `figures` `relations` `citations`: F1 over the article; one figure or relation may serve two of the gold.
"""

from collections.abc import Iterable

from reportedly.errors import InputError
from reportedly.evals import claims, participants
from reportedly.evals.gold import Gold, GoldArticle
from reportedly.evals.matching import align, match_spans, overlap
from reportedly.evals.metrics import F1, Share, StatusPair, Tally, accuracy, macro_f1
from reportedly.schema import Noun, Reading


class Counts(Noun, frozen=True, kw_only=True):
    """What was counted, in one article or in many; the sum of two is that of both."""

    events: Tally = Tally()
    actors: Tally = Tally()
    recipients: Tally = Tally()
    places: Tally = Tally()
    dates: Tally = Tally()
    numbers: Tally = Tally()
    hops: Tally = Tally()
    end_to_end: Tally = Tally()
    figures: Tally = Tally()
    relations: Tally = Tally()
    citations: Tally = Tally()
    statuses: tuple[StatusPair, ...] = ()
    false_occurred: Share = Share()
    chain: Share = Share()
    missing: tuple[str, ...] = ()

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


class StatusFigure(Noun, frozen=True, kw_only=True):
    """How often the status is right, over all claims and as the mean over the statuses."""

    accuracy: float
    macro_f1: float
    n: int


class RateFigure(Noun, frozen=True, kw_only=True):
    """A share of `n`, None of nothing."""

    rate: float | None
    n: int


class AccuracyFigure(Noun, frozen=True, kw_only=True):
    """How often something is right, 0 of nothing."""

    accuracy: float
    n: int


class ReadingScore(Noun, frozen=True, kw_only=True):
    """The rounded figures of the reading task; `missing` are the ids that no reading was given for."""

    events: F1
    actors: F1
    recipients: F1
    places: F1
    dates: F1
    numbers: F1
    hops: F1
    end_to_end: F1
    figures: F1
    relations: F1
    citations: F1
    status: StatusFigure
    false_occurred: RateFigure
    chain: AccuracyFigure
    missing: tuple[str, ...]


def score(articles: Iterable[GoldArticle], readings: Iterable[Reading]) -> ReadingScore:
    """The figures of `readings` against the gold; articles and readings meet by their id, in any order.

    An article without a reading counts as one in which nothing was found; a reading without gold is ignored.

    Raises:
        InputError: two readings have the same id, or a reading's text is not the annotated one.
    """
    found = by_id(readings)
    return summary(count(article, found.get(article.gold.id)) for article in articles)


def by_id(readings: Iterable[Reading]) -> dict[str, Reading]:
    """The readings by the id of their article.

    Raises:
        InputError: two have the same.
    """
    found: dict[str, Reading] = {}
    for reading in readings:
        if reading.article.id in found:
            raise InputError(reading.article.id, "was read twice", "give one reading an article")
        found[reading.article.id] = reading
    return found


def summary(counts: Iterable[Counts]) -> ReadingScore:
    """The figures over the sum of `counts`."""
    total = sum(counts, start=Counts())
    right = accuracy(total.statuses)
    return ReadingScore(
        events=total.events.f1(),
        actors=total.actors.f1(),
        recipients=total.recipients.f1(),
        places=total.places.f1(),
        dates=total.dates.f1(),
        numbers=total.numbers.f1(),
        hops=total.hops.f1(),
        end_to_end=total.end_to_end.f1(),
        figures=total.figures.f1(),
        relations=total.relations.f1(),
        citations=total.citations.f1(),
        status=StatusFigure(accuracy=right.rate() or 0.0, macro_f1=macro_f1(total.statuses), n=right.n),
        false_occurred=RateFigure(rate=total.false_occurred.rate(), n=total.false_occurred.n),
        chain=AccuracyFigure(accuracy=total.chain.rate() or 0.0, n=total.chain.n),
        missing=total.missing,
    )


def count(article: GoldArticle, reading: Reading | None) -> Counts:
    """The counts of one article; without a reading all of its gold is missed.

    Raises:
        InputError: the reading's text is not the annotated one, so that spans cannot be compared.
    """
    gold, text = article.gold, article.text
    if reading is None:
        return _unread(gold)
    if reading.article.text != text:
        raise InputError(
            gold.id, "was read from another text than was annotated", "read the one beside the gold"
        )
    alignment = align(text, gold.events, reading.events)
    said = claims.in_order(reading)
    hits = alignment.hits
    matches = claims.match_claims(gold.claims, hits, said)
    found = Tally(hit=len(hits), gold=len(gold.events), pred=len(hits) + len(alignment.false_alarms))
    return Counts(
        events=found,
        actors=_sum(participants.actors(hit) for hit in hits),
        recipients=_sum(participants.recipients(hit) for hit in hits),
        places=_sum(participants.places(hit) for hit in hits),
        dates=_sum(participants.dates(hit) for hit in hits),
        numbers=_sum(participants.numbers(hit, said) for hit in hits),
        hops=_sum(claims.hops(match) for match in matches),
        end_to_end=claims.end_to_end(text, gold.claims, hits, said),
        figures=_figures(gold, reading),
        relations=_relations(gold, reading),
        citations=_citations(gold, reading),
        statuses=tuple(claims.status_pair(text, match) for match in matches),
        false_occurred=sum((claims.false_occurred(match) for match in matches), start=Share()),
        chain=sum((claims.chain(text, match) for match in matches), start=Share()),
    )


def _unread(gold: Gold) -> Counts:
    return Counts(
        events=Tally(gold=len(gold.events)),
        end_to_end=Tally(gold=len(gold.claims)),
        figures=Tally(gold=len(gold.figures)),
        relations=Tally(gold=len(gold.relations)),
        citations=Tally(gold=len(gold.citations)),
        missing=(gold.id,),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


def _figures(gold: Gold, reading: Reading) -> Tally:
    hit = sum(
        any(g.span.overlaps(p.span) and (g.low, g.high) == (p.low, p.high) for p in reading.figures)
        for g in gold.figures
    )
    return Tally(hit=hit, gold=len(gold.figures), pred=len(reading.figures))


def _relations(gold: Gold, reading: Reading) -> Tally:
    hit = sum(
        any(
            g.kind == p.kind and overlap(g.subject, p.subject) and overlap(g.object, p.object)
            for p in reading.relations
        )
        for g in gold.relations
    )
    return Tally(hit=hit, gold=len(gold.relations), pred=len(reading.relations))


def _citations(gold: Gold, reading: Reading) -> Tally:
    ours, theirs = [c.span for c in gold.citations], [c.span for c in reading.citations]
    return Tally(hit=match_spans(ours, theirs), gold=len(ours), pred=len(theirs))
