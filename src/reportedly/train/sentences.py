"""The smaller data sets -> examples: PolNeAR, UDS, re3d, the CAMEO sentences, PLV."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.extract.reader import tagged_passages
from reportedly.models.neural.hints import hints
from reportedly.models.neural.labels import PLV_ROOTS, Head, Role
from reportedly.models.neural.windows import Cutter
from reportedly.models.rules import RulesTagger
from reportedly.schema import Passage, PassageKind, Span
from reportedly.train.examples import Anchor, Example, kind_of, mark


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, packed or not."""
    content = path.read_bytes()
    for line in (gzip.decompress(content) if path.suffix == ".gz" else content).splitlines():
        yield json.loads(line)


def polnear(path: Path, cutter: Cutter) -> Iterator[Example]:
    """Outermost attributions: cues, with sources and contents; the rules' rows are hints, as in a reading."""
    rules = RulesTagger()
    for row in rows(path):
        passages = tagged_passages(row["text"])
        seen = rules.predict(passages)
        for window in cutter.cut(passages):
            example = Example(source="polnear", window=window, hints=hints(window, seen))
            tags = example.blank_tags(Head.POLNEAR)
            for attribution in row["attributions"]:
                _attribution(example, tags, attribution)
            yield example


def _attribution(example: Example, tags: Any, given: dict[str, Any]) -> None:
    cue = [Span(a, b) for a, b in given["cue"]]
    at = example.place(Span(cue[0].start, cue[-1].end)) if cue else None
    if at is None or not example.is_own(at) or not mark(tags, at, 0):
        return
    anchor = Anchor(at)
    for role, key in ((Role.POLNEAR_SOURCE, "source"), (Role.POLNEAR_CONTENT, "content")):
        places = [example.place(Span(a, b)) for a, b in given[key]]
        if all(places):
            anchor.roles[role] = [place for place in places if place]
    example.anchors.append(anchor)


def uds(path: Path, cutter: Cutter) -> Iterator[Example]:
    """Predicates with a factuality from -3 to 3."""
    for row in rows(path):
        example, spans = of_tokens("uds", row["text"].split(), cutter)
        for target in row["targets"]:
            first, last = target["span1"]
            at = example.place(Span(spans[first].start, spans[last - 1].end))
            if at:
                example.anchors.append(Anchor(at, happened=float(target["label"])))
        yield example


def tagged(path: Path, cutter: Cutter, head: Head, name: str) -> Iterator[Example]:
    """Tokens with BIO tags."""
    for row in rows(path):
        example, spans = of_tokens(name, row["tokens"], cutter)
        tags = example.blank_tags(head)
        for kind, first, end in bio(row["tags"]):
            at = example.place(Span(spans[first].start, spans[end - 1].end))
            if at:
                mark(tags, at, kind_of(head, kind))
        yield example


def bio(tags: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """The spans of BIO tags: kind, first token, end."""
    kind, first, number = "", 0, 0
    for number, tag in enumerate((*tags, "O")):
        mark_, _, name = tag.partition("-")
        if kind and (mark_ != "I" or name != kind):
            yield kind, first, number
            kind = ""
        if mark_ in ("B", "I") and not kind:
            kind, first = name, number


def plv(path: Path, cutter: Cutter) -> Iterator[Example]:
    """Sentences with a source, a target and the type of what the one does to the other."""
    for row in rows(path):
        sentence: str = row["sentence"]
        marked: str = row["marked_sentence"]
        example = _of_text("plv", sentence, cutter)
        places = [example.place(_marked(marked, sentence, mark_)) for mark_ in ("s", "t")]
        if not all(places):
            continue
        example.anchors = [Anchor(place) for place in places if place]
        example.root = PLV_ROOTS.index(row["gold_root"])
        yield example


def _marked(marked: str, sentence: str, name: str) -> Span | None:
    """Where the words between `<name>` and `</name>` stand in the sentence without the marks."""
    before, found, rest = marked.partition(f"<{name}>")
    words, closed, _ = rest.partition(f"</{name}>")
    if not (found and closed):
        return None
    plain = before
    for other in ("<s>", "</s>", "<t>", "</t>"):
        plain = plain.replace(other, "")
        words = words.replace(other, "")
    start = len(plain)
    if sentence[start : start + len(words)] != words:
        start = sentence.find(words)
    return Span(start, start + len(words)) if words and start >= 0 else None


def of_tokens(name: str, tokens: list[str], cutter: Cutter) -> tuple[Example, list[Span]]:
    """Tokens as a window of their own, with a space between them; and where each stands."""
    spans: list[Span] = []
    at = 0
    for token in tokens:
        spans.append(Span(at, at + len(token)))
        at += len(token) + 1
    return _of_text(name, " ".join(tokens), cutter), spans


def _of_text(name: str, text: str, cutter: Cutter) -> Example:
    """One sentence as a window of its own."""
    whole = Passage(text=text, start=0, kind=PassageKind.BODY, sentences=(Span(0, len(text)),))
    return Example(source=name, window=cutter.cut([whole])[0])
