"""Cues of one sentence: the words of saying, whose they are, and what part of the sentence they carry."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import grammar as g
from reportedly.models.rules import sources, syntax
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import CueSense, RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind, Span

_ACCUSING: Final = frozenset({"accuse", "suspect", "charge", "blame", "indict", "incriminate", "implicate"})
_LOOSE: Final = frozenset({"announce", "say", "report", "claim", "confirm", "deny", "warn", "quote", "accuse", "demand"})
_NOMINAL_ACTS: Final = frozenset({"confirm", "deny", "announce"})
_ANNOUNCING: Final = frozenset({"announce", "declare", "proclaim", "disclose", "reveal", "report", "claim", "allege"})
_CLAUSAL: Final = frozenset({"that", "how", "whether", "if"})
_QUOTES: Final = frozenset('"“”')
_ENDS: Final = frozenset('.!?"”')


@dataclass(slots=True)
class Cue:
    """A cue of one sentence.

    Attributes:
        span: the words of saying.
        source: the voice, None where the text names none.
        contents: pieces of the sentence that it carries; may grow over later sentences.
        act: what the voice does (`say`, `deny`, `warn` ...).
        sense: the lexicon's entry, None for a colon or a cue that a status operator makes.
        open_quote: what it says is between quotation marks and may go on in the next sentence.
    """

    span: Span
    source: Source | None
    contents: list[Span]
    act: str
    kind: HopKind
    sense: CueSense | None = None
    open_quote: bool = False


def find(sentence: Sentence, book: RuleBook) -> list[Cue]:
    """The cues of the sentence: verbs, phrases, nouns, adverbs, and the colons of a headline."""
    cues: list[Cue] = []
    for index, made in enumerate(sentence.chunks):
        if made.kind is ChunkKind.VERB:
            found = _verb_cue(sentence, index, book, cues)
            cues.extend(found)
    cues.extend(_phrase_cues(sentence, book, cues))
    cues.extend(_noun_cues(sentence, book, cues))
    if sentence.headline:
        cues.extend(_headline_cues(sentence, book))
    return cues


def _verb_cue(sentence: Sentence, index: int, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    made = sentence.chunks[index]
    passive = _passive(sentence, index, book)
    if passive is not None:
        yield passive
        return
    for end, sense in book.cues.at(sentence.lower, made.head):
        if sense.section != "verb" or (made.passive and sense.group.act != "accuse"):
            continue
        if sense.group.act == "quote" and sentence.words[made.head].form == "gerund":
            break
        source = _subject_source(sentence, index, end, book, before)
        contents, addressee = _contents(sentence, index, end, sense, source)
        if not contents:
            continue
        kind = source.kind if source else HopKind.UNNAMED
        span = sentence.span(made.head, end)
        cue = Cue(span, source, contents, sense.group.act, kind, sense)
        cue.open_quote = any(_is_quoted(sentence, piece) for piece in contents)
        outlet = _addressed_outlet(sentence, addressee, cue)
        if outlet is not None:
            yield outlet
        if not _is_speaker_within(sentence, cue):
            yield cue
        return


def refusals(sentence: Sentence, book: RuleBook) -> list[tuple[int, int]]:
    """The words `[first, last)` of refusals to comment: they say nothing of how far along an event is."""
    return [
        (at, end)
        for at in range(len(sentence.words))
        for end, sense in book.cues.at(sentence.lower, at)
        if sense.group.act == "refuse_comment" and sense.section == "verb"
    ]


def _is_speaker_within(sentence: Sentence, cue: Cue) -> bool:
    """`I think`, `we know` inside a quotation: the speaker is the voice already."""
    if cue.source is None:
        return False
    position = next(i for i, word in enumerate(sentence.words) if word.start >= cue.source.span.start)
    return sentence.quoted[position] and sentence.lower[position] in ("i", "we", "you")


def _passive(sentence: Sentence, index: int, book: RuleBook) -> Cue | None:
    """`is said to have`, `is believed to be`: the voice is the agent, if there is one."""
    made = sentence.chunks[index]
    if not made.passive:
        return None
    for _, sense in book.cues.at(sentence.lower, made.head):
        if sense.section != "passive" or sense.group.status is not None:
            continue
        following = sentence.first_word(index + 1)
        frames = sense.group.frame
        fits = (
            (sentence.kind(index + 1) is ChunkKind.VERB and sentence.chunks[index + 1].infinitive)
            or (following == "that" and following in frames)
            or (sentence.kind(index + 1) is ChunkKind.VERB and "participle" in frames)
        )
        if not fits:
            continue
        agent = next(syntax.after_prepositions(sentence, index + 1, ("by",)), -1)
        source = sources.at_chunk(sentence, agent, book) if agent >= 0 else None
        first = min([sentence.chunks[i].first for i in syntax.subject(sentence, index)], default=made.first)
        contents = _pieces(sentence, first, _clause_end(sentence, made.last))
        return Cue(
            sentence.span(made.first, made.last), source, contents, sense.group.act,
            source.kind if source else HopKind.UNNAMED, sense,
        )  # fmt: skip
    return None


def _subject_source(
    sentence: Sentence, index: int, end: int, book: RuleBook, before: list[Cue]
) -> Source | None:
    made = sentence.chunks[index]
    subjects = syntax.subject(sentence, index)
    inverted = _inverted(sentence, index, end)
    if inverted >= 0:
        return sources.at_chunk(sentence, inverted, book)
    if subjects:
        return _with_pronouns(sentence, subjects, book)
    gerund = sentence.words[made.head].form == "gerund"
    return before[-1].source if gerund and before else None


def _with_pronouns(sentence: Sentence, subjects: list[int], book: RuleBook) -> Source:
    """The voice of a subject of one or several coordinated noun phrases."""
    made = sources.at_chunk(sentence, subjects[-1], book)
    if len(subjects) == 1:
        return sources.by_name(sentence, made)
    first = sentence.chunk_span(subjects[0])
    return Source(Span(first.start, made.span.end), made.kind, made.chunk)


def _inverted(sentence: Sentence, index: int, end: int) -> int:
    """The chunk of a subject behind its verb: `"...", said the minister`; -1 where there is none."""
    after = sentence.chunk_at[end - 1] + 1
    if sentence.kind(after) is not ChunkKind.NOUN or sentence.words[sentence.chunks[index].head].form == "gerund":
        return -1
    before = sentence.first_word(index - 1)
    if index and before not in (",", '"', "”", "’", "'", "?", "!"):
        return -1
    last = sentence.chunks[after].last
    closes = last >= len(sentence.words) or sentence.words[last].tag in (g.PUNCT, g.PREP, g.REL, g.CONJ, g.SUB)
    return after if closes and index else -1


def _contents(
    sentence: Sentence, index: int, end: int, sense: CueSense, source: Source | None
) -> tuple[list[Span], int]:
    """What the verb carries, and the chunk of the person spoken to (-1 for nobody)."""
    after = sentence.chunk_at[end - 1] + 1
    if source is not None and source.chunk >= after:
        return _left(sentence, index, inverted=True), -1
    addressee = -1
    group = sense.group
    if group.addressee == "object" and sentence.kind(after) is ChunkKind.NOUN:
        addressee = after
        after += 1
        while sentence.kind(after) is ChunkKind.PREP and sentence.first_word(after) in ("in", "at", "on", "of"):
            after += 2
    elif sentence.first_word(after) == "to" and group.addressee == "to":
        after += 2
    after = _skip_time(sentence, after)
    first = sentence.chunks[after].first if after < len(sentence.chunks) else len(sentence.words)
    if sentence.first_word(after) == "," and _is_as_clause(sentence, index):
        return _pieces(sentence, first, len(sentence.words)), addressee
    if group.act == "refuse_comment":
        return _pieces(sentence, end, len(sentence.words)), addressee
    act = "announce" if sentence.words[sentence.chunks[index].head].lemma in _ANNOUNCING else group.act
    if act == "accuse" and not _accuses_of(sentence, index, after):
        return [], addressee
    if act == "accuse":
        first = next((sentence.chunks[i].last for i in (after, after + 1) if sentence.first_word(i) == "of"), first)
        return _pieces(sentence, first, len(sentence.words)), addressee
    if _carries_right(sentence, after, act, group.frame, addressee >= 0):
        pieces = _pieces(sentence, first, len(sentence.words))
        left = _left(sentence, index) if _ends_quote(sentence, index, source) else []
        return [*left, *pieces], addressee
    if sentence.chunks[index].modal or not _is_tail(sentence, after):
        return [], addressee
    return _left(sentence, index), addressee


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


def _carries_right(sentence: Sentence, after: int, act: str, frame: tuple[str, ...], told: bool) -> bool:
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


def _left(sentence: Sentence, index: int, *, inverted: bool = False) -> list[Span]:
    """What stands before the cue and its subject, if a comma or a quotation mark closes it."""
    at = index
    subjects = [] if inverted else syntax.subject(sentence, index)
    if subjects:
        at = subjects[0]
    while at > 0 and sentence.kind(at - 1) in (ChunkKind.ADV, ChunkKind.CONJ):
        at -= 1
    if at <= 0 or sentence.first_word(at - 1) not in (",", *_QUOTES, "—", "–", "-", "?", "!"):
        return []
    return _pieces(sentence, 0, sentence.chunks[at - 1].first)


def _phrase_cues(sentence: Sentence, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    """`according to X`, `quoting X`, `reportedly`."""
    found: list[Cue] = []
    at = 0
    while at < len(sentence.words):
        step = at + 1
        for end, sense in book.cues.at(sentence.lower, at):
            if sense.section == "adverb":
                contents = _around(sentence, at)
                yield Cue(sentence.span(at, end), None, contents, sense.group.act, HopKind.UNNAMED, sense)
            elif sense.section == "phrase" and sense.group.source == "after":
                made = _phrase(sentence, at, end, sense, book, before)
                if made is None or _is_taken(made, (*before, *found)):
                    continue
                found.append(made)
                yield made
            else:
                continue
            step = end
            break
        at = step


def _phrase(
    sentence: Sentence, at: int, end: int, sense: CueSense, book: RuleBook, before: list[Cue]
) -> Cue | None:
    if end >= len(sentence.words):
        return None
    index = sentence.chunk_at[end]
    if sentence.kind(index) is not ChunkKind.NOUN or sentence.chunks[index].first != end:
        return None
    source = sources.at_chunk(sentence, index, book)
    if sense.group.act == "quote" and source.kind is HopKind.PERSON and source.span.end - source.span.start < 3:
        return None
    if sense.group.act != "say" and not _may_speak(sentence, source, book):
        return None
    last = sentence.chunks[source.chunk].last
    contents = _outside(sentence, at, last)
    span = sentence.span(at, end)
    cue = Cue(span, source, contents, sense.group.act, source.kind, sense)
    if sense.group.act == "quote":
        _nest(cue, before, Span(span.start, source.span.end))
    return cue if cue.contents else None


def _is_taken(made: Cue, others: tuple[Cue, ...]) -> bool:
    """Whether another cue has the source already (`according to a report by NBC` is one hop)."""
    return made.source is not None and any(
        other.source is not None and other.source.span.overlaps(made.source.span) for other in others
    )


def _may_speak(sentence: Sentence, source: Source, book: RuleBook) -> bool:
    made = sentence.chunks[source.chunk]
    if any(hit.name.kind in (NameKind.OUTLET, NameKind.ACTOR) for hit in sentence.names_in(source.chunk)):
        return True
    return sentence.lower[made.head] in book.voices or source.kind in (HopKind.UNNAMED, HopKind.OFFICIAL)


def _nest(cue: Cue, before: list[Cue], quoting: Span) -> None:
    """`NBC reported, citing officials`: the officials' words are what NBC carries, and NBC carries the citing."""
    outer = next((c for c in reversed(before) if c.source is not None and not c.span.overlaps(quoting)), None)
    if outer is None:
        return
    cue.contents = [piece for piece in (_without(p, quoting) for p in outer.contents) if piece is not None]
    outer.contents.append(quoting)


