"""Spans -> codes: ISO 3166 and PLOVER sector of a participant, the country of a place, from its own words."""

from functools import cache
from typing import Final

from reportedly.knowledge.inflect import noun_forms
from reportedly.knowledge.lexicons import voices
from reportedly.knowledge.names import NameIndex, NameKind, tokens
from reportedly.schema import Span

_COUNTRY: Final = 3


class Coder:
    """Codes the spans of one text.

    Args:
        text: the article's text.
        index: the known names.
    """

    def __init__(self, text: str, index: NameIndex) -> None:
        self._text = text
        self._index = index
        self._sectors = _sectors()

    def code(self, span: Span) -> str | None:
        """`USAMIL` for "US troops"; the code of a known actor; None where the words tell no country."""
        words = tokens(span.of(self._text))
        hits = list(self._index.find(words))
        if not hits:
            return None
        name = hits[0][2]
        if name.code is None or name.kind is NameKind.ACTOR or len(name.code) > _COUNTRY:
            return name.code
        sector = next((s for word in reversed(words) if (s := self._sectors.get(word.lower()))), "")
        return name.code + sector

    def country(self, span: Span) -> str | None:
        """ISO 3166 alpha-3 of a place that is known."""
        for _, _, name in self._index.find(tokens(span.of(self._text))):
            if name.code is not None:
                return name.code[:_COUNTRY]
        return None


@cache
def _sectors() -> dict[str, str]:
    return {
        form: sector
        for sector, heads in voices().security_heads.items()
        for head in heads
        for form in noun_forms(head)
    }
