"""Texts of our own about places that are easily mistaken; the hardest names of the crises that news is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.geocode.evidence import Evidence
from reportedly.extract.geocode.geocoder import Geocoder, described
from reportedly.extract.geocode.resolution import Resolution
from reportedly.knowledge.gazetteer.home import standard
from reportedly.schema import PlacePrecision, Span


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rockets hit [Ain al-Asad] in [Anbar].", {"Ain al-Asad": "place:al-asad-airbase", "Anbar": "geonames:99592"}),
        ("Drones reached [Al-Asad] at dawn.", {"Al-Asad": "place:al-asad-airbase"}),
        ("A drone hit [Tower 22] in [Jordan].", {"Tower 22": "place:tower-22", "Jordan": "JOR"}),
        ("Troops stay at [Al-Tanf].", {"Al-Tanf": "place:al-tanf-garrison"}),
        ("Shells fell in [Arbil].", {"Arbil": "geonames:95446"}),
        ("Shells fell in [Irbil].", {"Irbil": "geonames:95446"}),
        ("Shells fell in [Erbil].", {"Erbil": "geonames:95446"}),
        ("Militias left [Deir Ezzor] for [Bukamal].", {"Deir Ezzor": "geonames:170794", "Bukamal": "geonames:174448"}),
        ("Rockets hit [Anbar] and [Erbil] in [Iraq], and fell near [Deir Ezzor].", {"Deir Ezzor": "geonames:170794"}),
        ("Clashes in [Qamishli] and [Hasakah].", {"Qamishli": "geonames:173377", "Hasakah": "geonames:173811"}),
        ("The port of [Hodeidah] is shut.", {"Hodeidah": "geonames:79415"}),
        ("Tankers wait off the [Strait of Hormuz].", {"Strait of Hormuz": "place:strait-of-hormuz"}),
        ("[Kharkov] and [Kyiv] were hit.", {"Kharkov": "geonames:706483", "Kyiv": "geonames:703448"}),
        ("Fighting in [El Fasher] and [Nyala].", {"El Fasher": "geonames:379555", "Nyala": "geonames:369004"}),
        ("Strikes on [Khan Younis], [Rafah] and [Jabalia].", {"Rafah": "geonames:281102"}),
    ],
)
def test_hard_names_are_the_right_places(resolve, text: str, meant: dict[str, str]) -> None:
    found = resolve(text)
    assert {words: found[words].place.id for words in meant} == meant


def test_georgia_is_the_country_among_its_towns(resolve) -> None:
    found = resolve("Crowds met in [Tbilisi], [Georgia], and in [Gori].")
    assert found["Georgia"].place.id == "GEO"
    assert found["Gori"].place.country == "GEO"


def test_georgia_is_the_state_among_its_towns(resolve) -> None:
    found = resolve("Police in [Atlanta] and [Savannah] said that [Georgia] would not act.")
    assert found["Georgia"].place.id == "geonames:4197000"
    assert found["Georgia"].precision is PlacePrecision.ADMIN1


def test_georgia_is_the_country_though_americans_speak_of_it(resolve) -> None:
    assert resolve("US officials spoke of [Georgia] and [Lebanon].", USA=0.4)["Georgia"].place.id == "GEO"


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Floods in [Springfield], Ill., rose.", "Springfield", "US.IL"),
        ("Floods in [Springfield], Massachusetts, rose.", "Springfield", "US.MA"),
        ("Floods in [Springfield] in [Missouri] rose.", "Springfield", "US.MO"),
        ("[Syria]'s [Deir ez-Zor] was hit.", "Deir ez-Zor", "SY.07"),
    ],
)
def test_the_place_that_holds_another_is_heard(resolve, text: str, name: str, admin1: str) -> None:
    assert resolve(text)[name].place.admin1 == admin1


def test_one_name_has_one_sense_in_an_article(geocoder: Geocoder) -> None:
    text = "Mayors met in Springfield, Ill., on Monday. Springfield is small."
    spans = [Span(14, 25), Span(44, 55)]
    found = geocoder.resolve(text, spans, Evidence(countries={}))
    assert {each.place.admin1 for each in found.values()} == {"US.IL"}


def test_two_senses_are_kept_apart_where_the_text_says_so(resolve) -> None:
    assert resolve("[Springfield], Ill., is not [Springfield].")["Springfield"].place.admin1 == "US.IL"


def test_the_adjective_before_a_town_says_its_country(resolve) -> None:
    assert resolve("The Syrian town of [Rastan] was shelled.")["Rastan"].place.country == "SYR"
    assert resolve("Men left the Jordanian city of [Tripoli] for the Libyan city of [Zuwara].")[
        "Zuwara"
    ].place.country == "LBY"


def test_the_dateline_and_the_countries_of_the_article_settle_a_town(resolve) -> None:
    assert resolve("[Tripoli] was quiet.")["Tripoli"].place.country == "LBY"
    assert resolve("[Tripoli] was quiet.", dateline="Beirut", LBN=4)["Tripoli"].place.country == "LBN"


def test_what_lies_near_settled_places_is_likelier(resolve) -> None:
    found = resolve("Shells fell on [Bakhmut], [Avdiivka] and [Soledar], then on [Ivanivka].")
    assert found["Soledar"].place.country == "UKR"


@pytest.mark.parametrize("name", ["Pendra", "Caldria", "Karvia", "Ravensmoor Air Base", "Orvania", "Sarn"])
def test_a_name_that_nothing_speaks_for_is_no_place(resolve, name: str) -> None:
    assert resolve(f"The Brigades left [{name}] on Monday.") == {}


@pytest.mark.parametrize("words", ["the city", "there", "the border", "..."])
def test_words_without_a_capital_are_no_names(resolve, words: str) -> None:
    assert resolve(f"They left [{words}] on Monday.") == {}


@pytest.mark.parametrize(
    ("text", "name", "place", "precision"),
    [
        ("[Kherson region] burns.", "Kherson region", "geonames:706442", PlacePrecision.ADMIN1),
        ("Fighting in [eastern Ukraine].", "eastern Ukraine", "UKR", PlacePrecision.COUNTRY),
        ("Fighting in the [West Bank].", "West Bank", "place:west-bank", PlacePrecision.AREA),
        ("Talks in [South Sudan].", "South Sudan", "SSD", PlacePrecision.COUNTRY),
        ("A camp near [Mosul].", "Mosul", "geonames:99072", PlacePrecision.NEAR),
        ("A camp 12 km from [Mosul].", "Mosul", "geonames:99072", PlacePrecision.NEAR),
        ("A camp in [Mosul].", "Mosul", "geonames:99072", PlacePrecision.EXACT),
        ("Ships in the [Red Sea].", "Red Sea", "place:red-sea", PlacePrecision.WATER),
        ("[Iraqi] soil.", "Iraqi", "IRQ", PlacePrecision.COUNTRY),
    ],
)
def test_the_words_around_say_how_exactly_it_is_known(
    resolve, text: str, name: str, place: str, precision: PlacePrecision
) -> None:
    found = resolve(text)[name]
    assert (found.place.id, found.precision) == (place, precision)


def test_near_a_town_widens_the_radius(resolve) -> None:
    assert resolve("A camp near [Gori].")["Gori"].radius_km == 25
    assert resolve("A camp in [Gori].")["Gori"].radius_km < 10


def test_the_runners_up_come_with_their_shares(resolve) -> None:
    found = resolve("[Tripoli] was quiet.")["Tripoli"]
    assert [each.country for each in found.candidates][:1] == ["LBN"]
    assert found.score + sum(each.score for each in found.candidates) <= 1


def test_a_likeness_may_decide() -> None:
    class Levant:
        def scores(self, context: str, descriptions: list[str]) -> list[float]:
            assert "cedars" in context
            return [4.0 if description.endswith("LBN") else -1.0 for description in descriptions]

    text = "Tripoli lies under the cedars."
    found = Geocoder(standard, likeness=Levant()).resolve(text, [Span(0, 7)], Evidence(countries={}))
    assert found[Span(0, 7)].place.country == "LBN"


def test_a_place_is_described_by_name_kind_and_country() -> None:
    place = standard().place("geonames:98182")
    assert place is not None
    assert described(place) == "Baghdad, capital, IRQ"


@given(text=st.text(max_size=80), data=st.data())
def test_any_spans_of_any_text_resolve_the_same_way_twice(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.integers(0, max(len(text) - 1, 0)), max_size=4)) if text else []
    spans = [Span(start, min(start + 1 + start % 7, len(text))) for start in starts]

    def once() -> dict[Span, Resolution]:
        return Geocoder(standard).resolve(text, spans, Evidence(countries={}))

    assert once() == once()