def _without(piece: Span, cut: Span) -> Span | None:
    """`piece` without the end that `cut` takes of it; None where nothing is left."""
    if not piece.overlaps(cut):
        return piece
    if piece.start < cut.start:
        return Span(piece.start, cut.start)
    return Span(cut.end, piece.end) if cut.end < piece.end else None


def _noun_cues(sentence: Sentence, book: RuleBook, before: list[Cue]) -> Iterator[Cue]:
    """`reports that`, `claims by the army that`, `a report by NBC that`."""
    taken = [cue.span for cue in before]
    for at in range(len(sentence.words)):
        chunk = sentence.chunk_at[at]
        if sentence.kind(chunk) is not ChunkKind.NOUN:
            continue
        for end, sense in book.cues.at(sentence.lower, at):
            if sense.section != "noun" or end != sentence.chunks[chunk].last:
                continue
            span = sentence.span(at, end)
            if any(span.overlaps(other) for other in taken):
                break
            yield from _noun_cue(sentence, chunk, end, sense, book)
            break


def _noun_cue(sentence: Sentence, chunk: int, end: int, sense: CueSense, book: RuleBook) -> Iterator[Cue]:
    after = chunk + 1
    source: Source | None = None
    if sentence.kind(after) is ChunkKind.PREP and sentence.first_word(after) in sense.group.link:
        linked = after + 1
        if sentence.kind(linked) is ChunkKind.NOUN and _is_voice(sentence, linked, book):
            source = sources.at_chunk(sentence, linked, book)
            after = linked + 1
    if sentence.first_word(after) == "of" and "of" in sense.group.frame and sense.group.act in ("report", "claim"):
        contents = _pieces(sentence, sentence.chunks[after].last, _clause_end(sentence, end))
        kind = source.kind if source else HopKind.UNNAMED
        if contents:
            span = sentence.span(max(sentence.chunks[chunk].first, end - 1), end)
            yield Cue(span, source, contents, sense.group.act, kind, sense)
        return
    if sentence.first_word(after) != "that":
        return
    first = sentence.chunks[chunk].first
    source = source or _possessor(sentence, chunk, end, book)
    if source is None and sentence.kind(chunk - 1) is ChunkKind.VERB:
        subjects = syntax.subject(sentence, chunk - 1)  # "officials have detected signs that"
        if subjects:
            source, first = _with_pronouns(sentence, subjects, book), sentence.chunks[chunk - 1].head
            contents = _pieces(sentence, sentence.chunks[after].first, len(sentence.words))
            yield Cue(sentence.span(first, end), source, contents, sense.group.act, source.kind, sense)
            return
    kind = source.kind if source else HopKind.UNNAMED
    contents = _pieces(sentence, sentence.chunks[after].first, len(sentence.words))
    yield Cue(sentence.span(max(first, end - 1), end), source, contents, sense.group.act, kind, sense)


