"""Text that comes back: `python evals/reuse.py` measures how often it is found, on ECB+ beside the project.

Every article of more than 120 words is looked up again in four variants among all of them. Rules were set on topics 1
to 25; the figures are those of topics 26 to 35. A false match is an article of another topic.
"""

import gzip
import html
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from reportedly.evals.families.variants import Variant, vary
from reportedly.resolve.duplicates import ReuseIndex
from reportedly.schema import Article

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("REPORTEDLY_DATA", ROOT.parent / "shared" / "data")) / "ecbplus" / "topics-1-35.jsonl.gz"
TOKEN = re.compile(r"<token [^>]*sentence=\"(\d+)\"[^>]*>([^<]*)</token>")
ADDRESS = re.compile(r"http|www\.|\.com")


@dataclass(frozen=True)
class Text:
    """One article of ECB+."""

    topic: int
    article: Article


def main() -> None:
    """Print recall and false matches of the four variants, and of the articles as they are."""
    if not DATA.exists():
        sys.exit(f"{DATA} is absent; name its folder in REPORTEDLY_DATA")
    everything = list(texts(DATA))
    for first, last in ((1, 25), (26, 35)):
        some = [each for each in everything if first <= each.topic <= last]
        print(f"topics {first} to {last}, {len(some)} articles")
        topics = {each.article.id: each.topic for each in some}
        index = ReuseIndex()
        edges = [edge for each in some for edge in index.add(each.article)]
        false = sum(topics[edge.article] != topics[edge.other] for edge in edges)
        print(f"  {'as they are':14} ties {len(edges)}, false {false / len(some):.3f} an article")
        for variant in Variant:
            found, false = looked_up(index, some, variant)
            print(f"  {variant:14} recall {found / len(some):.3f}, false {false / len(some):.3f} an article")


def looked_up(index: ReuseIndex, some: list[Text], variant: Variant) -> tuple[int, int]:
    """How many of the texts are found, and how many articles of other topics are."""
    dice = Random(1)  # noqa: S311 - seeded, for the same texts every time
    topics = {each.article.id: each.topic for each in some}
    found = false = 0
    for each in some:
        other = dice.choice([another for another in some if another.topic != each.topic])
        varied = vary(each.article.text, variant, other.article.text, dice)
        edges = index.peek(Article(id="looked up", text=varied))
        ends = {end for edge in edges for end in (edge.article, edge.other)} - {"looked up"}
        found += each.article.id in ends
        right = {each.topic, other.topic} if variant is Variant.EMBEDDED else {each.topic}
        false += sum(topics[end] not in right for end in ends)
    return found, false


def texts(path: Path) -> Iterator[Text]:
    """The articles of more than 120 words, without their line of address and date."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            plain = json.loads(line)
            sentences: dict[int, list[str]] = {}
            for number, word in TOKEN.findall(plain["xml"]):
                sentences.setdefault(int(number), []).append(html.unescape(word))
            told = [" ".join(words) for _, words in sorted(sentences.items())]
            text = "\n".join(told[1:] if told and ADDRESS.search(told[0]) else told)
            if len(text.split()) > 120:
                yield Text(int(plain["topic"]), Article(id=plain["doc"], text=text))


if __name__ == "__main__":
    main()
