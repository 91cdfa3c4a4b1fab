"""The written corpus compiles, and holds what its page says of it."""

import importlib.util
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

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
def compiled(path: Path) -> tuple[tuple[dict[str, Any], dict[str, Any]], ...]:
    return tuple((document, check().gold(document)) for document in check().documents(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_the_annotation_stands_in_its_text(path: Path) -> None:
    for document, gold in compiled(path):
        for event in gold["events"]:
            start, end = event["trigger"]
            assert document["text"][start:end].strip(), document["id"]
        assert {claim["event"] for claim in gold["claims"]} == {event["id"] for event in gold["events"]}


def test_no_id_and_no_text_stands_twice() -> None:
    documents = [document for path in FILES for document, _ in compiled(path)]
    assert max(Counter(document["id"] for document in documents).values()) == 1
    assert max(Counter(document["text"] for document in documents).values()) == 1


def test_every_status_every_type_and_chains_of_three_occur() -> None:
    golds = [gold for path in FILES for _, gold in compiled(path)]
    assert len({claim["status"] for gold in golds for claim in gold["claims"]}) == 9
    assert len({event["type"] for gold in golds for event in gold["events"]}) == 16
    assert max(len(claim["chain"]) for gold in golds for claim in gold["claims"]) >= 3


def test_there_are_texts_with_nothing_to_code() -> None:
    assert sum(not gold["events"] for path in FILES for _, gold in compiled(path)) >= 40


def test_a_word_that_is_not_in_the_text_is_an_error() -> None:
    document = {
        "id": "x-1", "style": "wire", "frame": "x", "text": "Rebels attacked the town.",
        "events": [{"type": "ASSAULT", "trigger": "shelled", "claims": [{"status": "occurred", "content": "Rebels"}]}],
    }  # fmt: skip
    with pytest.raises(check().GoldError, match="'shelled' is not found"):
        check().gold(document)
