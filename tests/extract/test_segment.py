from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.segment import passages
from reportedly.schema import PassageKind

CASES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PIECES = st.sampled_from(
    [
        "He left.",
        "The U.S. Army",
        "“No.”",
        "said",
        "(Reuters)",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "5 p.m.",
        "…",
        "!?",
        ". . .",
        "al-Shabab",
        "\U0001f600",
        "é",
        "[1]",
        "ended.The",
        "No. 5",
        "\t",
        "a" * 80,
    ]
)


def sentences(text: str) -> list[str]:
    return [sentence.of(text) for passage in passages(text) for sentence in passage.sentences]


@pytest.mark.parametrize("case", CASES)
def test_hard_cases_of_news_prose(case: str) -> None:
    text = case.replace("‖", " ").replace("¦", "")
    assert sentences(text) == case.replace("¦", "‖").split("‖")


def test_there_are_enough_hard_cases() -> None:
    assert len(CASES) >= 120


def test_every_line_is_a_paragraph_with_absolute_offsets() -> None:
    text = "Army seizes bridge\n\nKRAV (Reuters) - It fell. \nNobody died.\n\n\n  The end.  \n"
    found = passages(text)
    assert [passage.text for passage in found] == [
        "Army seizes bridge",
        "KRAV (Reuters) - It fell.",
        "Nobody died.",
        "The end.",
    ]
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in found)


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Five dead in blast at market", PassageKind.HEADLINE),
        ("Who fired first?", PassageKind.HEADLINE),
        ("Minister calls truce 'dead'", PassageKind.HEADLINE),
        ("The bridge fell on Monday.", PassageKind.BODY),
        ("He called it “over.”", PassageKind.BODY),
        ("KRAV:", PassageKind.BODY),
        ("word " * 30, PassageKind.BODY),
    ],
)
def test_the_first_paragraph_is_the_headline_where_it_looks_like_one(first: str, kind: PassageKind) -> None:
    found = passages(f"{first}\n\nThe army said so.\n\nThe bridge")
    assert [passage.kind for passage in found] == [kind, PassageKind.BODY, PassageKind.BODY]


def test_a_single_line_is_no_headline() -> None:
    assert [passage.kind for passage in passages("Five dead in blast")] == [PassageKind.BODY]


def test_a_line_that_goes_on_in_lower_case_is_one_paragraph() -> None:
    text = "The U.S.-led\ncoalition\nstruck twice. It said so.\nThe rest."
    assert sentences(text) == ["The U.S.-led\ncoalition\nstruck twice.", "It said so.", "The rest."]


def test_hard_line_breaks_are_taken_out() -> None:
    text = (
        "The minister said on Monday that the port of Var would stay closed until\n"
        "the mines had been cleared. Two ships were waiting outside the harbour at\n"
        "Dask, one of them with grain on board. Nobody on the quay could say when\n"
        "President Olsen would come. The talks go on in Lune, where the envoys of\n"
        "both sides met again.\n"
        "\n"
        "A second paragraph."
    )
    assert [len(passage.sentences) for passage in passages(text)] == [4, 1]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\u2028"])
def test_blank_text_has_no_passages(text: str) -> None:
    assert passages(text) == ()


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_sentences_partition_the_paragraphs(text: str) -> None:
    end = 0
    for passage in passages(text):
        assert passage.start >= end
        assert passage.text == text[passage.start : passage.start + len(passage.text)]
        assert passage.sentences[0].start == passage.start
        end = passage.start
        for sentence in passage.sentences:
            assert not text[end : sentence.start].strip()
            assert sentence.of(text).strip() == sentence.of(text)
            end = sentence.end
        assert end == passage.start + len(passage.text)
    assert not text[end:].strip()
