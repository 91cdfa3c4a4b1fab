"""Shingles by hand, and the shapes of the folder of pages."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.evals.extraction import Page, PageScore, pages, score, score_page, summary, worst
from reportedly.evals.metrics import F1

BODY = "Ships left the port at dawn."


def page(body: str, name: str = "p") -> Page:
    return Page(id=name, html=b"<html>", body=body)


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (BODY, 1.0, 1.0),
        ("Ships -- left the port at DAWN", 2 / 3, 2 / 3),
        ("Ships left the port", 1.0, 1 / 3),
        (f"{BODY} Read more here", 0.5, 1.0),
        ("Nothing of the kind at all", 0.0, 0.0),
        ("dawn", 0.0, 0.0),
        (None, None, 0.0),
        ("...", None, 0.0),
    ],
)
def test_a_page_by_hand(found: str | None, precision: float | None, recall: float | None) -> None:
    got = score_page(page(BODY), lambda _: found)
    assert (got.precision, got.recall) == (pytest.approx(precision), pytest.approx(recall))


def test_repeated_shingles_count_as_often_as_both_hold_them() -> None:
    got = score_page(page("a b c d a b c d"), lambda _: "a b c d")
    assert got == PageScore(id="p", precision=1.0, recall=0.2)


def test_a_body_without_words_has_no_recall() -> None:
    assert score_page(page(""), lambda _: "four words too many") == PageScore(
        id="p", precision=0.0, recall=None
    )


def test_short_texts_are_one_shingle() -> None:
    assert score_page(page("Two words"), lambda _: "Two words") == PageScore(
        id="p", precision=1.0, recall=1.0
    )


def test_the_figures_are_means_over_pages_and_the_f1_of_the_means() -> None:
    rows = [
        PageScore(id="a", precision=1.0, recall=0.5),
        PageScore(id="b", precision=0.5, recall=0.5),
        PageScore(id="c", precision=None, recall=0.0),
    ]
    assert summary(rows) == F1(p=0.75, r=0.333, f1=0.462, n=3)
    assert summary([]) == F1(p=0.0, r=0.0, f1=0.0, n=0)


def test_the_worst_pages_come_first() -> None:
    rows = [
        PageScore(id="a", precision=1.0, recall=0.9),
        PageScore(id="b", precision=0.2, recall=1.0),
        PageScore(id="c", precision=None, recall=0.0),
    ]
    assert [row.id for row in worst(rows, 2)] == ["c", "b"]


@given(body=st.text(alphabet="abc ", min_size=1), found=st.text(alphabet="abc "))
def test_the_figures_of_a_page_swap_with_its_texts(body: str, found: str) -> None:
    there = score_page(page(body), lambda _: found)
    back = score_page(page(found), lambda _: body)
    assert (there.precision, there.recall) == (back.recall, back.precision)


def test_a_folder_holds_its_pages_zipped_or_not(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html").write_bytes(b"<p>one</p>")
    (tmp_path / "html" / "two.html.gz").write_bytes(gzip.compress(b"<p>two</p>"))
    truth = {name: {"articleBody": f"Body {name}", "url": "https://example.org"} for name in ("one", "two")}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    found = list(pages(tmp_path))
    assert found == [
        Page(id="one", html=b"<p>one</p>", body="Body one"),
        Page(id="two", html=b"<p>two</p>", body="Body two"),
    ]
    assert score(found, lambda html: f"Body {html[3:6].decode()}") == F1(p=1.0, r=1.0, f1=1.0, n=2)


def test_a_missing_truth_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ground-truth\.json: cannot be read"):
        list(pages(tmp_path))


DAMAGED = gzip.compress(b"<p>whole</p>" * 99)[:12] + b"\xff" * 40


@pytest.mark.parametrize(
    "content", [None, b"\x1f\x8b no gzip", gzip.compress(b"<p>cut off</p>" * 99)[:-9], DAMAGED]
)
def test_a_missing_or_broken_page_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "ground-truth.json").write_text('{"one": {"articleBody": "x"}}', encoding="utf-8")
    (tmp_path / "html").mkdir()
    if content is not None:
        (tmp_path / "html" / "one.html.gz").write_bytes(content)
    with pytest.raises(InputError, match=r"one\.html: cannot be read"):
        list(pages(tmp_path))
