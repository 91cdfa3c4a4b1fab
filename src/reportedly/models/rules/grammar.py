"""Parts of speech by lexicon and neighbours: enough to tell `the strike` from `they strike`.

The order of the tests is the method: closed classes first, then the word before decides between the noun
and the verb that one form may be. No statistics are involved, and a sentence is tagged in one pass.
"""

from dataclasses import dataclass
from typing import Final

from reportedly.models.rules.words import Word

DET: Final = "det"
PRON: Final = "pron"
PREP: Final = "prep"
CONJ: Final = "conj"
SUB: Final = "sub"
REL: Final = "rel"
AUX: Final = "aux"
TO: Final = "to"
NEG: Final = "neg"
VERB: Final = "verb"
ADV: Final = "adv"
ADJ: Final = "adj"
NUM: Final = "num"
NAME: Final = "name"
NOUN: Final = "noun"
POSS: Final = "poss"
PUNCT: Final = "punct"

NOMINAL: Final = frozenset({NOUN, NAME, NUM, ADJ})
_BEFORE_NOUN: Final = frozenset({DET, POSS, ADJ, NUM})
_BEFORE_HEAD: Final = frozenset({DET, ADJ, NAME, POSS, PREP, NOUN})
_INTENDING: Final = frozenset("plan aim attempt move vow pledge offer promise hope bid plot".split())
_OPENS_OBJECT: Final = frozenset({DET, PRON, NAME, NUM})
_RELATIVES: Final = frozenset({"who", "which", "whom", "whose", "where"})
_SUBORDINATORS: Final = frozenset(
    """that if whether because after before while although though unless until since when as once lest whereas
    how why""".split()
)
_NEGATIONS: Final = frozenset({"not", "never", "n't", "nor", "neither"})
_POSSESSIVES: Final = frozenset({"'s", "'"})
_ADJECTIVE_ENDINGS: Final = ("ous", "ful", "ive", "ible", "able", "less", "ical", "ish", "ary")
_NAMELIKE: Final = frozenset({"May", "Will", "March", "Mark", "Bush"})
_NOT_ADVERBS: Final = frozenset(
    "ally assembly family supply reply italy july army bully monopoly anomaly rally ally fly".split()
)


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The words of the closed classes and the forms of verbs, all in lower case.

    Attributes:
        forms: form -> the lemma and the forms that it can be.
        nounish: lemmas that are more often a noun than a verb in their base and -s forms.
        demonyms: adjectives of countries ("Iranian plans" are no verb).
    """

    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    number_words: frozenset[str]
    forms: dict[str, tuple[str, frozenset[str]]]
    nounish: frozenset[str]
    demonyms: frozenset[str]


def tag(
    words: list[Word], lexicon: Lexicon, names: frozenset[int], numbers: frozenset[int], title_case: bool
) -> None:
    """Fill in the tag of every word, and the lemma and form of verbs.

    Args:
        words: one sentence.
        names: positions that a known name covers.
        numbers: positions that a number covers ("at least three").
        title_case: the sentence writes ordinary words with a capital, as headlines do.
    """
    closed = _closed_classes(words, lexicon)
    for index, word in enumerate(words):
        if index in numbers and closed[index] != PUNCT:
            word.tag = NUM
        elif index in names or (index and not title_case and word.text in _NAMELIKE):
            word.tag = NAME
        elif closed[index]:
            word.tag = closed[index]
        elif index and not title_case and word.text[0].isupper() and not word.text.isupper():
            word.tag = NAME
        elif word.lower in lexicon.forms:
            _tag_verb_form(words, index, closed, names, lexicon)
        else:
            word.tag = _open(word, index, title_case)
            if not index and not title_case and _opens_as_name(words, lexicon):
                word.tag = NAME
    _settle_adjectives(words)


def _opens_as_name(words: list[Word], lexicon: Lexicon) -> bool:
    """Whether the unknown first word is a name: a singular noun without an article, and a verb behind it."""
    first = words[0]
    if len(words) < 2 or not first.text[0].isupper() or first.lower.endswith("s"):
        return False
    behind = words[1].lower
    return behind in lexicon.auxiliaries or bool(lexicon.forms.get(behind, ("", frozenset()))[1] & {"past", "third"})


def _closed_classes(words: list[Word], lexicon: Lexicon) -> list[str]:
    """The tag of each word of a closed class, empty for the others; "to" by what stands behind it."""
    closed = [_closed(word, lexicon) for word in words]
    for index, word in enumerate(words):
        if word.lower == "to":
            according = index and words[index - 1].lower == "according"
            closed[index] = TO if not according and _opens_infinitive(words, index, lexicon) else PREP
    return closed


def _settle_adjectives(words: list[Word]) -> None:
    """An adjective that ends a noun phrase is its noun ("the offensive began"); `the daily Sabah` holds one."""
    for before, word, behind in zip(words, words[1:], words[2:], strict=False):
        if word.tag == ADV and before.tag == DET and behind.tag in (NOUN, NAME):
            word.tag = ADJ
    for index, word in enumerate(words[1:], 1):
        following = words[index + 1].tag if index + 1 < len(words) else ""
        if word.tag == ADJ and following not in NOMINAL and following != CONJ:
            word.tag = NOUN if words[index - 1].tag in _BEFORE_HEAD else ADJ


def _closed(word: Word, lexicon: Lexicon) -> str:  # noqa: C901, PLR0912 - a table of tests in order
    lower = word.lower
    first = lower[0]
    if not first.isalnum() and lower not in _POSSESSIVES:
        return NUM if first in "$£€" else PUNCT
    if lower in _POSSESSIVES:
        return POSS
    if first.isdigit() or lower in lexicon.number_words:
        return NUM
    if lower in _NEGATIONS:
        return NEG
    if lower in _RELATIVES:
        return REL
    if lower in _SUBORDINATORS:
        return SUB
    if lower in lexicon.auxiliaries or lower.endswith("n't"):
        return AUX
    if lower in lexicon.determiners:
        return DET
    if lower in lexicon.pronouns:
        return PRON
    if lower in lexicon.prepositions:
        return PREP
    if lower in lexicon.conjunctions:
        return CONJ
    if lower in lexicon.forms:
        return ""
    if lower in lexicon.adverbs:
        return ADV
    if lower in lexicon.adjectives:
        return ADJ
    return ""


def _opens_infinitive(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether "to" stands before the base form of a verb, adverbs apart."""
    for word in words[index + 1 :]:
        lower = word.lower
        if "base" in lexicon.forms.get(lower, ("", frozenset()))[1]:
            return True
        if lower in lexicon.adverbs or (lower.endswith("ly") and lower not in _NOT_ADVERBS):
            continue
        return lower in ("be", "have", "do")
    return False


