"""Owns how `reportedly eval` measures times: our own reader of times, on marked-up documents and on gold events."""

from collections.abc import Iterator
from datetime import date

from reportedly.evals import gold, tasks, timeml
from reportedly.evals.corpora import Corpora
from reportedly.evals.tasks import TaskResult
from reportedly.evals.timeml import TimeTag
from reportedly.extract import timex
from reportedly.extract.events import dated
from reportedly.extract.timex import TimeExpression, TimeValue
from reportedly.schema import EventDate, Span


def results(found: Corpora) -> Iterator[TaskResult]:
    """The figures of every corpus of times and of dates that is present."""
    for corpus in found.times:
        yield tasks.times(corpus, timeml.load(corpus.folder), tags)
    for corpus in found.dates:
        yield tasks.dates(corpus, gold.load(corpus.folder), dates)


def tags(text: str, published: date | None) -> tuple[TimeTag, ...]:
    """The times of a text with TIMEX3 types and values; a range is two, as TimeML marks it."""
    return tuple(tag for one, value in _read(text, published) for tag in _tags(one, value))


def dates(text: str, published: date | None) -> tuple[EventDate, ...]:
    """The times of a text with their days."""
    return tuple(dated(one.span, value) for one, value in _read(text, published))


def _read(text: str, published: date | None) -> Iterator[tuple[TimeExpression, TimeValue]]:
    found = timex.find(text)
    yield from zip(found, timex.resolve_all(text, found, published), strict=True)


def _tags(one: TimeExpression, value: TimeValue) -> Iterator[TimeTag]:
    until = one.until
    if until is None or until.span.start <= one.span.start:
        yield TimeTag(span=one.span, kind=value.kind, value=value.timex3)
        return
    yield TimeTag(span=Span(one.span.start, until.span.start), kind=value.kind, value=value.timex3)
    yield TimeTag(span=until.span, kind=until.kind, value=value.until)
