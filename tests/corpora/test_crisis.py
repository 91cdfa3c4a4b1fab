"""The written corpus compiles, and holds what its page says of it."""

import importlib.util
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.evals import annotation_words
from reportedly.evals import gold as gold_file
from reportedly.evals.annotation import compiled

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "corpora" / "crisis").glob("*.yaml"))


@cache
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpora_check", ROOT / "corpora" / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def documents(path: Path) -> tuple[tuple[Any, dict[str, Any]], ...]:
    """The documents of a file, each with its gold."""
    read = [annotation_words.read(plain, check().Document) for plain in check().listed(path)]
    return tuple((document, compiled(document, document.text)) for document in read)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> object:
    """The exit status of the program."""
    monkeypatch.setattr(sys, "argv", ["check.py", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        check().main()
    return ended.value.code


def written(folder: Path, *documents: dict[str, Any]) -> Path:
    """A file of documents."""
    path = folder / "some.yaml"
    path.write_text(json.dumps(list(documents)), encoding="utf-8")
    return path


DOCUMENT: dict[str, Any] = {
    "id": "x-1", "style": "wire", "frame": "x", "text": "Rebels attacked the town.",
    "events": [{"type": "ASSAULT", "trigger": "attacked", "claims": [{"status": "occurred", "content": "Rebels"}]}],
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_the_annotation_stands_in_its_text(path: Path) -> None:
    for document, gold in documents(path):
        for event in gold["events"]:
            start, end = event["trigger"]
            assert document.text[start:end].strip(), document.id
        assert {claim["event"] for claim in gold["claims"]} == {event["id"] for event in gold["events"]}


def test_no_id_and_no_text_stands_twice() -> None:
    found = [document for path in FILES for document, _ in documents(path)]
    assert max(Counter(document.id for document in found).values()) == 1
    assert max(Counter(document.text for document in found).values()) == 1


def test_every_status_every_type_and_chains_of_four_occur() -> None:
    golds = [gold for path in FILES for _, gold in documents(path)]
    assert len({claim["status"] for gold in golds for claim in gold["claims"]}) == 9
    assert len({event["type"] for gold in golds for event in gold["events"]}) == 16
    assert max(len(claim["chain"]) for gold in golds for claim in gold["claims"]) == 4


def test_there_are_texts_with_nothing_to_code() -> None:
    assert sum(not gold["events"] for path in FILES for _, gold in documents(path)) >= 40


def test_a_document_is_counted_and_written_as_the_scorer_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, written(tmp_path, DOCUMENT), "--into", tmp_path / "gold") == 0
    assert "types (1 different, 1 in all): ASSAULT 1\n" in capsys.readouterr().out
    (article,) = gold_file.load(tmp_path / "gold")
    assert (article.gold.id, article.text) == ("x-1", DOCUMENT["text"])


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        ((), ["x-1", "x-2"]),
        (("--only", "held-"), ["x-2"]),
        (("--without", "held-"), ["x-1"]),
    ],
)
def test_the_documents_held_out_can_be_taken_alone_or_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], taken: list[str]
) -> None:
    path = written(tmp_path, DOCUMENT, {**DOCUMENT, "id": "x-2", "frame": "held-x"})
    assert run(monkeypatch, path, "--into", tmp_path / "gold", *options) == 0
    assert sorted(made.stem for made in (tmp_path / "gold").glob("*.txt")) == taken


@pytest.mark.parametrize(
    ("documents", "problem"),
    [
        ([DOCUMENT | {"text": "Rebels shelled the town."}], "some.yaml: x-1: 'attacked' is not found in the text"),
        ([DOCUMENT | {"colour": "red"}], "some.yaml: x-1: Object contains unknown field `colour`"),
        ([DOCUMENT, DOCUMENT], "some.yaml: x-1: the id is taken"),
        ([{"id": "x-1"}], "some.yaml: x-1: Object missing required field `events`"),
        ([], "no document was taken"),
    ],
)
def test_what_is_wrong_is_named_and_fails(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    documents: list[dict[str, Any]],
    problem: str,
) -> None:
    assert run(monkeypatch, written(tmp_path, *documents)) == 1
    assert problem in capsys.readouterr().err
