"""Codes of participants and countries of places."""

import pytest

from draft import KNOWN, Draft
from reportedly.extract.link import Coder


def coder(words: str) -> tuple[Coder, Draft]:
    return Coder(f"On Sunday {words} left.", KNOWN), Draft(f"On Sunday {words} left.")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Varn", "VRNGOV"),
        ("Varnian troops", "VRNMIL"),
        ("Varnian police officers", "VRNCOP"),
        ("troops of Varn", "VRNMIL"),
        ("Varnian troops of Seld", "VRNMIL"),
        ("Varnian police and troops", "VRNMIL"),
        ("the Varnian parliament", "VRNLEG"),
        ("Varnian villagers", "VRNCVL"),
        ("Varnian potatoes", "VRN"),
        ("the Brigades", "VRNREB"),
        ("fighters of the Brigades", "VRNREB"),
        ("Seld", "VRNGOV"),
        ("Nowhere", None),
        ("Reuters", None),
        ("some troops", None),
    ],
)
def test_the_code_of_a_participant_is_country_and_sector_or_that_of_a_known_actor(words: str, code: str | None) -> None:
    made, draft = coder(words)
    assert made.code(draft.at(words)) == code


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Varn", "VRN"),
        ("Seld", "VRN"),
        ("the hills of Varn", "VRN"),
        ("Nowhere", None),
        ("Nowhere in Varn", "VRN"),
        ("the hills", None),
    ],
)
def test_the_country_of_a_place_is_that_of_the_first_name_in_it(words: str, country: str | None) -> None:
    made, draft = coder(words)
    assert made.country(draft.at(words)) == country
