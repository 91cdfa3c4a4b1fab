"""The knowledge files compiled for looking words up: every inflected form of every trigger, cue and operator."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly.knowledge import lexicons
from reportedly.knowledge.abbreviations import abbreviations
from reportedly.knowledge.countries import countries
from reportedly.knowledge.inflect import irregular, noun_forms, verb_spellings
from reportedly.knowledge.lexicons import CueGroup, Operator, TriggerGroup
from reportedly.knowledge.naming import tokens
from reportedly.models.rules.grammar import Lexicon
from reportedly.models.rules.phrases import PhraseIndex
from reportedly.schema import HopKind

FORM_NAMES: Final = ("base", "third", "past", "participle", "gerund")
_NUMBERS: Final = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    dozen dozens hundreds thousands millions scores""".split()
)
BE: Final = ("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am")


@dataclass(frozen=True, slots=True)
class TriggerSense:
    """What a phrase means as a trigger: its group, and whether it counts only beside a security participant."""

    group: TriggerGroup
    verb: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class CueSense:
    """What a phrase means as a cue; `section` is the part of the cue file it stands in."""

    group: CueGroup
    section: str


@dataclass(frozen=True, slots=True)
class OperatorSense:
    """What a phrase means as a status operator.

    Attributes:
        to: the phrase itself ends in "to".
        links: how it leads to the trigger.
    """

    operator: Operator
    to: bool
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the rules look up."""

    grammar: Lexicon
    triggers: PhraseIndex[TriggerSense]
    cues: PhraseIndex[CueSense]
    operators: PhraseIndex[OperatorSense]
    light: PhraseIndex[str]
    sectors: dict[str, str]
    voices: dict[str, HopKind]
    voice_patterns: PhraseIndex[HopKind]
    official_modifiers: frozenset[str]
    titles: dict[str, HopKind]
    before_names: frozenset[str]
    former: frozenset[str]


@cache
def rule_book() -> RuleBook:
    """The compiled rules, made once a process."""
    voices = lexicons.voices()
    return RuleBook(
        grammar=_grammar(),
        triggers=PhraseIndex(_trigger_entries()),
        cues=PhraseIndex(_cue_entries()),
        operators=PhraseIndex(_operator_entries()),
        light=PhraseIndex(
            (form, group.roles)
            for group in lexicons.triggers().light_verbs
            for words in group.words
            for form in _verb_phrases(words)
        ),
        sectors={
            form: sector
            for sector, heads in voices.security_heads.items()
            for head in heads
            for form in noun_forms(head)
        },
        voices={form: kind for kind, heads in voices.kinds.items() for head in heads for form in noun_forms(head)},
        voice_patterns=PhraseIndex(_voice_patterns(voices)),
        official_modifiers=frozenset(voices.official_modifiers),
        titles=_titles(voices),
        before_names=_before_names(voices),
        former=frozenset(word.lower() for word in voices.former),
    )


def _voice_patterns(voices: lexicons.Voices) -> Iterator[tuple[tuple[str, ...], HopKind]]:
    """Phrases that decide what kind of voice it is before the head does, in singular and plural."""
    told = {HopKind.UNNAMED: voices.unnamed_phrases}
    for patterns in (told, voices.patterns):
        for kind, phrases in patterns.items():
            for phrase in phrases:
                yield from ((tuple(form.split()), kind) for form in dict.fromkeys((phrase, *noun_forms(phrase))))


def _before_names(voices: lexicons.Voices) -> frozenset[str]:
    """The nouns that a name may follow in one phrase: heads of voices and of participants, and titles."""
    heads = [head for group in (*voices.kinds.values(), *voices.security_heads.values()) for head in group]
    nouns = {form.split()[-1] for head in heads for form in noun_forms(head)}
    return frozenset(nouns | {title.split()[-1] for title in _titles(voices)})


def _titles(voices: lexicons.Voices) -> dict[str, HopKind]:
    """The kind of voice by title, in the words of `naming`: `gen` and `gen.`, `lt col` and `lt. col.`."""
    kinds = [(title, HopKind.OFFICIAL) for title in voices.titles]
    kinds += [(title, kind) for kind, own in voices.title_kinds.items() for title in own]
    shortened = abbreviations().before_name
    titles: dict[str, HopKind] = {}
    for title, kind in kinds:
        bare = [word.rstrip(".") for word in tokens(title.lower())]
        titles[" ".join(bare)] = kind
        titles[" ".join(f"{word}." if word in shortened else word for word in bare)] = kind
    return titles


def _grammar() -> Lexicon:
    closed = lexicons.closed_classes()
    lemmas = dict.fromkeys(closed.verbs)
    for group in lexicons.triggers().entries:
        lemmas.update(dict.fromkeys(word for word in (*group.verbs, *group.weak_verbs) if word.isalpha()))
    forms: dict[str, tuple[str, set[str]]] = {}
    for lemma in lemmas:
        for made in verb_spellings(lemma, irregular()):
            for name in FORM_NAMES:
                forms.setdefault(getattr(made, name), (lemma, set()))[1].add(name)
    return Lexicon(
        auxiliaries=frozenset(closed.auxiliaries),
        prepositions=frozenset(closed.prepositions),
        conjunctions=frozenset(closed.conjunctions),
        determiners=frozenset(closed.determiners),
        pronouns=frozenset(closed.pronouns),
        adverbs=frozenset(closed.adverbs),
        adjectives=frozenset(closed.adjectives),
        number_words=_NUMBERS,
        forms={form: (lemma, frozenset(names)) for form, (lemma, names) in forms.items()},
        nounish=frozenset(closed.nounish),
        demonyms=frozenset(word.lower() for country in countries() for word in country.adjectives),
    )


def _verb_phrases(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every inflected form of a verb phrase; its first word inflects."""
    first, *rest = phrase.lower().split()
    if first in ("not", "no", "never"):
        yield (first, *rest)
        return
    if first == "be":
        yield from ((form, *rest) for form in BE)
        return
    made = verb_spellings(first, irregular())
    for form in dict.fromkeys(getattr(forms, name) for forms in made for name in FORM_NAMES):
        yield (form, *rest)


