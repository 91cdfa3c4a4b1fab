"""Words -> stems: Porter's rules for English, so that "attacks", "attacked" and "attacking" are found as one.

After M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with his two later changes. Both kinds of
database get stems that were made here, so that the same words find the same articles in both.
"""

from functools import lru_cache
from typing import Final

_REMEMBERED: Final = 1 << 16
_SHORT, _LONG = 3, 64
_SECOND: Final = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "logi": "log",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive",
    "biliti": "ble",
}  # fmt: skip
_THIRD: Final = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_FOURTH: Final = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """The stem of a word in small letters; a word that is not all of a to z is its own.

    Examples:
        >>> [stem(word) for word in ("attacks", "militias", "denied", "hostilities", "2026", "штурм")]
        ['attack', 'militia', 'deni', 'hostil', '2026', 'штурм']
    """
    if not (_SHORT <= len(word) <= _LONG and word.isascii() and word.isalpha()):
        return word
    word = _ended(_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(_replaced(word, _SECOND), _THIRD)
    return _last_e(_stripped(word))


def _shape(word: str) -> str:
    """`v` for each vowel, `c` for each consonant; y is a vowel behind a consonant."""
    shape = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant."""
    return _shape(word).count("vc")


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")) and len(word) > _SHORT:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _ended(word: str) -> str:
    """Without -ed and -ing."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        bare = word.removesuffix(ending)
        if bare != word:
            return _mended(bare) if "v" in _shape(bare) else word
    return word


def _mended(bare: str) -> str:
    if bare.endswith(("at", "bl", "iz")):
        return bare + "e"
    if len(bare) > 1 and bare[-1] == bare[-2] and bare[-1] not in "lsz" and _shape(bare)[-1] == "c":
        return bare[:-1]
    return bare + "e" if _measure(bare) == 1 and _short_end(bare) else bare


def _short_end(word: str) -> bool:
    """Whether it ends consonant, vowel, consonant, the last not w, x or y."""
    return _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def _replaced(word: str, endings: dict[str, str]) -> str:
    """With the longest ending that it has replaced, where enough stands before."""
    found = max((ending for ending in endings if word.endswith(ending)), key=len, default="")
    bare = word[: len(word) - len(found)]
    return bare + endings[found] if found and _measure(bare) else word


def _stripped(word: str) -> str:
    found = max((ending for ending in _FOURTH if word.endswith(ending)), key=len, default="")
    bare = word[: len(word) - len(found)]
    if not found or _measure(bare) < 2 or (found == "ion" and not bare.endswith(("s", "t"))):
        return word
    return bare


def _last_e(word: str) -> str:
    if word.endswith("e"):
        bare = word[:-1]
        many = _measure(bare)
        if many > 1 or (many == 1 and not _short_end(bare)):
            word = bare
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
