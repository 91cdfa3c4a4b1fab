"""The report says what was measured, how it stands to its floors, and what went wrong."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from reportedly.evals import tasks
from reportedly.evals.corpora import Corpus
from reportedly.evals.extraction import Page
from reportedly.evals.gate import Floor
from reportedly.evals.gold import GoldArticle
from reportedly.evals.report import Report, markdown
from reportedly.evals.tasks import TaskResult
from reportedly.schema import Reading, Status


@pytest.fixture
def result(article: GoldArticle, perfect: Reading) -> TaskResult:
    plan = msgspec.structs.replace(perfect.claims[0], status=Status.OCCURRED)
    careless = msgspec.structs.replace(perfect, claims=(plan, *perfect.claims[1:]))
    return tasks.read(Corpus(task="reading/x", folder=Path("x"), quotable=True), [article], [careless])


@pytest.fixture
def pages() -> TaskResult:
    corpus = Corpus(task="extraction/x", folder=Path("x"))
    return tasks.extract(corpus, [Page(id="a", html=b"", body="one two three four")], lambda _: "one two")


def report(*results: TaskResult, floors: tuple[Floor, ...] = ()) -> str:
    return markdown(
        Report(
            version="9.9.9",
            reader="rules",
            measured_on=date(2026, 3, 10),
            results=results,
            floors=floors,
            absent=("train",),
        )
    )


def test_it_says_what_was_measured_on_what(result: TaskResult, pages: TaskResult) -> None:
    page = report(result, pages)
    assert page.startswith("# Evaluation of reportedly 9.9.9\n\nReader `rules`, measured on 2026-03-10")
    assert "| `reading/x` | 1 article | end_to_end 0.667 |" in page
    assert "| `extraction/x` | 1 page | extraction 0.000 |" in page
    assert "because the data were absent: train." in page


def test_nothing_is_said_of_absent_data_where_there_is_none() -> None:
    page = markdown(Report(version="9.9.9", reader="rules", measured_on=date(2026, 3, 10), results=()))
    assert "absent" not in page


def test_figures_stand_beside_floors(result: TaskResult) -> None:
    floors = (
        Floor(task="reading/x", metric="status_accuracy", value=0.7),
        Floor(task="reading/x", metric="false_occurred", value=0.6),
    )
    page = report(result, floors=floors)
    assert "| 3 | 0.667 | 0.700 | -0.033 |" in page
    assert "| 2 | 0.500 | ≤ 0.600 | +0.100 |" in page
    assert "| `events` | events found, with their type (F1) | 2 | 1.000 | – | – |" in page


def test_statuses_are_confused_in_a_table(result: TaskResult) -> None:
    page = report(result)
    assert "|  | occurred | denied | all |" in page
    assert "| **planned** | 1 |  | 1 |" in page
    assert "| **denied** |  | **1** | 1 |" in page


def test_what_we_get_wrong_is_counted_and_quoted(result: TaskResult) -> None:
    page = report(result)
    assert "### What we get wrong" in page
    assert "| wrong status | 1 |" in page
    assert "| wrong status | planned as occurred | 1 |" in page
    assert "- g1: “plan to attack Selm” (attack): gold planned / read occurred" in page


def test_words_of_others_are_counted_not_quoted(result: TaskResult) -> None:
    page = report(msgspec.structs.replace(result, quotable=False))
    assert "| wrong status | planned as occurred | 1 |" in page
    assert "plan to attack" not in page


def test_a_faultless_task_has_no_section_of_errors(article: GoldArticle, perfect: Reading) -> None:
    faultless = tasks.read(Corpus(task="reading/x", folder=Path("x")), [article], [perfect])
    assert "What we get wrong" not in report(faultless)


def test_marks_of_markdown_in_words_are_escaped(article: GoldArticle) -> None:
    text = article.text.replace("plan to attack", "[lan|to*attack")
    gold = msgspec.structs.replace(article, text=text)
    unread = tasks.read(Corpus(task="reading/x", folder=Path("x"), quotable=True), [gold], [])
    assert "“\\[lan\\|to\\*attack Selm”" in report(unread)
    assert "Not read at all: 1." in report(unread)
