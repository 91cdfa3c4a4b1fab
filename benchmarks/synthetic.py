"""Readings of articles that nobody wrote, skewed as news is: few actors, places and outlets make most of it.

The same seed makes the same readings. Names are invented; codes of countries are those of no country.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from reportedly.schema import (
    MODES,
    Article,
    Claim,
    DatePrecision,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Hop,
    HopKind,
    Mention,
    MentionKind,
    Participant,
    PlacePrecision,
    Provenance,
    Reading,
    Span,
    Status,
)

T = TypeVar("T")
FIRST = date(2023, 1, 1)
DAYS = 1095
EVENTS = 10
"""Events of an article."""
TYPES = dict(zip(EventType, (2, 14, 5, 2, 3, 4, 4, 6, 9, 4, 8, 6, 3, 6, 9, 25), strict=True))
STATUSES = dict(zip(Status, (60, 10, 8, 6, 4, 4, 3, 4, 1), strict=True))
SECTORS = ("GOV", "MIL", "REB", "COP", "SPY", "LEG", "NGO", "CVL")
SYLLABLES = "ba ke lo mi nu ra se to vi za dor fen gal hin jor kas lum mer nos pel".split()


@dataclass(frozen=True)
class Actor:
    """Somebody: an entity with a code and words."""

    entity: str
    code: str
    name: str


@dataclass(frozen=True)
class Town:
    """Somewhere."""

    entity: str
    name: str
    country: str
    lat: float
    lon: float


class World:
    """Who and where, and how often each is in the news: the n-th a share of 1/n of the first."""

    def __init__(self, seed: int = 7) -> None:
        chance = random.Random(seed)  # noqa: S311
        self.countries = [f"X{a}{b}" for a, b in itertools.product("ABCDEFGH", "KLMNOPQR")]
        by_weight = _zipf(len(self.countries))
        self.actors = []
        for number in range(2000):
            country = chance.choices(self.countries, cum_weights=by_weight)[0]
            name = _name(chance).title()
            self.actors.append(Actor(f"body-{number}", country + chance.choice(SECTORS), f"{name} {number}"))
        self.towns = []
        middles = {each: (chance.uniform(-50, 60), chance.uniform(-175, 175)) for each in self.countries}
        for number in range(4000):
            country = chance.choices(self.countries, cum_weights=by_weight)[0]
            lat, lon = (middle + chance.gauss(0, 1.5) for middle in middles[country])
            self.towns.append(Town(f"town:{number}", f"{_name(chance).title()} {number}", country, lat, lon))
        self.outlets = [f"The {_name(chance).title()} {number}" for number in range(300)]
        self.words = sorted({_name(chance) for _ in range(30_000)})
        chance.shuffle(self.words)
        self.weights = {size: _zipf(size) for size in (2000, 4000, 300, len(self.words))}

    def pick(self, chance: random.Random, some: Sequence[T], many: int = 1) -> list[T]:
        """Some of them, the first ones often."""
        return chance.choices(some, cum_weights=self.weights[len(some)], k=many)


def _zipf(size: int) -> list[float]:
    return list(itertools.accumulate(1 / rank for rank in range(1, size + 1)))


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def readings(world: World, articles: int, seed: int = 11) -> Iterator[Reading]:
    """So many readings, roughly in the order of publication, more of them each year, with bursts."""
    chance = random.Random(seed)  # noqa: S311
    days = list(itertools.accumulate((1 + day / DAYS) * (4 if day % 97 < 5 else 1) for day in range(DAYS)))
    when = sorted(chance.choices(range(DAYS), cum_weights=days, k=articles))
    for number, day in enumerate(when):
        yield _reading(world, chance, number, FIRST + timedelta(days=day))


class _Text:
    """A text that grows, and gives the span of what is added."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0

    def add(self, words: str, behind: str = " ") -> Span:
        start = self.size
        self.parts.append(words + behind)
        self.size += len(words) + len(behind)
        return Span(start, start + len(words))


