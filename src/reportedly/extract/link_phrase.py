"""Takes a participant's words apart: what is named in it, whose it is, and the noun that it is headed by."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reportedly.knowledge.agents import Agents
from reportedly.knowledge.names import Name

_LEADING: Final = frozenset("the a an this that these those its their his her our my some several many".split())
_ONE: Final = frozenset({"a", "an", "another", "one"})
_THEIRS: Final = frozenset({"its", "their"})
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_APOSTROPHES: Final = frozenset({"'", "’"})
_JOINING: Final = frozenset({"and", "or", "&", "/"})


class Item(NamedTuple):
    """A word in lower case, or a name of one word or more; `text` as written."""

    text: str
    word: str
    name: Name | None = None


class Phrase(NamedTuple):
    """A noun phrase.

    Attributes:
        definite: it begins with a word that makes it point back, or stands behind one.
        theirs: this word is "its" or "their".
        before, name, after: the last name of its core, with the words on both sides; with no name all words are
            `after`.
        owner: the name before a possessive, or behind `of`.
        belongs: what `owner` says is whose it is, not only where.
        one_of_many: it begins with "a", or stands behind it, and so names no holder of an office.
        joined: it names several, side by side.
    """

    definite: bool
    theirs: bool
    before: tuple[str, ...]
    name: Name | None
    after: tuple[str, ...]
    owner: Name | None
    belongs: bool
    one_of_many: bool
    joined: bool

    @property
    def nouns(self) -> tuple[str, ...]:
        """The words that are no names, in order."""
        return (*self.before, *self.after)


def phrase(items: Sequence[Item], known: Agents, led: str = "") -> Phrase:
    """What `items` are made of; `led` is the word before them, in lower case."""
    definite = led in known.definite
    if len(items) == 1 and (name := items[0].name) is not None:  # as most are
        theirs, one = led in _THEIRS, led in _ONE
        return Phrase(definite, theirs, (), name, (), None, belongs=False, one_of_many=one, joined=False)
    definite = definite or (bool(items) and items[0].name is None and items[0].word in known.definite)
    start = 0
    while start < len(items) - 1 and items[start].name is None and items[start].word in _LEADING:
        start += 1
    core, tail, belongs = _cut(items[start:], known)
    if not any(item.name for item in items):
        core, tail = items[start:], ()
    owner, rest = _owner(core)
    at = next((i for i in range(len(rest) - 1, -1, -1) if rest[i].name is not None), None)
    named = [i for i, item in enumerate(rest) if item.name is not None]
    joined = len(named) > 1 and any(item.word in _JOINING for item in rest[named[0] : named[-1]])
    if owner is not None:
        belongs = True
    elif tail:
        owner = next((item for item in tail if item.name is not None), None)
    return Phrase(
        definite=definite,
        theirs=led in _THEIRS or (bool(items) and items[0].word in _THEIRS),
        before=tuple(_words(rest[:at])) if at is not None else (),
        name=rest[at].name if at is not None else None,
        after=tuple(_words(rest if at is None else rest[at + 1 :])),
        owner=owner.name if owner is not None else None,
        belongs=belongs,
        one_of_many=led in _ONE or (bool(items) and items[0].word in _ONE),
        joined=joined,
    )


def _words(items: Sequence[Item]) -> Iterator[str]:
    return (item.word for item in items if item.name is None and (item.word[0].isalnum() or len(item.word) > 1))


def _cut(items: Sequence[Item], known: Agents) -> tuple[Sequence[Item], Sequence[Item], bool]:
    """What stands before the first preposition, what behind it, and whether that says whose it is."""
    for i, item in enumerate(items):
        if i and item.name is None and item.word in known.prepositions:
            return items[:i], items[i + 1 :], known.prepositions[item.word]
        if i and item.text == ",":
            return items[:i], (), False
    return items, (), False


def _owner(core: Sequence[Item]) -> tuple[Item | None, Sequence[Item]]:
    """The name before the last possessive, and what is owned, with the common nouns between the two."""
    for i in range(len(core) - 2, 0, -1):
        if core[i].text in _POSSESSIVE or (core[i].text in _APOSTROPHES and core[i - 1].text.endswith("s")):
            at = next((j for j in range(i - 1, -1, -1) if core[j].name is not None), None)
            return (None, core) if at is None else (core[at], [*core[at + 1 : i], *core[i + 1 :]])
    return None, core
