import zipfile
from pathlib import Path

import pytest

from places import dumped
from reportedly.errors import GazetteerError
from reportedly.knowledge.gazetteer.build import build
from reportedly.knowledge.gazetteer.dump import geonames
from reportedly.knowledge.gazetteer.place import PlaceKind
from reportedly.knowledge.gazetteer.source import AlsoCalled
from reportedly.knowledge.gazetteer.store import Gazetteer
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import Issue

LINES = (
    dumped(98182, "Baghdad", "PPLC", admin1="07", people=7_216_000, also="Bagdad,Багдад,BGW", **{"class": "P"}),
    dumped(99592, "Muhafazat al Anbar", "ADM1", lat=33.1, lon=42.1),
    dumped(98718, "Ramadi District", "ADM2", admin2="98718"),
    dumped(1, "Somewhere Air Base", "AIRB", **{"class": "S"}),
    dumped(2, "Hotel Somewhere", "HTL", **{"class": "S"}),
    dumped(3, "Gulf of Nowhere", "GULF", country="", admin1="", **{"class": "H"}),
)


def dump(folder: Path, *lines: str) -> Path:
    path = folder / "allCountries.txt"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def places(path: Path) -> dict[str, Named]:
    return {each.place.name: each for each in geonames(path).places if isinstance(each, Named)}


def test_towns_divisions_sites_and_waters_are_taken(tmp_path: Path) -> None:
    found = places(dump(tmp_path, *LINES))
    assert {name: named.place.kind for name, named in found.items()} == {
        "Baghdad": PlaceKind.TOWN,
        "Muhafazat al Anbar": PlaceKind.ADMIN1,
        "Ramadi District": PlaceKind.ADMIN2,
        "Somewhere Air Base": PlaceKind.SITE,
        "Gulf of Nowhere": PlaceKind.WATER,
    }
    baghdad = found["Baghdad"].place
    assert (baghdad.country, baghdad.admin1, baghdad.population) == ("IRQ", "IQ.07", 7_216_000)
    assert set(found["Baghdad"].aliases) == {"Baghdad", "Bagdad"}
    assert found["Gulf of Nowhere"].place.country is None


def test_ids_are_those_of_a_build_without_a_dump(tmp_path: Path) -> None:
    found = places(dump(tmp_path, *LINES))
    assert found["Baghdad"].place.id == "geonames:98182"
    assert found["Muhafazat al Anbar"].place.id == "geonames:99592"
    assert found["Ramadi District"].place.id == "adm2:IQ.01.98718"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1\tonly\tthree\n", "it has 3 fields, not 19"),
        (dumped(1, "Town", "PPL", lat="north"), "could not convert"),
        (dumped(1, "Town", "PPL", lat=99), "latitude 99"),
        (dumped(1, "Town", "PPL", people="many"), "invalid literal"),
        (dumped(1, "", "PPL"), "no GeoNames id or no name"),
    ],
)
def test_a_bad_line_is_an_issue_with_file_and_line(tmp_path: Path, line: str, problem: str) -> None:
    path = dump(tmp_path, LINES[0], line, LINES[1])
    found = list(geonames(path).places)
    (issue,) = (each for each in found if isinstance(each, Issue))
    assert issue.where == f"{path}:2"
    assert problem in issue.problem
    assert len(found) == 3


def test_a_zip_is_read_as_the_text_in_it(tmp_path: Path) -> None:
    packed = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("readme.txt", "short")
        file.writestr("allCountries.txt", "".join(LINES))
    assert set(places(packed)) == set(places(dump(tmp_path, *LINES)))


def test_further_names_are_taken_and_codes_left_out(tmp_path: Path) -> None:
    also = tmp_path / "alternateNamesV2.txt"
    also.write_text(
        "1\t98182\ten\tCity of Peace\t\t\t\t\t\t\n2\t98182\tiata\tBGW\t\t\t\t\t\t\n3\tx\n"
        "4\t98182\tar\tبغداد\t\t\t\t\t\t\n",
        encoding="utf-8",
    )
    found = list(geonames(dump(tmp_path, *LINES), also).names)
    assert found[0] == AlsoCalled(98182, "City of Peace")
    assert [each.where for each in found[1:] if isinstance(each, Issue)] == [f"{also}:3"]


@pytest.mark.parametrize("name", ["dump.txt", "dump.zip"])
def test_a_file_that_is_none_is_an_error(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe\x00 no text")
    with pytest.raises(GazetteerError, match="cannot be read"):
        list(geonames(path).places)


def test_a_zip_without_a_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("picture.png", "")
    with pytest.raises(GazetteerError, match=r"holds no \.txt"):
        list(geonames(path).places)


def test_a_build_from_a_dump_keeps_divisions_and_curated_places(tmp_path: Path) -> None:
    also = tmp_path / "alternateNamesV2.txt"
    also.write_text("1\t98182\ten\tCity of Peace\t\t\t\t\t\t\n2\t5\ten\tLeft Out\t\t\t\t\t\t\n", encoding="utf-8")
    path = tmp_path / "g.sqlite"
    built = build(path, [geonames(dump(tmp_path, *LINES), also)])
    known = Gazetteer(path)
    assert built.counts[PlaceKind.TOWN] == 1
    assert built.issues == ()
    assert [each.place.id for each in known.candidates("City of Peace")] == ["geonames:98182"]
    assert known.candidates("Left Out") == ()
    assert known.candidates("Tower 22")[0].place.id == "place:tower-22"
    anbar = known.place("geonames:99592")
    assert anbar is not None
    assert (anbar.name, anbar.lat) == ("Muhafazat al Anbar", 33.1)
    assert known.place("IRQ") is not None
    assert "allCountries.txt" in known.version
