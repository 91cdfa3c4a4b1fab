"""A cheap look at a page of an archive, before the work of cleaning it: may it hold an article that is read?"""

from enum import StrEnum

from reportedly.collect import encodings, language, refusals
from reportedly.errors import InputError
from reportedly.schema import Capture


class Passed(StrEnum):
    """Why a record of an archive is passed over."""

    REVISIT = "revisit"  # the server said that nothing had changed since a record before
    OTHER = "other record"  # a request, metadata, the archive's own description
    STATUS = "not a success"  # an answer of HTTP that is none of 200 to 299
    MEDIA_TYPE = "neither page nor text"
    NO_ARTICLE = "no sentence in it"
    LANGUAGE = "not in English"


def passed(capture: Capture) -> Passed | None:
    """Why the page surely holds no article that is read; None where it may hold one.

    It looks for sentences in the main content as resiliparse finds it, which takes a tenth of the time of cleaning and
    keeps too much rather than too little. A wall is no article either, but is kept, so that it is named as what it is.
    """
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - heavy

    try:
        markup = encodings.page_text(capture.body, capture.name, capture.charset)
    except InputError:
        return Passed.MEDIA_TYPE
    shown = extract_plain_text(markup, main_content=True, alt_texts=False, list_bullets=False)
    sentences = [line for line in shown.splitlines() if refusals.is_sentence(line)]
    if not sentences:
        return None if _is_wall(markup) else Passed.NO_ARTICLE
    try:
        language.checked("\n".join(sentences), None, capture.name)
    except InputError:
        return Passed.LANGUAGE
    return None


def _is_wall(markup: str) -> bool:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - heavy

    return refusals.wall(extract_plain_text(markup, alt_texts=False, noscript=True)) is not None