def _possessor(sentence: Sentence, chunk: int, end: int, book: RuleBook) -> Source | None:
    made = sentence.chunks[chunk]
    for hit in sentence.names_in(chunk):
        if hit.last < end:
            kind = sources.kind_of(sentence, chunk, book)
            return Source(sentence.span(hit.first, hit.last), kind, -1)
    if sentence.lower[made.first] in ("his", "her", "their", "its"):
        return Source(sentence.span(made.first, made.first + 1), HopKind.PERSON, -1)
    return None


def _is_voice(sentence: Sentence, index: int, book: RuleBook) -> bool:
    made = sentence.chunks[index]
    return bool(sentence.names_in(index)) or sentence.lower[made.head] in book.voices


def _headline_cues(sentence: Sentence, book: RuleBook) -> Iterator[Cue]:
    """`Militia plans attack: report`, `Minister: No talks planned`, `Ten killed in blast - police`."""
    marks = [i for i, word in enumerate(sentence.words) if word.text in (":", "-", "–", "—", "|")]
    for mark in (marks[-1:] if marks else []):
        tail = sentence.words[mark + 1 :]
        if not tail or len(tail) > 5:
            continue
        for end, sense in book.cues.at(sentence.lower, mark + 1):
            if sense.section == "headline" and end == len(sentence.words):
                contents = _pieces(sentence, 0, mark)
                span = sentence.span(mark + 1, end)
                yield from _headline_tail(sentence, mark, span, contents, sense)
                return
        index = sentence.chunk_at[mark + 1]
        if _is_voice(sentence, index, book) and sentence.chunks[index].last == len(sentence.words):
            source = sources.at_chunk(sentence, index, book)
            yield Cue(sentence.span(mark, mark + 1), source, _pieces(sentence, 0, mark), "say", source.kind)
            return
    if marks and sentence.words[marks[0]].text == ":" and 0 < marks[0] <= 5:
        index = sentence.chunk_at[marks[0] - 1]
        known = [hit.name.kind for hit in sentence.names_in(index)]
        if sentence.chunks[index].first == 0 and _is_voice(sentence, index, book) and NameKind.PLACE not in known:
            source = sources.at_chunk(sentence, index, book)
            contents = _pieces(sentence, marks[0] + 1, len(sentence.words))
            yield Cue(sentence.span(marks[0], marks[0] + 1), source, contents, "say", source.kind)


