"""ECB+ as the coreference of events sees it: its annotated actions as sightings, each with the event it is one of.

Actions count in sentences in which coreference was annotated: those with at least one action of a marked event. An
action there that no mark joins to another is an event of its own, as the shared definition has it.
"""

import gzip
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.resolve.coreference.sighting import Sighting, Where, runs, trigger_words
from reportedly.resolve.coreference.words import matter, words
from reportedly.schema import EventRef

TOKEN = re.compile(r'<token t_id="(\d+)" sentence="(\d+)" number="\d+">([^<]*)</token>')
MARK = re.compile(r'<([A-Z_]+) m_id="(\d+)"[^>]*?>(.*?)</\1>', re.DOTALL)
TIE = re.compile(r'<(CROSS_DOC_COREF|INTRA_DOC_COREF) r_id="(\d+)"(?: note="([^"]*)")?[^>]*>(.*?)</\1>', re.DOTALL)
ADDRESS = re.compile(r"http|www\.|\.com")


@dataclass
class Marked:
    """An annotated stretch of one sentence; `event` where it is joined to others."""

    id: str
    tag: str
    tokens: list[int]
    event: str | None = None


@dataclass
class Document:
    """One document of ECB+; `sentences` without the line of address and date."""

    id: str
    topic: int
    subtopic: str
    words: dict[int, str]
    sentence: dict[int, int]
    sentences: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    marks: list[Marked] = field(default_factory=list)

    def text(self, tokens: list[int]) -> str:
        """Their words."""
        return " ".join(self.words[each] for each in tokens)


def documents(path: Path) -> Iterator[Document]:
    """Every document of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            plain = json.loads(line)
            found = [(int(id_), int(at), html.unescape(word)) for id_, at, word in TOKEN.findall(plain["xml"])]
            made = Document(
                plain["doc"], int(plain["topic"]), plain["subtopic"],
                {id_: word for id_, _, word in found}, {id_: at for id_, at, _ in found},
            )  # fmt: skip
            for id_, at, _ in found:
                made.sentences[at].append(id_)
            first = min(made.sentences)
            if ADDRESS.search(made.text(made.sentences[first])):
                del made.sentences[first]
            made.marks = list(_marks(plain["xml"], plain["doc"]))
            yield made


def _marks(xml: str, document: str) -> Iterator[Marked]:
    marks = {
        id_: Marked(id_, tag, [int(each) for each in re.findall(r't_id="(\d+)"', body)])
        for tag, id_, body in MARK.findall(xml[xml.find("<Markables>") : xml.find("</Markables>")])
        if "token_anchor" in body
    }
    for kind, id_, note, body in TIE.findall(xml):
        for end in re.findall(r'<source m_id="(\d+)"', body):
            if end in marks:
                marks[end].event = note if kind == "CROSS_DOC_COREF" and note else f"{document} {id_}"
    yield from marks.values()


def labelled(document: Document, *, joined: bool = False) -> Iterator[tuple[Sighting, str]]:
    """Each action with the id of its event; `joined` for those alone that a mark joins to others."""
    actions = [mark for mark in document.marks if "ACTION" in mark.tag]
    open_ = {document.sentence[mark.tokens[0]] for mark in actions if mark.event} & document.sentences.keys()
    for mark in actions:
        at = document.sentence[mark.tokens[0]]
        if at in open_ and (mark.event or not joined):
            yield _sighting(document, mark, at), mark.event or f"{document.id} alone {mark.id}"


def _sighting(document: Document, mark: Marked, at: int) -> Sighting:
    """Who stands nearest on either side is taken for the actor and the recipient."""
    tokens = document.sentences[at]
    first, last = mark.tokens[0], mark.tokens[-1]
    beside = [each for each in document.marks if document.sentence[each.tokens[0]] == at]
    parties = [each for each in beside if "PART" in each.tag]
    left = [each for each in parties if each.tokens[-1] < first]
    right = [each for each in parties if each.tokens[0] > last]
    order = sorted(document.sentences)
    place = order.index(at)
    around = [token for each in order[max(0, place - 1) : place + 2] for token in document.sentences[each]]
    trigger, stems = trigger_words(document.text(mark.tokens))
    here = [stems_of(document, [each]) for each in beside if each.tag.startswith("LOC")]
    return Sighting(
        ref=EventRef(article=document.id, event=mark.id), trigger=trigger, stems=stems,
        actors=stems_of(document, sorted(left, key=lambda each: each.tokens[-1])[-1:]),
        recipients=stems_of(document, sorted(right, key=lambda each: each.tokens[0])[:1]),
        places=tuple(Where(names=names) for names in here if names),
        times=stems_of(document, [each for each in beside if each.tag.startswith("TIME")]),
        near=_stems(document, tokens), around=_stems(document, around),
        runs=frozenset(runs(words(document.text(tokens)))),
        left=_stems(document, [each for each in tokens if each < first][-4:]),
        right=_stems(document, [each for each in tokens if each > last][:4]), at=place,
    )  # fmt: skip


def stems_of(document: Document, some: list[Marked]) -> frozenset[str]:
    """The stems of some marked words."""
    return _stems(document, [token for each in some for token in each.tokens])


def _stems(document: Document, tokens: list[int]) -> frozenset[str]:
    return frozenset(matter(words(document.text(tokens))))
