import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.wordrules import WordRules, lower

RULES = WordRules(
    shapes={"figure": r"\d+", "name": r"[^\W\d_]+", "mark": r"[^\w\s]"},
    classes={"month": ["may", "june"], "unit": ["day", "days"]},
    phrases={"some": "at least | about"},
    rules=[("date", '(month={month}) (day={figure}) (?: "," (year={figure}))?'), ("count", "{some} (count={figure})")],
    proper=["may"],
)


def test_a_hit_names_its_rule_and_parts() -> None:
    (hit,) = RULES.find("On June 3, 2020")
    assert (hit.rule, hit.start, hit.end) == ("date", 3, 15)
    assert {name: part.words for name, part in hit.parts.items()} == {
        "month": ("june",),
        "day": ("3",),
        "year": ("2020",),
    }
    assert (hit.parts["day"].start, hit.parts["day"].end) == (8, 9)


def test_a_part_that_is_left_out_is_not_there() -> None:
    (hit,) = RULES.find("June 3")
    assert set(hit.parts) == {"month", "day"}


def test_phrases_and_spaces() -> None:
    assert [hit.rule for hit in RULES.find("At  least 5, about 6")] == ["count", "count"]


def test_proper_words_need_a_capital() -> None:
    assert list(RULES.find("he may 3")) == []
    assert [hit.start for hit in RULES.find("he left May 3")] == [8]


def test_only_the_part_asked_for_is_read() -> None:
    text = "June 1 and June 2"
    assert [(hit.start, hit.end) for hit in RULES.find(text, 5)] == [(11, 17)]
    assert [(hit.start, hit.end) for hit in RULES.find(text, 0, 6)] == [(0, 6)]


@pytest.mark.parametrize("text", ["İstanbul", "STRASSE ẞ", "ΑΣ", "plain"])
def test_lower_keeps_every_offset(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(st.text())
def test_lower_keeps_the_length_of_any_text(text: str) -> None:
    assert len(lower(text)) == len(text)
