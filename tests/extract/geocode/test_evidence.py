from reportedly.extract.geocode.evidence import evidence, is_actor, spoken_of
from reportedly.schema import Article, Mention, MentionKind, Provenance, Reading
from spans import span

TEXT = "US troops left Syria, and Syria was quiet. Nobody came."


def reading(**given: str) -> Reading:
    return Reading(
        article=Article(id="a", text=TEXT, **given),
        mentions=(
            Mention(id="m1", span=span(TEXT, "US troops"), kind=MentionKind.ACTOR),
            Mention(id="m2", span=span(TEXT, "Syria"), kind=MentionKind.PLACE),
            Mention(id="m3", span=span(TEXT, "Syria", 2), kind=MentionKind.PLACE),
        ),
        provenance=Provenance(reader="r", version="1", model="m", config="c"),
    )


def test_places_count_one_and_actors_what_they_are_given() -> None:
    assert evidence(reading(), 0.25).countries == {"USA": {"us troops": 0.25}, "SYR": {"syria": 2.0}}


def test_the_outlet_s_country_counts_half() -> None:
    assert evidence(reading(outlet="TASS"), 0.25).countries["RUS"] == {"": 0.5}


def test_the_dateline_is_the_place_before_the_agency() -> None:
    assert evidence(reading(dateline="BEIRUT (Reuters)"), 0.25).dateline == "Beirut"
    assert evidence(reading(dateline="BEIRUT, Lebanon —"), 0.25).dateline == "Beirut"
    assert evidence(reading(), 0.25).dateline is None


def test_names_speak_of_the_country_they_belong_to() -> None:
    assert spoken_of("Iraqi and Syrian officials") == ("IRQ", "SYR")
    assert spoken_of("") == ()


def test_a_name_of_an_actor_alone_is_no_place() -> None:
    assert is_actor("White House")
    assert not is_actor("Baghdad")
    assert not is_actor("White House lawn in Washington")
