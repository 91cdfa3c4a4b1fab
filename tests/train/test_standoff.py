import gzip
import json
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from reportedly.errors import InputError
from reportedly.evals.gold import Gold
from reportedly.train import standoff
from reportedly.train.standoff import Place, StandOff, plain

SENTENCES = [["Rebels", "(", "two", ")", "did", "n't", '"', "hide", '"', "."], ["It", "'s", "$", "5", "."]]
TEXT = "Rebels (two) didn't \"hide\". It's $5."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("rams", "polnear", "muc4"):
        (tmp_path / folder).mkdir()
    rams = json.dumps({"doc_key": "k", "sentences": SENTENCES})
    (tmp_path / "rams/dev.jsonl.gz").write_bytes(gzip.compress(rams.encode()))
    polnear = json.dumps({"id": "k", "text": f"Before. {TEXT}"})
    (tmp_path / "polnear/train.jsonl.gz").write_bytes(gzip.compress(polnear.encode()))
    muc = json.dumps({"k": [{"document": ["one.", "two.", "three."]}]})
    (tmp_path / "muc4/train.json.gz").write_bytes(gzip.compress(muc.encode()))
    return tmp_path


def test_tokens_become_running_text() -> None:
    assert " ".join(plain(sentence) for sentence in SENTENCES) == TEXT


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(set="rams", part="dev", key="k"), TEXT),
        (Place(set="polnear", part="train", key="k", start=8, end=8 + len(TEXT)), TEXT),
        (Place(set="muc4", part="train", key="k", start=0, end=2), "one. two."),
    ],
)
def test_a_window_is_found_again_in_its_data_set(data: Path, place: Place, text: str) -> None:
    assert standoff.window(place, data) == text


def test_annotation_meets_its_text_by_hash(data: Path, tmp_path: Path) -> None:
    place = Place(set="rams", part="dev", key="k")
    gold = Gold(id="r1", sha256=sha256(TEXT.encode()).hexdigest())
    path = tmp_path / "rams.jsonl"
    path.write_bytes(msgspec.json.encode(StandOff(place=place, gold=gold)))
    (found,) = standoff.load(path, data)
    assert (found.gold, found.text) == (gold, TEXT)
    assert TEXT.encode() not in path.read_bytes()


def test_another_text_is_refused(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "rams.jsonl"
    made = StandOff(place=Place(set="rams", part="dev", key="k"), gold=Gold(id="r1", sha256="0"))
    path.write_bytes(msgspec.json.encode(made))
    with pytest.raises(InputError, match=r"rams\.jsonl:1: the text of k is not the one"):
        list(standoff.load(path, data))


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (Place(set="rams", part="dev", key="no"), "has no no"),
        (Place(set="rams", part="train", key="k"), "is missing"),
        (Place(set="else", part="dev", key="k"), "is missing"),
    ],
)
def test_a_window_that_is_not_there_is_an_error(data: Path, place: Place, message: str) -> None:
    with pytest.raises(InputError, match=message):
        standoff.window(place, data)


def test_a_broken_line_is_named(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "rams.jsonl"
    path.write_text('{"place": 1}')
    with pytest.raises(InputError, match=r"rams.jsonl:1"):
        list(standoff.load(path, data))
