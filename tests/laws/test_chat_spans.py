"""Whatever a language model answers, a reading holds no span that it did not quote or that the text does not have."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_raid import read
from chat_server import ChatServer, Json, answer, claim, event, first_word, hop, quote, serving
from pool import stories
from reportedly.extract import quantities, timex
from reportedly.models.chat.quotes import same_words
from reportedly.schema import MODES, Article, Status


@pytest.fixture(scope="module")
def parrot() -> Iterator[ChatServer]:
    """A server whose answers the test sets."""
    with serving(first_word) as server:
        yield server


quotes = st.builds(quote, st.integers(0, 9), st.text("aeinrst. ’'", max_size=6))


@st.composite
def replies(draw: st.DrawFn, text: str) -> str:
    """An answer that quotes pieces of the text, nearly right ones, and nonsense."""

    def pointed() -> Json:
        start = draw(st.integers(0, len(text) - 1))
        piece = " ".join(text[start : start + draw(st.integers(1, 60))].split(" ")[1:])
        return draw(st.sampled_from([quote(draw(st.integers(0, 9)), piece), draw(quotes)]))

    def claimed() -> Json:
        chain = tuple(
            hop(draw(st.sampled_from([None, pointed()])), pointed()) for _ in range(draw(st.integers(0, 2)))
        )
        numbers = tuple({"what": "killed", "quote": pointed()} for _ in range(draw(st.integers(0, 2))))
        return claim(pointed(), draw(st.sampled_from(Status)).value, chain, numbers)

    def happened() -> Json:
        kind, mode = draw(st.sampled_from([(k, m) for k, modes in MODES.items() for m in (None, "", "x", *modes)]))
        parts = {name: [pointed() for _ in range(draw(st.integers(0, 2)))] for name in ("actors", "places")}
        claims = [claimed() for _ in range(draw(st.integers(0, 2)))]
        return event(pointed(), *claims, kind=kind.value, mode=mode, date=pointed(), **parts)

    return answer(*(happened() for _ in range(draw(st.integers(1, 3)))))


def quoted(part: Any) -> Iterator[str]:
    """The words of every quotation in an answer."""
    if isinstance(part, dict) and "words" in part:
        yield part["words"]
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from quoted(each)


@given(story=stories(), data=st.data())
def test_every_span_lies_in_the_text_and_has_words_that_the_model_quoted(
    parrot: ChatServer, story: Article, data: st.DataObject
) -> None:
    said = data.draw(replies(story.text))
    _, (made,) = read(parrot, said, story)
    ours = {each.span for each in (*quantities.find(story.text), *timex.find(story.text))} | {*made.sentences}
    cited = {each.span for each in made.citations}
    claimed = list(quoted(json.loads(said)))
    for span in made.spans():
        assert span.end <= len(story.text)
        told = span.of(story.text)
        assert span in ours | cited or any(same_words(each, told) for each in claimed)
    keys = {claim.event for claim in made.claims}
    assert keys == {each.id for each in made.events}
