from pathlib import Path

from msgspec.structs import replace

from places import made, town
from reportedly.extract.geocode.fill import located
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.extract.reader import rules_reader
from reportedly.knowledge.gazetteer.home import standard
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import (
    Article,
    Claim,
    Event,
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
    Status,
)
from spans import span

TEXT = "Baghdad said on Monday that drones struck Erbil. Baghdad will answer, Ankara said, and Kyiv was shelled."


def reading() -> Reading:
    said, struck, erbil = span(TEXT, "said"), span(TEXT, "struck"), span(TEXT, "Erbil")
    names = {"m1": span(TEXT, "Baghdad"), "m2": erbil, "m3": span(TEXT, "Ankara"), "m4": span(TEXT, "Kyiv")}
    return Reading(
        article=Article(id="a", text=TEXT),
        mentions=tuple(Mention(id=key, span=each, kind=MentionKind.PLACE) for key, each in names.items()),
        events=(
            Event(
                id="e1",
                type=EventType.ASSAULT,
                trigger=struck,
                actors=(Participant(span=names["m3"]),),
                recipients=(Participant(span=names["m4"]),),
                places=(EventPlace(span=erbil, name="Erbil", country="IRQ"), EventPlace(span=said, name="said")),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                event="e1",
                status=Status.OCCURRED,
                certainty=1,
                confidence=1,
                content=struck,
                chain=(Hop(source=names["m1"], cue=said, kind=HopKind.OFFICIAL, name="Baghdad"),),
            ),
        ),
        provenance=Provenance(reader="r", version="1", model="m", config="c"),
    )


def test_an_event_s_place_gets_id_coordinates_radius_and_precision() -> None:
    place, bare = located(reading(), Geocoder(standard)).events[0].places
    assert (place.entity, place.name, place.country) == ("geonames:95446", "Erbil", "IRQ")
    assert place.lat is not None
    assert abs(place.lat - 36.19) < 0.1
    assert place.radius_km == 16.1
    assert place.precision is PlacePrecision.EXACT
    assert bare == EventPlace(span=span(TEXT, "said"), name="said")


def test_mentions_of_places_get_theirs_and_those_of_actors_none() -> None:
    given = reading()
    voice = replace(given.mentions[0], kind=MentionKind.ACTOR, entity="IRQ")
    kept, place, *_ = located(replace(given, mentions=(voice, *given.mentions[1:])), Geocoder(standard)).mentions
    assert kept == voice
    assert (place.kind, place.entity) == (MentionKind.PLACE, "geonames:95446")
    assert place.location is not None
    assert place.location.precision is PlacePrecision.EXACT


def test_the_provenance_names_the_gazetteer(tmp_path: Path) -> None:
    known = made(tmp_path / "g.sqlite", Named(town(1, "Oster", "UKR", 50.9, 30.9, 5_000), ()))
    assert located(reading(), Geocoder(lambda: known)).provenance.gazetteer == f"made 1; {'0' * 12}"


def test_the_same_reading_is_located_the_same_way_twice() -> None:
    geocoder = Geocoder(standard)
    assert located(reading(), geocoder) == located(reading(), geocoder)


def test_a_reader_with_a_geocoder_gives_coordinates_and_one_without_none() -> None:
    article = Article(id="a", text="Rockets struck a camp in Erbil on Monday, police in Baghdad said.")
    (bare,) = rules_reader().read([article])
    (placed,) = rules_reader(geocoder=Geocoder(standard)).read([article])
    assert bare.provenance.gazetteer is None
    assert {mention.location for mention in bare.mentions} == {None}
    assert any(place.entity == "geonames:95446" for event in placed.events for place in event.places)
    assert placed.sentences == bare.sentences


def test_a_reader_states_its_gazetteer_before_it_reads(tmp_path: Path) -> None:
    known = made(tmp_path / "g.sqlite", Named(town(1, "Oster", "UKR", 50.9, 30.9, 5_000), ()))
    reader = rules_reader(geocoder=Geocoder(lambda: known))
    (read,) = reader.read([Article(id="a", text="Rebels shelled Oster, the army said.")])
    assert reader.provenance == read.provenance
