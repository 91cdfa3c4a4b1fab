import json
import re

import msgspec
import pytest

from reportedly.extract import segment
from reportedly.models.chat import prompt
from reportedly.models.chat.answer import Quote, parse
from reportedly.models.chat.parts import Sentence, parts
from reportedly.models.chat.quotes import Quotes
from reportedly.schema import MODES, Article, Counted, EventType, HopKind, Span, Status
from reportedly.settings import AnswerFormat, ChatSettings

TEXT = "Guns on the hill\n\nOne fell\nat night. Two fell.\n\nThree fell."
SETTINGS = ChatSettings(base_url="http://127.0.0.1/v1", model="m")


def test_a_part_is_shown_sentence_by_sentence() -> None:
    article = Article(id="a", outlet="The\nMail", text=TEXT)
    first, *_, last = parts(segment.passages(TEXT), 46)
    assert prompt.question(article, first).splitlines() == [
        "Outlet: The Mail",
        "Text:",
        "[1] Guns on the hill",
        "[2] One fell at night.",
        "[3] Two fell.",
    ]
    assert prompt.question(article, last).splitlines()[1] == "Headline, for context only: Guns on the hill"


def test_half_of_a_surrogate_pair_is_shown_as_a_question_mark() -> None:
    (part,) = parts(segment.passages("Guns \ud83d fired."), 1000)
    assert prompt.question(Article(id="a", text="Guns \ud83d fired."), part).endswith("[1] Guns ? fired.")


@pytest.mark.parametrize("labels", [EventType, Status, HopKind, Counted])
def test_the_instructions_name_every_label(labels: type[EventType | Status | HopKind | Counted]) -> None:
    said = {*re.findall(r"[\w-]+", prompt.instructions())}
    assert {label.value for label in labels} <= said


def test_the_instructions_name_every_mode_with_its_type() -> None:
    named = dict(re.findall(r"^- ([A-Z]+) \(([^)]*)\)", prompt.instructions(), re.MULTILINE))
    told = {kind: frozenset(re.split(r",\s+", modes)) for kind, modes in named.items()}
    assert told == {kind.value: modes for kind, modes in MODES.items() if modes}


def test_the_example_quotes_what_its_text_has() -> None:
    shown, _, rest = prompt.instructions().partition("## Example\n")[2].partition("```json\n")
    assert len(parse(rest.partition("```")[0]).events) == 1
    marks = list(re.finditer(r"^\[(\d+)\] ", shown, re.MULTILINE))
    ends = [mark.start() for mark in marks[1:]] + [len(shown)]
    sentences = [
        Sentence(number=int(mark[1]), span=Span(mark.end(), end)) for mark, end in zip(marks, ends, strict=True)
    ]
    quotes = Quotes(shown, sentences)
    told = re.findall(r'"sentence": (\d+), "words": "([^"]*)"', rest.partition("```")[0])
    assert len(told) == 14
    for number, words in told:
        found = quotes.find(Quote(sentence=int(number), words=words))
        assert found is not None
        assert sentences[int(number) - 1].span.covers(found)


def test_the_schema_stands_in_the_instructions_where_the_server_is_not_given_it() -> None:
    plain, full = (
        prompt.opening("x", form)[0].content for form in (AnswerFormat.JSON_SCHEMA, AnswerFormat.JSON_OBJECT)
    )
    assert full.startswith(plain)
    assert json.loads(full[full.rindex("schema:\n") + 8 :])["type"] == "object"
    assert prompt.response_format(AnswerFormat.JSON_OBJECT) == {"type": "json_object"}
    assert prompt.response_format(AnswerFormat.JSON_SCHEMA)["json_schema"]["strict"] is True


def test_the_hash_tells_what_an_answer_may_depend_on() -> None:
    one = prompt.config(SETTINGS)
    assert re.fullmatch("[0-9a-f]{16}", one)
    for name, value in {"model": "n", "temperature": 1.0, "part_size": 500, "seed": 3}.items():
        assert prompt.config(msgspec.structs.replace(SETTINGS, **{name: value})) != one
    for name, value in {"timeout": 1.0, "concurrency": 9, "journal": "j", "prompt_price": 3.0}.items():
        assert prompt.config(msgspec.structs.replace(SETTINGS, **{name: value})) == one
