import re

from reportedly.export.html.style import ties


def test_rules_name_every_claim_and_event_and_no_more() -> None:
    rules = ties(3, 2)
    assert set(re.findall(r"\.k(\d+)c", rules)) == {"1", "2", "3"}
    assert set(re.findall(r"\.e(\d+)t", rules)) == {"1", "2"}
    assert set(re.findall(r'data-k="(\d+)"', rules)) == {"1", "2", "3"}


def test_a_trigger_is_painted_over_a_source_over_a_participant_over_content() -> None:
    rules = ties(1, 1)
    places = [rules.index(f"{mark}{{background") for mark in (".k1c", ".e1p", ".k1s", ".e1t")]
    assert places == sorted(places)


def test_without_claims_there_are_no_rules() -> None:
    assert ties(0, 0) == ""
