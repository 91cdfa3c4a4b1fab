import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.dateline import dateline_of, find


@pytest.mark.parametrize(
    ("printed", "text", "agency"),
    [
        ("WASHINGTON (Reuters) - ", "WASHINGTON (Reuters)", "Reuters"),
        ("GENEVA, March 3 (AFP) — ", "GENEVA, March 3 (AFP)", "AFP"),
        ("Geneva, 3 March (AFP) – ", "Geneva, 3 March (AFP)", "AFP"),
        ("ST. JOSEPH, Mich. (AP) — ", "ST. JOSEPH, Mich. (AP)", "AP"),
        ("MOSCOW, March 3. /TASS/. ", "MOSCOW, March 3. /TASS/", "TASS"),
        ("KABUL (Pajhwok): ", "KABUL (Pajhwok)", "Pajhwok"),
        ("(Reuters) — ", "(Reuters)", "Reuters"),
        ("Dec 29 (Reuters) - ", "Dec 29 (Reuters)", "Reuters"),
        ("BEIRUT — ", "BEIRUT", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("BEIRUT - ", "BEIRUT", None),
        ("KABUL, Afghanistan — ", "KABUL, Afghanistan", None),
        ("GENEVA, March 3: ", "GENEVA, March 3", None),
        ("NEW YORK/LONDON -- ", "NEW YORK/LONDON", None),
        ("UNITED NATIONS, Sept. 30, 2026 — ", "UNITED NATIONS, Sept. 30, 2026", None),
        ("Beirut, Lebanon – ", "Beirut, Lebanon", None),
        ("New Delhi, March 3 — ", "New Delhi, March 3", None),
    ],
)
@pytest.mark.parametrize("sentence", ["The army said so.", "“It is over,” she said.", "Four people were hurt."])
def test_datelines(printed: str, text: str, agency: str | None, sentence: str) -> None:
    found = find(printed + sentence)
    assert found is not None
    assert (found.text, found.agency) == (text, agency)
    assert (printed + sentence)[found.end :] == sentence


@pytest.mark.parametrize("line", ["Washington:", "New Delhi:", "Ostrel, Varland:", "Rio de Janeiro:"])
def test_a_dateline_may_be_a_line_of_its_own(line: str) -> None:
    found = find(line)
    assert found is not None
    assert (found.text, found.end) == (line[:-1], len(line))


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "The army said so.",
        "Trump: I will not go",
        "Analysis: Why the river matters",
        "LOOK: Photos Of The River That Everybody Shares",
        "OSTREL: All You Need To Know",
        "Read more:",
        "Key Points:",
        "What We Know:",
        "Editor's note: This story was corrected.",
        "UPDATE — The army said so.",
        "NATO — the alliance of the North Atlantic — said so.",
        "Varland – a country of rivers – said so.",
        "The army (said) - Yes.",
        "Mr. Brandt (Varland) said so.",
        "A UN official - Mara Quill - said so.",
        "WASHINGTON AND ALL THE OTHER CAPITALS OF THE WORLD THAT EVER WERE AND WILL BE UNTIL THE END OF TIME — No.",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert find(paragraph) is None


def test_the_first_dateline_of_some_lines_counts() -> None:
    lines = ["Shells fall on Ostrel", "OSTREL (AFP) - The army said so.", "GENEVA (AP) - Others did not."]
    assert dateline_of(lines) == "OSTREL (AFP)"
    assert dateline_of(lines[:1]) is None


@given(st.text(alphabet="Aa ,.-/(:—", max_size=200))
def test_a_dateline_ends_in_its_paragraph(paragraph: str) -> None:
    found = find(paragraph)
    assert found is None or 0 < found.end <= len(paragraph)


@pytest.mark.parametrize("piece", ["A", "A ", "A, ", "A. ", "A/", "A-", "(", "A (", "Aa ", ": "])
def test_no_paragraph_takes_long(piece: str) -> None:
    start = time.process_time()
    find(piece * 200)
    assert time.process_time() - start < 0.5
