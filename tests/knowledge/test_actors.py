"""Actors, installations and their ties."""

from collections import Counter

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor, ActorFile, actors
from reportedly.knowledge.datafile import parse
from reportedly.knowledge.installations import InstallationKind, installations
from reportedly.schema import HopKind, RelationKind

BY_ID: dict[str, Actor] = {actor.id: actor for actor in actors()}
HEAD = "source: test\nlicence: CC-BY-4.0\nversion: 1\nentries:\n"


def test_how_many() -> None:
    assert len(actors()) >= 450
    assert len(installations()) >= 150


def test_ids_are_unique_over_both_files() -> None:
    ids = Counter([*(actor.id for actor in actors()), *(place.id for place in installations())])
    assert [entity for entity, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    ("entity", "code", "voice"),
    [
        ("kataib-hezbollah", "IRQREB", HopKind.ORGANISATION),
        ("hezbollah", "LBNREB", HopKind.ORGANISATION),
        ("islamic-revolutionary-guard-corps", "IRNMIL", HopKind.OFFICIAL),
        ("united-nations", "UNO", HopKind.ORGANISATION),
        ("nato", "IGO", HopKind.ORGANISATION),
        ("european-union", "EUR", HopKind.ORGANISATION),
        ("us-central-command", "USAMIL", HopKind.OFFICIAL),
        ("islamic-state", "IMGREB", HopKind.ORGANISATION),
    ],
)
def test_codes_and_voices(entity: str, code: str, voice: HopKind) -> None:
    actor = BY_ID[entity]
    assert (actor.code, actor.voice) == (code, voice)


def test_ties_name_their_source() -> None:
    ties = [tie for actor in actors() for tie in actor.relations]
    assert len(ties) >= 300
    assert all(tie.source and "\n" not in tie.source for tie in ties)
    kataib = BY_ID["kataib-hezbollah"]
    assert (RelationKind.PROXY_OF, "IRN") in {(tie.kind, tie.object) for tie in kataib.relations}


def test_an_unknown_relation_is_an_error() -> None:
    lines = (
        "- id: a\n  name: A\n  kind: actor\n  code: USAMIL\n  voice: official\n"
        "  relations: [{kind: friend_of, object: USA, source: x}]\n"
    )
    with pytest.raises(KnowledgeError, match=r"friend_of.*entry 'a'"):
        parse("actors.yaml", HEAD + lines, ActorFile)


def test_a_strait_has_no_country_and_a_base_its_operator() -> None:
    by_id = {place.id: place for place in installations()}
    assert by_id["strait-of-hormuz"].country is None
    assert by_id["al-udeid-air-base"].operator == "USAMIL"
    assert by_id["al-udeid-air-base"].country == "QAT"
    assert {place.kind for place in installations()} == set(InstallationKind)
