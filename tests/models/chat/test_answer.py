import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chat_server import answer, claim, event, hop, quote
from reportedly.errors import AnswerError
from reportedly.models.chat.answer import parse, schema

AT = quote(1, "shelled")
WHOLE = answer(
    event(
        AT,
        claim(AT, chain=(hop(AT, None),), numbers=({"what": "killed", "quote": AT},)),
        mode="aerial",
        actors=[AT],
        date=AT,
    )
)
VALIDATOR = Draft202012Validator(schema())


def changed(path: str, value: Any) -> str:
    """The whole answer with another value at a path of keys and positions."""
    given = json.loads(WHOLE)
    *outer, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    part = given
    for key in outer:
        part = part[key]
    part[last] = value
    return json.dumps(given)


WRONG = [
    changed("events", None),
    changed("events.0.type", "ATTACK"),
    changed("events.0.surely", 1),
    changed("events.0.trigger", "shelled"),
    changed("events.0.trigger.words", 3),
    changed("events.0.claims.0.status", "possible"),
    changed("events.0.claims.0.chain.0.kind", "newspaper"),
    changed("events.0.claims.0.numbers.0.what", "ships"),
    "{}",
    "[]",
]


def objects(part: Any) -> list[dict[str, Any]]:
    """Every object in a schema that says which keys it has."""
    if isinstance(part, list):
        return [found for each in part for found in objects(each)]
    if not isinstance(part, dict):
        return []
    return [part] * ("properties" in part) + [found for each in part.values() for found in objects(each)]


def test_the_schema_is_one_that_strict_servers_take() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["type"] == "object"
    for each in objects(schema()):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
    assert not {"title", "description", "minimum", "maximum"} & {*json.dumps(schema()).split('"')}


def test_what_the_schema_takes_is_read() -> None:
    VALIDATOR.validate(json.loads(WHOLE))
    (told,) = parse(WHOLE).events
    assert (told.trigger.sentence, told.trigger.words, told.mode) == (1, "shelled", "aerial")


@pytest.mark.parametrize("wrong", WRONG)
def test_what_the_schema_refuses_is_an_error(wrong: str) -> None:
    assert not VALIDATOR.is_valid(json.loads(wrong))
    with pytest.raises(AnswerError, match="the answer of the model is not as asked for: "):
        parse(wrong)


@pytest.mark.parametrize(
    "wrong", ["", "no events", '{"events": [', f"```json\n{WHOLE}\n```", changed("events.0.claims.0.certainty", 2)]
)
def test_what_is_no_answer_is_an_error(wrong: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse(wrong)
    assert caught.value.problem.startswith("the answer of the model is not as asked for: ")
