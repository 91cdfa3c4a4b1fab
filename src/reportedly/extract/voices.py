"""What a source is called: pronouns led back to names, `the report` to the outlet whose report it is."""

from collections.abc import Sequence
from typing import Final

from reportedly.extract.link import Coder
from reportedly.knowledge.codes import OFFICIAL_SECTORS, sector
from reportedly.knowledge.lexicons import voices
from reportedly.knowledge.names import NameKind, tokens
from reportedly.knowledge.pronouns import PLURAL, SINGULAR, THING, pronoun
from reportedly.schema import CueTag, HopKind, Span

_SEVERAL: Final = PLURAL | {"we", "us"}
_ONE_PERSON: Final = SINGULAR | {"i", "me"}
_OUTLET_NOUNS: Final = frozenset(
    "report newspaper paper channel network broadcaster agency article story outlet daily station".split()
)
_DETERMINERS: Final = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "our"})
_ONE: Final = frozenset({"one", "a", "an", "another", "each"})
_OFFICES: Final = frozenset({HopKind.OFFICIAL, HopKind.PERSON})
_PERSONS: Final = frozenset({HopKind.OFFICIAL, HopKind.PERSON, HopKind.WITNESS, HopKind.ORGANISATION})


class VoiceNames:
    """The name and kind of every source of one article.

    Args:
        text: the article's text.
        cues: its cues in the order of the text.
        coder: who is meant by words of the text.
        outlet: who publishes the article, as it calls itself.
    """

    def __init__(self, text: str, cues: Sequence[CueTag], coder: Coder, outlet: str | None = None) -> None:
        self._text = text
        self._coder = coder
        self._index = coder.index
        self._own = self._canonical(outlet, HopKind.OUTLET).casefold() if outlet else None
        self._found: dict[Span, tuple[str | None, HopKind]] = {}
        self._meant: dict[Span, Span] = {}
        self._order: list[Span] = []
        for cue in sorted(cues, key=lambda c: (c.source or c.span).start):
            if cue.source is not None and cue.source not in self._found:
                self._found[cue.source] = self._resolve(cue.source, cue.kind)
                self._order.append(cue.source)

    def of(self, cue: CueTag) -> str | None:
        """What the source is called; None where the text names none, or a pronoun that means nobody named before."""
        return self._found[cue.source][0] if cue.source is not None else None

    def kind(self, cue: CueTag) -> HopKind:
        """The kind of voice; for a pronoun that of the voice it means."""
        return self._found[cue.source][1] if cue.source is not None else cue.kind

    def entity(self, cue: CueTag) -> str | None:
        """The id of the voice, for a pronoun that of the voice it means; None where it is nobody known."""
        if cue.source is None:
            return None
        return self._coder.resolve(self._meant.get(cue.source, cue.source)).entity

    def is_own(self, cue: CueTag) -> bool:
        """Whether the source is the article's own outlet: the implicit hop 0, under whichever of its names."""
        return self.kind(cue) is HopKind.OUTLET and self.publishes(self.of(cue))

    def publishes(self, outlet: str | None) -> bool:
        """Whether the article's own outlet is the one of that name."""
        return outlet is not None and outlet.casefold() == self._own

    def _resolve(self, source: Span, kind: HopKind) -> tuple[str | None, HopKind]:
        words = source.of(self._text)
        if said := pronoun(words):
            meant = self._antecedent(said)
            return self._as(source, meant) if meant is not None else (None, kind)
        if _is_anaphoric_report(words.lower()):
            outlets = [span for span in self._order if self._found[span][1] is HopKind.OUTLET]
            return self._as(source, outlets[-1]) if outlets else (words, kind)
        return self._canonical(words, kind), self._in_role(source, kind)

    def _as(self, source: Span, meant: Span) -> tuple[str | None, HopKind]:
        """What the voice at `meant` is called, which `source` points back to."""
        self._meant[source] = self._meant.get(meant, meant)
        return self._found[meant]

    def _in_role(self, source: Span, kind: HopKind) -> HopKind:
        """The kind of voice; whoever is known to be out of office on the day speaks as a person, in office for it."""
        if kind not in _OFFICES:
            return kind
        who = self._coder.resolve(source)
        if who.in_office is False:
            return HopKind.PERSON
        held = who.in_office and who.code is not None and sector(who.code) in OFFICIAL_SECTORS
        return HopKind.OFFICIAL if held else kind

    def _antecedent(self, said: str) -> Span | None:
        """The last source before that the pronoun `said` can mean."""
        for span in reversed(self._order):
            name, kind = self._found[span]
            own = pronoun(span.of(self._text))
            if own == said:
                return span
            if own is None and name is not None and _agrees(said, kind, plural=self._is_plural(name)):
                return span
        return None

    def _is_plural(self, name: str) -> bool:
        """Whether a voice is several ("two of the officials", "the rebels", "Democrats"), not a name in s ("Hamas")."""
        parts = tokens(name)
        if not parts or (len(parts) > 1 and parts[0].lower() in _ONE):
            return False
        last = parts[-1]
        if not last.endswith("s") or last.isupper():
            return False
        if last.islower():
            return True
        ends_in_name = any(
            end == len(parts) and found.kind is not NameKind.ADJECTIVE for _, end, found in self._index.find(parts)
        )
        return not ends_in_name and not any(part[0].isupper() for part in parts[:-1])

    def _canonical(self, words: str, kind: HopKind) -> str:
        """The known name where that is all there is, else the words without a determiner or a `Mr`."""
        parts = tokens(words)
        bare = parts[1:] if parts and parts[0].lower() in _DETERMINERS else parts
        for first, last, name in self._index.find(parts if kind is HopKind.OUTLET else bare):
            if kind is HopKind.OUTLET and name.kind is NameKind.OUTLET:
                return name.name
            whole = first == 0 and last == len(bare)
            if whole and (name.kind is NameKind.PLACE or words.isupper()):
                return name.name
        head, _, rest = words.partition(" ")
        return rest if rest and (head.lower() in _DETERMINERS or head.rstrip(".") in voices().courtesies) else words


def _agrees(said: str, kind: HopKind, *, plural: bool) -> bool:
    """Whether the pronoun `said` can mean a voice of that kind and number."""
    if said in _SEVERAL:
        return plural or kind is HopKind.ORGANISATION
    if said in _ONE_PERSON:
        return not plural and kind in _PERSONS
    return said in THING and not plural and kind is not HopKind.PERSON


def _is_anaphoric_report(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return first in _DETERMINERS and rest in _OUTLET_NOUNS
