"""Pictures: the credit that is no text, and the caption that is."""

import re

_LABEL = (
    r"(?:(?:file )?(?:photos?|photograph|images?|picture|pic|graphic|illustration|video)"
    r"(?: (?:credit|courtesy|source))?|credit|courtesy)"
)
_HOUSE = (
    r"(?:getty(?: images)?|afp|ap(?: photo)?|reuters|epa(?:-efe)?|anadolu(?: agency)?|shutterstock|alamy|"
    r"istock|bloomberg|xinhua|zuma(?: press)?|nurphoto|pa(?: images| wire| media)?|handout|upi|tass|"
    r"planet labs|maxar(?: technologies)?|wikimedia commons|unsplash|pexels|pool|wana|afptv)"
)
_NAME = r"[\w.'\u2019 &-]"

_FORMS = (
    rf"{_LABEL}\s*[:|/\u2013\u2014]\s*\S.{{0,90}}",
    rf"{_LABEL} by .{{2,60}}",
    rf"source\s*:\s*{_NAME}{{0,30}}{_HOUSE}{_NAME}{{0,20}}",
    rf"(?:{_NAME}{{0,50}}[/|,\u2013\u2014]\s*|{_NAME}{{2,40}}\bvia |via )(?:{_NAME}{{2,30}}[/|]\s*)?{_HOUSE}"
    rf"(?:\s*(?:[/|,]|via|file|\d{{4}})\s*{_NAME}{{0,30}}){{0,2}}",
    rf"{_HOUSE}\s*(?:/|\bvia\b)\s*{_NAME}{{2,40}}",
    r"\[[^\]]{0,60}[/|][^\]]{0,60}\]",
    r"getty images|shutterstock|ap photo|file photo|handout",
)
_CREDIT = re.compile(rf"^\W*(?:{'|'.join(_FORMS)})\W*$", re.I)
_LONGEST = 120
_MOST_WORDS = 9

# Written with a capital letter, so that "he quoted a source: they left" is none.
_CAPITAL_LABEL = (
    r"(?:(?:FILE )?(?:Photo|Photograph|Image|Picture|Pic|Graphic|Illustration)"
    r"(?: (?:[Cc]redit|[Cc]ourtesy|[Ss]ource))?|Credit|PHOTO|IMAGE|CREDIT)"
)
_AFTER_SENTENCE = r"(?<=[.!?\"\u201d)])\s*"
_ENDINGS = (
    rf"[|\u2013\u2014-]?\s*{_CAPITAL_LABEL}(?: by)?\s*[:\u2013]\s*[\w.'\u2019 &/|,-]{{2,70}}",
    r"[|\u2013\u2014-]?\s*(?:Photo|Photograph|Image|Picture)s? by [\w.'\u2019 &/|,-]{2,70}",
    rf"\((?i:{_LABEL}\b\s*(?:[:/]|by\b|courtesy|via\b)|{_HOUSE}\s*(?:/|photo\b|via\b))[^()]{{0,90}}\)",
    rf"\([^()]{{2,50}}(?:/|\bvia )\s*(?i:{_HOUSE})[^()]{{0,20}}\)",
    r"\[[^\[\]]{0,60}(?:/|\bvia\b|(?:Photo|Image|File|Credit)\s*:)[^\[\]]{0,60}\]",
    rf"{_AFTER_SENTENCE}[A-Z]{_NAME}{{1,40}}(?:/|\bvia )\s*(?i:{_HOUSE})(?:\s*(?:/|via)\s*{_NAME}{{2,30}})?",
    rf"{_AFTER_SENTENCE}(?:AP Photo|AFP|REUTERS|EPA|Getty Images)\s*[/-]\s*{_NAME}{{2,50}}",
    rf"{_AFTER_SENTENCE}(?:Getty Images|Shutterstock|Handout)",
    r"Click [Tt]o [Tt]weet",
)
_ENDING = re.compile(rf"\s*(?:{'|'.join(_ENDINGS)})\W{{0,2}}$")
_TAIL = 200

_CAPTION_LABEL = re.compile(
    r"^(?:\d{1,3} (?:of|/) \d{1,3}\s*[|:.\u2013-]?\s+(?=[A-Z])|(?:image|media|photo|video) caption\b[\s:,]*|"
    r"caption\s*:\s*)",
    re.I,
)
_CAPTION_ENDING = re.compile(rf"\s*\((?i:{_HOUSE}|file|file photo)\)\W?$|\s+(?:Getty|AFP|AP|Reuters|EPA)$")
_FEWEST_WORDS = 5


def is_credit(text: str) -> bool:
    """Whether a line is the credit of a picture and nothing else ("Jane Roe/Reuters"), and no sentence."""
    is_sentence = text.endswith((".", "!", "?")) and len(text.split()) > _MOST_WORDS
    return len(text) <= _LONGEST and not is_sentence and bool(_CREDIT.match(text))


def without_credit(text: str) -> str:
    """`text` without the credit of a picture at its end, and without "Image caption" before it.

    A credit of the article itself, such as "(Reuters)" or "(With inputs from AFP)", stays.
    """
    text = _CAPTION_LABEL.sub("", text)
    for _ in range(3):
        head, tail = text[:-_TAIL], text[-_TAIL:]
        shorter = head + _ENDING.sub("", tail)
        if shorter == text:
            break
        text = shorter.rstrip()
    return text


def caption(text: str) -> str | None:
    """The caption of a picture without its credit; None where what is left is no sentence."""
    rest = _CAPTION_ENDING.sub("", without_credit(text))
    return rest if len(rest.split()) >= _FEWEST_WORDS and not is_credit(rest) else None
