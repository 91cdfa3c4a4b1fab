"""Words of a sentence, with their place in the article and their part of speech."""

import re
from dataclasses import dataclass
from typing import Final

from reportedly.knowledge.abbreviations import abbreviations
from reportedly.schema import Span

_WORD: Final = re.compile(
    r"""(?:[A-Za-z]\.){2,}                 # U.S., a.m.
      | \d[\d.,:]*\d(?:\w+)? | \d+\w*      # 2,500  10:30  15th  3bn
      | \u00ad?\w+(?:[-'’.&\u00ad]\w+)*   # words, hyphenated ones, O'Brien, AT&T
      | \.{3} | [^\w\s\u00ad]              # punctuation, one by one; a soft hyphen alone is nothing
    """,
    re.VERBOSE,
)
_SOFT_HYPHEN: Final = "\u00ad"
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’][sS]$")


@dataclass(slots=True)
class Word:
    """One word; `tag` and what follows it are filled in by `grammar`.

    Attributes:
        start, end: code points in the article.
        lower: the word in lower case, with straight apostrophes.
        tag: coarse part of speech, one of the constants of `grammar`.
        lemma: the lemma of a verb.
        form: which form of that verb (`base`, `third`, `past`, `participle`, `gerund`).
    """

    text: str
    lower: str
    start: int
    end: int
    tag: str = ""
    lemma: str = ""
    form: str = ""


def split(text: str, offset: int) -> list[Word]:
    """The words of `text`, which begins at code point `offset` of the article; a possessive ending is its own."""
    words: list[Word] = []
    titles = abbreviations().before_name
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start() + offset
        if word == "." and words and words[-1].end == start and words[-1].lower in titles:
            words[-1] = _word(words[-1].text + word, words[-1].start)  # "Gov.", "Lt."
            continue
        ending = _POSSESSIVE.search(word)
        if ending:
            cut = ending.start()
            words.append(_word(word[:cut], start))
            words.append(_word(word[cut:], start + cut))
        else:
            words.append(_word(word, start))
    return words


def span(words: list[Word], first: int, last: int) -> Span:
    """The span from word `first` up to, not including, word `last`."""
    return Span(words[first].start, words[last - 1].end)


def _word(text: str, start: int) -> Word:
    lower = text.lower().replace("’", "'").replace(_SOFT_HYPHEN, "")
    return Word(text, lower or text, start, start + len(text))
