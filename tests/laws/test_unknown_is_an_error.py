"""An unknown key, kind or code is an error at load, never a default: in the data files and their codes."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import (
    abbreviations,
    actors,
    agents,
    codes,
    countries,
    feasts,
    folding,
    homonyms,
    inflect,
    installations,
    lexicons,
    offices,
    outlets,
    quantities,
    tension,
    time_rules,
    toponyms,
    yamlfile,
)
from reportedly.knowledge.datafile import parse
from reportedly.schema import Noun

DATA = files("reportedly") / "knowledge" / "data"
FILES: dict[str, type[Noun]] = {
    "abbreviations.yaml": abbreviations.Abbreviations,
    "actors/groups.yaml": actors.ActorFile,
    "agents.yaml": agents.Agents,
    "countries.yaml": countries.CountryFile,
    "cues.yaml": lexicons.Cues,
    "feasts.yaml": feasts.FeastFile,
    "folding.yaml": folding.FoldingRules,
    "homonyms.yaml": homonyms.HomonymFile,
    "irregular.yaml": inflect.Irregular,
    "offices/IRQ.yaml": offices.OfficeFile,
    "outlets.yaml": outlets.OutletFile,
    "places.yaml": installations.InstallationFile,
    "quantities.yaml": quantities.QuantityWords,
    "status.yaml": lexicons.Operators,
    "tension.yaml": tension.TensionWeights,
    "timex_rules.yaml": time_rules.TimeRules,
    "toponyms.yaml": toponyms.ToponymWords,
    "triggers.yaml": lexicons.Triggers,
    "verbs.yaml": lexicons.ClosedClasses,
    "voices.yaml": lexicons.Voices,
}
KINDS = [
    ("triggers.yaml", "entries", "type", "ATTACK"),
    ("triggers.yaml", "entries", "type", "assault"),
    ("status.yaml", "operators", "status", "possible"),
    ("cues.yaml", "verbs", "kind", "newspaper"),
    ("cues.yaml", "verbs", "status", "said"),
]


@cache
def sample(name: str) -> dict[str, Any]:
    """A data file with one record of each list of records; the lists of words as they are."""
    whole = yamlfile.read((DATA / name).read_text(encoding="utf-8"))
    assert isinstance(whole, dict)
    return {key: value[:1] if _is_records(value) else value for key, value in whole.items()}


def _is_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def load(name: str, plain: dict[str, Any]) -> Noun:
    return parse(name, json.dumps(plain), FILES[name])  # whatever is JSON is YAML


def lists() -> list[tuple[str, str]]:
    return [(name, key) for name in FILES for key, value in sample(name).items() if _is_records(value)]


def test_every_data_file_is_held_to_this() -> None:
    kinds = {
        "actors": actors.ActorFile,
        "offices": offices.OfficeFile,
    }
    top = [path.name for path in DATA.iterdir() if path.name.endswith(".yaml")]
    assert sorted(name for name in FILES if "/" not in name) == sorted(top)
    assert {FILES[name] for name in FILES if "/" in name} == set(kinds.values())
    assert {path.name for path in DATA.iterdir() if path.is_dir()} == kinds.keys()


@pytest.mark.parametrize("name", FILES)
def test_the_sample_of_a_data_file_is_read(name: str) -> None:
    assert isinstance(load(name, sample(name)), FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_an_unknown_key_of_a_data_file_is_an_error(name: str) -> None:
    with pytest.raises(KnowledgeError, match=f"{name}: Object contains unknown field `surely`"):
        load(name, {**sample(name), "surely": "1"})


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("key", ["source", "licence"])
def test_a_data_file_says_its_source_and_licence(name: str, key: str) -> None:
    assert len(sample(name)[key]) > 3


@pytest.mark.parametrize(("name", "key"), lists())
def test_an_unknown_key_of_an_entry_is_an_error_that_names_the_file(name: str, key: str) -> None:
    entry = {**sample(name)[key][0], "surely": "1"}
    with pytest.raises(KnowledgeError, match=f"{name}: .*`surely`"):
        load(name, {**sample(name), key: [entry]})


@pytest.mark.parametrize(("name", "key"), lists())
def test_a_missing_key_of_an_entry_is_an_error(name: str, key: str) -> None:
    with pytest.raises(KnowledgeError, match=f"{name}: .*missing required field"):
        load(name, {**sample(name), key: [{}]})


@pytest.mark.parametrize(("name", "key", "field", "word"), KINDS)
def test_an_unknown_kind_is_an_error(name: str, key: str, field: str, word: str) -> None:
    entry = {**sample(name)[key][0], field: word}
    with pytest.raises(KnowledgeError, match=f"{name}: Invalid enum value '{word}'"):
        load(name, {**sample(name), key: [entry]})


@pytest.mark.parametrize("code", ["USAXXX", "US", "", "usa", "USAMILX", "USAmil", "USA MIL", "USAMILGOV", "IGONAT"])
def test_an_unknown_code_is_an_error(code: str) -> None:
    with pytest.raises(ValueError, match="is no code"):
        codes.check_code(code)


@pytest.mark.parametrize("code", ["XXX", "XXXGOV", ""])
def test_an_unknown_country_is_an_error_that_says_where(code: str) -> None:
    with pytest.raises(KnowledgeError, match=f"here: '{code}' begins with no country"):
        countries.check_country(code, "here")
