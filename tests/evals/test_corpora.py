"""Where gold lies, and what is said where it does not."""

from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.evals.corpora import foreign, given, standard


def make(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_the_gold_of_the_project_may_be_quoted_and_what_lies_beside_it_not(tmp_path: Path) -> None:
    root, shared = tmp_path / "project", tmp_path / "shared"
    make(root / "evals" / "gold" / "demo" / "a.gold.json", root / "evals" / "gold" / "compile.py")
    make(root / "evals" / "gold" / "empty" / "README.md", shared / "gold" / "visible" / "v.gold.json")
    make(
        shared / "gold" / "train" / "t.gold.json",
        shared / "data" / "article_extraction" / "ground-truth.json",
        shared / "data" / "time" / "wikiwars-train.jsonl.gz",
    )
    found = standard(root, {}, train=False)
    assert [(c.task, c.quotable) for c in found.readings] == [
        ("reading/demo", True),
        ("reading/visible", False),
    ]
    assert [(c.task, c.quotable) for c in found.extraction] == [("extraction/pages", False)]
    assert [c.task for c in found.times] == ["times/wikiwars"]
    assert [c.task for c in found.dates] == ["dates/visible", "dates/train"]
    assert found.absent == ()
    assert [c.task for c in standard(root, {}, train=True).readings][2:] == ["reading/train"]


def test_what_is_absent_is_named(tmp_path: Path) -> None:
    found = standard(tmp_path, {}, train=True)
    assert found.readings == found.extraction == found.times == found.dates == ()
    assert [path.name for path in found.absent] == [
        "visible",
        "train",
        "article_extraction",
        "wikiwars-train.jsonl.gz",
    ]


def test_the_environment_points_elsewhere(tmp_path: Path) -> None:
    make(
        tmp_path / "g" / "visible" / "v.gold.json",
        tmp_path / "d" / "article_extraction" / "ground-truth.json",
    )
    names = {"REPORTEDLY_GOLD": str(tmp_path / "g"), "REPORTEDLY_DATA": str(tmp_path / "d")}
    found = standard(tmp_path / "project", names, train=False)
    assert [c.folder for c in (*found.readings, *found.extraction)] == [
        tmp_path / "g" / "visible",
        tmp_path / "d" / "article_extraction",
    ]


def test_folders_that_are_given_are_all_there_is(tmp_path: Path) -> None:
    found = given((tmp_path / "one", tmp_path / "two"))
    assert [corpus.task for corpus in found.readings] == ["reading/one", "reading/two"]
    assert found.extraction == ()
    assert not any(corpus.quotable for corpus in found.readings)


def test_two_folders_of_one_name_would_be_one_task(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2 folders of gold are named 'one'"):
        given((tmp_path / "one", tmp_path / "two", tmp_path / "other" / "one"))


def test_a_folder_with_the_name_of_a_standard_one_is_foreign(tmp_path: Path) -> None:
    root = tmp_path / "project"
    own, same_name = root / "evals" / "gold" / "demo", tmp_path / "mine" / "demo"
    make(own / "a.gold.json", same_name / "a.gold.json", tmp_path / "shared" / "gold" / "train" / "t.gold.json")
    roundabout = root / "evals" / ".." / "evals" / "gold" / "demo"
    train = tmp_path / "shared" / "gold" / "train"
    assert foreign((own, same_name, roundabout, train), root, {}) == (same_name,)
