"""The weights of tension: all there, each with a reason, none for what cannot be judged."""

import msgspec
import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tension import ModeWeight, TensionWeights, check_whole, tension_weights
from reportedly.schema import Credibility, EventType, Status


def test_every_weight_has_a_reason() -> None:
    found = tension_weights()
    rows = [*found.types, *found.modes, *found.statuses, *found.credibility, found.backed, found.half_life_days]
    assert all(len(each.why) > 3 for each in rows)


def test_a_mode_goes_before_its_type() -> None:
    found = tension_weights()
    assert found.severity(EventType.COERCE, "seize") > found.severity(EventType.COERCE, None)
    assert found.severity(EventType.ASSAULT, "drone") == found.severity(EventType.ASSAULT, None) == 10
    assert found.severity(EventType.RETREAT, "ceasefire") < 0


def test_what_cannot_be_judged_has_no_number() -> None:
    found = tension_weights()
    assert found.share(Credibility.UNKNOWN) is None
    shares = [found.share(each) for each in Credibility if each is not Credibility.UNKNOWN]
    assert shares == sorted((each for each in shares if each is not None), reverse=True)


def test_nearer_to_happening_weighs_more() -> None:
    found = tension_weights()
    order = [Status.DENIED, Status.DEMANDED, Status.WARNED, Status.THREATENED, Status.PLANNED, Status.OCCURRED]
    shares = [found.standing(each) for each in order]
    assert shares == sorted(shares)


def changed(**parts: object) -> TensionWeights:
    return msgspec.structs.replace(tension_weights(), **parts)


def test_tables_are_whole() -> None:
    own = tension_weights()
    for parts in ({"types": own.types[1:]}, {"statuses": own.statuses[1:]}, {"credibility": own.credibility[1:]}):
        with pytest.raises(KnowledgeError, match="have none for"):
            check_whole(changed(**parts))


def test_nothing_is_given_twice_or_out_of_range() -> None:
    own = tension_weights()
    digit = msgspec.structs.replace(own.credibility[0], digit=Credibility.UNKNOWN)
    bad: list[tuple[str, dict[str, object]]] = [
        ("given twice", {"statuses": (*own.statuses, own.statuses[0])}),
        ("has no number", {"credibility": (*own.credibility, digit)}),
        ("belongs to no type", {"modes": (ModeWeight(type=EventType.AID, mode="drone", weight=1, why="never"),)}),
        ("between 0 and 1", {"backed": msgspec.structs.replace(own.backed, weight=2)}),
        ("finite", {"types": (msgspec.structs.replace(own.types[0], weight=float("inf")), *own.types[1:])}),
        ("more than 0", {"half_life_days": msgspec.structs.replace(own.half_life_days, weight=0)}),
    ]
    for problem, parts in bad:
        with pytest.raises(ValueError, match=problem):
            changed(**parts)
