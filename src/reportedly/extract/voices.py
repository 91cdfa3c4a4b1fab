"""What a source is called: pronouns led back to names, `the report` to the outlet whose report it is."""

from collections.abc import Sequence
from typing import Final

from reportedly.knowledge.names import NameIndex, NameKind, tokens
from reportedly.schema import CueTag, HopKind, Span

_SINGULAR: Final = frozenset({"he", "she", "i", "him", "her", "himself", "herself", "who"})
_PLURAL: Final = frozenset({"they", "we", "them", "us", "themselves"})
_THING: Final = frozenset({"it", "itself"})
_OUTLET_NOUNS: Final = frozenset(
    "report newspaper paper channel network broadcaster agency article story outlet daily station".split()
)
_DETERMINERS: Final = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "our"})
_ONE: Final = frozenset({"one", "a", "an", "another", "each"})
_PERSONS: Final = frozenset({HopKind.OFFICIAL, HopKind.PERSON, HopKind.WITNESS, HopKind.ORGANISATION})


class VoiceNames:
    """The name and kind of every source of one article.

    Args:
        text: the article's text.
        cues: its cues in the order of the text.
        index: the known names.
        outlet: who publishes the article, as it calls itself.
    """

    def __init__(self, text: str, cues: Sequence[CueTag], index: NameIndex, outlet: str | None = None) -> None:
        self._text = text
        self._index = index
        self._own = self._canonical(outlet, HopKind.OUTLET).casefold() if outlet else None
        self._found: dict[Span, tuple[str, HopKind]] = {}
        self._order: list[Span] = []
        for cue in sorted(cues, key=lambda c: (c.source or c.span).start):
            if cue.source is not None and cue.source not in self._found:
                self._found[cue.source] = self._resolve(cue.source, cue.kind)
                self._order.append(cue.source)

    def of(self, cue: CueTag) -> str | None:
        """What the source is called; None where the text names none."""
        return self._found[cue.source][0] if cue.source is not None else None

    def kind(self, cue: CueTag) -> HopKind:
        """The kind of voice; for a pronoun that of the voice it means."""
        return self._found[cue.source][1] if cue.source is not None else cue.kind

    def is_own(self, cue: CueTag) -> bool:
        """Whether the source is the article's own outlet: the implicit hop 0, under whichever of its names."""
        return self.kind(cue) is HopKind.OUTLET and self.publishes(self.of(cue))

    def publishes(self, outlet: str | None) -> bool:
        """Whether the article's own outlet is the one of that name."""
        return outlet is not None and outlet.casefold() == self._own

    def _resolve(self, source: Span, kind: HopKind) -> tuple[str, HopKind]:
        words = source.of(self._text)
        lower = words.lower()
        if lower in _SINGULAR | _PLURAL | _THING:
            meant = self._antecedent(lower)
            return self._found[meant] if meant is not None else (words, kind)
        if _is_anaphoric_report(lower):
            outlets = [span for span in self._order if self._found[span][1] is HopKind.OUTLET]
            return self._found[outlets[-1]] if outlets else (words, kind)
        return self._canonical(words, kind), kind

    def _antecedent(self, pronoun: str) -> Span | None:
        """The last source before that the pronoun can mean."""
        for span in reversed(self._order):
            name, kind = self._found[span]
            own = span.of(self._text).lower()
            if own in _SINGULAR | _PLURAL | _THING:
                if own == pronoun:
                    return span
                continue
            plural = _is_plural(name)
            if pronoun in _PLURAL and (plural or kind is HopKind.ORGANISATION):
                return span
            if pronoun in _SINGULAR and not plural and kind in _PERSONS:
                return span
            if pronoun in _THING and not plural and kind is not HopKind.PERSON:
                return span
        return None

    def _canonical(self, words: str, kind: HopKind) -> str:
        """The known name where that is all there is, else the words without a determiner."""
        parts = tokens(words)
        bare = parts[1:] if parts and parts[0].lower() in _DETERMINERS else parts
        for first, last, name in self._index.find(parts if kind is HopKind.OUTLET else bare):
            if kind is HopKind.OUTLET and name.kind is NameKind.OUTLET:
                return name.name
            whole = first == 0 and last == len(bare)
            if whole and (name.kind is NameKind.PLACE or words.isupper()):
                return name.name
        head, _, rest = words.partition(" ")
        return rest if rest and head.lower() in _DETERMINERS else words


def _is_plural(name: str) -> bool:
    """Whether a voice is several ("two of the officials", "the rebels")."""
    first, _, rest = name.partition(" ")
    if first.lower() in _ONE and rest:
        return False
    return name.rstrip("'’").endswith("s") and not name.isupper()


def _is_anaphoric_report(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return first in _DETERMINERS and rest in _OUTLET_NOUNS
