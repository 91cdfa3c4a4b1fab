"""`--reader chat` from the command line: the table of `reportedly.toml` reaches the reader, and the cost is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from chat_server import fails, first_word, in_turn, serving
from reportedly import codec
from reportedly.knowledge.gazetteer.home import standard
from reportedly.schema import Reading

Run = Callable[..., Result]


def configure(base_url: str, *lines: str) -> None:
    """Write the settings of the working directory."""
    table = ["[chat]", f"base_url = {json.dumps(base_url)}", 'model = "parrot"', *lines]
    Path("reportedly.toml").write_text("\n".join(table) + "\n")


@pytest.fixture(autouse=True, scope="module")
def _gazetteer() -> None:
    """The gazetteer is there, so that no command says that it builds it."""
    standard()


def test_articles_are_read_and_the_cost_is_told(run: Run, pages: Path) -> None:
    with serving(first_word) as server:
        configure(server.base_url, 'journal = "answers.jsonl"', "prompt_price = 1000")
        done = run("read", pages, "--reader", "chat", "--format", "jsonl")
        again = run("read", pages, "--reader", "chat", "--format", "jsonl")
    made = [codec.decode(line, Reading) for line in done.stdout.splitlines()]
    assert [each.article.id for each in made] == list("01234")
    assert [each.provenance.model for each in made] == ["parrot-1"] * 5
    assert (done.exit_code, again.exit_code, again.stdout) == (0, 0, done.stdout)
    assert done.stderr == "reportedly: chat: 5 articles, 5 requests, 500 + 50 tokens, costs 0.5000\n"
    assert again.stderr == "reportedly: chat: 5 articles, 0 requests, 0 + 0 tokens, 5 requests from the journal\n"
    assert len(server.requests) == 5


def test_an_article_without_an_answer_is_said_and_the_rest_is_read(run: Run, pages: Path) -> None:
    with serving(lambda asked: fails(422, "no") if "Gunners1" in asked.shown else first_word(asked)) as server:
        configure(server.base_url)
        done = run("read", pages, "--reader", "chat", "--format", "jsonl")
    assert done.exit_code == 1
    assert "reportedly: 1: http://127.0.0.1:" in done.stderr
    assert all(f"Gunners{number}" in done.stdout for number in (0, 2, 3, 4))


def test_a_server_that_refuses_everything_is_one_line(run: Run, pages: Path) -> None:
    with serving(in_turn(fails(404, "no such model"))) as server:
        configure(server.base_url)
        done = run("read", pages, "--reader", "chat")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert done.stderr.endswith("404 Not Found: no such model; check base_url, model and api_key_env under [chat]\n")


def test_what_was_paid_is_told_when_the_server_refuses_later(run: Run, pages: Path) -> None:
    with serving(lambda asked: fails(401) if "Gunners3" in asked.shown else first_word(asked)) as server:
        configure(server.base_url, "concurrency = 1")
        done = run("read", pages, "--reader", "chat", "--format", "jsonl")
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 3)
    assert done.stderr.splitlines()[0] == "reportedly: chat: 3 articles, 3 requests, 300 + 30 tokens"


@pytest.mark.parametrize("command", [("read", "pages"), ("demo",)])
def test_without_the_table_it_is_wrong_usage(run: Run, pages: Path, command: tuple[str, ...]) -> None:
    assert pages.exists()
    done = run(*command, "--reader", "chat")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("reportedly: the reader 'chat' needs a table [chat] with base_url and model in ")
