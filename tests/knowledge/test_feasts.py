from itertools import pairwise

import pytest

from reportedly.knowledge.feasts import Feast, feasts


def test_a_feast_comes_about_once_a_year() -> None:
    for name, found in feasts().items():
        for feast in found:
            gaps = [(later - earlier).days for earlier, later in pairwise(feast.starts)]
            assert all(345 <= gap <= 390 for gap in gaps), name


def test_eid_is_two_feasts() -> None:
    assert len(feasts()["eid"]) == 2


def test_a_feast_needs_a_rule_or_a_table() -> None:
    with pytest.raises(ValueError, match="needs days"):
        Feast(names=("none",), days=1)
