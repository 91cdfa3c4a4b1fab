"""Article -> Reading, in order: segment, tag, then decode mentions, chains, events, claims and the rest."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from reportedly import __version__
from reportedly.extract import figures as levels
from reportedly.extract import quantities, segment, timex
from reportedly.extract.attribution import Chains
from reportedly.extract.citations import citations
from reportedly.extract.coreference import attach, happenings
from reportedly.extract.events import event
from reportedly.extract.geocode.fill import located, stated
from reportedly.extract.geocode.geocoder import Geocoder, geocoder_by_settings
from reportedly.extract.link import Coder, published
from reportedly.extract.link_dates import event_days
from reportedly.extract.mentions import mentions
from reportedly.extract.numerals import Number
from reportedly.extract.speech import run_on
from reportedly.extract.status import claims
from reportedly.extract.threaded import Threaded
from reportedly.extract.time_nouns import TimeValue
from reportedly.extract.time_order import resolve_all
from reportedly.extract.voices import VoiceNames
from reportedly.knowledge.directory import Directory, configuration, directory
from reportedly.protocols import Reader, Tagger
from reportedly.schema import (
    Article,
    Claim,
    CueTag,
    EchoTag,
    Event,
    LevelTag,
    MentionTag,
    Passage,
    Provenance,
    Quantity,
    Reading,
    Span,
    TieTag,
    TriggerTag,
)
from reportedly.settings import Settings

_SENTENCES: Final = 60
"""The most sentences that one passage holds; a text without line breaks is cut into such parts."""


class TaggedReader:
    """Reads with any tagger; implements `protocols.Reader`.

    Args:
        name: what the reader is called in a reading's provenance.
        tagger: finds the anchors and their arguments.
        knowledge: files of actors, people and offices beside our own, as `bundles.load` reads them.
        geocoder: finds out where places lie; None for readings without coordinates.

    Raises:
        KnowledgeError: one of these files is wrong.
    """

    def __init__(
        self, name: str, tagger: Tagger, knowledge: tuple[str, ...] = (), geocoder: Geocoder | None = None
    ) -> None:
        self._name = name
        self._tagger = tagger
        self._known = directory(knowledge)
        self._config = configuration(tagger.config, knowledge)
        self._geocoder = geocoder

    @property
    def name(self) -> str:
        """The name given."""
        return self._name

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, each as soon as it is done."""
        for article in articles:
            yield self.read_one(article)

    def read_one(self, article: Article) -> Reading:
        """The reading of one article; safe to call from several threads."""
        times, numbers = timex.find(article.text), quantities.find(article.text)
        passages = _passages(article.text, [t.span for t in times], [n.span for n in numbers])
        published = article.published_at.date() if article.published_at else None
        resolved = resolve_all(article.text, times, published)
        dates = {time.span: value for time, value in zip(times, resolved, strict=True)}
        rows = _Rows(passages, self._tagger)
        by_span = {number.span: number for number in numbers}
        made = _decode(article, passages, rows, dates, by_span, self._known, self._provenance())
        return made if self._geocoder is None else located(made, self._geocoder)

    @property
    def provenance(self) -> Provenance:
        """Which machine this is; with a geocoder, the gazetteer is opened for it.

        Raises:
            GazetteerError: it cannot be opened or built.
        """
        made = self._provenance()
        return made if self._geocoder is None else msgspec.structs.replace(made, gazetteer=stated(self._geocoder))

    def _provenance(self) -> Provenance:
        return Provenance(
            reader=self._name, version=__version__, model=self._tagger.model, config=self._config
        )


