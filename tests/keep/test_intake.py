from collections.abc import Iterable, Iterator

import pytest

from reportedly.extract.threaded import Threaded
from reportedly.keep.intake import Intake, Taken
from reportedly.pipeline import Pipeline
from reportedly.schema import Article, Capture, FetchOutcome, Issue, Provenance, Reading

BY = Provenance(reader="t", version="1", model="m", config="0")


def capture(name: str, text: str = "Gunners shelled the pier of Lind on Sunday night, the mayor said.") -> Capture:
    return Capture(name=name, id=name, media_type="text/plain", body=text.encode())


class Picky:
    """Reads all but the articles whose id begins with `bad`, on which it breaks."""

    name = "picky"
    provenance = BY

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.read_ids: list[str] = []

    def read_one(self, article: Article) -> Reading:
        if article.id.startswith("bad"):
            raise self.error
        self.read_ids.append(article.id)
        return Reading(article=article, provenance=BY)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return (self.read_one(article) for article in articles)


def of(taken: list[Taken]) -> list[tuple[list[bool], int]]:
    """For each capture whether its articles were read, and how many issues it has."""
    return [([piece.reading is not None for piece in one.pieces], len(one.issues)) for one in taken]


def test_captures_become_articles_with_readings_in_their_order() -> None:
    taken = Intake(Pipeline(reader=Picky(ValueError())), lambda _: True).take([capture("a"), capture("b")])
    assert [piece.reading.article.id for one in taken for piece in one.pieces if piece.reading] == ["a", "b"]


def test_what_need_not_be_read_is_not_read() -> None:
    reader = Picky(ValueError())
    taken = Intake(Pipeline(reader=reader), lambda article: article.id != "a").take([capture("a"), capture("b")])
    assert of(taken) == [([False], 0), ([True], 0)]
    assert reader.read_ids == ["b"]


def test_what_cannot_be_opened_or_cleaned_is_an_issue_in_its_place() -> None:
    lost = Issue(where="x", problem="no such file", remedy="check the path")
    taken = Intake(Pipeline(reader=Picky(ValueError())), lambda _: True).take([lost, capture("e", ""), capture("a")])
    assert of(taken) == [([], 1), ([], 1), ([True], 0)]


@pytest.mark.parametrize("threads", [0, 1, 3])
@pytest.mark.parametrize("bad", [{0}, {3}, {2, 3}, {0, 1, 2, 3, 4, 5}, {5}])
def test_an_article_on_which_the_reader_breaks_stops_no_other(threads: int, bad: set[int]) -> None:
    picky = Picky(IndexError("list index out of range"))
    reader = Threaded(picky, threads) if threads else picky
    names = [f"bad{number}" if number in bad else f"ok{number}" for number in range(6)]
    taken = Intake(Pipeline(reader=reader), lambda _: True).take([capture(name) for name in names])
    assert of(taken) == [([number not in bad], int(number in bad)) for number in range(6)]
    problems = [issue.problem for one in taken for issue in one.issues]
    assert problems == ["the reader broke on it (IndexError: list index out of range)"] * len(bad)


def test_a_page_on_which_the_cleaner_breaks_is_an_issue() -> None:
    class Broken:
        def articles(self, capture: Capture) -> Iterator[Article | Issue]:
            raise RecursionError(*([capture.name] * 0))

    pipeline = Pipeline(cleaner=Broken(), reader=Picky(ValueError()))
    (taken,) = Intake(pipeline, lambda _: True).take([capture("a")])
    (issue,) = taken.issues
    assert issue.problem == "the cleaner broke on it (RecursionError)"


def test_an_interrupt_is_no_mistake_of_a_page() -> None:
    with pytest.raises(KeyboardInterrupt):
        Intake(Pipeline(reader=Picky(KeyboardInterrupt())), lambda _: True).take([capture("bad")])  # type: ignore[arg-type]


def test_a_wall_is_no_article_and_is_named() -> None:
    body = b"<html><title>Subscribe to continue</title><body>Subscribe to continue reading this story.</body></html>"
    wall = Capture(name="w", media_type="text/html", body=body)
    (taken,) = Intake(Pipeline(reader=Picky(ValueError())), lambda _: True).take([wall])
    assert (taken.pieces, taken.wall) == ([], FetchOutcome.PAYWALL)
    (good,) = Intake(Pipeline(reader=Picky(ValueError())), lambda _: True).take([capture("a")])
    assert good.wall is None
