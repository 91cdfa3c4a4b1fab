"""Checks and counts the corpus of written paragraphs; with --into it also writes the compiled gold.

    python corpora/check.py [--only PREFIX | --without PREFIX] [--into DIR] [--second DIR] [FILE ...]

Every file under corpora/crisis is a YAML list of documents. Each is compiled by `reportedly.evals.annotation`; a
word that is not found, an unknown key or label is reported with file and document, and the exit status is 1.
With `--only held-` or `--without held-` only the documents whose frame begins so, or does not, are taken.
With `--second corpora/second` the second readings there are scored against the first; see `agreement.py`.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import agreement

from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation, GoldError, load, read

CRISIS = Path(__file__).parent / "crisis"


class Document(Annotation, frozen=True, kw_only=True):
    """One document of the corpus: an annotation with its text, its style and its frame."""

    outlet: str | None = None
    published: str | None = None
    style: str
    frame: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Check:
    """One run over the corpus: what was counted, what is wrong, and where gold is written, None for nowhere.

    A second reading is taken out of `seconds` when its document comes by, and put into `pairs`.
    """

    only: str
    without: str | None
    into: Path | None
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    seconds: dict[str, agreement.Second] = field(default_factory=dict)
    pairs: list[agreement.Pair] = field(default_factory=list)

    def file(self, path: Path) -> None:
        """Check every document of a file."""
        try:
            for plain in listed(path):
                self.document(path, plain)
        except GoldError as error:
            self.faults.append(str(error))

    def document(self, path: Path, plain: Any) -> None:
        """Check, count and write one document, where it is among those asked for."""
        try:
            document = read(plain, Document)
            if document.id in self.seen:
                raise GoldError(f"{document.id}: the id is taken")
            self.seen.add(document.id)
            second = self.seconds.pop(document.id, None)
            if not self.takes(document):
                return
            made = compiled(document, document.text)
            if second is not None:
                self.pairs.append(agreement.pair(made, second, document.text))
        except GoldError as error:
            self.faults.append(f"{path.name}: {error}")
            return
        for name, keys in counted(path, document, made):
            self.counts.setdefault(name, Counter()).update(keys)
        if self.into is not None:
            write(self.into, document, made)

    def second(self, folder: Path) -> None:
        """Take the second readings in `folder`."""
        try:
            self.seconds.update(agreement.seconds(folder))
        except GoldError as error:
            self.faults.append(str(error))

    def takes(self, document: Document) -> bool:
        """Whether the frame of the document is one that was asked for."""
        return document.frame.startswith(self.only) and not (
            self.without is not None and document.frame.startswith(self.without)
        )


def listed(path: Path) -> list[Any]:
    """The documents of one file, as they stand there.

    Raises:
        GoldError: the file is no YAML list.
    """
    found = load(path)
    if not isinstance(found, list):
        raise GoldError(f"{path.name}: a list of documents is wanted")
    return found


def counted(path: Path, document: Document, made: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """What is counted, by the name of the table."""
    yield "documents", [path.stem]
    yield "style", [document.style]
    yield "frames", [document.frame]
    yield "types", [event["type"] for event in made["events"]]
    yield "statuses", [claim["status"] for claim in made["claims"]]
    yield "hops in a chain", [str(len(claim["chain"])) for claim in made["claims"]]
    yield "kinds of voice", [hop["kind"] for claim in made["claims"] for hop in claim["chain"]]
    yield "figures, relations, citations", [k for k in ("figures", "relations", "citations") for _ in made[k]]


def write(into: Path, document: Document, made: dict[str, Any]) -> None:
    """Write one document's text and gold, as `reportedly eval --gold` reads them."""
    into.mkdir(parents=True, exist_ok=True)
    (into / f"{document.id}.txt").write_text(document.text, encoding="utf-8", newline="")
    (into / f"{document.id}.gold.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--into", type=Path, metavar="DIR", help="write ID.txt and ID.gold.json there")
    parser.add_argument("--second", type=Path, metavar="DIR", help="score the second readings there")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--only", default="", metavar="PREFIX", help="only documents whose frame begins so")
    which.add_argument("--without", metavar="PREFIX", help="no documents whose frame begins so")
    given = parser.parse_args()
    check = Check(only=given.only, without=given.without, into=given.into)
    if given.second:
        check.second(given.second)
    for path in given.files or sorted(CRISIS.glob("*.yaml")):
        check.file(path)
    check.faults.extend(f"{name}: a second reading of no document that was read" for name in check.seconds)
    for line in told(check):
        print(line)
    for fault in check.faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if check.faults else 0)


def told(check: Check) -> Iterator[str]:
    """The lines that a run prints; that it took no document is a fault."""
    for name, counter in check.counts.items():
        counts = ", ".join(f"{key} {count}" for key, count in counter.most_common(40))
        yield f"{name} ({len(counter)} different, {sum(counter.values())} in all): {counts}"
    if not check.counts:
        check.faults.append("no document was taken")
    if check.pairs:
        yield from agreement.report(check.pairs)


if __name__ == "__main__":
    main()
