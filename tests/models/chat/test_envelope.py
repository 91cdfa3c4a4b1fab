import json

import pytest

from chat_server import says
from reportedly.models.chat.costs import Usage
from reportedly.models.chat.envelope import complaint, completion

DEEP = b'{"x":' + b"[" * 100_000


def test_a_completion_is_read_with_its_model_and_usage() -> None:
    read = completion(says("{}").body, "asked")
    assert read is not None
    assert (read.content, read.model, read.cut, read.refusal) == ("{}", "parrot-1", False, None)
    assert read.usage == Usage(requests=1, prompt_tokens=100, completion_tokens=10)


def test_what_the_server_leaves_out_is_not_made_up() -> None:
    read = completion(b'{"choices": [{"message": {}, "finish_reason": "length"}], "id": 3}', "asked")
    assert read is not None
    assert (read.content, read.model, read.cut) == ("", "asked", True)
    assert read.usage == Usage(requests=1, uncounted=1)


@pytest.mark.parametrize("usage", ["null", "{}", '{"prompt_tokens": 3, "completion_tokens": null}'])
def test_an_answer_with_half_a_count_is_not_counted(usage: str) -> None:
    read = completion(f'{{"choices": [{{"message": {{}}}}], "usage": {usage}}}'.encode(), "asked")
    assert read is not None
    assert read.usage.uncounted == 1


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"choices": []}', b'{"choices": [{}]}', b"\xff", DEEP])
def test_what_is_no_completion_is_none(body: bytes) -> None:
    assert completion(body, "asked") is None


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error": {"message": "too\\nlong", "code": 3}}', ": too long"),
        (b'{"error": "too long"}', ": too long"),
        (b"<html> busy </html>", ": <html> busy </html>"),
        (b"\xff", ": \ufffd"),
        (b"", ""),
        (DEEP, f": {DEEP.decode()[:300]}"),
        (json.dumps({"error": {"message": "x" * 999}}).encode(), ": " + "x" * 300),
    ],
)
def test_a_complaint_is_one_short_line(body: bytes, said: str) -> None:
    assert complaint(body) == said
