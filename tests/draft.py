"""Tags made by hand: a text, and cues, triggers, levels and ties given by their words."""

from collections.abc import Sequence

from reportedly.extract import segment
from reportedly.extract.attribution import Chains
from reportedly.extract.link import Coder
from reportedly.extract.voices import VoiceNames
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Entry, Name, NameKind
from reportedly.schema import (
    Counted,
    CueTag,
    EchoTag,
    EventType,
    HopKind,
    LevelTag,
    Passage,
    RelationKind,
    Span,
    Status,
    TieTag,
    TriggerTag,
)
from spans import span

Words = str | Span
"""Words that stand in the text; a span of it where they stand there more than once."""


def _name(
    text: str, kind: NameKind, name: str | None = None, code: str | None = None, entity: str | None = None
) -> Entry:
    return Entry(text, Name(name=name or text, kind=kind, code=code, entity=entity))


KNOWN = Directory(
    [
        _name("Meridian Post", NameKind.OUTLET),
        _name("the Post", NameKind.OUTLET, "Meridian Post"),
        _name("The Post", NameKind.OUTLET, "Meridian Post"),
        _name("Reuters", NameKind.OUTLET),
        _name("NBC", NameKind.OUTLET, "NBC News"),
        _name("Varn", NameKind.PLACE, code="VRN", entity="VRN"),
        _name("Varnian", NameKind.ADJECTIVE, "Varn", "VRN", "VRN"),
        _name("Seld", NameKind.PLACE, "Seld City", "VRNGOV", "VRN/Seld City"),
        _name("Brigades", NameKind.ACTOR, "Ostrand Brigades", "VRNREB", "ostrand-brigades"),
        _name("Nowhere", NameKind.PLACE),
    ]
)
"""The names of an invented crisis."""

NAMES = KNOWN.index


class Draft:
    """Tags of one text.

    Args:
        text: the text that all words are looked up in.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: Words, nth: int = 1) -> Span:
        """Where `words` stand, the `nth` time."""
        if isinstance(words, Span):
            return words
        return span(self.text, words, nth)

    def all(self, words: Words | Sequence[Words]) -> tuple[Span, ...]:
        """The spans of one or several words; none for an empty string."""
        several = (words,) if isinstance(words, str | Span) else words
        return tuple(self.at(each) for each in several if each)

    def cue(
        self,
        words: Words,
        source: Words | None = None,
        contents: Words | Sequence[Words] = "",
        kind: HopKind = HopKind.OFFICIAL,
        score: float = 0.8,
    ) -> CueTag:
        """A cue with its source and what it carries."""
        voice = None if source is None else self.at(source)
        return CueTag(span=self.at(words), source=voice, contents=self.all(contents), kind=kind, score=score)

    def trigger(
        self,
        words: Words,
        status: Status = Status.OCCURRED,
        *,
        kind: EventType = EventType.ASSAULT,
        mode: str | None = None,
        content: Words | None = None,
        actors: Words | Sequence[Words] = "",
        recipients: Words | Sequence[Words] = "",
        places: Words | Sequence[Words] = "",
        times: Words | Sequence[Words] = "",
        numbers: Words | Sequence[Words] = "",
        reference: bool = False,
        certainty: float = 1.0,
        score: float = 0.8,
    ) -> TriggerTag:
        """A trigger with its participants; its content is itself where no other is given."""
        return TriggerTag(
            span=self.at(words),
            type=kind,
            mode=mode,
            content=self.at(words if content is None else content),
            actors=self.all(actors),
            recipients=self.all(recipients),
            places=self.all(places),
            times=self.all(times),
            numbers=self.all(numbers),
            reference=reference,
            status=status,
            certainty=certainty,
            score=score,
        )

    def echo(self, words: Words, party: Words, status: Status) -> EchoTag:
        """Words that say how far along an event is that is told elsewhere."""
        said = self.at(words)
        return EchoTag(span=said, party=self.at(party), content=said, status=status, certainty=0.9, score=0.7)

    def heard(self, words: Words, kind: EventType, status: Status) -> EchoTag:
        """Words that tell of an event of a type, wherever it stands."""
        said = self.at(words)
        return EchoTag(span=said, type=kind, content=said, status=status, certainty=0.9, score=0.7)

    def level(self, words: Words, what: Counted, holder: Words | None = None, place: Words | None = None) -> LevelTag:
        """A number that is a level."""
        held, lies = (None if each is None else self.at(each) for each in (holder, place))
        return LevelTag(span=self.at(words), what=what, holder=held, place=lies, score=0.7)

    def tie(self, subject: Words, kind: RelationKind, other: Words, *, former: bool = False) -> TieTag:
        """A relation between two mentions."""
        return TieTag(subject=self.at(subject), kind=kind, object=self.at(other), former=former, score=0.7)

    def coder(self) -> Coder:
        """Who is meant by words of the text."""
        return Coder(self.text, KNOWN)

    def names(self, *cues: CueTag, outlet: str | None = None) -> VoiceNames:
        """What the sources of the cues are called."""
        return VoiceNames(self.text, cues, self.coder(), outlet)

    def chains(self, *cues: CueTag, outlet: str | None = None) -> Chains:
        """The chains that the cues make."""
        return Chains(cues, self.names(*cues, outlet=outlet))

    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of the text."""
        return segment.passages(self.text)

    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return tuple(sentence for passage in self.passages() for sentence in passage.sentences)
