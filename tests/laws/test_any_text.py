"""The rules reader reads whatever is text: every script, marks, controls, endless digits, endless sentences."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pool import SENTENCES
from reportedly.codec import decode, encode
from reportedly.extract.reader import rules_reader
from reportedly.schema import Article, DateSource, Reading

READER = rules_reader()
ODD = """😀 👩‍👩‍👧 \u200f \u200d \u0301 e\u0301 \x00 \x1b[31m \ufeff \u00ad \u202e ١٢ ½ ² Ⅻ ﬁ ß İ ı ǅ \U0010ffff
    中文 العربية עברית हिन्दी ไทย ᏣᎳᎩ ''' “ ” ‘ ’ « » „ ‹ — – … • № § % $ €£ 5e9 1,2,3 ½m 0x1F 25:61 00/00/0000
    31.02.2024 99999999999999999999 -1 +44 A.B.C.D. O’O’O ’s s’ 'S n't '90s @x #y http://z.example/?q=1&r=2""".split()
PLAIN = sorted({word for sentence in SENTENCES for word in sentence.split()})
GLUE = ["", " ", " ", " ", "\n", "\n\n", "\u2028", "\x85", "\r\n", "\t", ", ", ". ", "-", "—", '"', "’", "(", "\u00ad"]

mixed = st.lists(st.sampled_from(PLAIN) | st.sampled_from(ODD) | st.text(max_size=4), min_size=1, max_size=40).flatmap(
    lambda words: st.lists(st.sampled_from(GLUE), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    )
)
days = st.none() | st.datetimes(timezones=st.just(UTC))


def read(text: str, published: datetime | None = None) -> Reading:
    source = DateSource.GIVEN if published is not None else None
    (reading,) = READER.read([Article(id="a", text=text, published_at=published, date_source=source)])
    return reading


def check(text: str, published: datetime | None = None) -> None:
    reading = read(text, published)
    assert reading.article.text == text
    for span in reading.spans():
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    assert decode(encode(reading), Reading) == reading


@settings(max_examples=300)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
@example("\u00ad ")
@example("9" * 400 + " people died.")
@example("hundreds of thousands of millions of people were killed")
@example("İİİ said 1,1 .")
def test_any_text_is_read(text: str) -> None:
    check(text)


@settings(max_examples=400)
@given(mixed.filter(str.strip), days)
def test_news_with_anything_in_it_is_read(text: str, published: datetime | None) -> None:
    check(text, published)


@pytest.mark.parametrize("words", ["the army attacked the town and ", "12 killed, ", "[1]", "x", "U.S. ", ".A", "no\t"])
def test_what_has_no_end_is_cut_between_words_where_there_are_any(words: str) -> None:
    text = words * (5000 // len(words)) + "x"
    sentences = read(text).sentences
    check(text)
    assert max(sentence.end - sentence.start for sentence in sentences) <= 2000
    kept = "".join(each.of(text) for each in sentences)
    assert "".join(kept.split()) == "".join(text.split())
    if " " in words:
        assert all(text[sentence.end : sentence.end + 1] in (" ", "") for sentence in sentences)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_marks_that_nobody_sees_do_not_stop_a_reading(sentence: str) -> None:
    for mark in ("\u00ad", "\u200b", "\u200f", "\ufeff", "\u0301", "\x00"):
        check(mark.join(sentence))
        check(sentence.replace(" ", f" {mark}"))
        check(f"{mark}{sentence}{mark}")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_cut_anywhere_is_read(sentence: str) -> None:
    for cut in range(1, len(sentence)):
        check(sentence[:cut])
        check(sentence[cut:] if sentence[cut:].strip() else sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_capitals_small_letters_or_backward_is_read(sentence: str) -> None:
    for text in (sentence.upper(), sentence.lower(), sentence.title(), " ".join(sentence.split()[::-1])):
        check(text)
