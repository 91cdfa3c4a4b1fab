import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.byline import byline_of, cleaned, names_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Quill", "Mara Quill"),
        ("by Mara Quill", "Mara Quill"),
        ("BY MARA QUILL", "MARA QUILL"),
        ("By: Mara  Quill", "Mara Quill"),
        ("By Mara Quill and Ilo Brandt", "Mara Quill and Ilo Brandt"),
        ("By Mara Quill, Ilo van der Brandt and Sèra al-Homsi", "Mara Quill, Ilo van der Brandt and Sèra al-Homsi"),
        ("By Mara Quill, Associated Press", "Mara Quill, Associated Press"),
        ("By Mara Quill in Ostrel, Varland", "Mara Quill"),
        ("Written by Mara O'Quill-Brandt", "Mara O'Quill-Brandt"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert names_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "By the river, soldiers waited",
        "By Thursday the town had fallen.",
        "By nightfall",
        "Mara Quill",
        "Stand by Mara Quill",
        "By Mara Quill " + "and Ilo Brandt " * 20,
        "By Mara Quill said that it was late",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert names_of(line) is None


def test_the_first_byline_counts() -> None:
    assert byline_of(["A headline", "By Mara Quill", "By Ilo Brandt"]) == "Mara Quill"
    assert byline_of(["A headline"]) is None


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("Mara Quill", "Mara Quill"),
        ("By  Mara Quill ", "Mara Quill"),
        ("Mara Quill Published 7:07 PM EST Nov 19, 2025", "Mara Quill"),
        ("Mara Quill | Updated March 3, 2026", "Mara Quill"),
        ("Mara Quill Thursday, March 12, 2026", "Mara Quill"),
        ("Mara May", "Mara May"),
        ("admin", None),
        ("https://example.org/authors/mara", None),
        ("mara@example.org", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_a_credit_of_metadata_is_cleaned(credit: str, name: str | None) -> None:
    assert cleaned(credit) == name


@given(st.text(alphabet="By AaN,-and&|in.'", max_size=200))
def test_any_line_is_a_byline_or_not(line: str) -> None:
    assert names_of(line) != ""
    assert names_of("By " + line) != ""


@pytest.mark.parametrize("piece", ["A", "Aa ", "Aa, ", "Aa and ", "Aa & ", "A. ", "Aa-", "Aa' ", "Aa | ", "in "])
def test_no_line_takes_long(piece: str) -> None:
    start = time.process_time()
    names_of("By " + piece * 60)
    assert time.process_time() - start < 0.5
