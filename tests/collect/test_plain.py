from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.plain import headline
from reportedly.schema import Article, Capture, Issue

ENGLISH = "The army said that the shells fell on the town, and that it was not known who had fired them. "

WRITTEN = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\f\x85")


@given(st.text(alphabet=WRITTEN, min_size=1, max_size=99))
def test_the_text_is_the_input_code_point_for_code_point(text: str) -> None:
    capture = Capture(name="x", id="x", media_type="text/plain", body=text.encode())
    (found,) = StandardCleaner().articles(capture)
    if text.removeprefix("\ufeff").strip():
        assert isinstance(found, Article)
        assert found.text == text.removeprefix("\ufeff")
    else:
        assert isinstance(found, Issue)


def test_line_ends_and_blanks_stay_as_they_are(article: Callable[..., Article]) -> None:
    text = "  Shells fall\r\n\r\nThe army\tsaid so.\r\rNobody\u00a0was hurt. \n\n"
    assert article(text, "text/plain").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_text(article: Callable[..., Article], encoding: str) -> None:
    assert article("Shells fell – twice.".encode(encoding), "text/plain").text == "Shells fell – twice."


def test_headline_byline_and_dateline_are_recorded_and_stay(article: Callable[..., Article]) -> None:
    text = "Shells fall on Ostrel\n\nBy Mara Quill\n\nOSTREL, Varland (Reuters) - The army said so.\n"
    found = article(text, "text/plain")
    assert found.text == text
    assert (found.title, found.byline, found.dateline) == (
        "Shells fall on Ostrel",
        "Mara Quill",
        "OSTREL, Varland (Reuters)",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shells fall on Ostrel\n\nThe army said so.", "Shells fall on Ostrel"),
        ("\n\nShells fall\r\n\r\nThe army said so.", "Shells fall"),
        ("Why the shells fell?\n\nThe army said so.", "Why the shells fell?"),
        ("Shells fell on Ostrel.\n\nThe army said so.", None),
        ("Shells fall on Ostrel\nThe army said so.", None),
        ("Shells fall on Ostrel", None),
        ("Shells " * 60 + "\n\nThe army said so.", None),
        ("Ostrel:\n\nThe army said so.", None),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(text: str, title: str | None) -> None:
    assert headline(text) == title


def test_nothing_but_blanks_is_an_issue(issue: Callable[..., Issue]) -> None:
    assert issue(" \n\t\r\n", "text/plain").problem == "there is no text in it"


def test_a_text_in_another_language_is_an_issue(issue: Callable[..., Issue]) -> None:
    german = "Die Armee teilte mit, dass die Granaten auf die Stadt gefallen sind und es nicht klar ist. " * 5
    assert issue(german, "text/plain").problem == "looks German"


def test_the_language_is_recorded_where_there_is_enough_text(article: Callable[..., Article]) -> None:
    assert article(ENGLISH * 5, "text/plain").language == "en"
    assert article(ENGLISH, "text/plain").language is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_an_issue(cleaned: Callable[..., Article | Issue], body: bytes) -> None:
    assert isinstance(cleaned(body, "text/plain"), Article | Issue)