def _reading(world: World, chance: random.Random, number: int, day: date) -> Reading:
    text = _Text()
    title = " ".join(world.pick(chance, world.words, 7))
    text.add(title, "\n\n")
    events, claims, mentions, sentences = [], [], [], []
    for index in range(1, EVENTS + 1):
        start = text.size
        event, claim, named = _event(world, chance, text, index, day)
        sentences.append(Span(start, text.size))
        events.append(event)
        claims.append(claim)
        mentions += named
    article = _article(world, chance, number, day, title, "".join(text.parts))
    provenance = Provenance(reader="synthetic", version="1", model="none", config="0")
    return Reading(
        article=article,
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        events=tuple(events),
        claims=tuple(claims),
        provenance=provenance,
    )


def _article(world: World, chance: random.Random, number: int, day: date, title: str, text: str) -> Article:
    """Three in a hundred have no date; of the others three in ten only a day."""
    outlet = world.pick(chance, world.outlets)[0]
    timed, dated = chance.random() < 0.7, chance.random() < 0.97
    published = datetime(day.year, day.month, day.day, tzinfo=UTC)
    published += timedelta(seconds=chance.randrange(86_400)) if timed else timedelta()
    return Article(
        id=f"piece-{number}",
        url=f"https://news.example/{number}",
        title=title,
        outlet=outlet,
        feed=f"feed {outlet}",
        language="en",
        published_at=published if dated else None,
        date_source=DateSource.FEED if dated else None,
        date_precision=(DatePrecision.TIME if timed else DatePrecision.DAY) if dated else None,
        text=text,
    )


def _event(
    world: World, chance: random.Random, text: _Text, index: int, day: date
) -> tuple[Event, Claim, list[Mention]]:
    """One sentence: who did what to whom where and when, and who says so."""
    actor, recipient, voice = world.pick(chance, world.actors, 3)
    town = world.pick(chance, world.towns)[0]
    kind = chance.choices(list(TYPES), weights=TYPES.values())[0]
    mode = chance.choice([None, *sorted(MODES[kind])])
    acting, doing = text.add(actor.name), text.add(kind.lower())
    suffering = text.add(recipient.name)
    text.add("in")
    at = text.add(town.name)
    told = text.add("on that day")
    text.add(" ".join(world.pick(chance, world.words, 14)), ", ")
    saying = text.add(voice.name)
    cue = text.add("said", ". ")
    event = Event(
        id=f"e{index}",
        type=kind,
        mode=mode,
        trigger=doing,
        actors=(Participant(span=acting, entity=actor.entity, code=actor.code),),
        recipients=(Participant(span=suffering, entity=recipient.entity, code=recipient.code),),
        places=(_place(town, at),),
        date=_date(chance, told, day),
    )
    claim = Claim(
        id=f"c{index}",
        event=event.id,
        status=chance.choices(list(STATUSES), weights=STATUSES.values())[0],
        certainty=round(chance.random(), 2),
        confidence=round(chance.random(), 2),
        content=Span(acting.start, told.end),
        chain=(Hop(source=saying, cue=cue, kind=HopKind.OFFICIAL, entity=voice.entity, name=voice.name),),
    )
    named = zip((acting, suffering, saying), (actor, recipient, voice), strict=True)
    return event, claim, [_mention(f"m{index}{n}", span, who) for n, (span, who) in enumerate(named)]


def _mention(number: str, span: Span, who: Actor) -> Mention:
    return Mention(id=number, span=span, kind=MentionKind.ACTOR, entity=who.entity)


def _place(town: Town, span: Span) -> EventPlace:
    return EventPlace(
        span=span,
        entity=town.entity,
        name=town.name,
        country=town.country,
        lat=town.lat,
        lon=town.lon,
        precision=PlacePrecision.EXACT,
        radius_km=3,
    )


def _date(chance: random.Random, span: Span, day: date) -> EventDate | None:
    """Mostly the days before; one in ten some weeks long, one in a hundred years, one in five none."""
    if chance.random() < 0.2:
        return None
    before = min(int(chance.expovariate(1 / 3)), 400) - 1
    length = chance.choices((0, 6, 30, 365, 3650), weights=(80, 9, 8, 2, 1))[0]
    first = day - timedelta(days=before + length)
    last = first + timedelta(days=length)
    return EventDate(span=span, value=first.isoformat(), earliest=first.isoformat(), latest=last.isoformat())
