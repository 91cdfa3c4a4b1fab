"""The reader over a stream of articles: order, failures, what is kept from before, what it costs, and its key."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Event

import pytest

from chat_raid import ARTICLE, raid, read
from chat_server import NOTHING, ChatServer, Reply, Request, fails, first_word, in_turn, says, serving
from reportedly.errors import InputError, ServiceError, UsageError
from reportedly.extract.chat_reader import ChatReader, chat_reader
from reportedly.models.chat import client
from reportedly.models.chat.costs import Usage
from reportedly.pipeline import Pipeline
from reportedly.schema import Article, Issue, Reading
from reportedly.settings import Settings


def test_a_long_article_is_asked_about_in_parts_and_numbered_through(parrot: ChatServer) -> None:
    paragraph = "Guns fired at the gate of Lind on Sunday night, and nobody was hurt there. "
    article = Article(id="a", text="Guns fired at Lind\n\n" + "\n\n".join(paragraph * 2 for _ in range(4)))
    _, (made,) = read(parrot, first_word, article, part_size=400)
    asked = [request.sentences() for request in parrot.requests]
    assert [number for part in asked for number in part] == list(range(1, 10))
    assert len(asked) == len(made.events) == 2
    assert [each.id for each in made.events] == [f"e{number}" for number in range(1, len(asked) + 1)]
    assert made.events[-1].trigger.start > made.events[0].trigger.start


def by_id(request: Request) -> Reply:
    """Fails where the article says so."""
    (text,) = request.sentences().values()
    return {"Broken.": says("no"), "Busy.": fails(503)}.get(text, says(NOTHING))


def test_an_article_without_an_answer_is_an_issue_and_the_rest_goes_on(parrot: ChatServer) -> None:
    texts = {"a": "Fine.", "b": "Broken.", "c": "Busy.", "d": "Fine."}
    articles = [Article(id=name, text=text) for name, text in texts.items()]
    reader, made = read(parrot, by_id, *articles, retries=1, concurrency=2)
    assert [type(each) for each in made] == [Reading, Issue, Issue, Reading]
    assert [str(each).partition(":")[0] for each in made[1:3]] == ["b", "c"]
    assert [account.failed for account in reader.report.accounts] == [False, True, True, False]


def test_readings_come_in_the_order_of_the_articles_however_answers_come(parrot: ChatServer) -> None:
    articles = [Article(id=str(number), text=f"Gun {number} fired.") for number in range(12)]
    reader, made = read(parrot, first_word, *articles, concurrency=4)
    assert [each.article.id for each in made] == [article.id for article in articles]
    assert [account.article for account in reader.report.accounts] == [article.id for article in articles]


def test_several_articles_are_asked_about_at_once() -> None:
    together = Barrier(3, timeout=30)
    with serving(first_word) as server:
        server.reply = lambda request: (together.wait(), first_word(request))[1]  # type: ignore[method-assign]
        reader = ChatReader(server.settings(concurrency=3))
        assert len(list(reader.read(Article(id=str(n), text="Guns fired.") for n in range(6)))) == 6


def test_no_more_is_asked_for_ahead_than_is_said(parrot: ChatServer) -> None:
    asked: list[int] = []

    def feed() -> Iterator[Article]:
        for number in range(20):
            asked.append(number)
            yield Article(id=str(number), text="Guns fired.")

    parrot.answering = first_word
    reader = ChatReader(parrot.settings(concurrency=2))
    readings = reader.read(feed())
    next(readings)
    assert len(asked) == reader.ahead == 3
    readings.close()  # type: ignore[attr-defined]


def test_in_a_pipeline_issues_keep_their_place(parrot: ChatServer) -> None:
    parrot.answering = first_word
    issue = Issue(where="x", problem="is broken", remedy="mend it")
    articles = [Article(id="a", text="Guns fired."), issue, Article(id="b", text="Guns fired.")]
    made = list(Pipeline(reader=ChatReader(parrot.settings(concurrency=3))).extract(articles))
    assert [getattr(each, "where", None) for each in made] == [None, "x", None]


def test_a_server_that_refuses_everything_stops_the_stream(parrot: ChatServer) -> None:
    with pytest.raises(ServiceError, match="401"):
        read(parrot, in_turn(fails(401)))


def test_what_was_answered_is_not_asked_again_after_a_restart(parrot: ChatServer, tmp_path: Path) -> None:
    journal = str(tmp_path / "journal.jsonl")
    articles = [Article(id=name, text=f"{name} fired.") for name in ("Guns", "Tanks", "Ships")]
    price = {"journal": journal, "prompt_price": 1000, "completion_price": 10_000}
    half, first = read(parrot, first_word, *articles[:2], **price)
    whole, second = read(parrot, first_word, *articles, **price)
    assert second[:2] == first
    assert len(parrot.requests) == 1
    paid = Usage(requests=1, prompt_tokens=100, completion_tokens=10)
    assert (whole.report.usage, whole.report.kept) == (paid, half.report.usage)
    assert (half.report.money, whole.report.money) == (pytest.approx(0.4), pytest.approx(0.2))
    assert str(whole.report).startswith("3 articles, 1 request, 100 + 10 tokens, costs 0.2000, 2 requests from")


def test_whoever_stops_reading_keeps_the_answers_under_way(tmp_path: Path) -> None:
    begun, go = Event(), Event()

    def slowly(request: Request) -> Reply:
        if "Tanks" in request.shown:
            begun.set()
            go.wait(30)
        return first_word(request)

    with serving(first_word) as server:
        server.reply = slowly  # type: ignore[method-assign]
        settings = server.settings(concurrency=2, journal=str(tmp_path / "journal.jsonl"))
        readings = ChatReader(settings).read(Article(id=name, text=f"{name} fired.") for name in ("Guns", "Tanks"))
        next(readings)
        assert begun.wait(30)
        go.set()
        readings.close()  # type: ignore[attr-defined]
    assert '"article":"Tanks"' in (tmp_path / "journal.jsonl").read_text()


def test_another_way_of_asking_asks_again(parrot: ChatServer, tmp_path: Path) -> None:
    journal = str(tmp_path / "journal.jsonl")
    read(parrot, raid(), journal=journal)
    reader, _ = read(parrot, raid(), journal=journal, temperature=0.5)
    assert reader.report.kept == Usage()
    with pytest.raises(InputError, match="no journal"):
        (tmp_path / "journal.jsonl").write_text("notes\n")
        ChatReader(parrot.settings(journal=journal))


def test_the_factory_takes_the_key_from_the_environment(parrot: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARROT_KEY", " secret\n")
    parrot.answering = first_word
    parrot.requests.clear()
    list(chat_reader(Settings(chat=parrot.settings(api_key_env="PARROT_KEY"))).read([ARTICLE]))
    assert parrot.requests[0].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("key", [None, "", " ", "se\ncret", "schlüssel"])
def test_a_key_that_is_none_is_wrong_usage(
    parrot: ChatServer, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.delenv("PARROT_KEY", raising=False)
    if key is not None:
        monkeypatch.setenv("PARROT_KEY", key)
    with pytest.raises(UsageError, match=r"the environment variable PARROT_KEY, which .* holds no key"):
        chat_reader(Settings(chat=parrot.settings(api_key_env="PARROT_KEY")))


def test_without_its_table_the_reader_cannot_be_made() -> None:
    with pytest.raises(UsageError, match=r"needs a table \[chat\]"):
        chat_reader(Settings())


def test_without_httpx_it_is_said_how_to_install_it(parrot: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(UsageError, match=r"install it with: pip install 'reportedly\[chat\]'"):
        ChatReader(parrot.settings())
    with pytest.raises(UsageError, match="httpx"):
        client.require()