def _open(word: Word, index: int, title_case: bool) -> str:
    lower = word.lower
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return ADV
    if lower.endswith(_ADJECTIVE_ENDINGS) or ("-" in lower and lower.endswith(("ed", "ing", "wide", "run", "led"))):
        return ADJ
    if word.text[0].isupper() and (index or word.text.isupper()) and not title_case:
        return NAME
    return NOUN


def _tag_verb_form(
    words: list[Word], index: int, closed: list[str], names: frozenset[int], lexicon: Lexicon
) -> None:
    word = words[index]
    lemma, forms = lexicon.forms[word.lower]
    before = _tag_before(words, index)
    after = _tag_after(words, index, closed, names, lexicon)
    form = _verb_form(words, index, before, after, lexicon)
    if form:
        word.tag, word.lemma, word.form = VERB, lemma, form
    elif forms & {"past", "participle", "gerund"} and after in NOMINAL:
        word.tag = ADJ
    else:
        word.tag = ADJ if word.lower in lexicon.adjectives and after in NOMINAL else NOUN


def _tag_before(words: list[Word], index: int) -> str:
    while index and words[index - 1].tag == ADV:
        index -= 1
    if not index:
        return ""
    word = words[index - 1]
    return NEG if word.lower.endswith("n't") else word.tag


