"""How rare words are in news: `python -m reportedly.train.rarity --data FOLDER`, for the merge decision of stories.

Counted are articles, not occurrences, over texts that no test of stories is made of. Only stems and counts are kept, of
words in three articles or more.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.resolve.stories.words import words

INTO = Path("src/reportedly/resolve/stories/data/words.tsv.gz")
LEAST = 3


def main() -> None:
    """Write the table: the number of articles, then a stem and its count a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=INTO)
    options = parser.parse_args()
    texts = dict(_texts(options.data))
    counts = Counter(form for text in texts.values() for form in {word.form for word in words(text)})
    rows = [f"{form}\t{count}\n" for form, count in sorted(counts.items()) if count >= LEAST]
    options.into.write_bytes(gzip.compress(f"{len(texts)}\n{''.join(rows)}".encode(), 9, mtime=0))
    sys.stdout.write(f"{len(rows)} words of {len(texts)} articles -> {options.into}\n")


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """Each article once, by a key of its own."""
    for row in _rows(data / "polnear" / "train.jsonl.gz"):
        yield f"polnear {row['id']}", row["text"]
    for part in ("train", "dev"):
        with gzip.open(data / "muc4" / f"{part}.json.gz", "rt", encoding="utf-8") as file:
            for key, (first, *_) in json.load(file).items():
                yield f"muc4 {key}", " ".join(first["document"])
    for part in ("dev", "test"):
        for row in _rows(data / "wikievents" / f"{part}.jsonl.gz"):
            yield f"wikievents {row['doc_id']}", " ".join(row["tokens"])
        for row in _rows(data / "rams" / f"{part}.jsonl.gz"):
            yield f"rams {row['doc_key']}", " ".join(word for sentence in row["sentences"] for word in sentence)
    pages = json.loads((data / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    for key, page in pages.items():
        yield f"page {key}", page["articleBody"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