def _headline_tail(
    sentence: Sentence, mark: int, span: Span, contents: list[Span], sense: CueSense
) -> Iterator[Cue]:
    kind = sense.group.kind or HopKind.UNNAMED
    if kind is HopKind.UNNAMED and sense.group.act == "report":
        yield Cue(span, None, contents, sense.group.act, kind, sense)
    else:
        source = Source(span, kind, sentence.chunk_at[mark + 1])
        yield Cue(sentence.span(mark, mark + 1), source, contents, sense.group.act, kind, sense)


def _addressed_outlet(sentence: Sentence, addressee: int, cue: Cue) -> Cue | None:
    """`X told NBC`: NBC is the outer hop, with the same cue."""
    if addressee < 0 or cue.source is None:
        return None
    hits = [hit for hit in sentence.names_in(addressee) if hit.name.kind is NameKind.OUTLET]
    if not hits and not sources.reads_like_outlet(sentence, addressee):
        return None
    span = sentence.span(hits[0].first, hits[-1].last) if hits else sentence.chunk_span(addressee)
    inner = Span(min(cue.source.span.start, cue.span.start), cue.span.end)
    return Cue(cue.span, Source(span, HopKind.OUTLET, addressee), [inner, *cue.contents], "say", HopKind.OUTLET)


