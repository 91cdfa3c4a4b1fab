"""Requests over a real connection: retries, refusals, second tries, and what is kept."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chat_server import HANGS, NOTHING, Answering, ChatServer, Reply, fails, in_turn, says, serving
from reportedly.errors import AnswerError, ServiceError
from reportedly.extract import segment
from reportedly.models.chat.asking import Asked, Asker
from reportedly.models.chat.client import ChatClient
from reportedly.models.chat.costs import Usage
from reportedly.models.chat.journal import Journal
from reportedly.models.chat.parts import Part, parts
from reportedly.models.chat.prompt import config
from reportedly.schema import Article
from reportedly.settings import ChatSettings

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
ARTICLE = Article(id="a", outlet="The Mail", text="Gunners shelled the port of Lind.")
PARROT = says(NOTHING)


class Talk:
    """One server, what it is asked through, the waits that were wanted, and what was paid."""

    def __init__(self, server: ChatServer, settings: ChatSettings, key: str | None) -> None:
        self.server = server
        self.waits: list[float] = []
        self.paid: list[Usage] = []
        self.client = ChatClient(settings, key, lambda: NOW, self.waits.append)
        journal = Path(settings.journal) if settings.journal else None
        self.asker = Asker(settings, self.client, Journal(journal, config(settings)))

    def ask(self, article: Article = ARTICLE) -> Asked:
        return self.asker.ask(article, part(article), self.paid.append)


def part(article: Article) -> Part:
    (made,) = parts(segment.passages(article.text), 10_000)
    return made


@contextmanager
def talking(answering: Answering, key: str | None = None, **changed: Any) -> Iterator[Talk]:
    with serving(answering) as server:
        talk = Talk(server, server.settings(**changed), key)
        try:
            yield talk
        finally:
            talk.client.close()


def test_the_request_is_that_of_the_protocol() -> None:
    with talking(in_turn(PARROT), key="secret", seed=7, max_tokens=99) as talk:
        talk.ask()
    (request,) = talk.server.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["Authorization"] == "Bearer secret"
    assert [each["role"] for each in request.body["messages"]] == ["system", "user"]
    assert request.shown == "Outlet: The Mail\nText:\n[1] Gunners shelled the port of Lind."
    assert request.body["response_format"]["json_schema"]["strict"] is True
    assert {key: request.body[key] for key in ("model", "seed", "max_tokens", "temperature")} == {
        "model": "parrot",
        "seed": 7,
        "max_tokens": 99,
        "temperature": 0.0,
    }


def test_without_a_key_none_is_sent() -> None:
    with talking(in_turn(PARROT)) as talk:
        talk.ask()
    assert "Authorization" not in talk.server.requests[0].headers


def test_an_answer_comes_with_its_model_and_cost() -> None:
    with talking(in_turn(PARROT)) as talk:
        asked = talk.ask()
    assert (asked.answer.events, asked.model, asked.kept) == ((), "parrot-1", False)
    assert talk.paid == [asked.usage] == [Usage(requests=1, prompt_tokens=100, completion_tokens=10)]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_a_server_that_is_busy_or_broken_is_asked_again(status: int) -> None:
    with talking(in_turn(fails(status), fails(status), PARROT)) as talk:
        talk.ask()
    assert len(talk.server.requests) == 3
    assert [0.5 <= talk.waits[0] <= 1, 1 <= talk.waits[1] <= 2] == [True, True]


@pytest.mark.parametrize("header", ["7", "Wed, 11 Mar 2026 09:00:07 GMT"])
def test_the_server_says_when_to_ask_again(header: str) -> None:
    with talking(in_turn(fails(429, Retry_After=header), PARROT)) as talk:
        talk.ask()
    assert talk.waits == [7.0]


def test_a_server_that_asks_to_wait_too_long_is_given_up() -> None:
    with talking(in_turn(fails(429, "quota", Retry_After="3600"), PARROT)) as talk, pytest.raises(AnswerError) as told:
        talk.ask()
    assert "429 Too Many Requests: quota (it asks to wait 3600 s)" in told.value.problem
    assert talk.waits == []


def test_after_the_last_retry_the_article_is_given_up() -> None:
    with talking(in_turn(fails(503, "busy")), retries=2) as talk, pytest.raises(AnswerError) as told:
        talk.ask()
    assert told.value.problem == f"no answer from {talk.server.base_url}: 503 Service Unavailable: busy"
    assert (len(talk.server.requests), len(talk.waits), talk.paid) == (3, 2, [])


def test_a_server_that_keeps_silent_is_asked_again() -> None:
    with talking(in_turn(HANGS, PARROT), timeout=0.5) as talk:
        talk.ask()
    assert len(talk.waits) == 1


def test_a_server_that_keeps_silent_for_good_is_given_up() -> None:
    with talking(in_turn(HANGS), timeout=0.05, retries=1) as talk:
        with pytest.raises(AnswerError, match=r"silent for 0\.05 s"):
            talk.ask()
        assert len(talk.waits) == 1


def test_a_server_that_is_gone_is_given_up() -> None:
    with talking(in_turn(PARROT), retries=1) as talk:
        talk.server.close()
        with pytest.raises(AnswerError, match="the connection failed: "):
            talk.ask()
        assert len(talk.waits) == 1


def test_three_requests_in_a_row_without_a_server_stop_everything() -> None:
    with talking(in_turn(PARROT), retries=1) as talk:
        talk.server.close()
        for number in range(2):
            with pytest.raises(AnswerError):
                talk.ask(Article(id=str(number), text="Nobody came."))
        with pytest.raises(ServiceError, match=r"nothing answers at .*; start the server, or mend base_url"):
            talk.ask()
        assert len(talk.waits) == 3


def test_a_server_that_is_there_and_busy_is_asked_on() -> None:
    with talking(in_turn(*[fails(503)] * 8, PARROT), retries=1) as talk:
        for number in range(4):
            with pytest.raises(AnswerError, match="503"):
                talk.ask(Article(id=str(number), text="Nobody came."))
        assert talk.ask().model == "parrot-1"


@pytest.mark.parametrize("body", [b"<html>", b"", b'{"choices": []}'])
def test_what_is_no_completion_is_asked_again(body: bytes) -> None:
    with talking(in_turn(Reply(body=body), PARROT)) as talk:
        talk.ask()
    assert len(talk.waits) == 1


@pytest.mark.parametrize("status", [301, 401, 403, 404])
def test_a_server_that_would_refuse_all_requests_stops_everything(status: int) -> None:
    with talking(in_turn(fails(status, "no such model"))) as talk, pytest.raises(ServiceError) as told:
        talk.ask()
    assert f"answers {status} " in str(told.value)
    assert "no such model; check base_url, model and api_key_env under [chat]" in str(told.value)
    assert (len(talk.server.requests), talk.waits) == (1, [])


@pytest.mark.parametrize("status", [413, 422])
def test_a_refused_request_concerns_one_article(status: int) -> None:
    with talking(in_turn(fails(status, "too long"))) as talk, pytest.raises(AnswerError, match="too long"):
        talk.ask()
    assert len(talk.server.requests) == 1


def knows_no_schema(request: Any) -> Reply:
    return fails(400, "no json_schema") if request.body["response_format"]["type"] == "json_schema" else PARROT


def test_a_server_without_schemas_is_an_error_that_names_the_setting() -> None:
    with talking(knows_no_schema) as talk, pytest.raises(AnswerError, match='set response_format = "auto"'):
        talk.ask()
    assert len(talk.server.requests) == 1


def test_a_server_without_schemas_is_asked_for_any_object_where_that_is_allowed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with talking(knows_no_schema, response_format="auto") as talk, caplog.at_level(logging.WARNING, "reportedly"):
        talk.ask()
        talk.ask()
    kinds = [request.body["response_format"]["type"] for request in talk.server.requests]
    assert kinds == ["json_schema", "json_object", "json_object"]
    assert '"EventAnswer"' in talk.server.requests[1].body["messages"][0]["content"]
    (said,) = caplog.messages
    assert "no json_schema; asking for json_object in place of json_schema from now on" in said


def test_a_request_that_is_refused_in_both_forms_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    refuse = in_turn(fails(400, "too long"), fails(400, "too long"), PARROT)
    with talking(refuse, response_format="auto") as talk, caplog.at_level(logging.WARNING, "reportedly"):
        with pytest.raises(AnswerError, match="too long"):
            talk.ask()
        talk.ask()
    assert talk.server.requests[-1].body["response_format"]["type"] == "json_schema"
    assert caplog.messages == []


@pytest.mark.parametrize("wrong", ["", "certainly!", '{"events": 3}', '{"events": [{"type": "ATTACK"}]}'])
def test_an_answer_not_as_asked_for_is_asked_again_with_the_error(wrong: str) -> None:
    with talking(in_turn(says(wrong), PARROT)) as talk:
        asked = talk.ask()
    _, second = talk.server.requests
    assert [each["role"] for each in second.body["messages"]] == ["system", "user", "assistant", "user"]
    assert second.body["messages"][2]["content"] == wrong
    assert "not as asked for: " in second.body["messages"][3]["content"]
    assert asked.usage == Usage(requests=2, prompt_tokens=200, completion_tokens=20)
    assert len(talk.paid) == 2


def test_an_answer_is_asked_again_only_once() -> None:
    with talking(in_turn(says("certainly!"))) as talk, pytest.raises(AnswerError, match="not as asked for"):
        talk.ask()
    assert len(talk.server.requests) == len(talk.paid) == 2


def test_an_answer_cut_short_is_not_asked_again() -> None:
    with (
        talking(in_turn(says('{"events": [', finish_reason="length"))) as talk,
        pytest.raises(AnswerError, match="raise max_tokens"),
    ):
        talk.ask()
    assert len(talk.server.requests) == len(talk.paid) == 1


def test_a_model_that_refuses_is_asked_once_more() -> None:
    refusal = says(None, message={"content": None, "refusal": "not me"})
    with talking(in_turn(refusal)) as talk, pytest.raises(AnswerError, match="the model refuses to answer: not me"):
        talk.ask()
    assert len(talk.server.requests) == 2


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    journal = str(tmp_path / "journal.jsonl")
    with talking(in_turn(says("certainly!"), PARROT), journal=journal) as first:
        made = first.ask()
        second = Talk(first.server, first.server.settings(journal=journal), None)
        try:
            kept = second.ask()
            other = second.ask(Article(id="a", text="Gunners left the port."))
        finally:
            second.client.close()
    assert (kept.kept, kept.answer, kept.model, kept.usage) == (True, made.answer, made.model, made.usage)
    assert not other.kept
    assert (len(first.paid), len(second.paid), len(first.server.requests)) == (2, 1, 3)


def test_a_client_that_is_stopped_sends_nothing_again() -> None:
    with talking(in_turn(fails(503))) as talk:
        talk.client.stop()
        with pytest.raises(AnswerError, match="nobody waits for it"):
            talk.ask()
    assert talk.server.requests == []
