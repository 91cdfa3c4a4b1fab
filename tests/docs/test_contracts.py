"""The examples of the reference are what they claim to be: a reading, settings, entries of data files."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

import reportedly
from reportedly import codec, schema, settings
from reportedly.knowledge.actors import Actor
from reportedly.knowledge.feasts import Feast
from reportedly.knowledge.homonyms import Homonym
from reportedly.knowledge.installations import Installation
from reportedly.knowledge.lexicons import CueGroup, Operator, TriggerGroup
from reportedly.knowledge.offices import Office
from reportedly.schema import Reading

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def block(page: str, language: str, number: int = 0) -> str:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return found[number]


def test_the_example_of_a_reading_fits_the_schema() -> None:
    made = codec.json_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    jsonschema.Draft202012Validator(made).validate(json.loads(block("reading.md", "json")))


def test_the_example_of_a_reading_decodes_and_loses_nothing() -> None:
    example = block("reading.md", "json")
    reading = codec.decode(example, Reading)
    assert json.loads(codec.encode(reading)) == json.loads(example)


def test_the_spans_of_the_example_are_the_words_it_speaks_of() -> None:
    reading = codec.decode(block("reading.md", "json"), Reading)
    text = reading.article.text
    (event,), (claim,) = reading.events, reading.claims
    assert event.trigger.of(text) == "attack"
    assert [hop.source.of(text) for hop in claim.chain if hop.source] == ["the Meridian Post", "Orvanian officials"]
    assert [hop.cue.of(text) for hop in claim.chain if hop.cue] == ["said", "Quoting"]
    assert claim.numbers[0].span.of(text) == "some 40"
    assert claim.content.of(text).startswith("the Brigades")


def test_every_key_of_the_contract_is_in_the_example() -> None:
    example = json.loads(block("reading.md", "json"))
    assert list(example) == list(Reading.__struct_fields__)
    (event,), (claim,) = example["events"], example["claims"]
    shown = [
        (example["article"], schema.Article),
        (example["mentions"][0], schema.Mention),
        (event, schema.Event),
        (event["actors"][0], schema.Participant),
        (event["places"][0], schema.EventPlace),
        (event["date"], schema.EventDate),
        (claim, schema.Claim),
        (claim["chain"][0], schema.Hop),
        (claim["numbers"][0], schema.Quantity),
        (example["relations"][0], schema.Relation),
        (example["citations"][0], schema.Citation),
        (example["provenance"], schema.Provenance),
    ]
    assert [list(record) for record, _ in shown] == [list(kind.__struct_encode_fields__) for _, kind in shown]


def test_the_settings_on_the_page_are_read(tmp_path: Path) -> None:
    file = tmp_path / "reportedly.toml"
    file.write_text(block("settings.md", "toml"))
    assert settings.load(file) == settings.Settings(threads=2)
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    assert all(f"| `{key}` |" in page for key in settings.Settings.__struct_fields__)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(0, Actor), (2, Homonym), (3, TriggerGroup), (4, Operator), (5, CueGroup), (6, Feast), (7, Installation)],
    ids=str,
)
def test_the_entries_of_data_files_on_the_page_have_their_form(number: int, kind: type[Any]) -> None:
    entries = yaml.safe_load(block("knowledge-files.md", "yaml", number))
    assert all(msgspec.convert(_plain(entry), kind, strict=False) for entry in entries)


def test_the_file_of_offices_on_the_page_has_its_form() -> None:
    page = _plain(yaml.safe_load(block("knowledge-files.md", "yaml", 1)))
    assert isinstance(page, dict)
    made = [msgspec.convert(office, Office, strict=False) for office in page["offices"]]
    assert [len(office.holders) for office in made] == [2]


def _plain(value: Any) -> Any:
    """As the project's own reader of YAML has it: dates are words."""
    if isinstance(value, dict):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_plain(held) for held in value]
    return value if isinstance(value, bool | None) else str(value)


def test_every_data_file_is_on_the_page() -> None:
    page = (REFERENCE / "knowledge-files.md").read_text(encoding="utf-8")
    for path in (ROOT / "src" / "reportedly" / "knowledge" / "data").glob("*.yaml"):
        assert f"`{path.name}`" in page


def test_the_errors_on_the_page_are_those_of_the_program() -> None:
    page = (ROOT / "docs" / "howto" / "read-errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?) \|", page, re.MULTILINE)
    assert len(rows) > 15
    program = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    program = program.replace("{MOST_TAGS:,}", "150,000").replace("{key}", "published_at")
    for message in re.findall(r"`([^`]+)`", "\n".join(rows)):
        assert message in program, message


def problems(source: str) -> Iterator[str]:
    """The problems that a module states in full: second argument of `InputError`, `problem` of `Issue`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            stated = node.args[1:2] if node.func.id == "InputError" else []
            stated += [keyword.value for keyword in node.keywords if keyword.arg == "problem"]
            yield from (each.value for each in stated if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_the_errors_of_the_program_are_on_the_page() -> None:
    page = (ROOT / "docs" / "howto" / "read-errors.md").read_text(encoding="utf-8")
    collect = (ROOT / "src" / "reportedly" / "collect").glob("*.py")
    stated = {problem for path in collect for problem in problems(path.read_text(encoding="utf-8"))}
    assert len(stated) > 10
    assert [problem for problem in sorted(stated) if problem.partition(":")[0] not in page] == []


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert str(citation["version"]) == reportedly.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (" AND ".join(citation["license"]), project["version"]) == (project["license"], reportedly.__version__)
    assert {"message", "title", "authors", "type"} <= citation.keys()


def test_the_changelog_has_the_form_it_names() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$", text, re.MULTILINE)
    assert releases[0] == "Unreleased"
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