def _around(sentence: Sentence, at: int) -> list[Span]:
    """The clause that an adverb modifies: from its subject if it stands in a verb group, else from itself."""
    index = sentence.chunk_at[at]
    first = at
    if sentence.kind(index) is ChunkKind.VERB and not sentence.chunks[index].infinitive:
        subjects = syntax.subject(sentence, index)
        first = min((sentence.chunks[i].first for i in subjects if i < index), default=at)
    elif sentence.kind(index) is ChunkKind.ADV and at == 0:
        first = 1
    return _pieces(sentence, first, _clause_end(sentence, at))


def _clause_end(sentence: Sentence, at: int) -> int:
    return next((i for i in range(at, len(sentence.words)) if sentence.lower[i] == ";"), len(sentence.words))


def _outside(sentence: Sentence, first: int, last: int) -> list[Span]:
    """What is left of the sentence without the words `[first, last)` and the marks around them."""
    return [*_pieces(sentence, 0, first), *_pieces(sentence, last, len(sentence.words))]


def _pieces(sentence: Sentence, first: int, last: int) -> list[Span]:
    """The words `[first, last)` without marks at either end; nothing where no word is left."""
    while first < last and sentence.words[first].tag == g.PUNCT:
        first += 1
    if first < last and sentence.lower[first] == "that":
        first += 1
    while last > first and sentence.words[last - 1].tag == g.PUNCT:
        last -= 1
    return [sentence.span(first, last)] if first < last else []


def _is_quoted(sentence: Sentence, piece: Span) -> bool:
    return any(
        quoted and piece.start <= word.start < piece.end
        for word, quoted in zip(sentence.words, sentence.quoted, strict=True)
    )


def of_operator(sentence: Sentence, first: int, last: int, book: RuleBook) -> Cue | None:
    """The cue that a status operator on the words `[first, last)` makes ("threatened to", "called on").

    None where the operator is no verb, or nobody is its subject.
    """
    index = sentence.chunk_at[first]
    if sentence.kind(index) is not ChunkKind.VERB:
        return None
    subjects = syntax.subject(sentence, index)
    if not subjects or sentence.chunks[index].modal or sentence.chunks[index].infinitive:
        return None
    end = last
    while end - first > 1 and sentence.lower[end - 1] in ("to", "that", "for"):
        end -= 1
    contents = _pieces(sentence, end, len(sentence.words))
    if not contents:
        return None
    source = _with_pronouns(sentence, subjects, book)
    head = max(first, min(sentence.chunks[index].head, end - 1))
    return Cue(sentence.span(head, end), source, contents, "operate", source.kind)
