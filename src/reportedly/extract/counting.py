"""What a number counts, decided from the words around it."""

import re
from functools import cache

from reportedly.extract.headnouns import head_noun, left_kind, stands_alone
from reportedly.extract.numerals import Number, NumberKind
from reportedly.extract.wordrules import lower
from reportedly.knowledge.quantities import quantity_words
from reportedly.schema import Counted, Span

_PEOPLE = frozenset([Counted.PEOPLE, Counted.TROOPS])
_LEFT, _RIGHT, _FAR = 60, 80, 200
_GAP = 4
_RIGHT_END = re.compile(
    r"[.;:!?\n()—–]|,(?! (?:including|were|was|have|all|most|many|some of whom))|\b\d"
    r"|\b(?:who|that|which|dozens|hundreds|thousands|scores)\b"
)
_LEFT_END = re.compile(r"[.;:!?\n()—–]|\d|,|\b(?:who|that|which|while)\b")
_SENTENCE = re.compile(r"(?<=[a-z]{3})[.!?][\"”’)]*\s|\n")
_WHO = re.compile(r"\s*,? ?who (?:were |was |had been |have been |later |also |all )*([a-z]+(?: in [a-z]+)?)")
_LATER = re.compile(
    r"(?:\s*,[^.;\n]{0,90},|\s*who [^.;,\n]{0,60}?)"
    r" (?:(?:were|was|had been|have been)(?: also)? ([a-z]+)|(died|fled)\b)"
)
_FORCE = re.compile(r"-(?:strong|member) (?:\w+ )?(?:force|army|unit|brigade|garrison|contingent|militia|battalion)\b")
_PART_OF = re.compile(r"(?:including|among (?:them|whom|those))[\w ]{0,14}$")
_TOLL = re.compile(r"\b(?:death toll|the toll|toll|number of (?:dead|deaths|victims|people killed))\b[^.;]*$")
_CASUALTIES = re.compile(r"\bcasualties\b[^.;]*$")
_NONE = re.compile(r"\b(?:none|neither|not one) of (?:the|its|their|his|her) $")
_OBJECT = re.compile(
    r"\s+(?:a|an|the|at least|more|some|another|his|her|their|its|two|three|four|five|six|seven|eight|nine|ten|dozens"
    r"|hundreds|scores|up to|about|nearly|over|several|many|as many)\b"
)
_BREAKS_OFF = re.compile(r"\s+(?:in|by|on|at|when|after|during|while)\b")
_HUMAN = re.compile(
    r"-(?:strong|member)\b| (?:more )?(?:who|voted|voting|signed|attended|gathered|protested|marched|rallied|faced"
    r"|live|lived|worked|joined|demonstrated|opposed|abstained|showed up|turned out|took to|were evacuated|remain"
    r"|remained|survived|aboard)\b"
)
_SUFFERED = frozenset(["died", "dead", "die", "dying", "fled", "flee", "fleeing", "perished", "drowned", "homeless"])
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|and|or)\s+(?:\w+\s+)?$")


@cache
def _acts() -> dict[Counted, re.Pattern[str]]:
    return {what: re.compile("|".join(map(_act, words))) for what, words in quantity_words().acts.items()}


def _act(stem: str) -> str:
    return rf"\b{re.escape(stem.removesuffix('*'))}" + (r"\w*" if stem.endswith("*") else r"\b")


def counted(number: Number, text: str, context: Span | None = None) -> Counted | None:
    """What `number` counts, or None where the words around do not tell.

    Args:
        number: a number found in `text`.
        text: the article's text.
        context: the sentence or clause within which to look; the sentence by default.
    """
    if number.kind is not NumberKind.COUNT:
        return Counted.MONEY if number.kind is NumberKind.MONEY else None
    noun = head_noun(number, text)
    what = noun.kind if noun else None
    after = noun.span.end if noun else number.span.end
    right = lower(text[after : min(after + _RIGHT + _FAR, context.end if context else len(text))])
    start = max(number.span.start - _FAR, context.start if context else 0)
    left = _SENTENCE.split(lower(text[start : number.span.start]))[-1]
    fate = _fate(right)
    if fate is not None or (what is not None and what not in _PEOPLE):
        return fate or what
    alone = noun is None and stands_alone(number, text)
    suffered = _suffered(left, right, alone=alone) if alone or noun else None
    return suffered or what or _left_out(number.span.of(text), left, right, alone=alone)


def _fate(right: str) -> Counted | None:
    """What befell those counted, told in a clause of its own ("hostages who were beheaded")."""
    for pattern in (_WHO, _LATER):
        found = pattern.match(right)
        fate = found and next((what for what, act in _acts().items() if act.match(found[found.lastindex or 1])), None)
        if fate:
            return fate
    return None


def _suffered(left: str, right: str, *, alone: bool) -> Counted | None:
    """What happened to those counted, by the nearest verb or noun of harm in the same clause."""
    if _NONE.search(left):
        return None
    beside = next((what for what, act in _acts().items() if alone and act.match(right.lstrip())), None)
    if beside is not None:
        return beside
    if _TOLL.search(left) or (alone and _CASUALTIES.search(left)):
        return Counted.KILLED
    if _PART_OF.search(left):
        return _last_act(left) or _last_act(right[1:20] if right.startswith(",") else "")
    end = _RIGHT_END.search(right)
    right = right[: min(end.start() if end else _RIGHT, _RIGHT)]
    near = _LEFT_END.split(left[-_LEFT:])[-1]
    found = [gap for what, act in _acts().items() for gap in _gaps(what, act, near, right)]
    return min(found)[1] if found else None


def _gaps(what: Counted, act: re.Pattern[str], left: str, right: str) -> list[tuple[int, Counted]]:
    """How many words lie between the number and each word of this act."""
    found = []
    for verb in act.finditer(left):
        gap = len(left[verb.end() :].split())
        if gap <= _GAP and verb[0] not in _SUFFERED and not _is_over(left, verb):
            found.append((gap, what))
    after = act.search(right)
    if after and not _is_active(right, after):
        found.append((len(right[: after.start()].split()), what))
    return found


def _last_act(left: str) -> Counted | None:
    found = [(verb.end(), what) for what, act in _acts().items() for verb in act.finditer(left)]
    return max(found)[1] if found else None


def _left_out(number: str, left: str, right: str, *, alone: bool) -> Counted | None:
    """The kind of a number that leaves its noun out: people where they act or are a crowd, else the noun before."""
    if _FORCE.match(right):
        return Counted.TROOPS
    if _HUMAN.match(right):
        return Counted.PEOPLE
    if not alone:
        return None
    kind = left_kind(left)
    if kind is None and lower(number).rsplit(maxsplit=1)[-1] in quantity_words().plurals:
        return Counted.PEOPLE
    return kind


def _is_over(left: str, verb: re.Match[str]) -> bool:
    """Whether the act before the number belongs to others ("three were killed and 260")."""
    rest = left[verb.end() :]
    if _BREAKS_OFF.match(rest):
        return True
    return " and" in rest and bool(_PASSIVE.search(left[: verb.start()]))


def _is_active(right: str, verb: re.Match[str]) -> bool:
    """Whether those counted do it rather than suffer it ("two gunmen killed a guard")."""
    if verb[0] in _SUFFERED:
        return False
    if verb[0].endswith("ing"):
        return True
    before = right[: verb.start()].split()
    if before and before[-1] in quantity_words().auxiliaries:
        return False
    return bool(_OBJECT.match(right, verb.end()))
