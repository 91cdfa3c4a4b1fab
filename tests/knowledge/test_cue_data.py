from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import yaml

FILES = ("cues", "status", "voices", "verbs")
ACTS = {
    "say", "report", "confirm", "claim", "deny", "warn", "threaten", "promise", "demand", "accuse",
    "refuse_comment", "believe", "show", "ask", "agree", "quote",
}  # fmt: skip
STATUSES = {
    "occurred", "ongoing", "planned", "threatened", "warned", "demanded", "averted", "denied", "hypothetical",
}  # fmt: skip
KINDS = {"outlet", "official", "organisation", "person", "witness", "document", "unnamed"}
COMPLEMENTS = {
    "bare", "to", "not", "ing", "that", "clause", "noun", "subject", "participle", "compound", "obj-to",
    "obj-not-to", "obj-from-ing", "obj-against-ing", "of", "of-ing", "for", "at", "in", "about", "over",
    "against",
}  # fmt: skip
OPERATOR_KINDS = {"operator", "modal", "negation", "condition", "adjective", "noun"}
CUE_SECTIONS = ("verbs", "phrases", "nouns", "adverbs", "passives", "headline")
SECTORS = {
    "MIL", "GOV", "REB", "COP", "CVL", "OPP", "JUD", "LEG", "SPY", "PTY", "JRN", "REF", "MED", "BUS", "CRM",
    "REL", "EDU", "LAB", "NGO", "IGO",
}  # fmt: skip


