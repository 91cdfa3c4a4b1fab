"""The words that name a voice: its span, and what kind of voice it is."""

from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.parties import voice_kind
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import HopKind, Span

_SHARES: Final = frozenset("one some many several both most few none all others another either neither each".split())
_PAPERS: Final = frozenset(
    """Post Times Herald Tribune Chronicle Observer Gazette Journal Telegraph Guardian Mirror Standard Star News
    Press Radio TV Television Courier Dispatch Ledger Examiner Express Bulletin Monitor Trumpet Register Sentinel
    Inquirer Globe Echo Daily Weekly Review Today Wire Broadcasting Newspaper Argus Messenger Recorder""".split()
)
_STATIONS: Final = frozenset({"Radio", "Channel", "TV"})
_LINKS: Final = frozenset({"by", "in", "from", "of"})


@dataclass(frozen=True, slots=True)
class Source:
    """A voice: its span, its kind, and the chunk it stands in (-1 where it is no chunk of its own)."""

    span: Span
    kind: HopKind
    chunk: int


def at_chunk(sentence: Sentence, index: int, book: RuleBook) -> Source:
    """The voice that the noun phrase at chunk `index` names; `a report by NBC` names NBC."""
    linked = _linked_outlet(sentence, index)
    if linked is not None:
        return linked
    made = sentence.chunks[index]
    if _is_share(sentence, index):
        whole = sentence.chunks[index + 2]
        return Source(sentence.span(made.first, whole.last), kind_of(sentence, index + 2, book), index)
    last = made.last
    while last - made.first > 1 and sentence.words[last - 1].tag == g.POSS:
        last -= 1
    return Source(sentence.span(made.first, last), kind_of(sentence, index, book), index)


def _is_share(sentence: Sentence, index: int) -> bool:
    """`two of the officials`: a number or quantifier whose noun stands behind "of"."""
    made = sentence.chunks[index]
    head = sentence.words[made.head]
    counts = head.tag in (g.NUM, g.DET, g.PRON) or head.lower in _SHARES
    return counts and sentence.first_word(index + 1) == "of" and sentence.kind(index + 2) is ChunkKind.NOUN


def _linked_outlet(sentence: Sentence, index: int) -> Source | None:
    """The outlet behind a noun of reporting: `another report by NBC`, `an article in the Guardian`."""
    if sentence.kind(index + 1) is not ChunkKind.PREP or sentence.first_word(index + 1) not in _LINKS:
        return None
    if sentence.kind(index + 2) is not ChunkKind.NOUN:
        return None
    hits = [hit for hit in sentence.names_in(index + 2) if hit.name.kind is NameKind.OUTLET]
    made = sentence.chunks[index + 2]
    if not hits:
        unknown = reads_like_outlet(sentence, index + 2)
        return Source(sentence.chunk_span(index + 2), HopKind.OUTLET, index + 2) if unknown else None
    return Source(sentence.span(made.first, max(hits[-1].last, made.first + 1)), HopKind.OUTLET, index + 2)


def kind_of(sentence: Sentence, index: int, book: RuleBook) -> HopKind:
    """The kind of voice of a noun phrase; a name that nothing explains is a person."""
    made = sentence.chunks[index]
    names = sentence.names_in(index)
    words = sentence.lower[made.first : made.last]
    if any(hit.name.kind is NameKind.OUTLET for hit in names) or reads_like_outlet(sentence, index):
        return HopKind.OUTLET
    known = names[-1].name if names else None
    voice = known.voice if known is not None else None
    kind = voice_kind(words, known.kind if known else None, voice, book)
    if kind is not None:
        return kind
    titled = _by_title(sentence, made.first, made.last, book) or _by_apposition(sentence, index, book)
    if titled is not None:
        return titled
    head = sentence.words[made.head]
    return HopKind.PERSON if head.tag in (g.NAME, g.PRON) else HopKind.UNNAMED


def reads_like_outlet(sentence: Sentence, index: int) -> bool:
    """Whether an unknown name is built like that of a newspaper or station (`the Meridian Post`, `Radio Pendra`)."""
    made = sentence.chunks[index]
    words = [word for word in sentence.words[made.first : made.last] if word.text[0].isupper()]
    if len(words) < 2 or sentence.headline:
        return False
    return words[-1].end == sentence.words[made.head].end and (
        words[-1].text in _PAPERS or words[0].text in _STATIONS
    )


def may_speak(sentence: Sentence, source: Source, book: RuleBook) -> bool:
    """Whether anything says that the noun phrase can be a voice: a name, a pronoun, or a noun of those who speak."""
    if source.kind is not HopKind.UNNAMED or source.chunk < 0:
        return True
    index = source.chunk + 2 if _is_share(sentence, source.chunk) else source.chunk
    made = sentence.chunks[index]
    words = sentence.lower[made.first : made.last]
    return any(word in book.voices or word in book.sectors for word in words) or bool(
        sentence.names_in(source.chunk)
    )


def _by_title(sentence: Sentence, first: int, last: int, book: RuleBook) -> HopKind | None:
    for size in (3, 2, 1):
        for at in range(first, last - size):
            kind = book.titles.get(" ".join(sentence.lower[at : at + size]))
            if kind is not None:
                return kind
    return None


def _by_apposition(sentence: Sentence, index: int, book: RuleBook) -> HopKind | None:
    """`Ann Roe, a spokeswoman for the ministry, said`: what stands behind the comma tells the kind."""
    if sentence.first_word(index + 1) != "," or sentence.kind(index + 2) is not ChunkKind.NOUN:
        return None
    made = sentence.chunks[index + 2]
    return voice_kind(sentence.lower[made.first : made.last], None, None, book)


def by_name(sentence: Sentence, source: Source) -> Source:
    """`the movement's spokesman, Ann Roe, said`: the name between the commas names the voice best."""
    after = source.chunk + 2
    if sentence.first_word(source.chunk + 1) != "," or sentence.kind(after) is not ChunkKind.NOUN:
        return source
    own, other = (sentence.words[sentence.chunks[i].head] for i in (source.chunk, after))
    if own.tag == g.NAME or other.tag != g.NAME or sentence.first_word(after + 1) != ",":
        return source
    return Source(sentence.chunk_span(after), source.kind, source.chunk)
