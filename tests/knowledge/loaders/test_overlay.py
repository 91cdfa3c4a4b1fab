"""CSV overlays: actors, holders and further names."""

from pathlib import Path

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.bundles import load

HEAD = "kind,id,name,aliases,code,country,voice,office,from,to\n"
ROWS = (
    "actor,ostrand-brigades,Ostrand Brigades,Brigades of Ostrand|OBR,NORREB,NOR,organisation,,,\n"
    "holder,,Ann Roe,Roe,NORGOV,no,,harbour minister,2019-02,2021\n"
    "alias,kataib-hezbollah,,Katyusha Lovers|KHZ,,,,,,\n"
)


def written(folder: Path, text: str) -> str:
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_overlay_adds_actors_holders_and_names(tmp_path: Path) -> None:
    found = load(written(tmp_path, HEAD + ROWS))
    assert [actor.id for actor in found.actors] == ["ostrand-brigades"]
    spelled = {entry.text: entry.name.entity for entry in found.entries}
    assert spelled["OBR"] == "ostrand-brigades"
    assert spelled["KHZ"] == "kataib-hezbollah"
    assert spelled["Roe"] == "NOR/Ann Roe"
    (post,) = found.posts
    assert (post.id, post.spells[0].stretch.since, post.spells[0].stretch.until) == (
        "NOR/harbour minister",
        "2019-02",
        "2021",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind,colour\n", r"mine\.csv:1: unknown columns \['colour'\]"),
        ("id,name\n", r"mine\.csv:1: there is no column `kind`"),
        (HEAD + "actr,,,,,,,,,\n", r"mine\.csv:2: `kind` is one of actor, holder, alias, got 'actr'"),
        (HEAD + ROWS + "actor,,Roe,,NOR,,person,,,\n", r"mine\.csv:5: a row of kind actor needs id"),
        (HEAD + "actor,roe,Roe,,NORXXX,,person,,,\n", r"mine\.csv:2: .*'NORXXX' is no code"),
        (HEAD + "actor,roe,Roe,,NORGOV,XX,person,,,\n", r"mine\.csv:2: 'XX' is the code of no country"),
        (HEAD + "actor,roe,Roe,,NORGOV,,loud,,,\n", r"mine\.csv:2: .*'loud'"),
        (HEAD + "holder,,Ann Roe,,NORGOV,NOR,,minister,last year,\n", r"mine\.csv:2: .*from"),
        (HEAD + "holder,,Ann Roe,,NORGOV,NOR,,minister,2020,2019\n", r"mine\.csv:2: '2019' lies before '2020'"),
        (HEAD + "alias,no-such-id,,Roe,,,,,,\n", r"mine\.csv:2: nothing is known by the id 'no-such-id'"),
        (HEAD + "alias,hamas\n", r"mine\.csv:2: the row has not as many cells"),
        (HEAD + "actor,hamas,Hamas,,PSEREB,,organisation,,,\n", r"mine\.csv:2: entry 'hamas' stands in our own"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load(written(tmp_path, text))
