"""Words of a sentence, with their place in the article and their part of speech."""

from dataclasses import dataclass
from typing import Final

from reportedly.knowledge import naming
from reportedly.schema import Span

_SOFT_HYPHEN: Final = "\u00ad"


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
    """The words of `text`, which begins at code point `offset` of the article."""
    return [_word(token.text, token.start + offset) for token in naming.split(text)]


def span(words: list[Word], first: int, last: int) -> Span:
    """The span from word `first` up to, not including, word `last`."""
    return Span(words[first].start, words[last - 1].end)


def _word(text: str, start: int) -> Word:
    lower = text.lower().replace("’", "'").replace(_SOFT_HYPHEN, "")
    return Word(text, lower or text, start, start + len(text))
