"""The figures of hand-made readings, worked out on paper."""

import msgspec
import pytest

from reportedly.errors import InputError
from reportedly.evals.gold import GoldArticle
from reportedly.evals.metrics import F1
from reportedly.evals.readings import AccuracyFigure, RateFigure, StatusFigure, score
from reportedly.schema import EventType, Reading, Status


def test_a_perfect_reading_scores_one(article: GoldArticle, perfect: Reading) -> None:
    got = score([article], [perfect])
    for name, n in {
        "events": 2,
        "actors": 2,
        "recipients": 2,
        "places": 1,
        "dates": 1,
        "numbers": 1,
        "end_to_end": 3,
        "figures": 1,
        "relations": 1,
        "citations": 1,
    }.items():
        assert getattr(got, name) == F1(p=1.0, r=1.0, f1=1.0, n=n), name
    assert got.status == StatusFigure(accuracy=1.0, macro_f1=1.0, n=3)
    assert got.false_occurred == RateFigure(rate=0.0, n=2)
    assert got.chain == AccuracyFigure(accuracy=1.0, n=3)
    assert got.missing == ()


def test_a_careless_reading(article: GoldArticle, perfect: Reading) -> None:
    """The plan is read as done and without its outer hop, the denial is lost, and a meeting is made up."""
    plan, told, _ = perfect.claims
    meeting = msgspec.structs.replace(perfect.events[0], id="e3", type=EventType.CONSULT, mode=None)
    careless = msgspec.structs.replace(
        perfect,
        events=(*perfect.events, meeting),
        claims=(
            msgspec.structs.replace(plan, status=Status.OCCURRED, chain=plan.chain[1:]),
            told,
            msgspec.structs.replace(told, id="c9", event="e3", numbers=()),
        ),
        figures=(msgspec.structs.replace(perfect.figures[0], low=90),),
        relations=(),
        citations=perfect.citations * 2,
    )
    got = score([article], [careless])
    assert got.events == F1(p=0.667, r=1.0, f1=0.8, n=2)
    # the told claim alone is right; the made-up one counts against precision
    assert got.end_to_end == F1(p=0.333, r=0.333, f1=0.333, n=3)
    # planned -> occurred, occurred -> occurred, denied -> occurred (any claim about the event)
    assert got.status == StatusFigure(accuracy=0.333, macro_f1=0.167, n=3)
    assert got.false_occurred == RateFigure(rate=1.0, n=2)
    assert got.chain == AccuracyFigure(accuracy=0.333, n=3)
    # gold 2 + 1 + 1 named sources; found 1 of 1, 1 of 1, 0 of 1
    assert got.hops == F1(p=0.667, r=0.5, f1=0.571, n=4)
    assert got.numbers == F1(p=1.0, r=1.0, f1=1.0, n=1)
    assert got.figures == F1(p=0.0, r=0.0, f1=0.0, n=1)
    assert got.relations == F1(p=0.0, r=0.0, f1=0.0, n=1)
    assert got.citations == F1(p=0.5, r=1.0, f1=0.667, n=1)


def test_an_article_that_was_not_read_counts_in_full(article: GoldArticle) -> None:
    got = score([article], [])
    assert got.missing == ("g1",)
    nothing = F1(p=0.0, r=0.0, f1=0.0, n=2)
    assert got.events == nothing
    assert got.end_to_end == msgspec.structs.replace(nothing, n=3)
    assert got.figures.n == got.relations.n == got.citations.n == 1
    assert got.status == StatusFigure(accuracy=0.0, macro_f1=0.0, n=0)
    assert got.false_occurred == RateFigure(rate=None, n=0)


def test_the_figures_of_several_articles_are_those_of_their_sums(
    article: GoldArticle, perfect: Reading
) -> None:
    other = msgspec.structs.replace(article, gold=msgspec.structs.replace(article.gold, id="g2"))
    got = score([article, other], [perfect])
    assert got.events == F1(p=1.0, r=0.5, f1=0.667, n=4)
    assert got.missing == ("g2",)


def test_a_reading_without_gold_is_ignored(article: GoldArticle, perfect: Reading) -> None:
    stranger = msgspec.structs.replace(perfect, article=msgspec.structs.replace(perfect.article, id="zz"))
    assert score([article], [stranger, perfect]) == score([article], [perfect])


def test_another_text_cannot_be_scored(article: GoldArticle, perfect: Reading) -> None:
    longer = msgspec.structs.replace(perfect.article, text=f"{article.text}\n")
    with pytest.raises(InputError, match="g1: was read from another text"):
        score([article], [msgspec.structs.replace(perfect, article=longer)])


def test_two_readings_of_one_article_are_an_error(article: GoldArticle, perfect: Reading) -> None:
    with pytest.raises(InputError, match="g1: was read twice"):
        score([article], [perfect, perfect])
