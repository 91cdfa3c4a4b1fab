from pathlib import Path

import msgspec
import pytest

from reportedly.errors import InputError
from reportedly.models.neural.card import CARD, Card, file_hash, load_card
from reportedly.models.neural.tuning import Tuning


def card(folder: Path) -> Card:
    (folder / "graph").write_bytes(b"weights")
    made = Card(
        name="tiny", version="1", base="none", licence="Apache-2.0", recipe="", data={"d": "0"},
        files={"graph": file_hash(folder / "graph")}, tuning=Tuning(lean={"cue": 1.0}),
    )  # fmt: skip
    (folder / CARD).write_bytes(msgspec.json.encode(made))
    return made


def test_a_card_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = card(tmp_path)
    assert load_card(tmp_path) == made


def test_a_file_that_is_not_the_cards_is_refused_by_name(tmp_path: Path) -> None:
    card(tmp_path)
    (tmp_path / "graph").write_bytes(b"other")
    with pytest.raises(InputError, match="graph: is not the file that its card names"):
        load_card(tmp_path)


@pytest.mark.parametrize("content", [None, b"{", b'{"name": 1}', b"[]"])
def test_a_folder_without_a_whole_card_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / CARD).write_bytes(content)
    with pytest.raises(InputError, match="is no model card"):
        load_card(tmp_path)