def _noun_phrases(phrase: str) -> Iterator[tuple[str, ...]]:
    """Singular and plural of a noun phrase; its last word inflects, and a space may be a hyphen."""
    for form in dict.fromkeys(noun_forms(phrase.lower())):
        words = tuple(form.split())
        yield words
        if len(words) == 2:
            yield ("-".join(words),)


def _trigger_entries() -> Iterator[tuple[tuple[str, ...], TriggerSense]]:
    for group in lexicons.triggers().entries:
        for phrases, verb, weak in (
            (group.verbs, True, False),
            (group.weak_verbs, True, True),
            (group.nouns, False, False),
            (group.weak_nouns, False, True),
        ):
            sense = TriggerSense(group, verb, weak)
            for phrase in phrases:
                forms = _verb_phrases(phrase) if verb else _noun_phrases(phrase)
                yield from ((form, sense) for form in forms)


def _cue_entries() -> Iterator[tuple[tuple[str, ...], CueSense]]:
    book = lexicons.cues()
    for group in book.verbs:
        for phrase in group.words:
            yield from ((form, CueSense(group, "verb")) for form in _verb_phrases(phrase))
    for group in book.nouns:
        for phrase in group.words:
            yield from ((form, CueSense(group, "noun")) for form in _noun_phrases(phrase))
    for section, groups in (
        ("phrase", book.phrases),
        ("adverb", book.adverbs),
        ("passive", book.passives),
        ("headline", book.headline),
    ):
        for group in groups:
            yield from ((tuple(phrase.lower().split()), CueSense(group, section)) for phrase in group.words)


def _operator_entries() -> Iterator[tuple[tuple[str, ...], OperatorSense]]:
    for operator in lexicons.operators().operators:
        links = (operator.complement,) if isinstance(operator.complement, str) else operator.complement
        for phrase in operator.words:
            sense = OperatorSense(operator, phrase.endswith(" to"), frozenset(links))
            yield from ((form, sense) for form in _operator_forms(operator.kind, phrase))


def _operator_forms(kind: str, phrase: str) -> Iterator[tuple[str, ...]]:
    fixed = tuple(phrase.lower().split())
    if kind == "noun":
        yield from _noun_phrases(phrase)
    elif kind in ("condition", "adjective") or (kind in ("modal", "negation") and len(fixed) == 1):
        yield fixed
    else:
        yield from dict.fromkeys((fixed, *_verb_phrases(phrase)))
