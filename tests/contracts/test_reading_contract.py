"""The JSON of a reading: what stands in `docs/reference/reading.md` and what the records make of it are one."""

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reportedly.codec import decode, encode, json_schema
from reportedly.schema import (
    Counted,
    DatePrecision,
    DateSource,
    EventType,
    HopKind,
    MentionKind,
    NumberKind,
    PlacePrecision,
    Reading,
    RelationKind,
    Status,
    TimeBase,
    TimeKind,
    TimeModifier,
    TimeUnit,
)

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
EXAMPLE = (REFERENCE / "example-reading.json").read_text(encoding="utf-8")
CONTRACT = {
    "": "article sentences mentions events claims figures relations citations provenance",
    "article": "id url canonical_url title outlet owner wire feed byline dateline language published_at date_source "
    "date_precision text",
    "mentions": "id span kind entity value time number location",
    "mentions.time": "type timex3 until earliest latest granularity modifier anchor",
    "mentions.number": "kind what low high approx unit",
    "mentions.location": "name country lat lon radius_km precision candidates",
    "mentions.location.candidates": "entity name country lat lon score",
    "events": "id type mode context trigger actors recipients places date",
    "events.actors": "span entity code",
    "events.recipients": "span entity code",
    "events.places": "span entity name country lat lon precision radius_km candidates",
    "events.places.candidates": "entity name country lat lon score",
    "events.date": "span value earliest latest modifier anchor",
    "claims": "id event status certainty confidence content chain numbers",
    "claims.chain": "source cue kind entity name",
    "claims.numbers": "what low high approx span",
    "figures": "holder what low high approx span place date chain",
    "figures.chain": "source cue kind entity name",
    "relations": "subject kind object former subject_entity object_entity",
    "citations": "span name entity main",
    "provenance": "reader version model config gazetteer read_at",
}
SETS = {
    "article.date_source": DateSource,
    "article.date_precision": DatePrecision,
    "mentions.kind": MentionKind,
    "mentions.time.type": TimeKind,
    "mentions.time.granularity": TimeUnit,
    "mentions.time.modifier": TimeModifier,
    "mentions.time.anchor": TimeBase,
    "mentions.number.kind": NumberKind,
    "mentions.number.what": Counted,
    "mentions.location.precision": PlacePrecision,
    "events.places.precision": PlacePrecision,
    "events.type": EventType,
    "claims.status": Status,
    "claims.chain.kind": HopKind,
    "claims.numbers.what": Counted,
    "figures.what": Counted,
    "relations.kind": RelationKind,
}
SPANS = """sentences mentions.span events.trigger events.actors.span events.places.span events.date.span claims.content
    claims.chain.source claims.chain.cue claims.numbers.span figures.span figures.holder figures.place
    relations.subject relations.object citations.span""".split()

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def meant(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of one value: references followed, null and lists seen through."""
    while True:
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        elif "anyOf" in schema:
            schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
        elif "items" in schema:
            schema = schema["items"]
        else:
            return schema


def at(path: str) -> dict[str, Any]:
    """The schema of the value at a path such as `claims.chain.kind`."""
    found = meant(SCHEMA)
    for key in path.split(".") if path else ():
        found = meant(found["properties"][key])
    return found


def values(given: Any, path: str) -> Iterator[Any]:
    """What stands at a path of a document, in all records of a list."""
    if isinstance(given, list) and not (given and isinstance(given[0], int)):
        for each in given:
            yield from values(each, path)
    elif path and given is not None:
        head, _, tail = path.partition(".")
        yield from values(given[head], tail)
    elif given is not None:
        yield given


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_published_schema_is_that_of_the_records() -> None:
    published = (REFERENCE / "reading.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json.loads(json.dumps(SCHEMA))


@pytest.mark.parametrize("path", CONTRACT)
def test_every_object_has_exactly_the_keys_of_the_contract(path: str) -> None:
    assert list(at(path)["properties"]) == CONTRACT[path].split()


def test_a_reading_without_the_keys_that_came_later_is_read() -> None:
    older = json.loads(EXAMPLE)
    for mention in older["mentions"]:
        del mention["time"], mention["number"]
    for event in older["events"]:
        if event["date"]:
            del event["date"]["modifier"], event["date"]["anchor"]
    for key in ("canonical_url", "owner", "wire", "feed"):
        del older["article"][key]
    assert {mention.time for mention in decode(json.dumps(older), Reading).mentions} == {None}


@pytest.mark.parametrize("path", CONTRACT)
def test_every_key_is_on_the_page_of_the_contract(path: str) -> None:
    page = (REFERENCE / "reading.md").read_text(encoding="utf-8")
    named = {*re.findall(r"[`\"](\w+)[`\"]", page)}
    assert [key for key in CONTRACT[path].split() if key not in named] == []


@pytest.mark.parametrize("path", CONTRACT)
def test_an_object_with_an_unknown_key_is_refused(path: str) -> None:
    assert at(path)["additionalProperties"] is False
    given = json.loads(EXAMPLE)
    next(values(given, path))["surely"] = 1
    assert not VALIDATOR.is_valid(given)


@pytest.mark.parametrize("path", SETS)
def test_a_closed_set_is_that_of_the_codebook(path: str) -> None:
    labels: type[StrEnum] = SETS[path]
    assert sorted(at(path)["enum"]) == sorted(labels)


@pytest.mark.parametrize("path", SETS)
def test_a_word_outside_its_set_is_refused(path: str) -> None:
    given = json.loads(EXAMPLE)
    head, _, key = path.rpartition(".")
    next(values(given, head))[key] = "surely"
    assert not VALIDATOR.is_valid(given)


@pytest.mark.parametrize("path", SPANS)
def test_a_span_is_a_pair_of_whole_numbers(path: str) -> None:
    number = {"type": "integer"}
    span = at(path)
    assert (span["type"], span["prefixItems"], span["minItems"], span["maxItems"]) == ("array", [number] * 2, 2, 2)


def test_the_example_fits_the_schema_and_loses_nothing() -> None:
    VALIDATOR.validate(json.loads(EXAMPLE))
    assert json.loads(encode(decode(EXAMPLE, Reading))) == json.loads(EXAMPLE)


@pytest.mark.parametrize("path", CONTRACT)
def test_the_example_shows_a_value_for_every_key(path: str) -> None:
    shown = list(values(json.loads(EXAMPLE), path))
    assert [key for key in CONTRACT[path].split() if not any(each[key] not in (None, []) for each in shown)] == []


def test_the_example_says_what_its_words_say() -> None:
    reading = decode(EXAMPLE, Reading)
    text = reading.article.text
    assert [sentence.of(text)[-1] for sentence in reading.sentences] == list("t.....")
    assert [event.trigger.of(text) for event in reading.events] == ["attack", "bombed"]
    assert [[hop.source and hop.source.of(text) for hop in claim.chain] for claim in reading.claims] == [
        ["the Meridian Post", "Orvanian military officials"],
        ["Tarvosia"],
        ["a witness"],
    ]
    assert [number.span.of(text) for claim in reading.claims for number in claim.numbers] == ["some 40", "at least 12"]
