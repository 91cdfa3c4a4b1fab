"""Countries, their people in office, and the codes that name them."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.codes import SECTORS, check_code, sector
from reportedly.knowledge.countries import CountryFile, by_iso3, check_country, countries
from reportedly.knowledge.datafile import parse
from reportedly.knowledge.leaders import Leader
from reportedly.knowledge.spells import Cover, period

HEAD = "source: test\nlicence: CC-BY-4.0\nversion: 1\nentries:\n"


def test_every_country_of_iso_3166_and_the_partially_recognised() -> None:
    own = [country for country in countries() if country.id is None]
    codes = {country.iso3 for country in own}
    assert len(codes) == len(own) >= 250
    assert {"USA", "NOR", "NAM", "TWN", "PSE", "XKX", "SSD"} <= codes
    hosted = {country.entity: country.code for country in countries() if country.id is not None}
    assert hosted["abkhazia"] == "GEOPRE"
    assert hosted["somaliland"] == "SOMPRE"
    assert len(hosted) == 8


def test_norway_is_no_truth_value() -> None:
    norway = by_iso3("NOR")
    assert norway is not None
    assert norway.capital == "Oslo"
    assert "Norwegian" in norway.adjectives


@pytest.mark.parametrize("iso3", ["UKR", "SYR", "IRQ", "IRN", "SDN", "YEM", "MMR", "COD"])
def test_countries_in_conflict_have_many_places(iso3: str) -> None:
    country = by_iso3(iso3)
    assert country is not None
    assert len(country.cities) >= 40


def test_a_code_that_is_not_known_is_none() -> None:
    assert by_iso3("ZZZ") is None


def test_leaders_speak_for_their_own_country() -> None:
    for country in countries():
        for leader in country.leaders:
            assert leader.code is not None
            assert leader.code.startswith(country.iso3)
            assert sector(leader.code) in SECTORS


@pytest.mark.parametrize(
    ("year", "expected"), [(2016, False), (2017, True), (2021, True), (2023, False), (2025, True), (2040, True)]
)
def test_terms_include_their_ends_and_stay_open(year: int, expected: bool) -> None:
    leader = Leader(name="Roe", title="president", terms=("2017-2021", "2025-"))
    covers = [stretch.covers(period(str(year))) for stretch in leader.stretches]
    assert any(cover is not Cover.NO for cover in covers) is expected


@pytest.mark.parametrize("code", ["USA", "USAMIL", "IGO", "UNO", "IMGREB", "EURLEG"])
def test_codes(code: str) -> None:
    check_code(code)
    check_country(code, "here")


def test_an_unknown_key_names_file_entry_and_key() -> None:
    text = HEAD + "- iso3: AAA\n  name: Ay\n- iso3: BBB\n  name: Bee\n  capitol: Beeville\n"
    with pytest.raises(KnowledgeError, match=r"countries\.yaml.*`capitol`.*entry 'BBB'"):
        parse("countries.yaml", text, CountryFile)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("- iso3: AAA\n  name: Ay\n  id: ay\n", "both `id` and `code`"),
        ("- iso3: A\n  name: Ay\n", "'A' is no code"),
        ("- iso3: AAA\n  name: Ay\n  metonyms: [{name: The House, code: AAAHSE}]\n", "'AAAHSE' is no code"),
        (
            "- iso3: AAA\n  name: Ay\n  leaders:\n  - {name: N, code: AAAGOV, title: t, terms: [since 2019]}\n",
            "'since 2019' is no stretch",
        ),
    ],
)
def test_what_does_not_fit_is_an_error(lines: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        parse("countries.yaml", HEAD + lines, CountryFile)
