"""A task gives its figures, its confusions and its mistakes together."""

from pathlib import Path

import msgspec

from reportedly.evals import tasks
from reportedly.evals.corpora import Corpus
from reportedly.evals.extraction import Page
from reportedly.evals.gold import GoldArticle
from reportedly.evals.metrics import Confused
from reportedly.schema import Reading, Status

CORPUS = Corpus(task="reading/x", folder=Path("x"), quotable=True)


def test_the_reading_task(article: GoldArticle, perfect: Reading) -> None:
    other = msgspec.structs.replace(article, gold=msgspec.structs.replace(article.gold, id="g2"))
    result = tasks.read(CORPUS, [article, other], iter([perfect]))
    assert (result.task, result.quotable, result.items, result.missing) == ("reading/x", True, 2, ("g2",))
    assert {m.metric: m.value for m in result.measures}["events"] == 0.667
    assert result.confusion == tuple(
        Confused(gold=status, said=status, count=1)
        for status in (Status.OCCURRED, Status.PLANNED, Status.DENIED)
    )
    assert [(m.id, len(m.mistakes)) for m in result.mistakes] == [("g1", 0), ("g2", 2)]


def test_the_extraction_task() -> None:
    corpus = Corpus(task="extraction/x", folder=Path("x"))
    pages = [Page(id=name, html=name.encode(), body="one two three four") for name in ("a", "b")]
    result = tasks.extract(corpus, iter(pages), lambda html: "one two three four" if html == b"a" else None)
    assert result.items == 2
    assert {m.metric: m.value for m in result.measures} == {
        "extraction": 0.667,
        "extraction_precision": 1.0,
        "extraction_recall": 0.5,
    }
    assert [page.recall for page in result.pages] == [1.0, 0.0]
