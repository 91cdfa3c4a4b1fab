from collections.abc import Iterator
from threading import Barrier

import pytest

from reportedly.extract.reader import rules_reader
from reportedly.extract.threaded import Threaded
from reportedly.protocols import AheadReader, StatingReader
from reportedly.schema import Article, Provenance, Reading


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{n}", text=f"Rebels shelled {n} towns, the army said.") for n in range(count)]


class Meeting:
    """Reads an article only when two are being read at once."""

    name = "meeting"

    def __init__(self) -> None:
        self.barrier = Barrier(2, timeout=20)

    def read_one(self, article: Article) -> Reading:
        self.barrier.wait()
        return Reading(article=article, provenance=Provenance(reader="m", version="1", model="m", config="0"))


def test_two_articles_are_read_at_once_and_come_in_order() -> None:
    found = list(Threaded(Meeting(), 2).read(articles(6)))
    assert [reading.article.id for reading in found] == [f"a{n}" for n in range(6)]


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_change_no_reading(threads: int) -> None:
    alone = rules_reader()
    given = articles(8)
    assert list(Threaded(alone, threads).read(given)) == list(alone.read(given))


def test_no_more_articles_are_asked_for_than_it_says() -> None:
    asked = 0

    def counted() -> Iterator[Article]:
        nonlocal asked
        for article in articles(40):
            asked += 1
            yield article

    reader = Threaded(rules_reader(), 2)
    for number, _ in enumerate(reader.read(counted())):
        assert asked <= number + 1 + reader.ahead


def test_it_is_a_reader_that_looks_ahead() -> None:
    reader = Threaded(rules_reader(), 2)
    assert isinstance(reader, AheadReader)
    assert reader.name == "rules"


def test_an_error_in_one_article_is_raised_in_its_place() -> None:
    class Broken:
        name = "broken"

        def read_one(self, article: Article) -> Reading:
            raise RuntimeError(article.id)

    with pytest.raises(RuntimeError, match="a0"):
        list(Threaded(Broken(), 2).read(articles(3)))


def test_no_threads_are_an_error() -> None:
    with pytest.raises(ValueError, match="at least one thread"):
        Threaded(rules_reader(), 0)


def test_it_says_before_it_reads_which_machine_it_is() -> None:
    for reader in (rules_reader(), Threaded(rules_reader(), 2)):
        assert isinstance(reader, StatingReader)
        (reading,) = reader.read(articles(1))
        assert reader.provenance == reading.provenance
