from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.knowledge.gazetteer.overlay import overlay
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import Issue

HEAD = "id,name,aliases,kind,country,lat,lon,radius_km\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "my.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_is_a_place_with_its_spellings(tmp_path: Path) -> None:
    (found,) = overlay(table(tmp_path, HEAD + "post-7,Post 7,Point Seven; P7,site,IRQ,33.5,42.5,2\n")).places
    assert isinstance(found, Named)
    assert found.place == Place(
        id="overlay:post-7", name="Post 7", kind=PlaceKind.SITE, country="IRQ", lat=33.5, lon=42.5, radius_km=2.0
    )
    assert list(found.aliases) == ["Point Seven", "P7"]


def test_a_place_need_not_have_coordinates(tmp_path: Path) -> None:
    (found,) = overlay(table(tmp_path, "id,name,kind\nx,Ash Ridge,region\n")).places
    assert isinstance(found, Named)
    assert found.place.point is None


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("x,,,site,,,,", "name must be given"),
        ("x,X,,castle,,,,", "castle"),
        ("x,X,,site,Iraq,,,", "no ISO 3166"),
        ("x,X,,site,IRQ,33.5,,", "both coordinates"),
        ("x,X,,site,IRQ,330,42,", "latitude 330"),
        ("x,X,,site,IRQ,a,42,", "could not convert"),
        ("x,X", "zip"),
    ],
)
def test_a_bad_row_is_an_issue_with_file_and_line(tmp_path: Path, row: str, problem: str) -> None:
    path = table(tmp_path, f"{HEAD}ok,Ok,,site,IRQ,33,42,\n\n{row}\n")
    found = list(overlay(path).places)
    issue = found[-1]
    assert isinstance(issue, Issue)
    assert issue.where == f"{path}:4"
    assert problem in issue.problem


def test_unknown_and_missing_columns_are_errors(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="colour, kind"):
        overlay(table(tmp_path, "id,name,colour\n"))


def test_an_unreadable_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        overlay(tmp_path)
