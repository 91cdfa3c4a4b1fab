"""The forms of English verbs and nouns: the rules of spelling, and the exceptions of `irregular.yaml`."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from reportedly.knowledge.datafile import load
from reportedly.schema import Noun

_ONE_VOWEL_GROUP: Final = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy]+[^aeiouy]*e?")
_SHORT_ENDING: Final = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy][^aeiouwxy]$")
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
_VOWELS: Final = "aeiou"
_AFTER_HEAD: Final = frozenset(
    {
        "of", "to", "on", "in", "at", "for", "with", "by", "from", "against",
        "between", "into", "over", "under", "per", "through", "without", "off", "upon", "and",
    }
)


class Irregular(Noun, frozen=True, kw_only=True):
    """What `irregular.yaml` holds; the head of the file says what each key means."""

    source: str
    licence: str
    version: int
    verbs: dict[str, tuple[str, str]]
    also: dict[str, tuple[str, str]]
    third: dict[str, str]
    gerunds: dict[str, str]
    double: frozenset[str]
    either: frozenset[str]
    single: frozenset[str]
    invariable: frozenset[str]
    nouns: dict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class VerbForms:
    """The five forms of a verb; in a phrase the first word carries them (`carry out`, `carried out`)."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@cache
def irregular() -> Irregular:
    """The exceptions of English inflection, read once.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("irregular.yaml", Irregular)


def verb_spellings(lemma: str, irregular: Irregular) -> tuple[VerbForms, ...]:
    """The forms of a verb or verb phrase in lower case: `expel` gives `expels`, `expelled`, `expelling`.

    One set for each usual spelling, the commonest first (`travelled`, `traveled`).
    """
    first, _, rest = lemma.partition(" ")
    prefix, hyphen, word = first.rpartition("-")
    if hyphen and first in irregular.double:
        prefix, hyphen, word = "", "", first
    return tuple(_around(prefix + hyphen, forms, rest) for forms in _spellings(word, irregular))


def noun_forms(lemma: str) -> tuple[str, str]:
    """Singular and plural of a noun or noun phrase in lower case.

    The word before the first preposition inflects (`acts of war`), else the last one (`air strikes`). A
    phrase that begins with a preposition (`on strike`) or has one form only (`talks`) comes back twice.

    Examples:
        >>> noun_forms("act of war")
        ('act of war', 'acts of war')
    """
    words = lemma.split(" ")
    head = next((index for index, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    if not head:
        return lemma, lemma
    whole = irregular().nouns.get(lemma)
    if whole:
        return lemma, whole
    return lemma, " ".join((*words[: head - 1], _plural(words[head - 1]), *words[head:]))


def _spellings(word: str, known: Irregular) -> tuple[VerbForms, ...]:
    if word in known.invariable:
        return (VerbForms(base=word, third=word, past=word, participle=word, gerund=word),)
    main = _regular(word, known, word in known.double or word in known.either or _doubles(word, known))
    if word in known.verbs:
        past, participle = known.verbs[word]
        main = replace(main, past=past, participle=participle)
    others = []
    if word in known.either:
        others.append(_regular(word, known, False))
    if word in known.also:
        past, participle = known.also[word]
        others.append(replace(main, past=past, participle=participle))
    return main, *others


def _regular(word: str, known: Irregular, double: bool) -> VerbForms:
    stem = word + word[-1] if double else word
    past = _past(word, stem)
    return VerbForms(
        base=word,
        third=known.third.get(word) or _with_s(word),
        past=past,
        participle=past,
        gerund=known.gerunds.get(word) or _gerund(word, stem),
    )


def _past(word: str, stem: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return stem + ("ked" if _ends_in_c(word) else "ed")


def _gerund(word: str, stem: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return stem + ("king" if _ends_in_c(word) else "ing")


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(_SIBILANT) or (word.endswith("o") and word[-2:-1] not in _VOWELS):
        return word + "es"
    return word + "s"


def _plural(word: str) -> str:
    known = irregular().nouns
    if word in known:
        return known[word]
    if word.endswith("man") and word not in ("human", "german", "ottoman", "roman", "talisman"):
        return word[:-3] + "men"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word
    if word.endswith("o"):
        return word + "s"
    return _with_s(word)


def _doubles(word: str, known: Irregular) -> bool:
    """Whether a verb of one syllable doubles its last consonant: one short vowel, then one consonant."""
    if word in known.single or not _ONE_VOWEL_GROUP.fullmatch(word):
        return False
    return bool(_SHORT_ENDING.search(word))


def _ends_in_c(word: str) -> bool:
    return word.endswith("c") and word[-2:-1] in _VOWELS


def _around(prefix: str, forms: VerbForms, rest: str) -> VerbForms:
    tail = f" {rest}" if rest else ""
    return VerbForms(
        base=prefix + forms.base + tail,
        third=prefix + forms.third + tail,
        past=prefix + forms.past + tail,
        participle=prefix + forms.participle + tail,
        gerund=prefix + forms.gerund + tail,
    )
