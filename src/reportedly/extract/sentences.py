"""Where sentences end within one paragraph of news prose."""

import re
from collections.abc import Iterator

from reportedly.knowledge.abbreviations import Abbreviations, abbreviations

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\[—–-"
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+(?:\s\.(?!\w))*)(?P<close>[{_CLOSERS}]*(?:\[[0-9a-z]{{1,3}}\])*)(?P<gap>\s+|$|(?=[{_OPENERS}]*[A-Z]))"
)
_QUOTE_CLOSERS = tuple("\"'”’»")
_DOMAINS = (".com", ".org", ".net")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LAST_WORD = re.compile(r"[^\s—–(\[\"“‘«/]+$")
_NEXT_WORD = re.compile(rf"[\s{_OPENERS}…]*([^\W_][\w'’.-]*)?")
_SPACES = re.compile(r"\s+")
_LONGEST = 2000


def bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph `text[start:end]` in order, in code points, without outer spaces.

    What runs on for longer than any sentence does is cut, between words where there are any: the time to read a
    text must not grow with the square of its length.
    """
    known = abbreviations()
    first = start
    for stop in _STOP.finditer(text, start, end):
        for cut, after in _cuts(text, first, stop.start()):
            yield first, cut
            first = after
        if stop.end("close") < end and not _ends(text, first, end, stop, known):
            continue
        yield first, stop.end("close")
        first = stop.end()
    for cut, after in _cuts(text, first, end):
        yield first, cut
        first = after
    if first < end:
        yield first, end


def _cuts(text: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Where `text[first:end]` is cut if it is too long: the ends of the parts, and the starts of those behind."""
    while end - first > _LONGEST:
        part = text[first : first + _LONGEST]
        words, _, _ = part.rpartition(" ")
        cut = first + len((words or part).rstrip())
        gap = _SPACES.match(text, cut, end)
        first = gap.end() if gap else cut
        yield cut, first


def _ends(text: str, first: int, end: int, stop: re.Match[str], known: Abbreviations) -> bool:
    """Whether a sentence that began at `first` ends with this mark, given that the paragraph goes on."""
    found = _LAST_WORD.search(text, first, stop.start())
    word = found.group() if found else ""
    following = _NEXT_WORD.match(text, stop.end(), end)
    after = (following.group(1) if following else None) or ""
    mark, close = stop.group("mark"), stop.group("close")
    if not stop.group("gap"):
        return _is_joined(text, stop, word, after)
    if mark[0] in "!?":
        return _after_question(text, stop, word, after, known)
    if not after:
        return bool(close) or len(mark) > 1 or not _is_short(word, known)
    if after[0].islower():
        sloppy = mark == "." and not close and len(word) > 3 and word.isalpha() and word.islower()
        return (sloppy or _lower_opens(after)) and not _is_short(word, known)
    if len(mark) > 1 or mark == "…" or close[:1] in _QUOTE_CLOSERS:
        return True
    if text[first : stop.start()].strip(_OPENERS).isdigit():
        return False
    return _after_word(word, after, known)


def _is_joined(text: str, stop: re.Match[str], word: str, after: str) -> bool:
    """Whether a space is missing here ("ended.The"), rather than this being a name ("U.S.", "Node.Js")."""
    plain = word.strip("'’")
    if len(plain) < 3 or not plain[-1].islower() or not (plain.isalpha() or stop.group("close")):
        return False
    if not after or "." in after.rstrip(".") or (len(after) > 1 and after[1].isupper()):
        return False
    return not text.startswith(_DOMAINS, stop.start())


def _after_question(text: str, stop: re.Match[str], word: str, after: str, known: Abbreviations) -> bool:
    if not after or after[0].islower():
        return not after
    if not stop.group("close"):
        return word.lower() not in known.marks
    return not _speaker_follows(text[stop.end() : stop.end() + 80], known)


def _speaker_follows(rest: str, known: Abbreviations) -> bool:
    """Whether a name and a verb of speech come next, as after a quoted question."""
    for i, raw in enumerate(rest.split()[:7]):
        word = raw.rstrip(",")
        if i and word.lower().rstrip(".:") in known.spoken:
            return True
        if word.endswith((".", "!", "?")) and not _is_short(word[:-1], known):
            return False
    return False


def _is_short(word: str, known: Abbreviations) -> bool:
    """Whether the word is an abbreviation of any kind."""
    low = word.lower()
    sets = (known.before_number, known.inside, known.final, known.clock)
    named = (known.before_name, known.places, known.months)
    if any(low in words for words in sets) or _INITIALS.fullmatch(word):
        return True
    return word[:1].isupper() and any(low in words for words in named)


def _lower_opens(after: str) -> bool:
    """Whether a sentence may open with this word although it begins in lower case ("al-Shabab", "iPhone")."""
    if "-" in after[:5]:
        return any(part[:1].isupper() for part in after.split("-")[1:])
    return len(after) > 2 and after[1].isupper()


def _after_word(word: str, after: str, known: Abbreviations) -> bool:
    """Whether the stop after `word` ends a sentence where a capital or a figure follows."""
    if not _is_short(word, known):
        return True
    low, after_low = word.lower(), after.lower().rstrip(".'’")
    if low in known.clock:
        return after_low not in known.clock_follows and not after[0].isdigit()
    if low in known.before_number and not _INITIALS.fullmatch(word):
        return not after[0].isdigit()
    if low in known.inside or (low in known.before_name and word[0].isupper()):
        return False
    return after_low in known.openers