def tagged_passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text as a reader gives them to its tagger: with the times and numbers in them."""
    return _passages(text, [time.span for time in timex.find(text)], [n.span for n in quantities.find(text)])


def rules_reader(knowledge: tuple[str, ...] = (), geocoder: Geocoder | None = None) -> TaggedReader:
    """The reader made of lexicons and a shallow grammar: the floor; without coordinates where no geocoder is given.

    Args:
        knowledge: files of actors, people and offices beside our own.
        geocoder: finds out where places lie.
    """
    from reportedly.models.rules import RulesTagger  # noqa: PLC0415 - a reader with another tagger needs no lexicons

    return TaggedReader("rules", RulesTagger(), knowledge, geocoder)


def rules_by_settings(settings: Settings) -> TaggedReader:
    """The same with the files and the gazetteer that the settings name."""
    return rules_reader(settings.knowledge, geocoder_by_settings(settings))


def neural_reader(
    weights: Path | None = None, knowledge: tuple[str, ...] = (), geocoder: Geocoder | None = None
) -> TaggedReader:
    """The reader made of a small network: the default; without coordinates where no geocoder is given.

    Args:
        weights: a folder that a training run wrote; None for the weights inside the package.
        knowledge: files of actors, people and offices beside our own.
        geocoder: finds out where places lie.

    Raises:
        InputError: the folder is not complete, or a file in it is not the one that its card names.
    """
    from reportedly.models.neural.shipped import shipped_tagger  # noqa: PLC0415 - reading by rules needs no network

    return TaggedReader("neural", shipped_tagger(weights), knowledge, geocoder)


def neural_by_settings(settings: Settings) -> Reader:
    """The same with the weights, on the threads, with the files and the gazetteer that the settings name."""
    weights = Path(settings.weights) if settings.weights else None
    made = neural_reader(weights, settings.knowledge, geocoder_by_settings(settings))
    return made if settings.threads == 1 else Threaded(made, settings.threads)


class _Rows:
    """The predictions over all passages of one article, row kind by row kind."""

    def __init__(self, passages: Sequence[Passage], tagger: Tagger) -> None:
        predictions = tagger.predict(passages)
        self.mentions: list[MentionTag] = [tag for p in predictions for tag in p.mentions]
        self.cues: list[CueTag] = run_on([tag for p in predictions for tag in p.cues], passages)
        self.triggers: list[TriggerTag] = [tag for p in predictions for tag in p.triggers]
        self.echoes: list[EchoTag] = [tag for p in predictions for tag in p.echoes]
        self.levels: list[LevelTag] = [tag for p in predictions for tag in p.levels]
        self.ties: list[TieTag] = [tag for p in predictions for tag in p.ties]


def _passages(text: str, times: list[Span], numbers: list[Span]) -> tuple[Passage, ...]:
    """The passages of a text, each with the times and numbers in it."""
    return tuple(
        msgspec.structs.replace(part, times=_within(times, part), quantities=_within(numbers, part))
        for passage in segment.passages(text)
        for part in _parts(passage)
    )


def _parts(passage: Passage) -> Iterator[Passage]:
    """The passage, or, where it holds more sentences than a paragraph has, parts of it."""
    for first in range(0, max(len(passage.sentences), 1), _SENTENCES):
        sentences = passage.sentences[first : first + _SENTENCES]
        if len(sentences) == len(passage.sentences):
            yield passage
            return
        start, end = sentences[0].start, sentences[-1].end
        words = passage.text[start - passage.start : end - passage.start]
        yield Passage(text=words, start=start, kind=passage.kind, sentences=sentences)


def _within(spans: list[Span], passage: Passage) -> tuple[Span, ...]:
    """Those of the ordered, separate `spans` that lie in the passage."""
    end = passage.start + len(passage.text)
    first = bisect_left(spans, passage.start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(span for span in spans[first:last] if span.end <= end)


def _decode(
    article: Article,
    passages: Sequence[Passage],
    rows: _Rows,
    dates: dict[Span, TimeValue],
    numbers: dict[Span, Number],
    known: Directory,
    provenance: Provenance,
) -> Reading:
    text = article.text
    coder = Coder(text, known, published(article), event_days(article, dates))
    names = VoiceNames(text, rows.cues, coder, article.outlet)
    chains = Chains(tuple(rows.cues), names)
    counts = _told(text, numbers)
    found = mentions(rows.mentions, dates, numbers, coder, _acting(rows), counts)
    levelled = {level.span for level in rows.levels}
    told = {span: count for span, count in counts.items() if span not in levelled}
    events: list[Event] = []
    made: list[Claim] = []
    sentences = tuple(sentence for passage in passages for sentence in passage.sentences)
    happened = happenings(rows.triggers, text, dates, sentences)
    attach(rows.echoes, happened, text)
    for number, happening in enumerate(happened, 1):
        events.append(event(number, happening, text, dates, coder))
        made.extend(claims(f"e{number}", happening.triggers, chains, told, len(made) + 1))
    return Reading(
        article=article,
        sentences=sentences,
        mentions=found,
        events=tuple(events),
        claims=tuple(made),
        figures=levels.figures(rows.levels, numbers, chains, text, passages, found),
        relations=levels.relations(rows.ties, text, coder),
        citations=citations(text, rows.cues, names, made, coder.index),
        provenance=provenance,
    )


def _acting(rows: _Rows) -> frozenset[Span]:
    """Where the article names who acts or speaks, and nowhere an event's place."""
    sources = [cue.source for cue in rows.cues if cue.source is not None]
    actors = [span for trigger in rows.triggers for span in trigger.actors]
    return frozenset([*sources, *actors]) - {span for trigger in rows.triggers for span in trigger.places}


def _told(text: str, numbers: dict[Span, Number]) -> dict[Span, Quantity]:
    """What each number counts; those that count nothing of the codebook are left out."""
    found = {}
    for span, number in numbers.items():
        what = quantities.counted(number, text)
        if what is not None:
            found[span] = Quantity(
                what=what, low=number.low, high=number.high, approx=number.approx, span=span
            )
    return found
