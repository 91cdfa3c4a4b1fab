"""The rules tagger: sentence by sentence through a passage, then what links one sentence to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Final

from reportedly.knowledge.datafile import names_in
from reportedly.knowledge.names import NameIndex, NameKind, name_index
from reportedly.models.rules import (
    cues,
    echoes,
    levels,
    numbers,
    operators,
    sentence,
    speech,
    ties,
    triggers,
    verb_cues,
)
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import RuleBook, rule_book
from reportedly.models.rules.links import Found
from reportedly.models.rules.parties import Antecedents
from reportedly.models.rules.rows import trigger_tag
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.triggers import Trigger
from reportedly.schema import (
    CueTag,
    EchoTag,
    MentionKind,
    MentionTag,
    Passage,
    PassageKind,
    Predictions,
    Span,
)

_CONFIGURATION: Final = tuple(
    "triggers cues status voices verbs irregular countries outlets places homonyms".split()
)
_LINE: Final = 110
_CUE_SCORE: Final = 0.7
_NAME_SCORE: Final = 0.9
_KINDS: Final = {
    NameKind.ACTOR: MentionKind.ACTOR,
    NameKind.ADJECTIVE: MentionKind.ACTOR,
    NameKind.PLACE: MentionKind.PLACE,
    NameKind.OUTLET: MentionKind.OUTLET,
    NameKind.INSTALLATION: MentionKind.INSTALLATION,
}


@dataclass(slots=True)
class Analysis:
    """What was found in a passage, sentence by sentence.

    Attributes:
        cues, triggers: one list a sentence.
    """

    sentences: list[Sentence] = field(default_factory=list)
    cues: list[list[Cue]] = field(default_factory=list)
    echoes: list[EchoTag] = field(default_factory=list)
    triggers: list[list[Trigger]] = field(default_factory=list)


class RulesTagger:
    """Tags passages by lexicons and a shallow grammar; implements `protocols.Tagger`."""

    def __init__(self) -> None:
        self._book: RuleBook = rule_book()
        self._names: NameIndex = name_index()

    @property
    def model(self) -> str:
        """Name and version of the rules."""
        return "rules-1"

    @cached_property
    def config(self) -> str:
        """Hash over the data files that the rules are made of."""
        digest = sha256()
        for name in (*(f"{each}.yaml" for each in _CONFIGURATION), *names_in("actors"), *names_in("offices")):
            digest.update(files("reportedly").joinpath(f"knowledge/data/{name}").read_bytes())
        return digest.hexdigest()[:16]

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        """One `Predictions` a passage; no passage influences another."""
        return [self._predict(passage) for passage in batch]

    def _predict(self, passage: Passage) -> Predictions:
        analysis = self._analyse(passage)
        antecedents = Antecedents(self._book)
        for number, made in enumerate(analysis.sentences):
            antecedents.add(number, made)
        speech.join(analysis.sentences, analysis.cues)
        tags = tuple(
            trigger_tag(analysis.sentences, number, trigger, analysis.cues[number], passage, own, antecedents)
            for number, group in enumerate(analysis.triggers)
            for trigger, own in zip(
                group,
                numbers.shared_out(analysis.sentences[number], group, analysis.cues[number], passage.quantities),
                strict=True,
            )
        )
        return Predictions(
            mentions=tuple(_mentions(analysis, passage)),
            cues=tuple(_cue_tag(cue) for group in analysis.cues for cue in group),
            triggers=tags,
            echoes=tuple(analysis.echoes),
            levels=tuple(levels.find(analysis.sentences, passage, self._book)),
            ties=tuple(ties.find(analysis.sentences, self._book)),
        )

    def _analyse(self, passage: Passage) -> Analysis:
        analysis = Analysis()
        headline = passage.kind is PassageKind.HEADLINE or _is_line(passage)
        quote_open = False
        for span in passage.sentences:
            text = passage.text[span.start - passage.start : span.end - passage.start]
            made = sentence.analyse(
                text, span.start, self._book, self._names,
                times=passage.times, quantities=passage.quantities, headline=headline, quote_open=quote_open,
            )  # fmt: skip
            if not made.words:
                continue
            quote_open = sentence.leaves_quote_open(made, quote_open)
            refusals = verb_cues.refusals(made, self._book)
            found_operators = [
                found
                for found in operators.find(made, self._book)
                if not any(made.chunk_at[found.first] == made.chunk_at[first] for first, _ in refusals)
            ]
            found_triggers = triggers.find(made, self._book, found_operators)
            found_cues = cues.find(made, self._book)
            found_cues.extend(_voices(made, found_triggers, found_cues, self._book))
            analysis.sentences.append(made)
            analysis.triggers.append(found_triggers)
            analysis.cues.append(found_cues)
            analysis.echoes.extend(echoes.find(made, found_operators, found_triggers, found_cues, self._book))
        return analysis


def _is_line(passage: Passage) -> bool:
    """Whether a paragraph is one short line without a full stop, as in a stack of headlines."""
    text = passage.text.rstrip("\"'”’») ")
    return len(passage.sentences) == 1 and not text.endswith((".", "!", "?", ":", ",", ";")) and len(text) <= _LINE


def _voices(
    made: Sentence, found: list[Trigger], known: list[Cue], book: RuleBook
) -> list[Cue]:
    """Cues made by status operators whose subject is a voice ("threatened to", "urged")."""
    governors: dict[Found, None] = {}
    for trigger in found:
        governors.update(dict.fromkeys(trigger.standing.governors))
    return [
        cue
        for governor in governors
        if governor.sense.operator.voice
        for cue in [verb_cues.of_operator(made, governor.first, governor.last, book)]
        if cue is not None and not any(cue.span.overlaps(other.span) for other in known)
    ]


def _cue_tag(cue: Cue) -> CueTag:
    return CueTag(
        span=cue.span,
        source=cue.source.span if cue.source else None,
        contents=tuple(sorted(dict.fromkeys(cue.contents))),
        kind=cue.kind,
        score=_CUE_SCORE,
    )


def _mentions(analysis: Analysis, passage: Passage) -> list[MentionTag]:
    found: dict[Span, MentionTag] = {}
    for made in analysis.sentences:
        for hit in made.names:
            span = made.span(hit.first, hit.last)
            found[span] = MentionTag(span=span, kind=_KINDS[hit.name.kind], score=_NAME_SCORE)
    for span in passage.times:
        found[span] = MentionTag(span=span, kind=MentionKind.TIME, score=_NAME_SCORE)
    for span in passage.quantities:
        found[span] = MentionTag(span=span, kind=MentionKind.QUANTITY, score=_NAME_SCORE)
    for cue in (cue for group in analysis.cues for cue in group):
        if cue.source is not None and not any(cue.source.span.overlaps(span) for span in found):
            found[cue.source.span] = MentionTag(span=cue.source.span, kind=MentionKind.ACTOR, score=_CUE_SCORE)
    return [found[span] for span in sorted(found)]
