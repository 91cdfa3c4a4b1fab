import gzip
import json
from pathlib import Path

import pytest

from reportedly.models.neural.labels import PLV_ROOTS, Head, Role
from reportedly.models.neural.windows import Cutter
from reportedly.schema import Span
from reportedly.train import sentences
from reportedly.train.examples import Example, Range
from vocabulary import vocabulary


@pytest.fixture
def cutter(tmp_path: Path) -> Cutter:
    return Cutter(vocabulary(tmp_path))


def lines(path: Path, *rows: object) -> Path:
    content = "\n".join(json.dumps(row) for row in rows).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def words(example: Example, text: str, at: Range) -> str:
    held = example.window.words[slice(*at)]
    return Span(held[0].span.start, held[-1].span.end).of(text)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O B-S I-S O", [("S", 1, 3)]),
        ("B-S B-S I-T", [("S", 0, 1), ("S", 1, 2), ("T", 2, 3)]),
        ("I-S I-S", [("S", 0, 2)]),
        ("O O", []),
    ],
)
def test_bio_tags_become_spans(tags: str, spans: list[tuple[str, int, int]]) -> None:
    assert list(sentences.bio(tags.split())) == spans


def test_an_attribution_has_its_source_and_content_in_pieces(tmp_path: Path, cutter: Cutter) -> None:
    text = "The port, an officer said, is shut."
    row = {
        "id": "a", "annotator": "x", "text": text,
        "attributions": [{"source": [[10, 20]], "cue": [[21, 25]], "content": [[0, 8], [27, 34]]}],
    }  # fmt: skip
    (example,) = sentences.polnear(lines(tmp_path / "p.jsonl.gz", row), cutter)
    (anchor,) = example.anchors
    assert words(example, text, anchor.at) == "said"
    assert [words(example, text, at) for at in anchor.roles[Role.POLNEAR_SOURCE]] == ["an officer"]
    assert [words(example, text, at) for at in anchor.roles[Role.POLNEAR_CONTENT]] == ["The port", "is shut"]
    assert set(example.tags) == {Head.POLNEAR}


def test_a_predicate_has_its_factuality(tmp_path: Path, cutter: Cutter) -> None:
    row = {"text": "Rebels killed - it said - two", "targets": [{"span1": [1, 2], "label": 2.5}]}
    (example,) = sentences.uds(lines(tmp_path / "u.jsonl", row), cutter)
    (anchor,) = example.anchors
    assert (words(example, row["text"], anchor.at), anchor.happened) == ("killed", 2.5)


def test_token_tags_land_on_their_words(tmp_path: Path, cutter: Cutter) -> None:
    row = {"tokens": ["U.S.", "army", "hit", "it"], "tags": ["B-S", "I-S", "B-R", "O"]}
    (example,) = sentences.tagged(lines(tmp_path / "c.jsonl", row), cutter, Head.CAMEO, "cameo")
    assert example.tags[Head.CAMEO].tolist() == [1, 2, 2, 2, 2, 5, 0]


def test_a_pair_has_its_root_and_its_two_parties_where_the_marks_stand(tmp_path: Path, cutter: Cutter) -> None:
    row = {
        "sentence": "Oster said Oster hit Karm.",
        "marked_sentence": "Oster said <s>Oster</s> hit <t>Karm</t>.",
        "gold_root": "ASSAULT",
    }
    (example,) = sentences.plv(lines(tmp_path / "v.jsonl", row), cutter)
    assert [anchor.at for anchor in example.anchors] == [(2, 3), (4, 5)]
    assert PLV_ROOTS[example.root] == "ASSAULT"
