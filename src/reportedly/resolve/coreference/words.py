"""Words as coreference compares them: stems, words that carry no matter, and how near in sense two words are.

The table of senses (`senses.npz`) is made by `evals/senses.py`: common English words as all-MiniLM-L6-v2
(Apache-2.0) places them alone, reduced to few dimensions; no text is in it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from reportedly.knowledge.inflect import irregular

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_EMPTY: Final = frozenset(
    "a an the of to in on at by for with from and or but as is are was were be been being am it its he she his her"
    " him they them their this that these those who whom which what when where while will would can could may might"
    " shall should must do does did done has have had having not no nor n't 's s ' than then there here i you we our"
    " us my your me so if also into over after before about up down out off all any some more most other another one"
    " just only very too such own same both each few many much how why again still even now".split()
)
_LEAST: Final = 3
_REMEMBERED: Final = 1 << 15


def words(text: str) -> list[str]:
    """The words of a text in small letters, without possessive endings."""
    return [_POSSESSIVE.sub("", found.lower()) for found in _WORD.findall(text)]


def matter(some: Iterable[str]) -> list[str]:
    """The stems of those words that carry matter, in order."""
    return [stem(word) for word in some if word not in _EMPTY]


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """One form for the inflected forms of a word; not always a word itself.

    Examples:
        >>> stem("struck") == stem("strikes") == stem("striking")
        True
    """
    word = word.lower()
    return _bare(_bases().get(word, word))


def kinship(one: Iterable[str], other: Iterable[str]) -> float:
    """How near in sense two triggers are at most, -1 to 1; 0 where a word is not in the table."""
    best = 0.0
    theirs = [row for word in other if (row := _row(word)) is not None]
    for word in one:
        ours = _row(word)
        if ours is not None:
            best = max([best, *(_likeness(min(ours, row), max(ours, row)) for row in theirs)])
    return best


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How near in sense two sets of stems are on the whole, -1 to 1; 0 where one has no stem in the table."""
    ours, theirs = _mean(one), _mean(other)
    return 0.0 if ours is None or theirs is None else float(ours @ theirs)


@lru_cache(maxsize=_REMEMBERED)
def _mean(some: frozenset[str]) -> "NDArray[np.float32] | None":
    """The middle of what some stems mean, of length 1."""
    rows, table = _senses()
    found = sorted(row for stem_ in some if (row := rows.get(stem_)) is not None)
    if not found:
        return None
    middle: NDArray[np.float32] = table[found].sum(axis=0)
    length = float((middle @ middle) ** 0.5)
    return middle / length if length else None


def _bare(word: str) -> str:
    if word.endswith("ies") and len(word) > _LEAST + 1:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        word = word[:-1]
    for ending in ("ing", "ied", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _LEAST - (ending == "ied") and re.search("[aeiouy]", rest):
            word = rest + "y" if ending == "ied" else _undoubled(rest)
            break
    return word[:-1] if word.endswith("e") and len(word) > _LEAST else word


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "lsz" else word


@cache
def _bases() -> Mapping[str, str]:
    """The base of each irregular form."""
    known = irregular()
    bases = {plural: single for single, plural in known.nouns.items()}
    for table in (known.also, known.verbs):
        for base, forms in table.items():
            bases.update({form: base for form in forms if form not in table})
    bases.update({form: base for table in (known.third, known.gerunds) for base, form in table.items()})
    return bases


def _row(word: str) -> int | None:
    rows = _senses()[0]
    return rows.get(word, rows.get(stem(word)))


@lru_cache(maxsize=_REMEMBERED)
def _likeness(one: int, other: int) -> float:
    table = _senses()[1]
    return float(table[one] @ table[other])


@cache
def _senses() -> "tuple[Mapping[str, int], NDArray[np.float32]]":
    """The row of each word and its stem, and the table with rows of length 1."""
    import numpy as np  # noqa: PLC0415  (kept out of the start-up of the package)

    with files(__package__).joinpath("senses.npz").open("rb") as stream, np.load(stream) as packed:
        known = str(packed["words"]).split()
        table = packed["table"].astype(np.float32)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    rows = {word: row for row, word in enumerate(known)}
    for row, word in enumerate(known):
        rows.setdefault(stem(word), row)
    return rows, table
