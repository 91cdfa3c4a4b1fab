"""ECB+ (Cybulska and Vossen 2014, CC BY 3.0), where its topics 1 to 35 lie beside the project: articles by story."""

import gzip
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportedly.errors import InputError
from reportedly.schema import Article, Noun

NAME: Final = Path("ecbplus") / "topics-1-35.jsonl.gz"
"""The file in a folder of data."""
_TOKEN = re.compile(r"<token [^>]*sentence=\"(\d+)\"[^>]*>([^<]*)</token>")
_ADDRESS = re.compile(r"http|www\.|\.com")


class StoryText(Noun, frozen=True, kw_only=True):
    """One article and the story that it tells; a topic has two stories of one kind of event."""

    topic: int
    story: str
    article: Article


def story_texts(path: Path, first: int, last: int) -> tuple[StoryText, ...]:
    """The articles of some topics, without the line of address and date that half of them begin with.

    Raises:
        InputError: the file is absent.
    """
    if not path.exists():
        raise InputError(str(path), "is absent", "name the folder of data")
    return tuple(each for each in _all(path) if first <= each.topic <= last)


def _all(path: Path) -> Iterator[StoryText]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            plain = json.loads(line)
            text = "\n".join(_sentences(plain["xml"]))
            article = Article(id=plain["doc"], text=text)
            yield StoryText(topic=int(plain["topic"]), story=plain["subtopic"], article=article)


def _sentences(xml: str) -> list[str]:
    sentences: dict[int, list[str]] = {}
    for number, word in _TOKEN.findall(xml):
        sentences.setdefault(int(number), []).append(html.unescape(word))
    told = [" ".join(found) for _, found in sorted(sentences.items())]
    return told[1:] if told and _ADDRESS.search(told[0].replace(" ", "")) else told
