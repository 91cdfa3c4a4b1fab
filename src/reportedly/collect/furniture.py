"""Page furniture: the lines of a page that are no part of its article, told by their words."""

import re
from collections.abc import Iterable

from reportedly.collect import phrases, pictures

_LONGEST = 400
_LONGEST_LABEL = 80


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


_NETWORKS, _MAILING = _any(phrases.NETWORKS), _any(phrases.MAILING)
_LABEL = _pattern(rf"^\W*{_any(phrases.LABELS)}\W*$")
_POINTS = r"\s*[:|>\u2192\u00bb\u25ba\u203a]\s*\S"
_TEASER = _pattern(rf"^\W*(?:{_any(phrases.TEASERS)}{_POINTS}|(?:opinion|analysis|exclusive)\s*\|\s*\S)")
_MEDIUM = _pattern(rf"^\W*{_any(phrases.MEDIA)}{_POINTS}")
_SENTENCE = re.compile(r"[.!?\"\u201d]$")
_POINTER = _pattern(rf"^\W*{_any(phrases.POINTERS)}")
_NOTICE = _pattern(_any(phrases.NOTICES))
_INVITATION = _pattern(
    r"^\W*(?:please |you can |want more\W+|need more\b.{0,30}|to (?:receive|get)\b.{0,60}|"
    r"(?:never|don['\u2019]?t) miss\b.{0,60}|"
    r"stay (?:up to date|informed|updated|tuned|connected|ahead)\b.{0,60})?"
    rf"{_any(phrases.INVITING)}\b(?=.{{0,140}}(?:\b(?:{_MAILING}|{_NETWORKS}|"
    r"our (?:journalism|work|newsroom|website|site|podcast)|member(?:ship)?|subscriber|preferred source|"
    r"this (?:article|story|page|post))\b|https?://|@))"
)
_TO_THE_READER = _pattern(r"\b(?:you|your|our|us|here|this (?:article|story|page|post)|now|today|free|daily|weekly)\b")
_PLAIN_INVITATION = _pattern(
    rf"^\W*(?:(?:sign up|subscribe)\b.{{0,140}}\b{_MAILING}|"
    rf"(?:follow|like|find|join|subscribe)\b.{{0,140}}\b(?:on|to|our)\b.{{0,60}}\b{_NETWORKS}|"
    r"(?:follow|reach|contact|write to|e-?mail)\b.{0,140}(?:https?://|@))"
)
_ADDRESS = _pattern(r"^\W*(?:(?:https?://|www\.|twitter\.com/|x\.com/)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)\W*$")
_TAGGED = re.compile(r"[^.!?]\s*\[[A-Z][A-Z ]{2,14}\]\s*\|?$")

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_HAS_DATE = _pattern(
    r"\b(?:published|updated|posted|modified|ago|read)\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|"
    rf"\b{_MONTHS}\b\W+\d|\d\W+{_MONTHS}\b"
)
_DATE_WORDS = _pattern(
    rf"(?:[\d:.,/ \u2022\u00b7|()-]|\b{_MONTHS}\b|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|"
    r"\b(?:at|on|am|pm|a\.m\.?|p\.m\.?|gmt|utc|est|edt|et|ist|bst|cet|cest|first|last|published|updated|posted|modified|"
    r"created|issued|date|ago|hours?|minutes?|mins?|days?|hrs?|read|of|st|nd|rd|th|an?)\b)+\W*"
)


def is_label(text: str) -> bool:
    """Whether a line is the label of furniture and nothing else ("Related", "Advertisement")."""
    return len(text) <= _LONGEST_LABEL and bool(_LABEL.match(text))


def is_furniture(text: str) -> bool:
    """Whether a paragraph is furniture: a teaser, an invitation, a share bar, a credit, a notice."""
    if len(text) > _LONGEST:
        return False
    if not re.search(r"\w", text) or is_label(text) or _TEASER.match(text) or _POINTER.match(text):
        return True
    if _MEDIUM.match(text) and not _SENTENCE.search(text):
        return True
    if _NOTICE.search(text) or _ADDRESS.match(text) or _TAGGED.search(text) or _is_bar(text):
        return True
    if _PLAIN_INVITATION.match(text) or (_INVITATION.match(text) and _TO_THE_READER.search(text)):
        return True
    return pictures.is_credit(text) or _is_dated(text)


def _is_bar(text: str) -> bool:
    found = re.findall(r"[\w-]+", text.lower())
    return 0 < len(found) <= 30 and all(word in phrases.BAR for word in found)


def _is_dated(text: str) -> bool:
    """Whether a line says when the page was published and nothing else; a bare time of day stays."""
    return len(text) <= 120 and bool(_HAS_DATE.search(text) and _DATE_WORDS.fullmatch(text))
