"""Chunks of a tagged sentence: noun phrases, verb groups, and the small words between them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportedly.models.rules import grammar as g
from reportedly.models.rules.words import Word


class ChunkKind(StrEnum):
    """What a chunk is."""

    NOUN = "noun phrase"
    VERB = "verb group"
    PREP = "preposition"
    CONJ = "conjunction"
    SUB = "subordinator"
    REL = "relative pronoun"
    PUNCT = "punctuation"
    ADV = "adverb"


@dataclass(slots=True)
class Chunk:
    """A run of words `[first, last)`.

    Attributes:
        head: the noun that heads a noun phrase, or the main verb of a verb group (word index).
        modal: the modal of a verb group ("will", "may"), empty where there is none.
        negated, passive, infinitive: of a verb group.
        perfect, progressive: of a verb group ("has left", "is leaving").
    """

    kind: ChunkKind
    first: int
    last: int
    head: int
    modal: str = ""
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    perfect: bool = False
    progressive: bool = False


MODALS: Final = frozenset(
    "will would may might could can shall should must 'll 'd won't wouldn't can't couldn't cannot".split()
)
_SINGLE: Final = {
    g.PREP: ChunkKind.PREP,
    g.CONJ: ChunkKind.CONJ,
    g.SUB: ChunkKind.SUB,
    g.REL: ChunkKind.REL,
    g.PUNCT: ChunkKind.PUNCT,
    g.ADV: ChunkKind.ADV,
    g.POSS: ChunkKind.PUNCT,
}
_IN_NOUN_PHRASE: Final = frozenset({g.ADJ, g.NUM, g.NOUN, g.NAME, g.POSS})


def chunk(words: list[Word], before_names: frozenset[str]) -> list[Chunk]:
    """The chunks of one tagged sentence, in order, covering every word.

    Args:
        before_names: nouns that a name may follow in one phrase ("minister Ann Roe").
    """
    chunks: list[Chunk] = []
    at = 0
    while at < len(words):
        tag = words[at].tag
        if tag in (g.TO, g.AUX, g.NEG, g.VERB) or (tag == g.ADV and _leads_to_verb(words, at)):
            made = _verb_group(words, at)
        elif tag in _SINGLE:
            made = Chunk(_SINGLE[tag], at, at + 1, at)
        else:
            made = _noun_phrase(words, at, before_names)
        chunks.append(made)
        at = made.last
    return chunks


def _leads_to_verb(words: list[Word], at: int) -> bool:
    while at < len(words) and words[at].tag == g.ADV:
        at += 1
    return at < len(words) and words[at].tag in (g.VERB, g.AUX)


def _noun_phrase(words: list[Word], first: int, before_names: frozenset[str]) -> Chunk:
    at = first + 1
    if words[first].tag == g.PRON:
        return Chunk(ChunkKind.NOUN, first, at, first)
    while at < len(words) and (
        words[at].tag in _IN_NOUN_PHRASE
        or (words[at].tag == g.DET and words[at - 1].tag in (g.DET, g.POSS))
        or _is_degree(words, at)
    ):
        if words[at].tag == g.NAME and words[at - 1].tag == g.NOUN and words[at - 1].lower not in before_names:
            break  # "under the arrangement Iran has ..."
        at += 1
    at = _join_adjectives(words, first, at)
    if words[at - 1].tag == g.POSS and at - 1 > first:
        at -= 1  # a plural possessive with nothing behind it
        return Chunk(ChunkKind.NOUN, first, at + 1, at - 1)
    return Chunk(ChunkKind.NOUN, first, at, _head(words, first, at))


def _is_degree(words: list[Word], at: int) -> bool:
    """`the most senior officer`: an adverb between an article or a possessor and an adjective."""
    if words[at].tag != g.ADV or words[at - 1].tag not in (g.DET, g.POSS) or at + 1 >= len(words):
        return False
    return words[at + 1].tag == g.ADJ


def _join_adjectives(words: list[Word], first: int, at: int) -> int:
    """Go on over `political and military leaders`: a conjunction between adjectives."""
    if at + 1 < len(words) and words[at].lower in ("and", "or") and words[at + 1].tag == g.ADJ:
        only = all(word.tag in (g.DET, g.ADJ) for word in words[first:at])
        if only and words[at - 1].tag == g.ADJ:
            at += 2
            while at < len(words) and words[at].tag in _IN_NOUN_PHRASE:
                at += 1
    return at


def _head(words: list[Word], first: int, last: int) -> int:
    for index in range(last - 1, first - 1, -1):
        if words[index].tag in (g.NOUN, g.NAME):
            return index
    return last - 1


def _verb_group(words: list[Word], first: int) -> Chunk:
    made = Chunk(ChunkKind.VERB, first, first, first)
    at = first
    be = False
    while at < len(words):
        word = words[at]
        if word.tag == g.TO:
            if at > first and any(before.tag != g.NEG for before in words[first:at]):
                break
            made.infinitive = True
        elif word.tag == g.NEG or word.lower.endswith("n't"):
            made.negated = True
            be = be or word.lower in g.BE
            made.perfect = made.perfect or word.lower in g.HAVE
            made.modal = made.modal or (word.lower if word.lower in MODALS else "")
        elif word.tag == g.AUX:
            be = be or word.lower in g.BE
            made.perfect = made.perfect or word.lower in g.HAVE
            made.modal = made.modal or (word.lower if word.lower in MODALS else "")
        elif word.tag == g.VERB:
            made.last, made.head = at + 1, at
            made.passive = be and word.form in ("past", "participle")
            made.progressive = be and word.form == "gerund"
            if word.form == "past" and (be or made.perfect):
                word.form = "participle"
            return made
        elif word.tag != g.ADV:
            break
        at += 1
    while at > first + 1 and words[at - 1].tag == g.ADV:
        at -= 1
    made.last, made.head = max(at, first + 1), max(at, first + 1) - 1
    return made
