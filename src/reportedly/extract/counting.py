"""What a number counts, decided from the words around it."""

import re
from functools import cache

from reportedly.extract.numerals import Number, NumberKind
from reportedly.extract.wordrules import lower
from reportedly.knowledge.quantities import quantity_words
from reportedly.schema import Counted, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
_STOPS = frozenset(".;:!?—–\"“”()")
_PEOPLE = frozenset({Counted.PEOPLE, Counted.TROOPS})
_NOT_ADJECTIVES = frozenset(
    "were was are is be been being have has had who that which in on at from by to with for as into after before"
    " during while when and or but if will would could may might said says including among they he she it".split()
)


@cache
def _nouns() -> dict[str, Counted]:
    return {noun: what for what, nouns in quantity_words().counted.items() for noun in nouns}


@cache
def _acts() -> dict[Counted, re.Pattern[str]]:
    return {what: re.compile("|".join(map(_act, words))) for what, words in quantity_words().acts.items()}


def _act(stem: str) -> str:
    return rf"\b{re.escape(stem.removesuffix('*'))}" + (r"\w*" if stem.endswith("*") else r"\b")


def unit_span(number: Number, text: str) -> Span | None:
    """The noun that the number stands with ("troops" in "some 2,500 US troops"), None where it stands alone.

    Args:
        number: a number found in `text`.
        text: the article's text.
    """
    known = _nouns()
    last: Span | None = None
    for i, word in enumerate(_WORD.finditer(lower(text[number.span.end : number.span.end + 80]))):
        token = word[0]
        if i > 5 or token in _STOPS or token == "," or token in _NOT_ADJECTIVES or token[0].isdigit():
            break
        if token in known:
            last = Span(number.span.end + word.start(), number.span.end + word.end())
            if known[token] is not Counted.PEOPLE or token not in ("more", "others", "other", "police"):
                break
    return last


def counted(number: Number, text: str, context: Span | None = None) -> Counted | None:
    """What `number` counts, or None where the words around do not tell.

    Args:
        number: a number found in `text`.
        text: the article's text.
        context: the sentence or clause within which to look; the nearest full stop by default.
    """
    if number.kind is not NumberKind.COUNT:
        return Counted.MONEY if number.kind is NumberKind.MONEY else None
    noun = unit_span(number, text)
    what = _nouns()[lower(noun.of(text))] if noun else None
    if what is not None and what not in _PEOPLE:
        return what
    return _act_near(number, noun, text, context) or what


def _act_near(number: Number, noun: Span | None, text: str, context: Span | None) -> Counted | None:
    """What happened to those counted, by the nearest verb or noun of harm in the same clause."""
    after = number.span.end if noun is None else noun.end
    right = _clip(lower(text[after : min(after + 70, context.end if context else len(text))]))
    start = max(number.span.start - 60, context.start if context else 0)
    left = _clip_left(lower(text[start : number.span.start]))
    best: tuple[int, Counted] | None = None
    for what, pattern in _acts().items():
        for found in pattern.finditer(left):
            gap = len(left[found.end() :].split())
            if gap <= 4 and not _is_passive_end(left, found) and (best is None or gap < best[0]):
                best = (gap, what)
        found_right = pattern.search(right)
        if found_right and not _is_active(right, found_right):
            gap = len(right[: found_right.start()].split())
            if best is None or gap < best[0]:
                best = (gap, what)
    return best[1] if best else None


_RIGHT_END = re.compile(
    r"[.;:!?\n()—–]|,(?! (?:including|were|was|have|all|most|many|some of whom))|\b\d|\b(?:who|that|which)\b"
)
_LEFT_END = re.compile(r"[.;:!?\n()—–]|\d|,|\b(?:who|that|which)\b")
_AUXILIARY = frozenset(
    "was were is are be been being get got left reported reportedly also feared presumed confirmed still later"
    " people others more allegedly believed dead critically seriously badly lightly all who being".split()
)
_OBJECT = re.compile(
    r"\s+(?:a|an|the|at least|more|some|another|his|her|their|its|two|three|four|five|six|seven|eight|nine|ten|dozens"
    r"|hundreds|scores|up to|about|nearly|over|several|many|as many)\b"
)


def _clip(words: str) -> str:
    end = _RIGHT_END.search(words)
    return words[: end.start()] if end else words


def _clip_left(words: str) -> str:
    ends = list(_LEFT_END.finditer(words))
    return words[ends[-1].end() :] if ends else words


def _is_active(right: str, verb: re.Match[str]) -> bool:
    """Whether those counted do it rather than suffer it ("two gunmen killed a guard")."""
    before = right[: verb.start()].split()
    if verb[0].endswith("ing"):
        return True
    if verb[0] in ("died", "dead", "die", "fled", "flee", "perished", "drowned", "homeless"):
        return False
    if before and before[-1] in _AUXILIARY:
        return False
    return bool(_OBJECT.match(right, verb.end()))


def _is_passive_end(left: str, verb: re.Match[str]) -> bool:
    """Whether the verb before the number ends a clause of its own ("were killed and two others")."""
    return bool(re.match(r"\s+(?:in|by|on|at|when|after|during|while)\b", left[verb.end() :]))
