"""The dateline: the place and agency before the first sentence ("WASHINGTON (Reuters) -")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_DASH = r"(?:--+|[-\u2010-\u2015])"
_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.]+(?:[ /-][A-Z\u00c0-\u00de'’.]+){0,4}"
_WORD = r"(?:(?:al|el|ad|ar|as|ash|az|d)[-'’])?[A-Z\u00c0-\u00de][\w'’.]*"
_TITLED = rf"{_WORD}(?:(?:[ -]| (?:of|the|of the|de|del|la|el|al|es|upon|and) ){_WORD}){{0,3}}"
_REGION = rf"(?:\s*,\s*{_TITLED}){{0,2}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\s*,?\s*(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:\s*,?\s*\d{{4}})?[.,:]?)"
_AGENCY = r"(?:\(\s*(?P<agency>[A-Z][\w.&'’ /-]{1,40})\s*\)|/\s*(?P<slashed>[A-Z][\w.&' -]{1,30})\s*/\.?)"
_SMALL = r"(?=\s+\S+\s+(?:\S+\s+)?[a-z])"
_NEXT = r"(?=[\"'\u2018\u201c(\[]{0,2}[A-Z0-9\u00c0-\u00de])"

_FORMS = (
    # WASHINGTON (Reuters) - / GENEVA, March 3 (AFP) — / MOSCOW, March 3. /TASS/. / Kabul, March 3 (Pajhwok):
    re.compile(rf"(?:{_CAPITALS}|{_TITLED}){_REGION}{_DAY}?\s*{_AGENCY}\s*(?:{_DASH}|:|\.)?\s*{_NEXT}"),
    # (Reuters) — / Dec 29 (Reuters) -
    re.compile(rf"(?:{_MONTH}\s+\d{{1,2}}\s*)?\(\s*(?P<agency>[A-Z][\w.&'’ /-]{{1,40}})\s*\)\s*{_DASH}\s*{_NEXT}"),
    # KABUL, Afghanistan — / BEIRUT - / GENEVA, March 3: / NEW DELHI:
    re.compile(rf"{_CAPITALS}{_REGION}{_DAY}?\s*(?:\s{_DASH}|{_DASH}\s|:{_SMALL})\s*{_NEXT}"),
    # Beirut, Lebanon – / Kabul, 3 March –
    re.compile(rf"{_TITLED}(?:\s*,\s*{_TITLED}|{_DAY})\s+(?:--+|[\u2013\u2014\u2015])\s*{_NEXT}"),
)
# A dateline that is a line of its own: "Washington:", "New Delhi:"
_ALONE = re.compile(rf"{_TITLED}{_REGION}{_DAY}?\s*(?:{_AGENCY})?\s*:")
_NO_PLACE = re.compile(
    r"\b(?:also|advertisement|analysis|background|boom|breaking|busted|by|byline|caption|confirmed|contents?|context|"
    r"correction|credit|details|developments|editor|exclusive|explained|explainer|fact|factbox|facts|figures|here|"
    r"highlights|how|image|just in|key|listen|live|look|more|note|opinion|photo|picture|points|questions?|read|related|"
    r"report|review|sources?|summary|there|this|timeline|updated?|updates|video|warning|watch|what|when|where|who|why)\b",
    re.I,
)
_LONGEST = 90


@dataclass(frozen=True, kw_only=True)
class Dateline:
    """A dateline as printed, without the dash after it.

    Attributes:
        end: how many code points of the paragraph belong to it, dash and blanks included.
        agency: the agency that it credits, None where it credits none.
    """

    text: str
    end: int
    agency: str | None


def dateline_of(lines: Iterable[str]) -> str | None:
    """The dateline that one of the first `lines` begins with, or consists of."""
    for line in lines:
        if (found := find(line)) is not None:
            return found.text
    return None


def find(paragraph: str) -> Dateline | None:
    """The dateline at the start of `paragraph`, None where it has none."""
    start = paragraph[: _LONGEST + 40]
    for form in _FORMS:
        found = form.match(start)
        if found is not None and found.end() <= _LONGEST and not _NO_PLACE.search(found[0]):
            return _dateline(found, found.end())
    alone = _ALONE.fullmatch(paragraph.strip()) if len(paragraph) <= _LONGEST else None
    if alone is not None and not _NO_PLACE.search(alone[0]):
        return _dateline(alone, len(paragraph))
    return None


def _dateline(found: re.Match[str], end: int) -> Dateline:
    groups = found.groupdict()
    agency = groups.get("agency") or groups.get("slashed")
    text = re.sub(rf"\s*(?:{_DASH}|:|(?<=/)\.)?\s*$", "", found[0].rstrip())
    return Dateline(text=text, end=end, agency=agency)
