"""Extracts of a Wikidata dump."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.bundles import load


def item(id_: str, label: str, aliases: tuple[str, ...] = (), **claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": id_,
        "type": "item",
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


def statement(value: Any, **qualifiers: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"mainsnak": {"datavalue": {"value": value}}, "rank": "normal"}
    made["qualifiers"] = {key: [{"datavalue": {"value": each}}] for key, each in qualifiers.items()}
    return made


def to(id_: str) -> dict[str, Any]:
    return {"entity-type": "item", "id": id_}


def day(time: str, precision: int) -> dict[str, Any]:
    return {"time": f"+{time}T00:00:00Z", "precision": precision}


LAND = item("Q1001", "Norway", ("Kingdom of Norway",), P298=[statement("NOR")])
POST = item("Q1002", "Minister of Harbours of Norway", ("harbour minister",), P1001=[statement(to("Q1001"))])
ROE = item(
    "Q1003",
    "Ann Roe",
    ("A. Roe",),
    P39=[statement(to("Q1002"), P580=day("2019-02-00", 10), P582=day("2021-00-00", 9)), statement(to("Q9"))],
)


def written(folder: Path, *items: dict[str, Any]) -> str:
    path = folder / "extract.json"
    path.write_text("[\n" + ",\n".join(map(json.dumps, items)) + "\n]\n", encoding="utf-8")
    return str(path)


def test_people_and_the_positions_they_held(tmp_path: Path) -> None:
    found = load(written(tmp_path, ROE, POST, LAND))
    (post,) = found.posts
    assert (post.id, post.owner, post.code) == ("Q1002", "NOR", "NORGOV")
    assert post.titles == ("Minister of Harbours", "harbour minister")
    (spell,) = post.spells
    assert (spell.person, spell.stretch.since, spell.stretch.until) == ("Q1003", "2019-02", "2021")
    assert {entry.text: entry.name.entity for entry in found.entries} == {"Ann Roe": "Q1003", "A. Roe": "Q1003"}


def test_items_without_an_english_label_are_passed_over(tmp_path: Path) -> None:
    assert load(written(tmp_path, {**ROE, "labels": {}}, POST, LAND)).posts == ()


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ([ROE, POST], r":2: the position Q1002 has no country with a code in the file"),
        ([ROE, POST, LAND, ROE], r":5: Q1003 stands twice"),
        (
            [item("Q7", "Bo Doe", P39=[statement(to("Q1002"), P580={"time": "-0044-03-15"})]), POST, LAND],
            r":2: '-0044-03-15' is no date of our era",
        ),
    ],
)
def test_a_wrong_line_is_named_by_file_and_line(tmp_path: Path, items: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(KnowledgeError, match=r"extract\.json" + message):
        load(written(tmp_path, *items))


def test_a_line_that_is_no_json(tmp_path: Path) -> None:
    path = tmp_path / "extract.json"
    path.write_text('{"id": "Q1"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"extract\.json:1: "):
        load(str(path))
