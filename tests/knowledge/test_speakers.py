"""Who a hop is."""

import pytest

from reportedly.knowledge.speakers import is_unnamed, outlet_key, side, speaker_key
from reportedly.schema import Hop, HopKind

OFFICIAL, PERSON = HopKind.OFFICIAL, HopKind.PERSON


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (HopKind.UNNAMED, None),
        (HopKind.UNNAMED, "sources"),
        (HopKind.WITNESS, "residents of Lind"),
        (HopKind.WITNESS, "Residents"),
        (OFFICIAL, "two US officials"),
        (OFFICIAL, "a senior officer familiar with the plan"),
        (OFFICIAL, "Western diplomats in Baghdad"),
        (PERSON, "people close to the talks"),
    ],
)
def test_who_is_only_described_is_unnamed(kind: HopKind, name: str | None) -> None:
    assert is_unnamed(Hop(kind=kind, name=name))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (OFFICIAL, "Iraqi Defence Ministry"),
        (OFFICIAL, "Pentagon spokesman John Kirby"),
        (OFFICIAL, "army spokesman"),
        (HopKind.ORGANISATION, "Kataib Hezbollah"),
        (HopKind.OUTLET, "Reuters"),
        (HopKind.DOCUMENT, "a police report"),
        (HopKind.WITNESS, "Ivo Marent"),
    ],
)
def test_who_has_a_name_or_speaks_for_a_body_is_named(kind: HopKind, name: str) -> None:
    assert not is_unnamed(Hop(kind=kind, name=name))


@pytest.mark.parametrize(
    ("name", "entity", "country"),
    [
        ("John Kirby", "USA/John Kirby", "USA"),
        ("Iraqi Defence Ministry", "iraqi-defence-ministry", "IRQ"),
        ("two US officials", None, "USA"),
        ("South Korean officers", None, "KOR"),
        ("officials", None, None),
    ],
)
def test_the_side_is_the_country_of_the_entity_or_of_the_name(
    name: str, entity: str | None, country: str | None
) -> None:
    assert side(Hop(kind=OFFICIAL, name=name, entity=entity)) == country


def test_outlets_speak_for_no_country() -> None:
    assert side(Hop(kind=HopKind.OUTLET, name="Russia Today")) is None


def test_names_of_one_outlet_are_one_key() -> None:
    assert outlet_key("The Associated Press") == outlet_key("AP") == outlet_key("x", "associated-press")
    assert outlet_key("The Meridian Post") == outlet_key("Meridian Post")
    assert speaker_key(Hop(kind=HopKind.OUTLET, name="The Meridian Post")) == outlet_key("Meridian Post")


def test_sources_are_told_apart_by_entity_before_name() -> None:
    assert speaker_key(Hop(kind=OFFICIAL, name="Kirby", entity="USA/John Kirby")) == "USA/John Kirby"
    assert speaker_key(Hop(kind=OFFICIAL, name="The Army")) == "army"
