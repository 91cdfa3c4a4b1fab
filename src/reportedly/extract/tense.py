"""Whether the clause around a time looks back or ahead."""

import re
from functools import lru_cache

from reportedly.extract.time_nouns import Tense
from reportedly.schema import Span

_WINDOW = 100
_LEAD = 20
_REMEMBERED = 64
_DUE = "begin|start|meet|visit|hold|take|be|arrive|vote|expire|open|travel|speak"
_AHEAD = (
    r"will|'ll|’ll|won't|would|shall|going to|set to|scheduled|slated|plan(?:s|ned|ning)? (?:to|for)|expected|expects?"
    rf"|due(?! to)|due to (?:{_DUE})|upcoming|ahead of|is to|are to|to be held|to take place|hopes? to|intends? to"
    r"|deadline|(?:has|have) (?:until|to)|likely to|prepar(?:es|ing) (?:to|for)|expires?|must|should|starting"
    r"|beginning|effective|to (?:begin|start|meet)|resumes?|reconvenes?|convenes?|meets?|begins?"
    r"|wants?|demands?|seeks?|hopes? for|stays?|remains?|sits|speaks|flies|arrives|travels|decides|chairs"
    r"|(?:postponed|delayed|extended|adjourned) (?:to|until|till)|rescheduled for|(?<!originally )set for"
)
_BACK = (
    r"said|told|was|were|had|did|says|took|came|began|held|made|met|left|became|went|fell|rose|gave|saw|won"
    r"|lost|broke|fought|wrote|shot|struck|hit|led|sent|spoke|\w{3,}ed"
)
_LED = r"(?:\s(?:not|be|also|soon|then|only|again)\b)*(?:\s\w+)?"
"""What a word that looks ahead leads: the participle of "will be held" does not look back."""

_VERB = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})\b{_LED}|(?P<back>{_BACK}))\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:on|in|of|at|since|last|this)\s(?:the\s)?(?:early\s|late\s|mid-?)?$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[.;:!?](?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)(?<!\b[A-Z][a-z]{3}.)\s|\n|[“”\"]"
)  # the mark before the lookbehinds, which are slow


def tense_around(text: str, span: Span) -> Tense:
    """The tense of the verb nearest before `span` in its clause, else of the one nearest after; past by default."""
    verb = _last_verb(text, span)
    if verb is None:
        right = _CLAUSE.split(text[span.end : span.end + _WINDOW], maxsplit=1)[0]
        found = _VERB.search(right)
        verb = found.lastgroup if found is not None else None
    return Tense.FUTURE if verb == "ahead" else Tense.PAST


def happened(text: str, span: Span) -> bool:
    """Whether the words say for sure that it lies behind: a verb that looks back, and "on", "in", "of" or "at"."""
    return _THEN.search(text, max(0, span.start - _LEAD), span.start) is not None and looks_back(text, span)


def looks_back(text: str, span: Span) -> bool:
    """Whether the nearest verb before `span` in its clause looks back."""
    return _last_verb(text, span) == "back"


def _last_verb(text: str, span: Span) -> str | None:
    return _last_of(_CLAUSE.split(text[max(0, span.start - _WINDOW) : span.start])[-1])


@lru_cache(maxsize=_REMEMBERED)
def _last_of(clause: str) -> str | None:
    """Whether the last verb looks ahead or back; None without a verb."""
    verb = None
    for found in _VERB.finditer(clause):
        verb = found.lastgroup
    return verb
