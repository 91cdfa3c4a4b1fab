import io
import json
import logging
from collections.abc import Iterator

import pytest

from hands import HandClock
from reportedly.keep.journal import Journal, JsonLines


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    written = io.StringIO()
    logger = logging.getLogger("tests.journal")
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    yield written
    logger.removeHandler(handler)


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_action_is_one_line_of_json_at_the_clock_s_time(stream: io.StringIO) -> None:
    clock = HandClock()
    journal = Journal(clock, logging.getLogger("tests.journal"))
    journal.say("poll", feed="f1", new=3, elapsed=0.123456, problem=None)
    journal.warn("fetch", url="https://a:b@news.example/x?token=abc", outcome="failed")
    first, second = lines(stream)
    assert first == {
        "at": "2026-03-01T00:00:00.000Z",
        "level": "info",
        "action": "poll",
        "feed": "f1",
        "new": 3,
        "elapsed": 0.123,
    }
    assert (second["level"], second["url"]) == ("warning", "https://news.example/x?token=***")


def test_lines_of_other_loggers_are_json_too(stream: io.StringIO) -> None:
    logger = logging.getLogger("tests.journal")
    try:
        raise ValueError("https://a:b@news.example/")
    except ValueError:
        logger.exception("broken on %s", "https://u:v@news.example/")
    (line,) = lines(stream)
    assert (line["action"], line["message"]) == ("log", "broken on https://news.example/")
    assert "a:b@" not in str(line["error"])
