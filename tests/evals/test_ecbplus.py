"""ECB+ is read without its line of address, and by topic."""

import gzip
import json
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.evals.ecbplus import story_texts


def line(topic: str, doc: str, sentences: list[str]) -> str:
    tokens = "".join(
        f'<token t_id="1" sentence="{at}" number="0">{word}</token>\n'
        for at, sentence in enumerate(sentences)
        for word in sentence.split()
    )
    return json.dumps({"topic": topic, "doc": doc, "subtopic": f"{topic}ecb", "xml": f"<Document>{tokens}</Document>"})


def test_addresses_are_left_out_and_topics_kept_to(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl.gz"
    lines = [
        line("3", "3_1", ["http : / / news . example / a", "Troops &amp; tanks left", "They left ."]),
        line("4", "4_1", ["Ships sailed ."]),
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    (only,) = story_texts(path, 1, 3)
    assert (only.topic, only.story, only.article.text) == (3, "3ecb", "Troops & tanks left\nThey left .")


def test_an_absent_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is absent"):
        story_texts(tmp_path / "none", 1, 3)
