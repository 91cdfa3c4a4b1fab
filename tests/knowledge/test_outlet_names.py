import pytest

from reportedly.knowledge.outlets import agency, by_name


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Reuters", "reuters"),
        ("REUTERS", "reuters"),
        ("The Associated Press", "associated-press"),
        ("AP", "associated-press"),
        ("A.P.", "associated-press"),
        ("dpa", "deutsche-presse-agentur"),
        ("The Guardian", "the-guardian"),
    ],
)
def test_an_outlet_is_found_by_its_name(name: str, id_: str) -> None:
    outlet = by_name(name)
    assert outlet is not None
    assert outlet.id == id_


@pytest.mark.parametrize("name", ["", "ap", "Times", "Ostrel Gazette", "Reuters said"])
def test_what_is_no_name_finds_none(name: str) -> None:
    assert by_name(name) is None


def test_only_agencies_are_agencies() -> None:
    assert [agency(name) is not None for name in ("TASS", "Xinhua", "AFP", "RT", "The Guardian")] == [
        True, True, True, False, False
    ]  # fmt: skip
