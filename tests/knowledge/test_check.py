"""The audit of what is known."""

from pathlib import Path

import pytest

from reportedly.knowledge import check
from reportedly.knowledge.actors import Actor, Tie, TieKind
from reportedly.knowledge.bundles import findings
from reportedly.knowledge.compiled import stale
from reportedly.knowledge.naming import Entry, Name, NameKind
from reportedly.knowledge.offices import Holder, Office, OfficeFile
from reportedly.knowledge.people import Post, people, posts_of_file
from reportedly.schema import HopKind


def name(entity: str, *candidates: str) -> Name:
    return Name(name=entity, kind=NameKind.ACTOR, entity=entity, candidates=candidates)


def office(*holders: Holder, shared: bool = False) -> tuple[Post, ...]:
    made = Office(office="minister", code="NORGOV", holders=holders, shared=shared)
    return tuple(posts_of_file(OfficeFile(source="test", licence="none", version=1, country="NOR", offices=(made,))))


def body(entity: str, valid: str | None = None, *ties: Tie) -> Actor:
    return Actor(
        id=entity, name=entity, kind="actor", code="NGO", voice=HopKind.ORGANISATION, valid=valid, relations=ties
    )


def test_our_own_files_are_in_order() -> None:
    assert list(map(str, check.own_findings())) == []
    assert stale() == ()


def test_a_name_of_two_is_found_unless_something_tells_them_apart() -> None:
    entries = [Entry("Front", name("a")), Entry("Front", name("b"))]
    assert [found.where for found in check.collisions(entries)] == ["Front"]
    assert list(check.collisions([*entries, Entry("Front", name("a", "a", "b"))])) == []
    assert list(check.collisions([entries[0], Entry("Front", name("b"), bound=True)])) == []
    assert list(check.collisions([entries[0], Entry("Front", name("a"))])) == []


def test_two_spellings_of_one_person_are_found() -> None:
    held = office(Holder(name="Qassem Roe", since="2019"), Holder(name="Kassem Roe", until="2018"))
    assert [found.where for found in check.twins(people(held))] == ["NOR/Qassem Roe"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (Holder(name="A", since="2019", until="2021-06"), Holder(name="B", since="2021-05"), 1),
        (Holder(name="A", since="2019", until="2021-06"), Holder(name="B", since="2021-06"), 0),
        (Holder(name="A", since="2019", until="2021"), Holder(name="B", since="2021"), 0),
        (Holder(name="A", since="2019"), Holder(name="B", since="2021"), 1),
        (Holder(name="A", since="2019", seen="2020"), Holder(name="B", since="2021"), 1),
        (Holder(name="A", since="2019", until="2023"), Holder(name="B", since="2021", until="2022", acting=True), 0),
    ],
)
def test_spells_that_overlap_or_have_no_end_are_found(one: Holder, other: Holder, count: int) -> None:
    assert len(list(check.roles(office(one, other)))) == count
    assert list(check.roles(office(one, other, shared=True))) == []


def test_roles_that_are_long_unseen_are_found_on_a_day() -> None:
    held = office(Holder(name="A", since="2019", seen="2022-05"))
    assert len(list(check.roles(held, "2026-01-31"))) == 1
    assert list(check.roles(held, "2023-01-31")) == []
    assert list(check.roles(held)) == []


def test_ties_outside_the_years_of_a_body_are_found() -> None:
    late = Tie(kind=TieKind.PART_OF, object="old", source="test", valid="2015-")
    split = Tie(kind=TieKind.SPLIT_FROM, object="old", source="test", valid="2015-2015")
    assert len(list(check.validity([body("old", "2000-2010"), body("new", None, late)], ()))) == 1
    assert list(check.validity([body("old", "2000-2010"), body("new", None, split)], ())) == []


def test_a_file_of_a_user_is_checked_with_what_we_know(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("kind,id,name,code,voice\nactor,mine,Hamas,NGO,organisation\n", encoding="utf-8")
    assert [found.where for found in findings([str(path)])] == ["Hamas"]
    path.write_text("kind,id\nactor,mine\n", encoding="utf-8")
    (found,) = findings([str(path)])
    assert "mine.csv:2: a row of kind actor needs name" in str(found)
