"""Who wrote it: the line that says so, apart from the text."""

import re
from collections.abc import Iterable

_LONGEST = 120
_NAME = r"(?:(?:al|el|d)[-'’])?[A-Z\u00c0-\u024f][\w'’.\u00c0-\u024f-]*"
_PARTICLE = r"(?:al|an|bin|bint|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|van|von|y)"
_PERSON = rf"{_NAME}(?:\s+(?:{_PARTICLE}\s+)*{_NAME}){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|,\s+and\s+){_PERSON}){{0,5}}"
_PLACE = rf"(?:\s*(?:,|\||in|-|–|—|·|for)\s+(?:the\s+)?{_PERSON}(?:,\s*{_PERSON})?)*"
_MARKED = re.compile(rf"^(?:(?:Written|Reported|Story|Text)\s+)?(?:By|by|BY)[:\s]\s*({_PEOPLE}){_PLACE}\s*$")
_AFTER = re.compile(
    r"\s*[|\u2022\u00b7-]?\s*\b(?:published|updated|posted|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d{1,2}[:/.]\d|\d{4}).*$",
    re.I,
)
_NOBODY = frozenset({"admin", "administrator", "author", "editor", "guest", "newsroom", "staff", "user"})
_PREFIX = re.compile(r"^(?:written |reported |story |text )?by[:\s]\s*", re.I)


def byline_of(lines: Iterable[str]) -> str | None:
    """The names of the first of `lines` that is a byline and nothing else ("By Jane Roe and John Doe")."""
    for line in lines:
        if (names := names_of(line)) is not None:
            return names
    return None


def names_of(line: str) -> str | None:
    """The names in a line that is a byline and nothing else, None where it is anything more."""
    if len(line) > _LONGEST or line.endswith((".", "!", "?")):
        return None
    found = _MARKED.match(line)
    return None if found is None else " ".join(found[1].split())


def cleaned(credit: str) -> str | None:
    """A byline as metadata gives it, without "By" and dates; None where it is no name ("admin", a link)."""
    text = _AFTER.sub("", _PREFIX.sub("", " ".join(credit.split()))).strip(" ,;|\u2022\u00b7")
    if not text or len(text) > _LONGEST or "://" in text or "@" in text or text.lower() in _NOBODY:
        return None
    return text
