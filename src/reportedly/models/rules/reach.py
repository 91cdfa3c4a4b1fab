"""What part of its sentence a cue carries: the clause behind it, the quotation before it, or both."""

from typing import Final

from reportedly.models.rules import grammar as g
from reportedly.models.rules import syntax
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import CueSense
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import Span

_ACCUSING: Final = frozenset({"accuse", "suspect", "charge", "blame", "indict", "incriminate", "implicate"})
_LOOSE: Final = frozenset("announce say report claim confirm deny warn quote accuse demand".split())
_NOMINAL_ACTS: Final = frozenset({"confirm", "deny", "announce"})
_ANNOUNCING: Final = frozenset({"announce", "declare", "proclaim", "disclose", "reveal", "report", "claim", "allege"})
_CLAUSAL: Final = frozenset({"that", "how", "whether", "if"})
_QUOTES: Final = frozenset('"“”')
_ENDS: Final = frozenset('.!?"”')


def contents(
    sentence: Sentence, index: int, end: int, sense: CueSense, source: Source | None
) -> tuple[list[Span], int]:
    """What the verb at chunk `index`, whose phrase ends before word `end`, carries.

    Returns:
        The pieces, none where the words attribute nothing here, and the chunk of the person spoken to (-1 for
        nobody).
    """
    after = sentence.chunk_at[end - 1] + 1
    if source is not None and source.chunk >= after:
        return before(sentence, index, inverted=True), -1
    after, addressee = _past_addressee(sentence, after, sense.group.addressee)
    after = _skip_time(sentence, after)
    if sense.group.act == "refuse_comment":
        return pieces(sentence, end, len(sentence.words)), addressee
    if sense.group.act == "accuse":
        return _accusation(sentence, index, after), addressee
    first = sentence.chunks[after].first if after < len(sentence.chunks) else len(sentence.words)
    left = before(sentence, index)
    if left and not _is_introduced(sentence, after):
        return left, addressee
    as_clause = sentence.first_word(after) == "," and _is_as_clause(sentence, index)
    if as_clause or _carries_right(sentence, after, _act(sentence, index, sense), sense.group.frame, addressee >= 0):
        earlier = left if _ends_quote(sentence, index, source) else []
        return [*earlier, *pieces(sentence, first, len(sentence.words))], addressee
    return [], addressee


def _is_introduced(sentence: Sentence, after: int) -> bool:
    """Whether a word or mark at chunk `after` announces what is said, or the cue does not end its clause there."""
    word = sentence.first_word(after)
    if word in _CLAUSAL or word in _QUOTES or word == ":":
        return True
    if word == "," and sentence.first_word(after + 1) in _QUOTES:
        return True
    at = after
    while sentence.kind(at) is ChunkKind.ADV:
        at += 1
    if at > after and sentence.first_word(at) == ",":
        at += 1  # "said so far, the militias"
    if sentence.kind(at) is ChunkKind.NOUN and _has_clause(sentence, at):
        return True
    return not _is_tail(sentence, after)


def _act(sentence: Sentence, index: int, sense: CueSense) -> str:
    """What the voice does; verbs that take what is said as their plain object count as announcing."""
    return "announce" if sentence.words[sentence.chunks[index].head].lemma in _ANNOUNCING else sense.group.act


def _past_addressee(sentence: Sentence, after: int, addressee: str | None) -> tuple[int, int]:
    """The chunk behind whoever is spoken to, and that person's chunk (-1 for nobody)."""
    if addressee == "object" and sentence.kind(after) is ChunkKind.NOUN:
        spoken_to = after
        after += 1
        while sentence.kind(after) is ChunkKind.PREP and sentence.first_word(after) in ("in", "at", "on", "of"):
            after += 2
        return after, spoken_to
    return (after + 2 if addressee == "to" and sentence.first_word(after) == "to" else after), -1


def _accusation(sentence: Sentence, index: int, after: int) -> list[Span]:
    """`accused the army of X`: X; nothing for whoever only condemns."""
    if not _accuses_of(sentence, index, after):
        return []
    of = after if sentence.first_word(after) == "of" else after + 1
    return pieces(sentence, sentence.chunks[of].last, len(sentence.words))


def _skip_time(sentence: Sentence, after: int) -> int:
    """`said on Friday that`: past the time between the cue and what it carries."""
    at = after
    while sentence.kind(at) in (ChunkKind.PREP, ChunkKind.NOUN, ChunkKind.ADV):
        made = sentence.chunks[at]
        if made.head not in sentence.timed and not (
            made.kind is ChunkKind.PREP and made.last in sentence.timed
        ):
            break
        at += 1
    return at


def _accuses_of(sentence: Sentence, index: int, after: int) -> bool:
    """`accused the army of`: whoever accuses is the voice of what follows; whoever condemns is not."""
    if sentence.words[sentence.chunks[index].head].lemma not in _ACCUSING:
        return False
    return "of" in (sentence.first_word(after), sentence.first_word(after + 1))


def _is_as_clause(sentence: Sentence, index: int) -> bool:
    """`As the Tribune reported, ...`."""
    subjects = syntax.subject(sentence, index)
    return bool(subjects) and sentence.first_word(subjects[0] - 1) == "as"