@cache
def load(name: str) -> Any:
    resource = files("reportedly.knowledge") / "data" / f"{name}.yaml"
    return yaml.load(resource.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def strings(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf that stands in a list, with the key of the list."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from strings(value, name)
    elif isinstance(node, list):
        for value in node:
            if isinstance(value, (dict, list)):
                yield from strings(value, key)
            else:
                yield key, value


def complements(group: dict[str, Any]) -> list[str]:
    value = group["complement"]
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", FILES)
def test_names_source_licence_and_version(name: str) -> None:
    data = load(name)
    assert list(data)[:3] == ["source", "licence", "version"]
    assert data["licence"] == "CC-BY-4.0"
    assert data["version"] == 1


@pytest.mark.parametrize("name", FILES)
def test_every_listed_word_is_a_trimmed_string(name: str) -> None:
    bad = [(key, value) for key, value in strings(load(name)) if not isinstance(value, str) or not value]
    assert not bad, "quote on, off, no, yes"
    assert not [v for k, v in strings(load(name)) if k not in {"words"} and v != v.strip()]


@pytest.mark.parametrize("name", ("cues", "status"))
def test_words_are_lower_case(name: str) -> None:
    assert not [value for key, value in strings(load(name)) if value != value.lower()]


def test_cues_have_the_keys_of_the_format() -> None:
    required = {"words", "act", "status", "certainty", "frame"}
    optional = {"status_frame", "addressee", "source", "kind", "link"}
    for section in CUE_SECTIONS:
        for group in load("cues")[section]:
            assert required <= set(group) <= required | optional, group["words"][:3]
            assert group["act"] in ACTS
            assert group["status"] is None or group["status"] in STATUSES
            assert 0.0 <= group["certainty"] <= 1.0
            assert set(group.get("status_frame", [])) <= set(group["frame"]), group["words"][:3]
            assert group.get("kind", "unnamed") in KINDS


def test_a_cue_stands_once_in_its_section() -> None:
    for section in CUE_SECTIONS:
        counts = Counter(word for group in load("cues")[section] for word in group["words"])
        assert not [word for word, n in counts.items() if n > 1], section


def test_enough_cues_over_all_acts() -> None:
    groups = [group for section in CUE_SECTIONS for group in load("cues")[section]]
    assert sum(len(group["words"]) for group in groups) >= 1300
    assert {group["act"] for group in groups} == ACTS
    assert {"according to", "in the words of", "on condition of anonymity"} <= {
        word for group in load("cues")["phrases"] for word in group["words"]
    }


def test_operators_have_the_keys_of_the_format() -> None:
    required = {"words", "status", "certainty", "voice", "complement", "kind"}
    optional = {"reported", "tense", "initial", "drop"}
    for group in load("status")["operators"]:
        assert required <= set(group) <= required | optional, group["words"][:3]
        assert group["status"] in STATUSES
        assert group["kind"] in OPERATOR_KINDS
        assert set(complements(group)) <= COMPLEMENTS, group["words"][:3]
        assert isinstance(group["voice"], bool)
        assert 0.0 <= group["certainty"] <= 1.0


def test_no_operator_sets_two_statuses_in_one_construction() -> None:
    seen: dict[tuple[object, ...], str] = {}
    clashes = []
    for group in load("status")["operators"]:
        for word in group["words"]:
            for complement in complements(group):
                key = (word, group["kind"], complement, group.get("tense"), group.get("initial"))
                if seen.setdefault(key, group["status"]) != group["status"]:
                    clashes.append(key)
    assert not clashes


@pytest.mark.parametrize(
    ("status", "least"),
    [("planned", 350), ("threatened", 80), ("warned", 300), ("demanded", 220), ("averted", 280),
     ("denied", 350), ("hypothetical", 180), ("ongoing", 150)],
)  # fmt: skip
def test_enough_operators_for_each_status(status: str, least: int) -> None:
    words = {w for g in load("status")["operators"] if g["status"] == status for w in g["words"]}
    assert len(words) >= least


@pytest.mark.parametrize(
    ("word", "complement", "status"),
    [("will", "bare", "planned"), ("threaten to", "to", "threatened"), ("could", "bare", "warned"),
     ("call on", "obj-to", "demanded"), ("hold off", "ing", "averted"), ("deny", "ing", "denied"),
     ("if", "clause", "hypothetical"), ("continue to", "to", "ongoing"), ("alleged", "noun", "occurred"),
     ("would have", "participle", "hypothetical"), ("thwarted", "noun", "averted"),
     ("weigh", "ing", "planned")],
)  # fmt: skip
def test_rulings_of_the_codebook(word: str, complement: str, status: str) -> None:
    groups = [g for g in load("status")["operators"] if word in g["words"]]
    found = {g["status"] for g in groups if complement in complements(g)}
    assert found == {status}


def test_verbs_of_threat_promise_demand_and_denial_are_voices() -> None:
    voiced = {w for g in load("status")["operators"] if g["voice"] for w in g["words"]}
    speech = {
        "threaten to",
        "vow to",
        "pledge to",
        "promise to",
        "urge",
        "demand",
        "call on",
        "order",
        "deny",
    }
    assert speech <= voiced
    assert not {"plan to", "prepare to", "will", "foil", "if"} & voiced


def test_voices_by_kind() -> None:
    kinds = load("voices")["kinds"]
    assert set(kinds) == KINDS == set(load("voices")["patterns"]) | {"person"}
    counts = Counter(word for words in kinds.values() for word in words)
    assert not [word for word, n in counts.items() if n > 1]
    assert len(counts) >= 700


@pytest.mark.parametrize(
    ("head", "kind"),
    [("minister", "official"), ("police", "official"), ("rebel", "organisation"), ("analyst", "person"),
     ("resident", "witness"), ("satellite image", "document"), ("source", "unnamed"),
     ("news agency", "outlet"),
     ("union", "organisation"), ("candidate", "person"), ("court", "official"), ("diplomat", "official")],
)  # fmt: skip
def test_rulings_12_and_26(head: str, kind: str) -> None:
    assert head in load("voices")["kinds"][kind]


def test_titles_and_modifiers() -> None:
    voices = load("voices")
    assert len(voices["titles"]) == len(set(voices["titles"])) >= 200
    assert {"former", "ex-", "retired", "late", "ousted"} <= set(voices["former"])
    titled = {title for titles in voices["title_kinds"].values() for title in titles}
    assert titled <= set(voices["titles"])
    assert len(voices["unnamed_phrases"]) >= 50


def test_security_heads_by_sector() -> None:
    heads = load("voices")["security_heads"]
    assert set(heads) == SECTORS
    counts = Counter(word for words in heads.values() for word in words)
    assert not [word for word, n in counts.items() if n > 1]
    assert len(counts) >= 600


@pytest.mark.parametrize(
    ("section", "least"),
    [("verbs", 3000), ("nounish", 500), ("auxiliaries", 60), ("prepositions", 100), ("conjunctions", 50),
     ("determiners", 60), ("pronouns", 60), ("adverbs", 600), ("adjectives", 900)],
)  # fmt: skip
def test_enough_common_words(section: str, least: int) -> None:
    words = load("verbs")[section]
    assert len(words) == len(set(words)) >= least


def test_nounish_verbs_are_verbs() -> None:
    verbs = load("verbs")
    assert set(verbs["nounish"]) <= set(verbs["verbs"])
    assert {"attack", "strike", "talk", "report", "force", "base", "plan"} <= set(verbs["nounish"])
    assert not {"kill", "say", "arrive", "agree"} & set(verbs["nounish"])
