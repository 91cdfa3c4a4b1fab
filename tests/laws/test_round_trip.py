"""What is written is read back as it was."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import schema
from reportedly.codec import decode, encode, json_schema
from reportedly.schema import Noun, Reading
from strategies import NOUNS, readings


def test_there_is_a_strategy_for_every_noun() -> None:
    kinds = [getattr(schema, name) for name in schema.__all__]
    assert {*NOUNS} == {kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Noun)} - {Noun}


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_decoding_what_was_encoded_gives_the_same_noun(kind: type[Noun], data: st.DataObject) -> None:
    noun = data.draw(NOUNS[kind])
    line = encode(noun)
    assert decode(line, kind) == noun
    assert decode(line.decode(), kind) == noun
    assert encode(decode(line, kind)) == line


@settings(max_examples=30)
@given(readings())
def test_a_reading_is_one_line_of_json(reading: Reading) -> None:
    line = encode(reading)
    assert b"\n" not in line
    assert json.loads(line)["article"]["text"] == reading.article.text


@settings(max_examples=50)
@given(readings())
def test_every_span_of_a_reading_slices_to_words_of_its_text(reading: Reading) -> None:
    text = reading.article.text
    for span in reading.spans():
        assert span.of(text) == text[span.start : span.end] != ""
        assert len(span.of(text)) == span.end - span.start


def test_the_schema_is_the_same_each_time() -> None:
    assert json_schema() == json_schema()
