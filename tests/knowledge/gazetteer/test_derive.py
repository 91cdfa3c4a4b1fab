import json

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.gazetteer.derive import rows
from reportedly.knowledge.gazetteer.divisions import Division, country_places, division_places, divisions, parse

ADMIN1 = "IQ.01\tAl Anbar\tAl Anbar\t99592\n"
NEWER = [{"code": "IQ.01", "name": "Anbar"}, {"code": "IQ.19", "name": "Halabja"}]
ADMIN2 = [{"code": "IQ.01.1", "name": "Hit District"}, {"code": "IQ.01.2", "name": "Rutba"}]
TOWNS = [
    {"name": "Hit", "lat": "33.6", "lng": "42.8", "country": "IQ", "admin1": "01", "admin2": "1"},
    {"name": "Ar Rutbah", "lat": "33.0", "lng": "40.3", "country": "IQ", "admin1": "01", "admin2": "2"},
    {"name": "Halabja", "lat": "35.2", "lng": "46.0", "country": "IQ", "admin1": "19", "admin2": ""},
]


def table() -> list[str]:
    return list(rows(ADMIN1, *(json.dumps(each).encode() for each in (NEWER, ADMIN2, TOWNS))))


def test_divisions_lie_in_the_middle_of_their_towns() -> None:
    found = parse("\n".join(table()))
    assert list(found) == ["IQ", "IQ.01", "IQ.01.1", "IQ.19"]
    assert found["IQ.01.1"] == Division("IQ.01.1", None, "Hit District", 33.6, 42.8, 10)
    assert 40.3 < found["IQ.01"].lon < 42.8


def test_a_division_called_after_its_town_is_left_out() -> None:
    assert not any("Rutba" in line for line in table())


def test_ids_are_geonames_where_they_are_known() -> None:
    found = parse("\n".join(table()))
    ids = [found[code].id for code in ("IQ.01", "IQ.19", "IQ.01.1")]
    assert ids == ["geonames:99592", "adm1:IQ.19", "adm2:IQ.01.1"]


@pytest.mark.parametrize("line", ["IQ\t1\tIraq", "IQ\tx\tIraq\t1\t2\t3", "IQ\t\tIraq\tnorth\t2\t3"])
def test_a_damaged_line_is_an_error_with_its_number(line: str) -> None:
    with pytest.raises(KnowledgeError, match=r"divisions\.tsv:2: "):
        parse(f"# head\n{line}\n")


def test_our_own_table_holds_the_divisions_of_the_crises() -> None:
    found = {each.place.id: each for each in division_places({"IQ.01": 7})}
    anbar = found["geonames:99592"]
    assert (anbar.place.population, tuple(anbar.aliases)) == (7, ("Anbar",))
    assert len(divisions()) > 20_000
    assert "Kherson" in found["geonames:706442"].aliases


def test_countries_have_coordinates_and_partially_recognised_states_a_host() -> None:
    found = {each.place.id: each.place for each in country_places()}
    assert found["IRQ"].point is not None
    assert found["DDR"].point is None
    assert found["abkhazia"].country == "GEO"