def _carries_right(  # noqa: C901 - a table of what may follow a cue
    sentence: Sentence, after: int, act: str, frame: tuple[str, ...], told: bool
) -> bool:
    """Whether what stands at chunk `after` is what is said.

    Args:
        told: somebody was told; then a plain clause follows even verbs that are otherwise no cues.
    """
    if after >= len(sentence.chunks):
        return False
    word = sentence.first_word(after)
    if word in _CLAUSAL or word in _QUOTES or word == ":":
        return True
    if word == "," and sentence.first_word(after + 1) in _QUOTES:
        return True
    if word == "," and sentence.kind(after - 1) is ChunkKind.ADV:
        return _carries_right(sentence, after + 1, act, frame, told)
    if sentence.kind(after) is ChunkKind.ADV or word == "so":
        return _carries_right(sentence, after + 1, act, frame, told)
    if sentence.kind(after) is ChunkKind.PREP and not _has_clause(sentence, after):
        return word in frame and act in _LOOSE
    if sentence.kind(after) in (ChunkKind.NOUN, ChunkKind.PREP):
        if "np" in frame and act in _NOMINAL_ACTS and sentence.kind(after) is ChunkKind.NOUN:
            return True
        return _has_clause(sentence, after) and (act in _LOOSE or act == "believe" or told)
    if sentence.kind(after) is ChunkKind.VERB and not sentence.chunks[after].infinitive:
        return act in _LOOSE and sentence.kind(after - 1) is ChunkKind.VERB
    if sentence.kind(after) is ChunkKind.SUB:
        return act in ("say", "ask", "warn") and word not in ("before", "after", "while", "because", "as", "when")
    return False


def _has_clause(sentence: Sentence, after: int) -> bool:
    """Whether a finite verb group comes before the clause ends."""
    for index in range(after, len(sentence.chunks)):
        made = sentence.chunks[index]
        if made.kind is ChunkKind.VERB:
            return not made.infinitive
        if made.kind in (ChunkKind.PUNCT, ChunkKind.REL, ChunkKind.CONJ) and sentence.first_word(index) != ",":
            return False
    return False


def _is_tail(sentence: Sentence, after: int) -> bool:
    """Whether the cue ends the sentence or stands between commas, so that it carries what is before it."""
    word = sentence.first_word(after)
    return after >= len(sentence.chunks) or word in _ENDS or word == "," or sentence.kind(after) in (
        ChunkKind.PREP, ChunkKind.ADV, ChunkKind.SUB,
    )  # fmt: skip


def _ends_quote(sentence: Sentence, index: int, source: Source | None) -> bool:
    start = min(index, source.chunk) if source is not None and source.chunk >= 0 else index
    return start >= 2 and sentence.first_word(start - 1) in _QUOTES | {","} and _has_quote(sentence, start)


def _has_quote(sentence: Sentence, chunk: int) -> bool:
    return any(sentence.lower[i] in _QUOTES for i in range(sentence.chunks[chunk].first))


def before(sentence: Sentence, index: int, *, inverted: bool = False) -> list[Span]:
    """What stands before the cue and its subject, if a comma or a quotation mark closes it."""
    at = index
    subjects = [] if inverted else syntax.subject(sentence, index)
    if subjects:
        at = subjects[0]
    while at > 0 and sentence.kind(at - 1) in (ChunkKind.ADV, ChunkKind.CONJ):
        at -= 1
    if at <= 0 or sentence.first_word(at - 1) not in (",", *_QUOTES, "—", "–", "-", "?", "!"):
        return []
    return pieces(sentence, 0, sentence.chunks[at - 1].first)


def around(sentence: Sentence, at: int) -> list[Span]:
    """The clause that an adverb modifies: from its subject if it stands in a verb group, else from itself."""
    index = sentence.chunk_at[at]
    first = at
    if sentence.kind(index) is ChunkKind.VERB and not sentence.chunks[index].infinitive:
        subjects = syntax.subject(sentence, index)
        first = min((sentence.chunks[i].first for i in subjects if i < index), default=at)
    elif sentence.kind(index) is ChunkKind.ADV and at == 0:
        first = 1
    return pieces(sentence, first, clause_end(sentence, at))


def outside(sentence: Sentence, first: int, last: int) -> list[Span]:
    """What is left of the sentence without the words `[first, last)` and the marks around them."""
    return [*pieces(sentence, 0, first), *pieces(sentence, last, len(sentence.words))]


def announces(sentence: Sentence, end: int) -> bool:
    """Whether the sentence ends in the cue and a colon ("The minister said:")."""
    return bool(sentence.lower) and sentence.lower[-1] == ":" and len(sentence.lower) - end <= 3


def clause_end(sentence: Sentence, at: int) -> int:
    """The word after the clause that word `at` stands in; only a semicolon ends one."""
    return next((i for i in range(at, len(sentence.words)) if sentence.lower[i] == ";"), len(sentence.words))


def pieces(sentence: Sentence, first: int, last: int) -> list[Span]:
    """The words `[first, last)` without marks at either end; nothing where no word is left."""
    while first < last and sentence.words[first].tag == g.PUNCT:
        first += 1
    if first < last and sentence.lower[first] == "that":
        first += 1
    while last > first and sentence.words[last - 1].tag == g.PUNCT:
        last -= 1
    return [sentence.span(first, last)] if first < last else []


def is_quoted(sentence: Sentence, piece: Span) -> bool:
    """Whether any word of the piece stands between quotation marks."""
    return any(
        quoted and piece.start <= word.start < piece.end
        for word, quoted in zip(sentence.words, sentence.quoted, strict=True)
    )
