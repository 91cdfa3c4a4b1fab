"""Relations that stand in one noun phrase: `Iran-backed militias`, `German Chancellor X`, `Beirut-based group`."""

import re
from collections.abc import Iterator
from typing import Final

from reportedly.knowledge.names import NameKind
from reportedly.models.rules import grammar as g
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.sentence import Sentence
from reportedly.schema import RelationKind, Span, TieTag

_COMPOUND: Final = re.compile(
    r"(?P<name>\w[\w.]*)-(?P<tie>backed|supported|funded|armed|trained|sponsored|led|aligned|allied|based|linked)"
)
_PRO: Final = re.compile(r"pro-(?P<name>[A-Z]\w+)")
_KINDS: Final = {
    "based": RelationKind.BASED_AT,
    "aligned": RelationKind.ALLY_OF,
    "allied": RelationKind.ALLY_OF,
    "linked": RelationKind.ALLY_OF,
}
_PROXY: Final = frozenset({"proxy", "proxies"})
_LEADERS: Final = frozenset(
    """president premier chancellor king queen emir sultan governor mayor chief head commander leader director
    chairman chairwoman minister secretary commissioner ceo executive chairperson archbishop sheriff gov.""".split()
)
_MEMBERS: Final = frozenset(
    """spokesman spokeswoman spokesperson official officer general colonel adviser advisor senator lawmaker
    deputy ambassador envoy representative reporter correspondent member analyst professor lawyer adviser
    counsel rep. sen. gen. col. maj. capt. sgt. lt. fellow economist editor""".split()
)
_OFFICES: Final = _LEADERS | _MEMBERS
_FORMER: Final = frozenset({"former", "ex", "late", "ousted", "retired"})
_SCORE: Final = 0.6


def find(sentences: list[Sentence], book: RuleBook) -> Iterator[TieTag]:
    """The relations of a passage."""
    for sentence in sentences:
        for index, made in enumerate(sentence.chunks):
            if made.kind is ChunkKind.NOUN:
                yield from _compounds(sentence, index)
                yield from _proxies(sentence, index)
                yield from _offices(sentence, index, book)
                yield from _appositions(sentence, index, book)


def _compounds(sentence: Sentence, index: int) -> Iterator[TieTag]:
    made = sentence.chunks[index]
    for at in range(made.first, made.last):
        word = sentence.words[at]
        match = _COMPOUND.fullmatch(word.text) or _PRO.fullmatch(word.text)
        if match is None or at == made.last - 1:
            continue
        tie = match.groupdict().get("tie")
        kind = _KINDS.get(tie, RelationKind.BACKED_BY) if tie else RelationKind.ALLY_OF
        name = Span(word.start + match.start("name"), word.start + match.end("name"))
        yield TieTag(subject=sentence.span(at, made.last), kind=kind, object=name, former=False, score=_SCORE)


def _proxies(sentence: Sentence, index: int) -> Iterator[TieTag]:
    """`Tehran's proxy`."""
    made = sentence.chunks[index]
    names = [hit for hit in sentence.names_in(index) if hit.name.kind is not NameKind.OUTLET]
    if names and sentence.lower[made.head] in _PROXY:
        owner = sentence.span(names[0].first, names[0].last)
        whole = sentence.span(made.first, made.last)
        yield TieTag(subject=whole, kind=RelationKind.PROXY_OF, object=owner, former=False, score=_SCORE)


def _offices(sentence: Sentence, index: int, book: RuleBook) -> Iterator[TieTag]:
    """`Foreign Ministry spokesman Hong Lei`: what stands before the office, and the name behind it."""
    made = sentence.chunks[index]
    for at in range(made.first, made.last):
        office = sentence.lower[at]
        if office not in _LEADERS and office not in _MEMBERS:
            continue
        name = _name_behind(sentence, at + 1, made.last)
        body = _body_before(sentence, index, made.first, at, book)
        if name is None or body is None:
            continue
        kind = RelationKind.LEADER_OF if office in _LEADERS else RelationKind.MEMBER_OF
        former = any(sentence.lower[i].removesuffix("-") in _FORMER for i in range(made.first, at))
        yield TieTag(subject=name, kind=kind, object=body, former=former, score=_SCORE)
        return


def _appositions(sentence: Sentence, index: int, book: RuleBook) -> Iterator[TieTag]:
    """`Ann Roe, a former head of the agency,`: the name, the office behind the comma, and its body."""
    own = sentence.words[sentence.chunks[index].head]
    after = index + 2
    if own.tag != g.NAME or sentence.first_word(index + 1) != "," or sentence.kind(after) is not ChunkKind.NOUN:
        return
    made = sentence.chunks[after]
    office = next((i for i in range(made.last - 1, made.first - 1, -1) if sentence.lower[i] in _OFFICES), -1)
    if office < 0:
        return
    body = _body_before(sentence, after, made.first, office, book)
    linked = sentence.first_word(after + 1) in ("of", "at", "for", "in", "with")
    if body is None and linked and sentence.kind(after + 2) is ChunkKind.NOUN:
        body = sentence.chunk_span(after + 2)
    if body is None:
        return
    kind = RelationKind.LEADER_OF if sentence.lower[office] in _LEADERS else RelationKind.MEMBER_OF
    former = any(sentence.lower[i] in _FORMER for i in range(made.first, office))
    yield TieTag(subject=sentence.chunk_span(index), kind=kind, object=body, former=former, score=_SCORE)


def _name_behind(sentence: Sentence, first: int, last: int) -> Span | None:
    end = first
    while end < last and sentence.words[end].text[0].isupper() and sentence.words[end].tag != g.POSS:
        end += 1
    return sentence.span(first, end) if end > first and not sentence.headline else None


def _body_before(sentence: Sentence, index: int, first: int, office: int, book: RuleBook) -> Span | None:
    names = [hit for hit in sentence.names_in(index) if hit.last <= office]
    if names:
        last = names[-1].last
        while last < office and sentence.words[last].text[0].isupper() and sentence.words[last].tag != g.POSS:
            last += 1
        end = last if last < office or sentence.lower[office - 1] in book.sectors else names[-1].last
        return sentence.span(names[-1].first, end)
    begin = office
    while begin > first and sentence.words[begin - 1].text[0].isupper() and sentence.lower[begin - 1] not in _OFFICES:
        begin -= 1
    return sentence.span(begin, office) if begin < office else None
