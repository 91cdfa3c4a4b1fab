import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from places import made, town
from reportedly.errors import GazetteerError
from reportedly.knowledge.gazetteer.place import Match, Place, PlaceKind
from reportedly.knowledge.gazetteer.store import MOST, Gazetteer
from reportedly.knowledge.gazetteer.writer import Named

BIG = town(1, "Dayr az Zawr", "SYR", 35.33, 40.14, 240_000, "SY.07")
SMALL = town(2, "Anbar", "TUR", 38.0, 40.0, 500)
PROVINCE = Place(id="geonames:3", name="Al Anbar", kind=PlaceKind.ADMIN1, country="IRQ", admin1="IQ.01",
                 lat=33.0, lon=42.0, radius_km=190.0)  # fmt: skip
BASE = Place(id="place:al-tanf", name="Al-Tanf garrison", kind=PlaceKind.SITE, detail="base", country="SYR",
             operator="USAMIL", valid="2016-")  # fmt: skip


@pytest.fixture
def known(tmp_path: Path) -> Gazetteer:
    return made(
        tmp_path / "g.sqlite",
        Named(BIG, ("Deir ez-Zor", "Deir ez Zor")),
        Named(SMALL, ()),
        Named(PROVINCE, ()),
        Named(BASE, ("Al-Tanf", "Al Tanf")),
    )


def ids(gazetteer: Gazetteer, name: str) -> list[tuple[str, Match]]:
    return [(each.place.id, each.match) for each in gazetteer.candidates(name)]


def test_a_place_comes_back_as_it_was_given(known: Gazetteer) -> None:
    assert [known.place(each.id) for each in (BIG, SMALL, PROVINCE, BASE)] == [BIG, SMALL, PROVINCE, BASE]
    assert known.place("geonames:77") is None
    assert known.place("place:nowhere") is None


def test_the_main_name_is_told_from_another_spelling(known: Gazetteer) -> None:
    assert ids(known, "dayr az-zawr") == [("geonames:1", Match.MAIN)]
    assert ids(known, "Deir ez-Zor") == [("geonames:1", Match.ALIAS)]


def test_a_spelling_that_nobody_wrote_down_is_folded(known: Gazetteer) -> None:
    assert ids(known, "Deir Ezzor") == [("geonames:1", Match.FOLDED)]


def test_what_is_known_widely_stands_beside_what_is_spelled_so(known: Gazetteer) -> None:
    assert ids(known, "Anbar") == [("geonames:2", Match.MAIN), ("geonames:3", Match.FOLDED)]


def test_a_slip_in_a_long_name_is_found_only_when_asked_for(known: Gazetteer) -> None:
    assert ids(known, "Al-Tanf garisson") == [("place:al-tanf", Match.FOLDED)]
    assert ids(known, "Al-Tanf garrisin") == []
    assert [each.place.id for each in known.alike("Al-Tanf garrisin")] == ["place:al-tanf"]
    assert known.alike("Anbor") == ()


@pytest.mark.parametrize("name", ["", "...", "Nowhere at all"])
def test_an_unknown_name_has_no_candidates(known: Gazetteer, name: str) -> None:
    assert known.candidates(name) == ()


def test_there_are_never_more_candidates_than_agreed(tmp_path: Path) -> None:
    crowd = [Named(town(number, "Springfield", "USA", 40, -90, number), ()) for number in range(1, 100)]
    found = made(tmp_path / "g.sqlite", *crowd).candidates("Springfield")
    assert len(found) == MOST
    assert found[0].place.population > 85


def test_several_threads_look_up_at_once(known: Gazetteer) -> None:
    found: list[int] = []
    threads = [Thread(target=lambda: found.append(len(known.candidates("Al Tanf")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1, 1, 1, 1]


def test_an_absent_file_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such gazetteer; build it with: reportedly gazetteer build"):
        Gazetteer(tmp_path / "absent.sqlite")


def test_a_file_that_is_none_names_the_command(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.sqlite"
    wrong.write_text("not a database, but long enough to be taken for the head of one, say a hundred bytes and more")
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Gazetteer(wrong)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    base = sqlite3.connect(old)
    base.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    base.execute("INSERT INTO meta VALUES ('format', '0')")
    base.commit()
    base.close()
    with pytest.raises(GazetteerError, match="format 0"):
        Gazetteer(old)
