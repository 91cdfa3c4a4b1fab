"""What every tagger does. Add what makes one to MAKERS to hold it to this."""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pool import stories
from reportedly.extract.reader import TaggedReader
from reportedly.models.neural.shipped import shipped_tagger
from reportedly.models.rules import RulesTagger
from reportedly.protocols import Tagger
from reportedly.schema import Article, MentionKind, MentionTag, Noun, Passage, Predictions, Span


class Capitals:
    """As little as a tagger can be: every capital word is an actor."""

    model = "capitals-1"
    config = "0"

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        return [Predictions(mentions=tuple(self._mentions(passage))) for passage in batch]

    def _mentions(self, passage: Passage) -> Iterator[MentionTag]:
        for word in re.finditer(r"[A-Z]\w+", passage.text):
            span = Span(passage.start + word.start(), passage.start + word.end())
            yield MentionTag(span=span, kind=MentionKind.ACTOR, score=0.1)


MAKERS: dict[str, Callable[[], Tagger]] = {"neural": shipped_tagger, "rules": RulesTagger, "capitals": Capitals}
TAGGERS = {name: make() for name, make in MAKERS.items()}
ALONE = ("rules", "capitals")
"""The taggers that read each passage without regard to the others."""


class _Recorder:
    """A tagger that finds nothing; keeps the passages it was given."""

    model = config = "0"

    def __init__(self) -> None:
        self.seen: list[Passage] = []

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        self.seen.extend(batch)
        return [Predictions() for _ in batch]


def passages(article: Article) -> list[Passage]:
    """The passages of an article as a reader gives them to its tagger."""
    recorder = _Recorder()
    list(TaggedReader("recorder", recorder).read([article]))
    return recorder.seen


def found(noun: Noun, kind: type) -> Iterator[object]:
    """Everything of one type among the values of a record and of the records in it."""
    for value in msgspec.structs.asdict(noun).values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, kind):
                yield each
            elif isinstance(each, Noun):
                yield from found(each, kind)


@pytest.fixture(params=TAGGERS)
def tagger(request: pytest.FixtureRequest) -> Tagger:
    return TAGGERS[request.param]


def test_an_empty_batch_gives_nothing(tagger: Tagger) -> None:
    assert tagger.predict([]) == []


def test_model_and_configuration_have_a_name_and_a_hash(tagger: Tagger) -> None:
    assert tagger.model
    assert re.fullmatch(r"[0-9a-f]+", tagger.config)


@pytest.mark.parametrize("name", MAKERS)
def test_made_again_it_has_the_same_name_and_hash(name: str) -> None:
    one, other = TAGGERS[name], MAKERS[name]()
    assert (one.model, one.config) == (other.model, other.config)


@pytest.mark.parametrize("name", ALONE)
@settings(max_examples=50)
@given(one=stories(), other=stories(), data=st.data())
def test_what_else_is_in_the_batch_changes_nothing(
    name: str, one: Article, other: Article, data: st.DataObject
) -> None:
    predict = TAGGERS[name].predict
    batch = [*passages(one), *passages(other)]
    alone = [prediction for passage in batch for prediction in predict([passage])]
    assert predict(batch) == alone
    cut = data.draw(st.integers(0, len(batch)))
    assert predict(batch[:cut]) + predict(batch[cut:]) == alone
    order = data.draw(st.permutations(range(len(batch))))
    assert predict([batch[index] for index in order]) == [alone[index] for index in order]


@pytest.mark.parametrize("name", TAGGERS)
@settings(max_examples=50)
@given(article=stories())
def test_every_anchor_lies_in_its_passage(name: str, article: Article) -> None:
    batch = passages(article)
    for passage, prediction in zip(batch, TAGGERS[name].predict(batch), strict=True):
        whole = Span(passage.start, passage.start + len(passage.text))
        rows = (prediction.mentions, prediction.cues, prediction.triggers, prediction.echoes, prediction.levels)
        assert all(whole.covers(row.span) for kind in rows for row in kind)
        assert all(whole.covers(tie.subject) for tie in prediction.ties)


@pytest.mark.parametrize("name", TAGGERS)
@settings(max_examples=50)
@given(article=stories())
def test_every_span_lies_in_the_article_and_every_score_between_none_and_all(name: str, article: Article) -> None:
    batch = passages(article)
    for prediction in TAGGERS[name].predict(batch):
        whole = Span(0, max(len(article.text), 1))
        for span in found(prediction, Span):
            assert isinstance(span, Span)
            assert whole.covers(span)
            assert span.of(article.text).strip()
        assert all(0 <= score <= 1 for score in found(prediction, float) if isinstance(score, float))


@pytest.mark.parametrize("name", TAGGERS)
@given(text=st.text(max_size=80))
def test_any_text_can_be_tagged(name: str, text: str) -> None:
    passage = Passage(text=f"x{text}x", start=7, kind="body", sentences=(Span(7, 9 + len(text)),))  # type: ignore[arg-type]
    (prediction,) = TAGGERS[name].predict([passage])
    assert all(
        isinstance(span, Span) and 7 <= span.start < span.end <= 9 + len(text) for span in found(prediction, Span)
    )
