import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.collect.cleaner import StandardCleaner
from reportedly.errors import InputError, UsageError
from reportedly.pipeline import Pipeline, read, read_all
from reportedly.schema import Article, Capture, DateSource, Issue, Provenance, Reading

TEXT = "Gunners shelled the port of Lind on Sunday night.\n"
BROKEN = Issue(where="broken", problem="is broken", remedy="mend it")


class Feed:
    """Captures of the texts given, a broken one for None; keeps count of those asked for."""

    def __init__(self, *texts: str | None) -> None:
        self.texts = texts
        self.asked = 0

    def captures(self) -> Iterator[Capture | Issue]:
        for number, text in enumerate(self.texts):
            self.asked += 1
            made = text is not None and Capture(name=str(number), media_type="text/plain", body=text.encode())
            yield made or BROKEN


class Twice:
    """A cleaner that finds each article twice, and an issue between."""

    def articles(self, capture: Capture) -> Iterator[Article | Issue]:
        for half in "ab":
            yield Article(id=capture.name + half, text=capture.body.decode())
            if half == "a":
                yield BROKEN


class Blank:
    """A reader that finds nothing; keeps the ids of what it was given."""

    name = "blank"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            self.seen.append(article.id)
            made_by = Provenance(reader=self.name, version="0", model="none", config="0")
            yield Reading(article=article, provenance=made_by)


class Ahead(Blank):
    """A reader that asks for two articles before it gives the first reading, and cannot read `c`."""

    ahead = 2

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Issue]:  # type: ignore[override]
        waiting: list[Article] = []
        for article in [*articles, None]:
            waiting += [article] if article else []
            while waiting and (article is None or len(waiting) == self.ahead):
                first = waiting.pop(0)
                yield from [BROKEN] if first.id == "c" else super().read([first])


def ids(results: Iterable[Article | Reading | Issue]) -> list[str]:
    return [
        each.where if isinstance(each, Issue) else (each.article if isinstance(each, Reading) else each).id
        for each in results
    ]


def test_the_articles_and_issues_of_a_feed_come_in_its_order() -> None:
    made = Pipeline(cleaner=Twice(), reader=Blank()).collect(Feed("one", None, "two"))
    assert ids(made) == ["0a", "broken", "0b", "broken", "2a", "broken", "2b"]


def test_an_issue_passes_the_reader_in_its_place() -> None:
    reader = Blank()
    articles = [Article(id="a", text="x"), BROKEN, Article(id="b", text="y")]
    made = list(Pipeline(reader=reader).extract(articles))
    assert made[1] is BROKEN
    assert ids(made) == ["a", "broken", "b"]
    assert reader.seen == ["a", "b"]


@pytest.mark.parametrize("names", ["", "-", "a", "-a", "a-", "ab", "a-b", "--ab--", "a-c-b", "ca", "abcdab-"])
def test_a_reader_that_works_ahead_changes_no_order(names: str) -> None:
    articles = [BROKEN if name == "-" else Article(id=name, text="x") for name in names]
    made = Pipeline(reader=Ahead()).extract(articles)
    assert ids(made) == ["broken" if name in "-c" else name for name in names]


def test_reading_is_collecting_and_extracting() -> None:
    made = list(Pipeline(cleaner=Twice(), reader=Blank()).read(Feed("one", None)))
    assert ids(made) == ["0a", "broken", "0b", "broken"]
    assert [type(each) for each in made] == [Reading, Issue, Reading, Issue]


def test_nothing_is_collected_before_it_is_asked_for() -> None:
    feed = Feed("one", "two", "three")
    made = Pipeline(reader=Blank()).read(feed)
    assert feed.asked == 0
    next(made)
    assert feed.asked == 1


def test_by_default_our_own_parts_are_used() -> None:
    made = Pipeline()
    assert isinstance(made.cleaner, StandardCleaner)
    assert made.reader.name == "neural"


def test_a_reader_may_be_named() -> None:
    assert Pipeline(reader="rules").reader.name == "rules"
    with pytest.raises(UsageError, match="there is no reader 'rulez'"):
        Pipeline(reader="rulez")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize("kind", [str, Path])
def test_one_file_is_one_reading(page: Path, kind: type[str] | type[Path]) -> None:
    reading = read(kind(page))
    assert (reading.article.id, reading.article.text, reading.provenance.reader) == ("page", TEXT, "neural")
    assert [event.trigger.of(TEXT) for event in reading.events] == ["shelled"]


def test_a_reading_may_be_by_a_reader_of_ones_own(page: Path) -> None:
    assert read(page, reader=Blank()).provenance.reader == "blank"


def test_the_caller_says_what_the_file_does_not(page: Path) -> None:
    moment = datetime(2026, 3, 11, 9, 20, tzinfo=UTC)
    article = read(page, outlet="Lind Mail", published_at=moment).article
    assert (article.outlet, article.published_at, article.date_source) == ("Lind Mail", moment, DateSource.GIVEN)


@pytest.mark.parametrize("function", [read, read_all])
def test_a_date_without_a_zone_is_an_error(function: Callable[..., object], page: Path) -> None:
    with pytest.raises(UsageError, match="has no time zone"):
        function(page, published_at=datetime(2026, 3, 11))  # noqa: DTZ001


def test_a_file_that_cannot_be_read_is_an_error_with_place_problem_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "absent.txt")
    error = caught.value
    assert error.where == str(tmp_path / "absent.txt")
    assert str(error) == f"{error.where}: {error.problem}; {error.remedy}"
    assert error.problem
    assert error.remedy


@pytest.mark.usefixtures("page")
def test_more_than_one_article_is_an_error_that_names_the_way(tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(TEXT)
    with pytest.raises(InputError, match="holds 2 articles; use read_all for more than one"):
        read(tmp_path)


def test_of_several_files_the_broken_one_is_an_issue_in_its_place(tmp_path: Path, page: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    first, issue, last = read_all([page, empty, str(page)], reader=Blank())
    assert isinstance(issue, Issue)
    assert issue.where == str(empty)
    assert ids([first, last]) == ["page", "page"]


def test_all_files_of_a_directory_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
    assert ids(read_all([tmp_path], reader=Blank())) == ["a", "b", "c"]


def test_standard_input_is_read_where_a_hyphen_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (reading,) = read_all(["-"], reader=Blank())
    assert isinstance(reading, Reading)
    assert reading.article.text == TEXT


def test_an_unknown_reader_is_an_error_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="there is no reader 'rulez'"):
        read_all(["absent"], reader="rulez")


def test_reading_twice_gives_the_same(page: Path) -> None:
    assert read(page) == read(page)


@pytest.mark.parametrize("paths", ["articles", Path("articles")])
def test_one_path_is_not_several(paths: str | Path) -> None:
    with pytest.raises(UsageError, match="'articles' is one path where several are wanted; put it in a list"):
        read_all(paths)
