"""The codebook page names every type, mode, status and kind, and its examples are coded by its own rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reportedly.export import labels
from reportedly.extract.reader import rules_reader
from reportedly.schema import (
    MODES,
    Article,
    Counted,
    EventType,
    HopKind,
    Noun,
    Reading,
    RelationKind,
    Status,
)

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "codebook.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^ *- “(?P<words>[^”]+)” →(?P<coded>.*(?:\n +(?! *- ).*)*)", re.MULTILINE)
CODING = re.compile(r"`(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<status>[a-z]+) \[(?P<chain>[^`]*)\]`")
FOUND = 0.7
"""At least this share of the codings has an event of that type and status in what the rules read."""


class Coding(Noun, frozen=True, kw_only=True):
    """One event of an example, with the one claim about it; hops are `(name, kind)`."""

    type: EventType
    mode: str | None
    status: Status
    chain: tuple[tuple[str, HopKind], ...]


@dataclass(frozen=True)
class Example:
    words: str
    codings: tuple[Coding, ...]


def hop(text: str) -> tuple[str, HopKind]:
    name, _, kind = text.rpartition("/")
    return name, HopKind(kind)


def coding(found: re.Match[str]) -> Coding:
    hops = found["chain"].split(" <- ") if found["chain"] else []
    return Coding(
        type=EventType(found["type"]),
        mode=found["mode"],
        status=Status(found["status"]),
        chain=tuple(hop(text) for text in hops),
    )


def examples() -> Iterator[Example]:
    for found in EXAMPLE.finditer(PAGE):
        yield Example(" ".join(found["words"].split()), tuple(map(coding, CODING.finditer(found["coded"]))))


EXAMPLES = list(examples())
CODINGS = [coding for example in EXAMPLES for coding in example.codings]


@cache
def reading(words: str) -> Reading:
    (made,) = rules_reader().read([Article(id="example", outlet="The Inland Herald", text=words)])
    return made


def found(words: str, coding: Coding) -> bool:
    made = reading(words)
    ids = {event.id for event in made.events if event.type is coding.type}
    return any(claim.event in ids and claim.status is coding.status for claim in made.claims)


def section(name: str) -> str:
    (body,) = re.findall(rf"^### {name}\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    return str(body)


def test_there_is_an_example_for_nearly_every_rule() -> None:
    assert len(EXAMPLES) >= 100
    hard = PAGE.partition("## Hard cases")[2]
    cases = re.findall(r"^\d+\. ", hard, re.MULTILINE)
    assert len(cases) == 20
    for case in re.split(r"^\d+\. ", hard, flags=re.MULTILINE)[1:]:
        assert EXAMPLE.search(case), case


@pytest.mark.parametrize("kind", EventType)
def test_a_type_has_its_section_with_all_its_modes_and_an_example(kind: EventType) -> None:
    body = section(kind)
    assert set(re.findall(r"`([a-z-]+)`", body)) >= MODES[kind]
    shown = {found["mode"] for found in CODING.finditer(body) if found["type"] == kind}
    assert shown
    if kind is not EventType.THREATEN:  # a threat of one of its modes mostly names an act that has a type
        assert shown >= MODES[kind]


@pytest.mark.parametrize("status", Status)
def test_a_status_has_a_row_and_an_example(status: Status) -> None:
    assert f"| `{status}` |" in PAGE
    assert any(coding.status is status for coding in CODINGS)


@pytest.mark.parametrize("kind", HopKind)
def test_a_kind_of_voice_has_a_row_and_an_example(kind: HopKind) -> None:
    assert f"| `{kind}` |" in PAGE
    assert any(kind is other for coding in CODINGS for _, other in coding.chain)


@pytest.mark.parametrize("name", [*Counted, *RelationKind])
def test_what_is_counted_and_how_mentions_are_tied_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.words[:50])
def test_an_example_is_coded_by_the_rules_and_read_without_error(example: Example) -> None:
    for coded in example.codings:
        assert coded.mode is None or coded.mode in MODES[coded.type]
        assert labels.kind(coded.type, coded.mode)
        for name, kind in coded.chain:
            assert name in example.words or (name, kind) == ("–", HopKind.UNNAMED)
    made = reading(example.words)
    assert all(span.of(example.words) for span in made.spans())


def test_most_of_the_examples_are_read_as_they_are_coded() -> None:
    hits = [(example.words, coded) for example in EXAMPLES for coded in example.codings]
    missed = [(words, coded.type, coded.status) for words, coded in hits if not found(words, coded)]
    assert 1 - len(missed) / len(hits) >= FOUND, missed
