"""Places of made-up names, which no gazetteer has, and the country that the words around them tell."""

import pytest

from reportedly.extract.geocode.fill import located
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.knowledge.gazetteer.home import standard
from reportedly.schema import (
    Article,
    Event,
    EventPlace,
    EventType,
    Mention,
    MentionKind,
    PlacePrecision,
    Provenance,
    Reading,
)
from spans import marked, span


def read(text: str) -> dict[str, Mention]:
    """The places in square brackets, resolved."""
    plain, spans = marked(text)
    mentions = tuple(
        Mention(id=f"m{at}", span=each, kind=MentionKind.PLACE) for at, each in enumerate(sorted(spans), 1)
    )
    made = Provenance(reader="made", version="1", model="none", config="none")
    reading = Reading(article=Article(id="a", text=plain), mentions=mentions, provenance=made)
    return {one.span.of(plain): one for one in located(reading, Geocoder(standard)).mentions}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen shot villagers at [Qwelzamar] in [Niger].", "Qwelzamar", "NER"),
        ("A ship had left [Izmir] for [Qwelzamar], [India].", "Qwelzamar", "IND"),
        ("Rebels shelled the Syrian town of [Qwelzamar].", "Qwelzamar", "SYR"),
        ("The strikes in [Iraq] fell on [Qwelzamar].", "Qwelzamar", "IRQ"),
        ("Shells hit [Qwelzamar] near [Zakho].", "Qwelzamar", "IRQ"),
        ("Crowds stormed the [US embassy] in [Khartoum].", "US embassy", "SDN"),
        ("Crowds stormed the [embassy of Taiwan].\nPolice left [Jacmel] in [Haiti].", "embassy of Taiwan", "HTI"),
        ("[Qwelzamar] fell.\nThe army left [Mosul], [Tikrit] and [Kirkuk].", "Qwelzamar", "IRQ"),
        ("They hold [Mandalay] and [Yangon]. They took [Qwelzamar], a gate to [China].", "Qwelzamar", "MMR"),
    ],
)
def test_what_stands_around_tells_the_country(text: str, name: str, country: str) -> None:
    found = read(text)[name]
    assert found.location is not None
    assert (found.location.country, found.location.lat, found.location.precision) == (
        country,
        None,
        PlacePrecision.COUNTRY,
    )
    assert found.entity is None


@pytest.mark.parametrize("text", ["Shells fell on [Qwelzamar].", "Ships left the [Qwelzamar Sea] for [Izmir]."])
def test_where_nothing_tells_there_is_no_country(text: str) -> None:
    plain, spans = marked(text)
    assert read(text)[min(spans).of(plain)].location is None


def test_a_curated_site_is_found_without_the_word_for_what_it_is() -> None:
    found = read("[Torkham] opened again.")["Torkham"]
    assert found.entity == "place:torkham-crossing"


def test_a_namesake_of_a_capital_is_meant_where_the_article_speaks_of_its_country_only() -> None:
    text = "Do not go to [Tripoli]. Rockets hit [Beirut], [Sidon], [Tyre] and [Baalbek] in [Lebanon]."
    found = read(text)["Tripoli"]
    assert found.location is not None
    assert found.location.country == "LBN"
    capital = read("Do not go to [Tripoli].")["Tripoli"]
    assert capital.location is not None
    assert capital.location.country == "LBY"


def test_the_place_of_an_event_gets_the_country_too() -> None:
    text = "Gunmen shot villagers at Qwelzamar in Niger."
    place, niger, shot = (span(text, words) for words in ("Qwelzamar", "Niger", "shot"))
    event = Event(id="e1", type=EventType.ASSAULT, trigger=shot, places=(EventPlace(span=place, name="Qwelzamar"),))
    reading = Reading(
        article=Article(id="a", text=text),
        mentions=(Mention(id="m1", span=niger, kind=MentionKind.PLACE),),
        events=(event,),
        provenance=Provenance(reader="made", version="1", model="none", config="none"),
    )
    (found,) = located(reading, Geocoder(standard)).events
    assert (found.places[0].country, found.places[0].precision) == ("NER", PlacePrecision.COUNTRY)
