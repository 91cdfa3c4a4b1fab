"""The figures of times: a value counts only at the right words, and every document is in one fold."""

from datetime import date

from reportedly.evals.timeml import TimeDocument, TimeTag
from reportedly.evals.times import folded, score
from reportedly.schema import Span


def tag(start: int, end: int, value: str = "2020", kind: str = "DATE") -> TimeTag:
    return TimeTag(span=Span(start, end), kind=kind, value=value)


def document(name: str, *times: TimeTag) -> TimeDocument:
    return TimeDocument(id=name, text=name, published=date(2020, 1, 1), times=times)


def test_strict_relaxed_type_and_value() -> None:
    gold = document("a", tag(0, 4), tag(10, 14), tag(20, 24))
    found = (tag(0, 4), tag(11, 14, "2021"), tag(30, 34))
    figures = score([gold], lambda text, published: found if (text, published) == ("a", date(2020, 1, 1)) else ())
    assert (figures.strict.f1, figures.relaxed.f1, figures.kind.f1, figures.value.f1) == (0.333, 0.667, 0.667, 0.333)
    assert figures.relaxed.n == 3


def test_one_time_found_serves_one_of_the_gold() -> None:
    assert score([document("a", tag(0, 4), tag(5, 9))], lambda *_: (tag(0, 9),)).relaxed.r == 0.5


def test_documents_are_dealt_to_the_folds_by_name() -> None:
    documents = [document(name, tag(0, 4)) for name in "eabdc"]
    figures = folded(documents, lambda text, _: (tag(0, 4),) if text in "ae" else ())
    assert [fold.relaxed.n for fold in figures.folds] == [2, 1, 1, 1]
    assert [fold.value.f1 for fold in figures.folds] == [1.0, 0.0, 0.0, 0.0]
    assert (figures.value, figures.relaxed) == (0.25, 0.25)
