"""Owns a task run whole: from gold and readings, pages or marked-up times, to its figures and its mistakes."""

from collections.abc import Iterable, Sequence

from reportedly.evals import event_dates, extraction, measures, mistakes, readings
from reportedly.evals import times as marked
from reportedly.evals.corpora import Corpus
from reportedly.evals.event_dates import ReadDates
from reportedly.evals.extraction import Extract, Page, PageScore
from reportedly.evals.gold import GoldArticle
from reportedly.evals.measures import Measure
from reportedly.evals.metrics import Confused, confusion
from reportedly.evals.mistakes import ArticleMistakes
from reportedly.evals.timeml import TimeDocument
from reportedly.evals.times import ReadTimes
from reportedly.schema import Noun, Reading


class TaskResult(Noun, frozen=True, kw_only=True):
    """What one task found on one corpus.

    Attributes:
        items: how many articles or pages were measured.
        missing: the ids of articles that were not read.
        confusion: gold statuses against the reading's.
        mistakes: the errors of each article that was misread.
        pages: the figures of each page.
    """

    task: str
    quotable: bool
    items: int
    measures: tuple[Measure, ...]
    missing: tuple[str, ...] = ()
    confusion: tuple[Confused, ...] = ()
    mistakes: tuple[ArticleMistakes, ...] = ()
    pages: tuple[PageScore, ...] = ()


def read(corpus: Corpus, articles: Sequence[GoldArticle], given: Iterable[Reading]) -> TaskResult:
    """The reading task: `given` are the readings of these articles, in any order.

    Raises:
        InputError: two readings have the same id, or a reading's text is not the annotated one.
    """
    found = readings.by_id(given)
    pairs = [(article, found.get(article.gold.id)) for article in articles]
    counts = [readings.count(article, reading) for article, reading in pairs]
    figures = readings.summary(counts)
    return TaskResult(
        task=corpus.task,
        quotable=corpus.quotable,
        items=len(articles),
        measures=measures.of_readings(corpus.task, figures),
        missing=figures.missing,
        confusion=confusion(pair for part in counts for pair in part.statuses),
        mistakes=tuple(mistakes.find(article, reading) for article, reading in pairs),
    )


def extract(corpus: Corpus, pages: Iterable[Page], extract: Extract) -> TaskResult:
    """The extraction task: `extract` gives the main text of a page."""
    scores = tuple(extraction.score_page(page, extract) for page in pages)
    return TaskResult(
        task=corpus.task,
        quotable=corpus.quotable,
        items=len(scores),
        measures=measures.of_extraction(corpus.task, extraction.summary(scores)),
        pages=scores,
    )


def times(corpus: Corpus, documents: Sequence[TimeDocument], read: ReadTimes) -> TaskResult:
    """The task of times: `read` gives the times of a text, with their types and values."""
    return TaskResult(
        task=corpus.task,
        quotable=corpus.quotable,
        items=len(documents),
        measures=measures.of_times(corpus.task, marked.folded(documents, read)),
    )


def dates(corpus: Corpus, articles: Sequence[GoldArticle], read: ReadDates) -> TaskResult:
    """The task of dates: the events and the words of their dates are given, `read` gives the days."""
    return TaskResult(
        task=corpus.task,
        quotable=corpus.quotable,
        items=len(articles),
        measures=measures.of_dates(corpus.task, event_dates.score(articles, read)),
    )
