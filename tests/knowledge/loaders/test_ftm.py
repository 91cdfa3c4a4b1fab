"""FollowTheMoney JSON lines."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import TieKind
from reportedly.knowledge.bundles import load


def line(id_: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "properties": properties, "datasets": ["mine"]}


ROE = line("p1", "Person", name=["Ann Roe"], alias=["A. Roe"], nationality=["no"])
POST = line("o1", "Position", name=["Minister of Harbours"], country=["no"])
HELD = line("h1", "Occupancy", holder=["p1"], post=["o1"], startDate=["2019-02-03"], endDate=["2021"])
BODY = line("b1", "PublicBody", name=["Harbour Board"], country=["no"])
FIRM = line("b2", "Company", name=["Quay Works"], jurisdiction=["no"])
OWNS = line("t1", "Ownership", owner=["b1"], asset=["b2"])


def written(folder: Path, *lines: dict[str, Any]) -> str:
    path = folder / "mine.ftm.json"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_people_bodies_posts_and_ties(tmp_path: Path) -> None:
    doe = line("p2", "Person", name=["Bo Doe"], country=["no"])
    found = load(written(tmp_path, ROE, POST, HELD, BODY, FIRM, OWNS, doe, line("x", "Vessel", name=["Gull"])))
    assert [(actor.id, actor.code, actor.country) for actor in found.actors] == [
        ("b1", "NORGOV", "NOR"),
        ("b2", "NORBUS", "NOR"),
    ]
    assert [(tie.kind, tie.object) for tie in found.actors[1].relations] == [(TieKind.PART_OF, "b1")]
    (post,) = found.posts
    assert (post.id, post.owner, post.spells[0].person, post.spells[0].stretch.until) == ("o1", "NOR", "p1", "2021")
    spelled = {entry.text: entry.name.entity for entry in found.entries}
    assert (spelled["A. Roe"], spelled["Bo Doe"], spelled["Harbour Board"]) == ("p1", "p2", "b1")
    assert "Gull" not in spelled


def test_a_packed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(BODY).encode()))
    assert [actor.name for actor in load(str(path)).actors] == ["Harbour Board"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([ROE, {"id": "p1", "schema": "Person"}], r":2: Object missing required field `properties`"),
        ([POST, HELD], r":2: `holder` is the id of no Person in the file"),
        ([ROE, POST, {**HELD, "properties": {"holder": ["p1"]}}], r":3: Occupancy 'h1' needs one `post`, got 0"),
        ([line("p", "Person", country=["no"])], r":1: Person 'p' has no name"),
        ([line("b", "PublicBody", name=["B"], country=["zz"])], r":1: 'zz' is the code of no country"),
        (
            [ROE, POST, line("h", "Occupancy", holder=["p1"], post=["o1"], startDate=["spring"])],
            r":3: 'spring' is no date",
        ),
        ([BODY, line("t", "Ownership", owner=["b1"], asset=["b9"])], r":2: 'b9' is the id of no line"),
    ],
)
def test_a_wrong_line_is_named_by_file_and_line(tmp_path: Path, lines: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(KnowledgeError, match=r"mine\.ftm\.json" + message):
        load(written(tmp_path, *lines))
