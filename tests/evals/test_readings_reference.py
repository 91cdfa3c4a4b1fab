"""The scorer against the reference scorer, on real gold read with made-up mistakes."""

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from reportedly.evals.gold import load, to_reading
from reportedly.schema import Claim, Event, EventType, Reading, Span, Status

SAMPLE = 80


@pytest.mark.parametrize("seed", range(3))
def test_scores_stumbling_readings_of_real_gold_as_the_reference_does(
    seed: int, agrees_with_reference: Callable[..., None], real_gold: Path, tmp_path: Path
) -> None:
    dice = random.Random(seed)  # noqa: S311  # seeded, for the same mistakes every time
    articles = sorted(dice.sample(load(real_gold), SAMPLE), key=lambda article: article.gold.id)
    perfect = [to_reading(article.gold, article.text) for article in articles]
    agrees_with_reference(tmp_path, articles, perfect)
    agrees_with_reference(tmp_path, articles, [_stumbled(r, dice) for r in perfect if dice.random() < 0.9])


def _stumbled(reading: Reading, dice: random.Random) -> Reading:
    """The reading with things left out, doubled, shifted and mislabelled."""
    kept = [event for event in reading.events if dice.random() < 0.8]
    doubles = [msgspec.structs.replace(event, id=f"{event.id}x") for event in kept if dice.random() < 0.2]
    events = [_stumbled_event(event, len(reading.article.text), dice) for event in (*kept, *doubles)]
    dice.shuffle(events)
    ids = {event.id for event in events}
    claims = [_stumbled_claim(claim, suffix, dice) for claim in reading.claims for suffix in ("", "x")]
    return msgspec.structs.replace(
        reading,
        events=tuple(events),
        claims=tuple(claim for claim in claims if claim.event in ids),
        figures=reading.figures[1:],
        relations=reading.relations * 2,
        citations=tuple(citation for citation in reading.citations if dice.random() < 0.7),
    )


def _stumbled_event(event: Event, size: int, dice: random.Random) -> Event:
    start, end = event.trigger.start, event.trigger.end
    shifted = (
        Span(max(0, start - 9), max(1, end - 9)) if dice.random() < 0.5 else Span(start, min(size, end + 9))
    )
    return msgspec.structs.replace(
        event,
        type=dice.choice(list(EventType)) if dice.random() < 0.1 else event.type,
        mode=None,
        trigger=shifted if dice.random() < 0.4 else event.trigger,
        actors=() if dice.random() < 0.2 else event.actors,
        recipients=event.actors if dice.random() < 0.2 else event.recipients,
        places=event.places * 2 if dice.random() < 0.2 else event.places,
    )


def _stumbled_claim(claim: Claim, suffix: str, dice: random.Random) -> Claim:
    return msgspec.structs.replace(
        claim,
        id=f"{claim.id}{suffix}",
        event=f"{claim.event}{suffix}",
        status=dice.choice(list(Status)) if dice.random() < 0.3 else claim.status,
        chain=claim.chain[1:] if dice.random() < 0.3 else claim.chain,
        numbers=claim.numbers[1:] if dice.random() < 0.3 else claim.numbers,
    )
