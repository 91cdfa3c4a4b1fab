"""Laws of what the rules reader gives."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pool import SENTENCES, stories
from reportedly.codec import encode
from reportedly.extract.attribution import origin_key
from reportedly.extract.reader import TaggedReader, rules_reader
from reportedly.schema import Article, EventType, Reading, Status

READER = rules_reader()
DENIALS = (
    "Iran denied it.",
    "Iran denied that an attack was being prepared.",
    "Tehran rejected the accusation as baseless.",
    "A spokesman for the army denied that its forces had shelled the port.",
    "The Kremlin denied that talks had been suspended.",
    "Hezbollah denied any role in the attack.",
)


def read(article: Article, reader: TaggedReader = READER) -> Reading:
    (reading,) = reader.read([article])
    return reading


def told(reading: Reading) -> set[tuple[EventType, Status, str]]:
    """What the claims of a reading say: type of the event, status, origin."""
    types = {event.id: event.type for event in reading.events}
    return {(types[claim.event], claim.status, origin_key(claim.chain)) for claim in reading.claims}


@given(stories())
@settings(max_examples=60)
def test_reading_twice_changes_nothing(article: Article) -> None:
    assert encode(read(article)) == encode(read(article))


@given(stories(), stories())
@settings(max_examples=30)
def test_what_was_read_before_changes_nothing(article: Article, before: Article) -> None:
    reader = rules_reader()
    read(before, reader)
    assert read(article, reader) == read(article)


@given(stories(), st.sampled_from(DENIALS), st.sampled_from([" ", "\n\n"]))
@settings(max_examples=150)
def test_a_denial_at_the_end_deletes_no_claim(article: Article, denial: str, gap: str) -> None:
    denied = msgspec.structs.replace(article, text=f"{article.text}{gap}{denial}")
    assert told(read(denied)) >= told(read(article))


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_denial_after_one_sentence_deletes_no_claim(sentence: str, denial: str) -> None:
    alone = Article(id="a", text=sentence)
    denied = Article(id="a", text=f"{sentence} {denial}")
    assert told(read(denied)) >= told(read(alone))


@given(stories())
@settings(max_examples=60)
def test_every_span_slices_to_words_of_the_text(article: Article) -> None:
    reading = read(article)
    for span in reading.spans():
        words = span.of(reading.article.text)
        assert words == words.strip() != ""


@given(stories())
@settings(max_examples=60)
def test_the_sentences_are_all_the_text_but_the_gaps_between(article: Article) -> None:
    reading = read(article)
    kept = "".join(sentence.of(article.text) for sentence in reading.sentences)
    assert "".join(kept.split()) == "".join(article.text.split())
    assert list(reading.sentences) == sorted(reading.sentences)


@given(stories(), st.integers(1, 40))
@settings(max_examples=40)
def test_blank_lines_before_an_article_only_move_its_spans(article: Article, lines: int) -> None:
    moved = read(msgspec.structs.replace(article, text="\n" * lines + article.text))
    shifted = {(span.start - lines, span.end - lines) for span in moved.spans()}
    assert shifted == {(span.start, span.end) for span in read(article).spans()}
