"""Spellings of a place name -> one normal form, and a rougher key that transliterations of one name share."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from reportedly.knowledge.datafile import load
from reportedly.schema import Noun

_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
        "ə": "a", "ŋ": "n", "ŧ": "t", "ʿ": None, "ʾ": None, "ʻ": None, "ʼ": None, "ʹ": None, "ʺ": None,
        "‘": None, "’": None, "'": None, "`": None, "´": None, "\u00ad": None,
    }
)  # fmt: skip
_GAP: Final = re.compile(r"[\W_]+")
_GLUED: Final = re.compile(r"[aeu]([zsrdntl])\1(?=.{2})")
"""An article that has run into its name: "Deir Ezzor"."""
_DOUBLED: Final = re.compile(r"(.)\1+")
_ENDING: Final = re.compile(r"(?<=[aiu])h$")
_SLAVIC: Final = re.compile(r"(?<=[bdfghjklmnprstvz])[iua]v$")
_FIRST_VOWEL: Final = re.compile(r"^[ai](?!$)")
_FIRST_Y: Final = re.compile(r"^y(?=[aeiou])")
_REMEMBERED: Final = 1 << 16
_CODE: Final = 3
_LATIN: Final = (("\0", "\u036f"), ("\u1e00", "\u1eff"), ("\u2010", "\u2033"))
"""Latin letters with their marks, and the quotation marks that stand for sounds of Arabic."""


class FoldingRules(Noun, frozen=True, kw_only=True):
    """The whole of `folding.yaml`."""

    source: str
    licence: str
    version: int
    articles: frozenset[str]
    fathers: frozenset[str]
    sounds: dict[str, str]


class _Rules(NamedTuple):
    articles: frozenset[str]
    fathers: frozenset[str]
    sounds: dict[str, str]
    pattern: re.Pattern[str]

    def joined(self, word: str, place: int) -> str:
        """A word of a name of several, as it joins its neighbours: Abu as one word, without an article run into it."""
        if word in self.fathers:
            return "bu"
        return _GLUED.sub(r"\1", word, count=1) if place and _GLUED.match(word) else word


def normal(name: str) -> str:
    """The normal form of a spelling: small letters and digits without marks, words parted by one blank.

    Examples:
        >>> normal("Dayr az‑Zawr"), normal("Sana'a")
        ('dayr az zawr', 'sanaa')
    """
    if name.isascii():
        plain = name.lower().replace("'", "").replace("`", "")
        return plain if plain.isalpha() else _GAP.sub(" ", plain).strip()
    parted = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return _GAP.sub(" ", bare.translate(_LETTERS).casefold()).strip()


@lru_cache(maxsize=_REMEMBERED)
def fold(name: str) -> str:
    """The key that spellings of one name share, however it was romanised; folding a key changes nothing.

    Two different names can have one key: it finds candidates and settles nothing.

    Examples:
        >>> fold("Deir ez-Zor") == fold("Dayr az Zawr") == fold("Deir Ezzor")
        True
        >>> fold("Kharkiv") == fold("Kharkov"), fold("Erbil") == fold("Irbil")
        (True, True)
    """
    return folded(normal(name))


def folded(form: str) -> str:
    """The key of a name that is in its normal form already."""
    rules = _rules()
    words = form.split()
    kept = [word for word in words if word not in rules.articles] or words
    key = "".join(kept[:1] if len(kept) == 1 else map(rules.joined, kept, range(len(kept))))
    key = _FIRST_Y.sub("j", key)
    while (rougher := _once(key, rules)) != key:
        key = rougher
    return key


def is_spelling(name: str) -> bool:
    """Whether it is a name in Latin letters as people write it: no code in capitals, no machine's small letters.

    Examples:
        >>> [name for name in ("Baghdad", "BGW", "bghdad", "Багдад", "Bağdat") if is_spelling(name)]
        ['Baghdad', 'Bağdat']
    """
    if name.islower() or (len(name) <= _CODE and name.isupper()):
        return False
    return name.isascii() or all(any(first <= letter <= last for first, last in _LATIN) for letter in name)


def articles() -> frozenset[str]:
    """The Arabic articles as they are written before a name, in small letters."""
    return _rules().articles


def _once(key: str, rules: _Rules) -> str:
    """One pass of the rules for letters."""
    sounded = rules.pattern.sub(lambda found: rules.sounds[found[0]], key)
    single = _DOUBLED.sub(r"\1", sounded)
    ended = _SLAVIC.sub("v", _ENDING.sub("", single))
    return _FIRST_VOWEL.sub("a", ended)


@cache
def _rules() -> _Rules:
    known = load("folding.yaml", FoldingRules)
    longest = sorted(known.sounds, key=len, reverse=True)
    return _Rules(known.articles, known.fathers, known.sounds, re.compile("|".join(map(re.escape, longest))))
