import pytest

from reportedly.extract.geocode.toponyms import Spelling, grounds, spellings, toponyms
from reportedly.knowledge.gazetteer.place import PlaceKind
from reportedly.schema import Span
from spans import span


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Kherson region", [Spelling("Kherson region"), Spelling("Kherson", PlaceKind.ADMIN1)]),
        ("the city of Mosul", [Spelling("city of Mosul"), Spelling("Mosul", PlaceKind.TOWN)]),
        ("Al-Asad air base", [Spelling("Al-Asad air base"), Spelling("Al-Asad", PlaceKind.SITE)]),
        ("north-eastern Syria", [Spelling("north-eastern Syria"), Spelling("Syria", None, True)]),
        ("“Baghdad”", [Spelling("Baghdad")]),
        ("Iraq’s", [Spelling("Iraq")]),
        ("the border", []),
    ],
)
def test_words_that_are_no_name_are_left_out(words: str, found: list[Spelling]) -> None:
    assert [each for each in spellings(words) if not each.within][: len(found) or 1] == found


@pytest.mark.parametrize(
    ("words", "inner", "outer"),
    [
        ("a church in Normandy", "a church", "Normandy"),
        ("Trafalgar Square, London", "Trafalgar Square", "London"),
        ("London's High Court", "High Court", "London"),
    ],
)
def test_what_holds_a_thing_without_a_name_stands_for_it(words: str, inner: str, outer: str) -> None:
    found = spellings(words)
    assert Spelling(outer, within=True) in found
    assert (Spelling(inner) in found) is inner[0].isupper()


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("in Gori, Georgia, on", "Gori", "Georgia"),
        ("in Gori in Georgia on", "Gori", "Georgia"),
        ("in Georgia's Gori on", "Gori", "Georgia"),
        ("in Gori and Georgia", "Gori", None),
    ],
)
def test_neighbours_say_what_holds_a_name(text: str, name: str, holder: str | None) -> None:
    found = {each.span.of(text): each for each in toponyms(text, [span(text, "Gori"), span(text, "Georgia")])}
    assert found[name].holder == holder


def test_a_name_behind_a_comma_counts_though_nobody_found_it() -> None:
    (found,) = toponyms("Floods in Springfield, Ill., rose.", [Span(10, 21)])
    assert found.holder == "Ill."


@pytest.mark.parametrize(
    ("text", "nearby"),
    [("near Gori", True), ("12 km from Gori", True), ("on the outskirts of Gori", True), ("in Gori", False)],
)
def test_nearness_is_read_from_the_words_before(text: str, nearby: bool) -> None:
    (found,) = toponyms(f"They met {text}.", [span(f"They met {text}.", "Gori")])
    assert found.nearby is nearby


@pytest.mark.parametrize(
    ("name", "country"),
    [("Iraqi", "IRQ"), ("Syrian territory", "SYR"), ("Russian Embassy", None), ("Syria", None)],
)
def test_an_adjective_means_its_country_alone_or_before_a_part_of_it(name: str, country: str | None) -> None:
    assert grounds(name) == country
