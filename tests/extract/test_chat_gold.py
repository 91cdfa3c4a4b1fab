"""A model that answers as the annotators of the demo articles did loses nothing on the way to the reading."""

from pathlib import Path

import pytest

from chat_server import ChatServer, Json, Reply, Request, answer, claim, event, hop, quote, says
from reportedly.evals import gold, tasks
from reportedly.evals.corpora import Corpus
from reportedly.evals.gold import GoldArticle
from reportedly.extract import segment
from reportedly.extract.chat_reader import ChatReader
from reportedly.schema import Reading, Span

FOLDER = Path(__file__).parents[2] / "evals" / "gold" / "demo"
ANNOTATED = gold.load(FOLDER)


def answered(given: GoldArticle) -> str:
    """The annotation of an article, as a model would answer it."""
    sentences = [sentence for passage in segment.passages(given.text) for sentence in passage.sentences]

    def quoted(span: Span) -> Json:
        numbers = [number for number, sentence in enumerate(sentences, 1) if sentence.start <= span.start]
        return quote(numbers[-1], span.of(given.text))

    def told(name: str) -> list[Json]:
        """The claims about an event; its numbers, which the gold does not part, are the first one's."""
        made = [
            claim(
                quoted(each.content),
                each.status.value,
                tuple(
                    hop(voice.source and quoted(voice.source), voice.cue and quoted(voice.cue), voice.kind.value)
                    for voice in each.chain
                ),
            )
            for each in given.gold.claims
            if each.event == name
        ]
        (numbers,) = [each.numbers for each in given.gold.events if each.id == name]
        made[0]["numbers"] = [{"what": each.what.value, "quote": quoted(each.span)} for each in numbers]
        return made

    return answer(
        *(
            event(
                quoted(each.trigger),
                *told(each.id),
                kind=each.type.value,
                mode=each.mode,
                actors=[quoted(actor.span) for actor in each.actors],
                recipients=[quoted(recipient.span) for recipient in each.recipients],
                places=[quoted(place.span) for place in each.places],
                date=each.date and quoted(each.date.span),
            )
            for each in given.gold.events
        )
    )


@pytest.fixture(scope="module")
def figures(parrot: ChatServer) -> dict[str, float]:
    """What the evaluation says of the readings."""
    known = {each.gold.id: each for each in ANNOTATED}

    def annotator(request: Request) -> Reply:
        (name,) = [name for name, each in known.items() if [*request.sentences().values()][-1] in each.text]
        return says(answered(known[name]))

    parrot.answering = annotator
    reader = ChatReader(parrot.settings(part_size=1_000_000))
    articles = [gold.to_reading(each.gold, each.text).article for each in ANNOTATED]
    readings = [each for each in reader.read(articles) if isinstance(each, Reading)]
    assert reader.report.dropped == {}
    result = tasks.read(Corpus(task="reading/demo", folder=FOLDER), ANNOTATED, readings)
    return {measure.metric: measure.value for measure in result.measures}


@pytest.mark.parametrize(
    "metric", ["events", "actors", "recipients", "places", "numbers", "status_accuracy", "chain", "end_to_end"]
)
def test_nothing_is_lost(figures: dict[str, float], metric: str) -> None:
    assert figures[metric] == 1.0


def test_dates_are_as_good_as_our_own_reading_of_them(figures: dict[str, float]) -> None:
    assert figures["dates"] > 0.8
