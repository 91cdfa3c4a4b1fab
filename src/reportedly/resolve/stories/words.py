"""A text's words as they are compared: in small letters, endings cut, names apart, each as rare as news make it."""

import gzip
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_ENDING = re.compile(r"(?:'s|’s|'|’)$")
_SENTENCE = re.compile(r"[.!?:”\"“»«]\s*$|\n\s*$")
_PLURAL: Final = 4
"""Letters that a word needs for its ending to be cut."""
UNKNOWN: Final = 1
"""Articles of the background that a word counts as being in where it is in none."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its common form, and whether it is written like a name or a number."""

    form: str
    name: bool
    number: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of so many articles of ordinary news each word stands."""

    articles: int
    counts: dict[str, int]

    def rarity(self, form: str) -> float:
        """Inverse document frequency: 0 for a word in every article, 1 for one that the background has not."""
        return math.log(self.articles / self.counts.get(form, UNKNOWN)) / math.log(self.articles)


@lru_cache(maxsize=1)
def background() -> Background:
    """The table that is shipped with the weights."""
    packed = files("reportedly.resolve.stories").joinpath("data", "words.tsv.gz").read_bytes()
    head, *lines = gzip.decompress(packed).decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return Background(articles=int(head), counts={form: int(count) for form, count in rows})


def words(text: str) -> list[Word]:
    """The words of a text in their order."""
    found = []
    after = 0
    for match in _WORD.finditer(text):
        plain = _ENDING.sub("", match[0])
        between = text[after : match.start()]
        first = after == 0 or _SENTENCE.search(between) is not None
        found.append(Word(stem(plain.lower()), plain[0].isupper(), plain[0].isdigit(), first))
        after = match.end()
    return found


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without the commonest English endings; cut alike everywhere, not to a dictionary's form."""
    if len(word) <= _PLURAL or not word.isalpha():
        return word.replace(",", "")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _PLURAL - 1:
            word = word[: len(word) - len(ending)] + instead
            break
    return word[:-1] if len(word) > _PLURAL and word.endswith("e") else word
