"""What every reader does: the built-in, the published and yours. Add an object to READERS to hold it to this."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings

from chat_server import first_word, serving
from pool import SENTENCES, stories
from reportedly import plugins
from reportedly.codec import decode, encode
from reportedly.extract.attribution import origin_key
from reportedly.extract.chat_reader import NAME as CHAT
from reportedly.extract.chat_reader import ChatReader
from reportedly.pipeline import Pipeline
from reportedly.protocols import Reader
from reportedly.schema import (
    Article,
    Claim,
    Event,
    EventType,
    Hop,
    HopKind,
    Issue,
    Provenance,
    Reading,
    Span,
    Status,
)


class FirstWord:
    """As little as a reader can be: one event an article, at its first word; none where there is no word."""

    name = "first-word"

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        made_by = Provenance(reader=self.name, version="1", model="none", config="0")
        for article in articles:
            word = re.search(r"[^\W\d_]{2,}", article.text)
            if word is None:
                yield Reading(article=article, provenance=made_by)
                continue
            span = Span(*word.span())
            event = Event(id="e1", type=EventType.CONSULT, trigger=span)
            claim = Claim(
                id="c1",
                event="e1",
                status=Status.OCCURRED,
                certainty=1,
                confidence=0,
                content=span,
                chain=(Hop(source=span, kind=HopKind.PERSON),),
            )
            yield Reading(article=article, events=(event,), claims=(claim,), provenance=made_by)


NAMES = [*plugins.reader_names(), FirstWord.name]
READERS: dict[str, Reader] = {name: plugins.reader(name) for name in plugins.reader_names() if name != CHAT}
READERS[FirstWord.name] = FirstWord()
TEXT = "\n\n".join((" ".join(SENTENCES[:8]), " ".join(SENTENCES[8:16]), " ".join(SENTENCES[16:])))
ARTICLES = [Article(id=f"a{number}", text=text) for number, text in enumerate((TEXT, *SENTENCES))]


@pytest.fixture(scope="module", autouse=True)
def served() -> Iterator[None]:
    """The reader that asks a server has one, as long as these tests run."""
    with serving(first_word) as server:
        READERS[CHAT] = ChatReader(server.settings())
        yield


@pytest.fixture(params=NAMES)
def reader(request: pytest.FixtureRequest) -> Reader:
    return READERS[request.param]


def one(reader: Reader, text: str) -> Reading:
    (reading,) = reader.read([Article(id="a", text=text)])
    return reading


def test_there_is_one_reading_an_article_in_the_order_given(reader: Reader) -> None:
    assert [reading.article.id for reading in reader.read(ARTICLES)] == [article.id for article in ARTICLES]


def test_no_article_gives_no_reading(reader: Reader) -> None:
    assert list(reader.read([])) == []


def test_a_reading_comes_before_the_next_article_is_asked_for(reader: Reader) -> None:
    asked = []

    def feed() -> Iterator[Article]:
        for article in ARTICLES:
            asked.append(article.id)
            yield article

    readings = reader.read(feed())
    assert asked == []
    assert next(readings).article.id == "a0"
    assert asked == ["a0"]


def test_the_article_is_kept_as_it_was(reader: Reader) -> None:
    text = " \ufeffGunners shelled Lind.\r\n\u00a0They — e\u0301tc. — left\u2028😀 \n"
    article = Article(id="a", title="t", outlet="o", byline="b", dateline="d", language="en", text=text)
    (reading,) = reader.read([article])
    assert reading.article == article
    assert reading.article.text == text


def test_the_provenance_says_which_machine_it_was(reader: Reader) -> None:
    made_by = one(reader, TEXT).provenance
    assert made_by.reader == reader.name
    assert made_by.version
    assert made_by.model
    assert re.fullmatch(r"[0-9a-f]+", made_by.config)


def test_the_same_article_gives_the_same_reading_alone_or_among_others(reader: Reader) -> None:
    among = list(reader.read(ARTICLES))
    backward = list(reader.read(ARTICLES[::-1]))[::-1]
    alone = [reading for article in ARTICLES for reading in reader.read([article])]
    assert among == backward == alone


@pytest.mark.parametrize("text", [".", "— — —", "12:30", "\u200b\u00ad", "😀", "(*)\n\n***\n", "a", "Ω", "\x00"])
def test_a_text_without_a_sentence_gives_an_empty_reading(reader: Reader, text: str) -> None:
    reading = one(reader, text)
    assert (reading.events, reading.claims, reading.figures, reading.relations) == ((), (), (), ())
    assert reading.citations == ()


def test_an_issue_passes_through_the_pipeline(reader: Reader) -> None:
    issue = Issue(where="x", problem="is broken", remedy="mend it")
    made = list(Pipeline(reader=reader).extract([ARTICLES[0], issue, ARTICLES[1]]))
    assert made[1] is issue
    assert [type(each) for each in made] == [Reading, Issue, Reading]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(article=stories())
def test_a_reading_is_whole(name: str, article: Article) -> None:
    (reading,) = READERS[name].read([article])
    assert all(span.of(article.text).strip() for span in reading.spans())
    assert {claim.event for claim in reading.claims} == {event.id for event in reading.events}
    keys = [(claim.event, claim.status, origin_key(claim.chain)) for claim in reading.claims]
    assert len({*keys}) == len(keys)
    hops = [hop for noun in (*reading.claims, *reading.figures) for hop in noun.chain]
    assert all(hop.source or hop.cue for hop in hops)
    assert decode(encode(reading), Reading) == reading
