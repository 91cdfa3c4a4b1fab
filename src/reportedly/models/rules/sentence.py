"""One sentence, analysed once: words, names, chunks, and what lies inside quotation marks."""

from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.names import Name, NameIndex
from reportedly.models.rules import grammar, words
from reportedly.models.rules.chunks import Chunk, ChunkKind, chunk
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.words import Word
from reportedly.schema import Span

_TITLE_SHARE: Final = 0.6
_OPENING: Final = frozenset("“«„")
_CLOSING: Final = frozenset("”»")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name on the words `[first, last)`."""

    first: int
    last: int
    name: Name


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged and chunked sentence.

    Attributes:
        lower: the words in lower case, for looking phrases up.
        chunk_at: for each word, the index of its chunk.
        quoted: for each word, whether it stands between quotation marks.
        names: the known names, left to right, none overlapping.
        timed: positions of words that are part of a time expression.
        agents: the nouns that can head whoever acts or speaks.
        headline: whether it is the headline or written like one.
    """

    words: list[Word]
    lower: list[str]
    chunks: list[Chunk]
    chunk_at: list[int]
    quoted: list[bool]
    names: tuple[NameHit, ...]
    timed: frozenset[int]
    agents: frozenset[str]
    headline: bool

    def span(self, first: int, last: int) -> Span:
        """The span of the words `[first, last)`."""
        return words.span(self.words, first, last)

    def chunk_span(self, index: int) -> Span:
        """The span of a chunk; a noun phrase without the possessive ending."""
        made = self.chunks[index]
        return self.span(made.first, made.last)

    def kind(self, index: int) -> ChunkKind | None:
        """The kind of the chunk at `index`; None past either end."""
        return self.chunks[index].kind if 0 <= index < len(self.chunks) else None

    def first_word(self, index: int) -> str:
        """The first word of the chunk at `index` in lower case; empty past either end."""
        return self.lower[self.chunks[index].first] if 0 <= index < len(self.chunks) else ""

    def names_in(self, index: int) -> list[NameHit]:
        """The known names inside the chunk at `index`."""
        made = self.chunks[index]
        return [hit for hit in self.names if made.first <= hit.first and hit.last <= made.last]


def analyse(
    text: str,
    start: int,
    book: RuleBook,
    index: NameIndex,
    *,
    times: tuple[Span, ...] = (),
    quantities: tuple[Span, ...] = (),
    headline: bool,
    quote_open: bool,
) -> Sentence:
    """The sentence `text`, which begins at code point `start` of the article.

    Args:
        times, quantities: the time expressions and the numbers of the passage.
        headline: the sentence stands in the headline.
        quote_open: a quotation was left open by the sentence before.
    """
    found = words.split(text, start)
    lower = [word.lower for word in found]
    title_case = _is_title_case(found)
    timed = _covered(found, times)
    numbers = _covered(found, quantities)
    hits = (NameHit(first, last, name) for first, last, name in index.find([w.text for w in found]))
    names = tuple(hit for hit in hits if hit.first not in timed)
    covered = frozenset(i for hit in names for i in range(hit.first, hit.last))
    grammar.tag(found, book.grammar, covered, numbers, title_case)
    chunks = chunk(found, book.before_names) if found else []
    chunk_at = [i for i, made in enumerate(chunks) for _ in range(made.first, made.last)]
    quoted = _quoted(found, quote_open)
    return Sentence(found, lower, chunks, chunk_at, quoted, names, timed, book.before_names, headline or title_case)


def leaves_quote_open(sentence: Sentence, quote_open: bool) -> bool:
    """Whether a quotation goes on after the sentence."""
    for word in sentence.words:
        quote_open = _step(word.text, quote_open)
    return quote_open


def _covered(found: list[Word], spans: tuple[Span, ...]) -> frozenset[int]:
    """The positions of the words that begin inside any of `spans`."""
    near = [s for s in spans if found and s.start < found[-1].end and found[0].start < s.end]
    return frozenset(i for i, word in enumerate(found) for s in near if s.start <= word.start < s.end)


def _is_title_case(found: list[Word]) -> bool:
    alphabetic = [word for word in found if word.text[0].isalpha()]
    long = [word for word in alphabetic if len(word.text) > 3]
    if len(alphabetic) < 4 or not long:
        return False
    if found[-1].text in (".", "?", "!"):
        return False  # a sentence with many names
    return sum(word.text[0].isupper() for word in long) / len(long) > _TITLE_SHARE


def _step(mark: str, inside: bool) -> bool:
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    return not inside if mark == '"' else inside


def _quoted(found: list[Word], inside: bool) -> list[bool]:
    flags = []
    for word in found:
        before = inside
        inside = _step(word.text, inside)
        flags.append(before and inside)
    return flags
