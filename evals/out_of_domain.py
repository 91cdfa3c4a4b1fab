"""Readers on texts that are no crisis reporting: `python evals/out_of_domain.py > evals/reports/out-of-domain.md`.

The development parts of two English treebanks hold reviews, recipes, letters, fiction and more, a genre a document.
Hardly anything in most of them is an event by the codebook, so that what a reader finds there in a thousand words says
how often it cries wolf. Nobody annotated them: what is right is in the figures too, and news and speeches have some.
"""

import gzip
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from reportedly import __version__
from reportedly.evals.corpora import SHARED_DATA
from reportedly.extract.reader import neural_reader, rules_reader
from reportedly.protocols import Reader
from reportedly.schema import Article, Reading

READERS = {"rules": rules_reader, "neural": neural_reader}
TREEBANKS = ("ewt-dev", "gum-dev")
GENRE = re.compile(r"# newdoc id = (?:GUM_)?([a-z]+)")
NAMES = {"voyage": "travel guides", "whow": "instructions", "bio": "biographies", "vlog": "video blogs"}


def main() -> None:
    """Print the page."""
    data = Path(os.environ.get(SHARED_DATA, Path.cwd().parent / "shared" / "data")) / "ud"
    missing = [path for name in TREEBANKS if not (path := data / f"{name}.conllu.gz").is_file()]
    if missing:
        raise SystemExit(f"{missing[0]} is missing; name the folder of the data in {SHARED_DATA}")
    texts: dict[str, list[str]] = defaultdict(list)
    for name in TREEBANKS:
        for genre, text in documents(data / f"{name}.conllu.gz"):
            texts[genre].append(text)
    print(f"# Out of domain, reportedly {__version__}\n")
    print("Made by `python evals/out_of_domain.py`; what it counts, and what not, is said there.\n")
    print(f"| genre | documents | words | {' | '.join(f'`{name}`: events in 1,000 words' for name in READERS)} |")
    print(f"|---|---|---|{'---|' * len(READERS)}")
    found = {name: {genre: events(make, held) for genre, held in texts.items()} for name, make in READERS.items()}
    for genre, held in sorted(texts.items()):
        words = sum(len(text.split()) for text in held)
        rates = " | ".join(f"{1000 * found[name][genre] / words:.2f}" for name in READERS)
        print(f"| {NAMES.get(genre, genre)} | {len(held)} | {words:,} | {rates} |")


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Every document with its genre: one paragraph for each paragraph that the treebank marks."""
    genre, lines = "", list[str]()
    with gzip.open(path, "rt", encoding="utf-8") as opened:
        for line in opened:
            if begun := GENRE.match(line):
                if lines:
                    yield genre, "".join(lines).strip()
                genre, lines = begun[1], []
            elif line.startswith("# newpar"):
                lines.append("\n\n")
            elif line.startswith("# text = "):
                lines.append(line.removeprefix("# text = ").rstrip("\n") + " ")
    if lines:
        yield genre, "".join(lines).strip()


def events(make: Callable[[], Reader], texts: list[str]) -> int:
    """How many events a reader finds in all the texts."""
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    return sum(len(reading.events) for reading in make().read(articles) if isinstance(reading, Reading))


if __name__ == "__main__":
    main()
