"""Invented crisis news in any number: the words of articles that `archive.py` puts into pages."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

import frames

from reportedly.knowledge.actors import actors
from reportedly.knowledge.countries import countries
from reportedly.knowledge.installations import installations

_FIRST_DAY = datetime(2026, 1, 5, 4, 0, tzinfo=UTC)
_DAYS = 84
_AGENCIES = ("Reuters", "AFP", "AP", "ANSA", "Xinhua", "TASS", "Anadolu", "Kyodo", "Yonhap")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, kw_only=True)
class News:
    """One invented article.

    Attributes:
        wire: the agency that it is from; None where the outlet wrote it.
        town: where its dateline is.
    """

    headline: str
    paragraphs: tuple[str, ...]
    outlet: str
    author: str
    wire: str | None
    town: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class _Place:
    country: str
    capital: str
    towns: tuple[str, ...]
    sites: tuple[str, ...]
    forces: tuple[str, ...]


@cache
def _places() -> tuple[_Place, ...]:
    """The countries of which enough is known to write about."""
    groups: dict[str, list[str]] = {}
    for actor in actors():
        if actor.code.endswith("REB"):
            groups.setdefault(actor.code[:3], []).append(actor.name)
    sites: dict[str, list[str]] = {}
    for site in installations():
        sites.setdefault(site.country, []).append(site.name)
    return tuple(
        _Place(
            country=country.name,
            capital=country.capital,
            towns=country.cities,
            sites=tuple(sites[country.iso3]),
            forces=(*groups.get(country.iso3, ()), f"the army of {country.name}"),
        )
        for country in countries()
        if country.capital and len(country.cities) >= 3 and sites.get(country.iso3)
    )


def news(dice: random.Random) -> News:
    """An article of 300 to 600 words."""
    home, rival, third = dice.sample(_places(), 3)
    names = _names(dice, home, rival, third)
    words = dice.randint(280, 560)
    sentences = [_sentence(dice, dice.choice(frames.LEADS), names)]
    paragraphs: list[str] = []
    pool: list[str] = []
    size = 0
    while size < words:
        for _ in range(dice.choice((1, 2, 2, 3))):
            pool = pool or dice.sample(frames.BODY, len(frames.BODY))
            sentences.append(_sentence(dice, pool.pop(), names))
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1].split())
        sentences = []
    return News(
        headline=_sentence(dice, dice.choice(frames.HEADLINES), names).removesuffix("."),
        paragraphs=tuple(paragraphs),
        outlet=dice.choice(frames.OUTLETS),
        author=f"{dice.choice(frames.FIRST)} {dice.choice(frames.LAST)}",
        wire=names["agency"] if dice.random() < 0.35 else None,
        town=names["town"],
        at=_FIRST_DAY + timedelta(minutes=dice.randrange(_DAYS * 24 * 60)),
    )


def _names(dice: random.Random, home: _Place, rival: _Place, third: _Place) -> dict[str, str]:
    """What fills the frames of one article throughout."""
    return {
        "country": home.country,
        "rival": rival.country,
        "third": third.country,
        "capital": home.capital,
        "town": dice.choice(home.towns),
        "site": dice.choice(home.sites),
        "force": dice.choice(rival.forces),
        "agency": dice.choice(_AGENCIES),
        "outlet": dice.choice(frames.OUTLETS),
    }


def _sentence(dice: random.Random, frame: str, names: dict[str, str]) -> str:
    """A frame, filled: the names are the article's, numbers and days chance's."""
    drawn = {
        "few": str(dice.randint(2, 11)),
        "more": str(dice.randint(12, 30)),
        "some": str(dice.randint(15, 160)),
        "many": f"{dice.randint(12, 90) * 100:,}",
        "year": str(dice.randint(2008, 2024)),
        "weekday": dice.choice(_WEEKDAYS),
    }
    drawn["when"] = dice.choice(frames.WHENS).format(**drawn)
    drawn["official"] = dice.choice(frames.OFFICIALS).format(**names)
    drawn["other"] = dice.choice(frames.OTHERS).format(**names)
    filling = {**names, **drawn}
    caps = {f"{name}_cap": _capital(filling[name]) for name in ("official", "other", "country", "rival", "third")}
    return _capital(frame.format(**filling, **caps))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def elsewhere(story: News, dice: random.Random) -> News:
    """The same words in another outlet, some hours later, as agencies are reprinted."""
    outlet = dice.choice([name for name in frames.OUTLETS if name != story.outlet])
    return replace(
        story, outlet=outlet, wire=story.wire or "Reuters", at=story.at + timedelta(hours=dice.randint(1, 9))
    )