def _tag_after(
    words: list[Word], index: int, closed: list[str], names: frozenset[int], lexicon: Lexicon
) -> str:
    if index + 1 >= len(words):
        return ""
    if index + 1 in names:
        return NAME
    following = words[index + 1]
    if closed[index + 1]:
        return closed[index + 1]
    if following.lower in lexicon.forms:
        return VERB if lexicon.forms[following.lower][0] not in lexicon.nounish else NOUN
    return _open(following, index + 1, False)


def _verb_form(  # noqa: C901 - the grammar is a list of cases
    words: list[Word], index: int, before: str, after: str, lexicon: Lexicon
) -> str:
    """The form in which the word is a verb here; empty where it is none."""
    lemma, forms = lexicon.forms[words[index].lower]
    nounish = lemma in lexicon.nounish
    if before == TO:
        return "base" if "base" in forms else ""
    if before in (AUX, NEG):
        return _after_auxiliary(words, index, forms)
    if before in _BEFORE_NOUN:
        plain = before in (ADJ, NUM) and "past" in forms and after not in NOMINAL
        return "past" if plain else ""  # "the general said"
    if before == PREP:
        return "gerund" if "gerund" in forms else ""
    finite = _first(forms, "past", "third", "base", "participle", "gerund")
    if before in (PRON, REL):
        return finite
    if "gerund" in forms:
        return "gerund"
    if forms & {"past", "participle"} and "base" not in forms:
        return "" if before in ("", PUNCT, CONJ, SUB) and after == NOUN else _first(forms, "past", "participle")
    if before in (NOUN, NAME):
        if words[index].lower == "calls" and index + 1 < len(words) and words[index + 1].lower in ("on", "for", "upon"):
            return "third"
        intends = words[index - 1].lower not in lexicon.demonyms and _intends(words, index, forms, after, lemma)
        return finite if intends or _is_finite(forms, after, nounish, words[index - 1]) else ""
    if before == CONJ and not nounish:
        return finite
    if before in (CONJ, VERB, PUNCT, SUB, "") and after in _OPENS_OBJECT and (not nounish or before == CONJ):
        return finite
    return ""


def _after_auxiliary(words: list[Word], index: int, forms: frozenset[str]) -> str:
    auxiliary = next((w.lower for w in reversed(words[:index]) if w.tag == AUX), "")
    if auxiliary in BE:
        return _first(forms, "gerund", "participle")
    if auxiliary in HAVE:
        return _first(forms, "participle")
    return _first(forms, "base", "participle", "gerund")


BE: Final = frozenset(
    "be is are was were been being am 's 're isn't aren't wasn't weren't get got gets getting".split()
)
HAVE: Final = frozenset("have has had having haven't hasn't hadn't 've".split())


def _intends(words: list[Word], index: int, forms: frozenset[str], after: str, lemma: str) -> bool:
    """`Iran plans to attack`, `Orvania plans strikes`, `militias plan to`: the verb, not `Iran's plans`."""
    before = words[index - 1]
    plural = before.lower.endswith("s") and before.tag == NOUN
    if lemma not in _INTENDING or not forms & ({"base"} if plural else {"third"}):
        return False
    return after == TO or (after == NOUN and before.tag == NAME)


def _is_finite(forms: frozenset[str], after: str, nounish: bool, before: Word) -> bool:
    if after in (DET, PRON) or (after in (TO, SUB) and not nounish):
        return True
    if nounish:
        return after in (NAME, NUM) and ("third" in forms or before.lower.endswith("s"))
    return "third" in forms or "past" in forms or before.lower.endswith("s") or before.tag == NAME


def _first(forms: frozenset[str], *wanted: str) -> str:
    return next((form for form in wanted if form in forms), "")
