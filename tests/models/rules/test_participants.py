"""Who does it, to whom, where, and how many."""

import pytest

from tagged import read


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actors", "recipients", "places"),
    [
        ("Gunmen abducted 20 students from a school in Nigeria.", "abducted", "ASSAULT", ["Gunmen"],
         ["20 students"], ["Nigeria"]),
        ("The navy seized a tanker in the Strait of Hormuz.", "seized", "COERCE", ["The navy"], ["a tanker"],
         ["Strait of Hormuz"]),
        ("A tanker was seized by the navy.", "seized", "COERCE", ["the navy"], ["A tanker"], []),
        ("French patrols in Mali and Niger were often targeted by gunmen.", "targeted", "ASSAULT",
         ["gunmen"], ["French patrols"], ["Mali", "Niger"]),
        ("The Brigades, a militia backed by Tarvosia, are preparing to attack the base.", "attack", "ASSAULT",
         ["The Brigades"], ["the base"], []),
        ("The minister, who was arrested in May, has resigned.", "resigned", "RETREAT", ["The minister"], [], []),
        ("The president ordered the army to withdraw from the border.", "withdraw", "RETREAT", ["the army"],
         ["the border"], []),
        ("Israel urged Lebanon to disarm the militia.", "disarm", "RETREAT", ["Lebanon"], ["the militia"], []),
        ("The talks between Sudan and Egypt were postponed.", "talks", "CONSULT", ["Sudan", "Egypt"], [], []),
        ("Protesters clashed with police in Dhaka.", "clashed with police", "PROTEST", ["Protesters"], [], ["Dhaka"]),
        ("Rebels launched an attack on the convoy.", "attack", "ASSAULT", ["Rebels"], ["the convoy"], []),
        ("An attack on the convoy was carried out by rebels.", "attack", "ASSAULT", ["rebels"], ["the convoy"], []),
        ("The group claimed responsibility for the bombing of a mosque in Kabul.", "bombing", "ASSAULT",
         ["The group"], ["a mosque"], ["Kabul"]),
        ("Under the accord, Egypt has pledged to destroy its missiles.", "destroy", "ASSAULT", ["Egypt"],
         ["its missiles"], []),
        ("US air strikes on the airport killed nobody.", "air strikes", "ASSAULT", ["US"], ["the airport"], []),
    ],
)  # fmt: skip
def test_participants(
    text: str, trigger: str, kind: str, actors: list[str], recipients: list[str], places: list[str]
) -> None:
    found = read(text)
    tag = found.trigger(trigger)
    assert tag.type == kind
    assert found.parties(tag.actors) == actors
    assert found.parties(tag.recipients) == recipients
    assert found.parties(tag.places) == places


def test_a_pronoun_gives_way_to_the_party_that_it_means() -> None:
    found = read("The rebels entered the town on Monday. They killed ten civilians.")
    assert found.parties(found.trigger("killed").actors) == ["The rebels"]


def test_a_number_belongs_to_the_act_whose_victims_it_counts() -> None:
    found = read("Two officials said the rebels killed 11 soldiers and the army arrested 40 civilians.")
    assert [found.words(n) for n in found.trigger("killed").numbers] == ["11"]
    assert [found.words(n) for n in found.trigger("arrested").numbers] == ["40"]


def test_a_level_is_what_is_there_and_not_what_happened() -> None:
    found = read("Some 3,400 French soldiers are in Mali.")
    (level,) = found.predictions.levels
    assert (found.words(level.span), level.what) == ("Some 3,400", "troops")
    assert (found.words(level.holder), found.words(level.place)) == ("French soldiers", "Mali")


def test_what_is_left_after_a_cut_is_a_level() -> None:
    found = read("Paris will cut its garrison on the island by half, to fewer than 700.")
    assert [found.words(level.span) for level in found.predictions.levels] == ["fewer than 700"]


@pytest.mark.parametrize(
    ("text", "subject", "kind", "other"),
    [
        ("Iran-backed militias bombed the base.", "Iran-backed militias", "backed_by", "Iran"),
        ("The Beirut-based group bombed the base.", "Beirut-based group", "based_at", "Beirut"),
        ("Tehran's proxy bombed the base.", "Tehran's proxy", "proxy_of", "Tehran"),
        ("German Chancellor Karl Ahrendt met the rebels.", "Karl Ahrendt", "leader_of", "German"),
        ("Foreign Ministry spokesman Li Wen met the rebels.", "Li Wen", "member_of", "Foreign Ministry"),
    ],
)
def test_ties_within_a_noun_phrase(text: str, subject: str, kind: str, other: str) -> None:
    found = read(text)
    ties = [(found.words(t.subject), t.kind, found.words(t.object)) for t in found.predictions.ties]
    assert (subject, kind, other) in ties


def test_a_rank_is_no_body_that_its_holder_belongs_to() -> None:
    assert read("Lt. Gen. Omar Dall met the rebels.").predictions.ties == ()


def test_a_word_that_is_too_weak_alone_needs_somebody_able_to_act() -> None:
    assert read("The storm hit the coast.").triggers() == []
    assert read("The army hit the rebels.").triggers() == [("ASSAULT", "hit")]


def test_a_bare_reference_starts_no_event() -> None:
    found = read("The attack was long.")
    assert [t.reference for t in found.predictions.triggers] == [True]
