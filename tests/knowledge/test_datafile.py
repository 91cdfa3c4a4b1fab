"""YAML as the data files use it."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import load, parse
from reportedly.knowledge.yamlfile import YamlShapeError, read
from reportedly.schema import Noun


class Thing(Noun, frozen=True, kw_only=True):
    name: str
    size: float = 1.0
    big: bool = False
    note: str | None = None


def test_words_stay_words_and_records_say_what_they_mean() -> None:
    assert read("a: [no, 10, 'null', null, {b: ~}]\n") == {"a": ["no", "10", "null", None, {"b": None}]}
    assert parse("t.yaml", "name: no\nsize: 2\nbig: true\nnote: null\n", Thing) == Thing(
        name="no", size=2.0, big=True, note=None
    )


def test_an_empty_text_is_none() -> None:
    assert read("# nothing\n") is None


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: &x 1\nb: *x\n", "? [a]\n: 1\n", "~: 1\n"])
def test_shapes_that_are_not_read(text: str) -> None:
    with pytest.raises(YamlShapeError):
        read(text)


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\na: 2\n"])
def test_what_is_no_yaml_names_the_file(text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"t\.yaml is no YAML"):
        parse("t.yaml", text, Thing)


def test_an_unknown_key_outside_entries() -> None:
    with pytest.raises(KnowledgeError, match=r"t\.yaml: .*`colour`"):
        parse("t.yaml", "name: a\ncolour: red\n", Thing)


def test_a_missing_file() -> None:
    with pytest.raises(KnowledgeError, match=r"nowhere\.yaml is missing"):
        load("nowhere.yaml", Thing)
