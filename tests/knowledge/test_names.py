"""Names found in rows of words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.check import collisions
from reportedly.knowledge.directory import directory
from reportedly.knowledge.names import Entry, Name, NameIndex, NameKind, name_index, tokens
from reportedly.knowledge.naming import split
from reportedly.knowledge.roster import roster
from reportedly.knowledge.spells import period
from reportedly.schema import HopKind


def found(text: str) -> list[tuple[str, str, str | None]]:
    words = tokens(text)
    return [(" ".join(words[a:b]), name.name, name.code) for a, b, name in name_index().find(words)]


def only(text: str) -> Name:
    hits = name_index().find(tokens(text))
    assert len(hits) == 1, hits
    return hits[0].name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. troops", ["U.S.", "troops"]),
        ("Iran's plan", ["Iran", "'s", "plan"]),
        ("Iran’s plan", ["Iran", "’s", "plan"]),
        ("Sana'a, B'Tselem", ["Sana'a", ",", "B'Tselem"]),
        ("US-led (2,500)", ["US-led", "(", "2,500", ")"]),
        ("the troops' base.", ["the", "troops", "'", "base", "."]),
        ("St. Petersburg", ["St.", "Petersburg"]),
        ("Lt. Gen. Roe met Gen. Doe.", ["Lt.", "Gen.", "Roe", "met", "Gen.", "Doe", "."]),
        ("a saint .", ["a", "saint", "."]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text(alphabet="GenSt. 's’\u00ad-1,U", max_size=30))
def test_a_token_stands_where_it_says(text: str) -> None:
    assert all(text.startswith(token.text, token.start) for token in split(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran", [("Iran", "Iran", "IRN")]),
        ("in St. Petersburg.", [("St. Petersburg", "St. Petersburg", "RUS")]),
        ("The Iranian Foreign Ministry", [("Iranian Foreign Ministry", "Iranian Foreign Ministry", "IRNGOV")]),
        ("South Sudan", [("South Sudan", "South Sudan", "SSD")]),
        ("the New York Times", [("New York Times", "New York Times", None)]),
        ("Kata’ib Hezbollah", [("Kata’ib Hezbollah", "Kataib Hezbollah", "IRQREB")]),
        ("KABUL (Reuters)", [("KABUL", "Kabul", "AFGGOV"), ("Reuters", "Reuters", None)]),
        ("US ARMY BASE", [("US ARMY", "US Army", "USAMIL")]),
        ("in Kiev", [("Kiev", "Kyiv", "UKRGOV")]),
        ("Nato and Unicef", [("Nato", "NATO", "IGO"), ("Unicef", "UNICEF", "UNO")]),
        ("who is with us", []),
        ("IRAN IS READY", [("IRAN", "Iran", "IRN")]),
        ("the turkey", []),
    ],
)
def test_longest_match_and_case(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


def test_kinds() -> None:
    assert only("Iranian").kind is NameKind.ADJECTIVE
    assert only("Iranians").code == "IRN"
    assert only("Tehran").code == "IRNGOV"
    assert only("Tehran").country == "IRN"
    assert only("Kharkiv").entity == "UKR/Kharkiv"
    assert only("the Kremlin").voice is HopKind.OFFICIAL
    assert only("Strait of Hormuz").kind is NameKind.PLACE
    assert only("al-Asad Air Base").operator == "IRQMIL"
    assert only("Abkhazia").entity == "abkhazia"


def test_people_carry_office_and_terms() -> None:
    trump = directory().person(only("Donald J. Trump").entity)
    assert trump is not None
    assert {spell.title for spell in trump.spells} >= {"president"}
    assert [trump.at(period(day)) is not None for day in ("2018", "2023", "2025-06")] == [True, False, True]
    assert only("Donald J. Trump").voice is HopKind.OFFICIAL
    assert only("António Guterres").code == "UNO"
    assert only("António Guterres").voice is HopKind.OFFICIAL
    assert only("Hassan Nasrallah").voice is HopKind.ORGANISATION
    assert only("Juan Guaidó").voice is HopKind.PERSON


def test_ambiguous_names_need_the_article_and_no_capital_behind() -> None:
    assert found("Times have changed") == []
    assert found("the Standard Chartered bank") == []
    times = only("the Times reported")
    assert times.kind is NameKind.OUTLET
    assert times.entity is None
    assert {"new-york-times", "times-of-london", "los-angeles-times"} <= set(times.candidates)
    assert only("The Guardian reported").entity == "the-guardian"
    assert only("the Guardian reported").entity == "the-guardian"
    assert [hit[1] for hit in found("the Guardian Council")] == ["Guardian Council"]
    assert only("the Senate voted").entity == "us-senate"


def test_names_do_not_overlap_and_stay_in_order() -> None:
    hits = name_index().find(tokens("The Times of Israel, quoting the White House, said Iran's army left Iraq"))
    assert all(a.last <= b.first for a, b in pairwise(hits))
    assert [hit.name.name for hit in hits] == ["Times of Israel", "White House", "Iranian army", "Iraq"]


def test_no_two_entities_share_a_spelling_that_is_not_marked_ambiguous() -> None:
    assert list(collisions(roster())) == []


def test_every_spelling_is_found_whole() -> None:
    index = name_index()
    for entry in roster():
        if not entry.bound:
            words = tokens(entry.text)
            assert [(hit.first, hit.last) for hit in index.find(words)] == [(0, len(words))], entry.text


def test_a_bound_name_of_one_holder_keeps_its_entity() -> None:
    crier = Name(name="Crier", kind=NameKind.OUTLET, entity="crier")
    index = NameIndex([Entry("Crier", crier, bound=True)])
    assert index.find(["the", "Crier"]) == [(1, 2, crier)]
    assert index.find(["Crier"]) == []


@given(st.lists(st.sampled_from([*"the The THE Iran US IS Times of Israel ' , . New NEW YORK York".split(), "’s"])))
def test_any_row_of_words_gives_ordered_spans_inside_it(words: list[str]) -> None:
    hits = name_index().find(words)
    assert all(0 <= hit.first < hit.last <= len(words) for hit in hits)
    assert all(a.last <= b.first for a, b in pairwise(hits))
