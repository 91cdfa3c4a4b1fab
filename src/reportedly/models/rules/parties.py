"""Noun phrases as parties: whether one can act or speak, what kind of voice it is, and whom a pronoun means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.knowledge.pronouns import FIRST, PLURAL, SINGULAR, pronoun
from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import Chunk, ChunkKind
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import HopKind

_COLLECTIVES: Final = frozenset(
    "group groups unit units member members leader leaders faction factions element elements cell cells side".split()
)
_EMPTY: Final = frozenset(
    """this that these those what there everything nothing something anything all some both each one ones
    which whom another other others such many few several most more much none""".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase that can take part.

    Attributes:
        sector: PLOVER sector of its head, empty where it is a bare name or a country.
        named: it holds a known or a capitalised name.
        plural: it can be "they".
    """

    sector: str
    named: bool
    plural: bool


def party(sentence: Sentence, index: int, book: RuleBook) -> Party | None:
    """The noun phrase at chunk `index` as a party; None where nothing says that it can act."""
    made = sentence.chunks[index]
    head = sentence.lower[made.head]
    if made.head in sentence.timed:
        return None
    if said := pronoun(sentence.words[made.head].text):
        return Party("", False, said in PLURAL or said == "we")
    sector = _sector(sentence, made, book)
    names = sentence.names_in(index)
    if sector:
        return Party(sector, bool(names), head.endswith("s"))
    if names:
        last = names[-1]
        adjectival = last.name.kind is NameKind.ADJECTIVE and last.last <= made.head
        return None if adjectival or last.last < made.head else Party("", True, False)
    if sentence.words[made.head].tag == g.NAME and not sentence.headline:
        return Party("", True, False)
    return None


def _sector(sentence: Sentence, made: Chunk, book: RuleBook) -> str:
    for size in (2, 1):
        first = made.head + 1 - size
        if first >= made.first:
            found = book.sectors.get(" ".join(sentence.lower[first : made.head + 1]))
            if found:
                return found
    if sentence.lower[made.head] in _COLLECTIVES and made.head > made.first:
        return book.sectors.get(sentence.lower[made.head - 1], "")  # "militia groups", "army units"
    return ""


def is_pronoun(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase is a personal pronoun alone."""
    made = sentence.chunks[index]
    return made.last - made.first == 1 and pronoun(sentence.words[made.first].text) is not None


def is_empty(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase names nothing ("this", "what", "others"), or only a time or a number."""
    made = sentence.chunks[index]
    if made.head in sentence.timed:
        return True
    return all(
        sentence.lower[i] in _EMPTY or sentence.words[i].tag in (g.DET, g.NUM, g.PRON, g.ADV)
        for i in range(made.first, made.last)
    ) and not is_pronoun(sentence, index)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a noun phrase stands: which sentence, which chunk."""

    sentence: int
    chunk: int


class Antecedents:
    """The parties named so far in a passage, for the pronouns behind them."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._seen: list[tuple[Place, Party, bool]] = []

    def add(self, number: int, sentence: Sentence) -> None:
        """Take note of the parties of sentence `number`."""
        for index, made in enumerate(sentence.chunks):
            if made.kind is ChunkKind.NOUN and not is_pronoun(sentence, index):
                found = party(sentence, index, self._book)
                if found is not None:
                    subject = sentence.kind(index + 1) is ChunkKind.VERB
                    self._seen.append((Place(number, index), found, subject))

    def of(self, number: int, sentence: Sentence, index: int) -> Place | None:
        """The party that the pronoun at chunk `index` of sentence `number` means; None where none stands near."""
        word = sentence.lower[sentence.chunks[index].first]
        if word in FIRST:
            return None
        before = [item for item in self._seen if (item[0].sentence, item[0].chunk) < (number, index)]
        near = [item for item in before if item[0].sentence >= number - 2]
        fitting = [item for item in near if _fits(word, item[1])]
        subjects = [item for item in fitting if item[2] and item[0].sentence < number] or fitting
        return subjects[-1][0] if subjects else None


def may_mean(sentence: Sentence, pronoun: int, noun: int) -> bool:
    """Whether the pronoun at chunk `pronoun` agrees in number with the noun phrase at chunk `noun`."""
    word = sentence.lower[sentence.chunks[pronoun].first]
    if word in FIRST:
        return True
    plural = sentence.lower[sentence.chunks[noun].head].endswith("s") and not sentence.names_in(noun)
    return plural == (word in PLURAL)


def _fits(pronoun: str, candidate: Party) -> bool:
    if pronoun in PLURAL:
        return candidate.plural
    if pronoun in SINGULAR:
        return not candidate.plural and (candidate.named or candidate.sector in ("GOV", "MIL", "LEG", "JUD", "COP"))
    return not candidate.plural


def voice_kind(words: Iterable[str], known: NameKind | None, voice: str | None, book: RuleBook) -> HopKind | None:
    """What kind of voice a noun phrase is, by its words in lower case; None where nothing says that it speaks.

    Args:
        known: the kind of the known name in it, if any.
        voice: the kind of voice that the known name is on record as, if any.
    """
    text = list(words)
    for at in book.voice_patterns.starts(text):
        for _, pattern_kind in book.voice_patterns.at(text, at):
            return pattern_kind
    former = any(word in book.former for word in text)
    for size in (3, 2, 1):
        for first in range(len(text) - size, -1, -1):
            kind = book.voices.get(" ".join(text[first : first + size]))
            if kind is not None:
                return _refine(kind, text, former, book)
    if voice is not None:
        return HopKind.PERSON if former else HopKind(voice)
    if known is NameKind.OUTLET:
        return HopKind.OUTLET
    if known in (NameKind.PLACE, NameKind.ADJECTIVE):
        return HopKind.OFFICIAL
    return HopKind.ORGANISATION if known is NameKind.ACTOR else None


def _refine(kind: HopKind, text: list[str], former: bool, book: RuleBook) -> HopKind:
    if former and kind is HopKind.OFFICIAL:
        return HopKind.PERSON
    if kind is HopKind.ORGANISATION and any(word in book.official_modifiers for word in text):
        return HopKind.OFFICIAL
    speaks_for = any(word.startswith("spokes") for word in text)
    if kind is HopKind.OFFICIAL and speaks_for and HopKind.ORGANISATION in map(book.voices.get, text):
        return HopKind.ORGANISATION  # "the movement's spokesman"
    return kind
