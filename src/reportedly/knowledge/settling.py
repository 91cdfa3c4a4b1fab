"""Outlets named in readings, settled: one name for an outlet that is at hand, and no hop for the article's own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec

from reportedly.knowledge.speakers import outlet_key, plain_name
from reportedly.schema import Citation, Claim, Hop, HopKind, Reading

_WORD = re.compile(r"[\w.&-]+")
_POSSESSIVE = re.compile(r"['’]s?\b")
_LONG: Final = 6
"""Letters that the only word of an outlet's name needs to be found inside a longer name."""


def settled(readings: Iterable[Reading]) -> list[Reading]:
    """The readings with the outlets of their chains and citations under the names of the articles at hand.

    "Meridian Post of Ashmere" and "Tarvosia's state agency Tarpress" are The Meridian Post and Tarpress where articles
    of these are among the readings; "the Chronicle" in an article of the Varn Chronicle is itself, and no hop. A voice
    that is no outlet to the reader but bears the name of one at hand is that outlet.
    """
    some = list(readings)
    names = _Names(sorted({each.article.outlet for each in some if each.article.outlet is not None}))
    return [_settled(each, names) for each in some]


@dataclass(slots=True)
class _Names:
    """Outlets at hand by the words of their names."""

    at_hand: Sequence[str]
    _by_words: dict[tuple[str, ...], str] = field(init=False)
    _known: dict[str, str | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._by_words = {_words(name): name for name in reversed(self.at_hand)}

    def find(self, name: str) -> str | None:
        """The outlet at hand whose name is, or stands within, a name; the longest, None where there is none."""
        if name not in self._known:
            self._known[name] = self._found(_words(name))
        return self._known[name]

    def exact(self, name: str) -> str | None:
        """The outlet at hand of that very name."""
        return self._by_words.get(_words(name))

    def _found(self, words: tuple[str, ...]) -> str | None:
        for size in range(len(words), 0, -1):
            for at in range(len(words) - size + 1):
                part = words[at : at + size]
                if part in self._by_words and (size > 1 or size == len(words) or len(part[0]) >= _LONG):
                    return self._by_words[part]
        return None


def _settled(reading: Reading, names: _Names) -> Reading:
    own = reading.article.outlet
    claims = tuple(_claim(claim, own, names) for claim in reading.claims)
    citations = tuple(_citation(citation, own, names) for citation in reading.citations)
    if claims == reading.claims and citations == reading.citations:
        return reading
    return msgspec.structs.replace(reading, claims=claims, citations=citations)


def _claim(claim: Claim, own: str | None, names: _Names) -> Claim:
    chain = tuple(hop for each in claim.chain if (hop := _hop(each, own, names)) is not None)
    return claim if chain == claim.chain else msgspec.structs.replace(claim, chain=chain)


def _hop(hop: Hop, own: str | None, names: _Names) -> Hop | None:
    """The hop with its outlet settled; None where that is the article's own."""
    if hop.name is None:
        return hop
    if hop.kind is not HopKind.OUTLET:
        found = names.exact(hop.name)
        return hop if found is None else msgspec.structs.replace(hop, kind=HopKind.OUTLET, name=found, entity=None)
    name = _name(hop.name, hop.entity, own, names)
    if own is not None and outlet_key(name) == outlet_key(own):
        return None
    return hop if name == hop.name else msgspec.structs.replace(hop, name=name, entity=None)


def _citation(citation: Citation, own: str | None, names: _Names) -> Citation:
    name = _name(citation.name, citation.entity, own, names)
    return citation if name == citation.name else msgspec.structs.replace(citation, name=name, entity=None)


def _name(name: str, entity: str | None, own: str | None, names: _Names) -> str:
    """Its name at hand; the article's own where the end of that is all that is said; else as it was."""
    if own is not None:
        words, ours = _words(name), _words(own)
        if words and ours[-len(words) :] == words:
            return own
    found = names.find(name)
    # An outlet whose id is known is not another one because its name stands within the other's.
    return name if found is None or (entity is not None and outlet_key(name, entity) != outlet_key(found)) else found


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_POSSESSIVE.sub("", plain_name(name))))
