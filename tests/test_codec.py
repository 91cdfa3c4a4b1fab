import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codec import decode, encode, json_schema
from reportedly.errors import CodecError
from reportedly.schema import Article, Issue, Noun, Quantity, Reading, Span
from strategies import readings

ARTICLE: dict[str, Any] = {"id": "a1", "text": "Gunners shelled Lind."}
PROVENANCE: dict[str, Any] = {"reader": "hand", "version": "0", "model": "none", "config": "0"}
EVENT: dict[str, Any] = {"id": "e1", "type": "ASSAULT", "trigger": [8, 15]}
HOP: dict[str, Any] = {"kind": "official"}
CLAIM: dict[str, Any] = {
    "id": "c1",
    "event": "e1",
    "status": "occurred",
    "certainty": 1,
    "confidence": 1,
    "content": [0, 20],
    "chain": [HOP],
}
READING: dict[str, Any] = {"article": ARTICLE, "events": [EVENT], "claims": [CLAIM], "provenance": PROVENANCE}


def refused(given: dict[str, Any] | str | bytes) -> str:
    with pytest.raises(CodecError) as caught:
        decode(given if isinstance(given, str | bytes) else json.dumps(given), Reading)
    message = str(caught.value)
    assert message.startswith("not a Reading: ")
    assert message.endswith("; see docs/reference/reading.md")
    assert len(message.splitlines()) == 1
    return message


def test_a_span_is_a_pair_and_what_is_unknown_is_null() -> None:
    assert json.loads(encode(decode(json.dumps(READING), Reading))) == {
        "article": {
            **dict.fromkeys(("url", "title", "outlet", "byline", "dateline", "language")),
            **dict.fromkeys(("canonical_url", "owner", "wire", "feed")),
            **dict.fromkeys(("published_at", "date_source", "date_precision")),
            **ARTICLE,
        },
        "sentences": [],
        "mentions": [],
        "events": [{"mode": None, "context": [], "actors": [], "recipients": [], "places": [], "date": None, **EVENT}],
        "claims": [
            {**CLAIM, "chain": [{"source": None, "cue": None, **HOP, "entity": None, "name": None}], "numbers": []}
        ],
        "figures": [],
        "relations": [],
        "citations": [],
        "provenance": {**PROVENANCE, "gazetteer": None, "read_at": None},
    }


def test_letters_of_every_script_are_written_as_they_are() -> None:
    line = encode(Issue(where="قصف 😀.txt", problem="is empty", remedy="\u2028"))
    assert "قصف 😀.txt".encode() in line


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ([], "surely"),
        (["article"], "$.article"),
        (["events", 0], "$.events[0]"),
        (["claims", 0], "$.claims[0]"),
        (["claims", 0, "chain", 0], "$.claims[0].chain[0]"),
        (["provenance"], "$.provenance"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_its_place(path: list[Any], place: str) -> None:
    given = json.loads(json.dumps(READING))
    part = given
    for step in path:
        part = part[step]
    part["surely"] = 1
    message = refused(given)
    assert "unknown field `surely`" in message
    assert place in message


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["events", 0, "type"], "ATTACK", "$.events[0].type"),
        (["events", 0, "mode"], "visit", "$.events[0]"),
        (["claims", 0, "status"], "possible", "$.claims[0].status"),
        (["claims", 0, "chain", 0, "kind"], "source", "$.claims[0].chain[0].kind"),
        (["claims", 0, "certainty"], 1.5, "$.claims[0]"),
        (["claims", 0, "content"], [0, 20, 3], "at most length 2"),
        (["claims", 0, "content"], [20], "$.claims[0].content"),
        (["claims", 0, "content"], [5, 5], "$.claims[0].content"),
        (["claims", 0, "content"], [0, 999], "leaves a text of 21 code points"),
        (["claims", 0, "event"], "e9", "unknown event 'e9'"),
        (["article", "text"], " ", "$.article"),
        (["article", "published_at"], "yesterday", "$.article.published_at"),
        (["article", "id"], 7, "$.article.id"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_its_place(path: list[Any], value: object, place: str) -> None:
    given = json.loads(json.dumps(READING))
    part = given
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert place in refused(given)


@pytest.mark.parametrize("key", ["article", "provenance"])
def test_a_missing_key_is_an_error_that_names_it(key: str) -> None:
    assert f"missing required field `{key}`" in refused({k: v for k, v in READING.items() if k != key})


@pytest.mark.parametrize(
    "given",
    ["", "{", "[]", "null", "{} {}", "[" * 100_000, '{"article":' * 100_000, b"\xff\xfe", "\ud800", '"\\ud800"'],
    ids=range(10),
)
def test_what_is_no_json_is_an_error(given: str | bytes) -> None:
    refused(given)


@given(st.binary() | st.text())
def test_any_bytes_are_a_reading_or_an_error_of_ours(given: bytes | str) -> None:
    with pytest.raises(CodecError):
        decode(given, Reading)


@settings(max_examples=30)
@given(readings(), st.data())
def test_a_reading_cut_short_is_an_error(reading: Reading, data: st.DataObject) -> None:
    line = encode(reading)
    with pytest.raises(CodecError):
        decode(line[: data.draw(st.integers(0, len(line) - 1))], Reading)


def test_the_message_names_the_noun_that_was_wanted() -> None:
    with pytest.raises(CodecError, match="not a Quantity: "):
        decode("{}", Quantity)


@pytest.mark.parametrize("noun", [Article(id="\udcff", text="x"), Issue(where="a", problem="b", remedy="\ud800")])
def test_half_a_surrogate_pair_cannot_be_written(noun: Noun) -> None:
    with pytest.raises(CodecError, match=f"a {type(noun).__name__} cannot be written"):
        encode(noun)


def test_a_number_beyond_all_floats_is_an_error_and_a_long_one_is_kept() -> None:
    long = {"what": "money", "low": 10**40, "high": None, "span": [0, 1]}
    assert decode(json.dumps(long), Quantity) == Quantity(what="money", low=10**40, high=None, span=Span(0, 1))  # type: ignore[arg-type]
    with pytest.raises(CodecError, match="out of range"):
        decode(json.dumps(long).replace("null", "1e999"), Quantity)


def test_the_schema_is_that_of_a_reading() -> None:
    schema = json_schema()
    assert schema["$ref"] == "#/$defs/Reading"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
