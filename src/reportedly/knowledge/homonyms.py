"""Spellings that several actors or places share, and the words beside them that tell which is meant."""

from functools import cache
from typing import Literal

from reportedly.knowledge.codes import check_code
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class Sense(Noun, frozen=True, kw_only=True):
    """One meaning of a shared spelling.

    Attributes:
        entity: the id of the actor, outlet, person or country that is meant.
        name, code: what it is called and its code, for what stands in no other file; else None.
        near: words, in lower case, that an article about it has.
    """

    entity: str
    name: str | None = None
    code: str | None = None
    near: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if (self.name is None) is not (self.code is None):
            raise ValueError(f"{self.entity!r} needs both name and code, or none where another file has it")
        if self.code is not None:
            check_code(self.code)


class Homonym(Noun, frozen=True, kw_only=True):
    """A spelling that several share.

    Attributes:
        kind: what the taggers take it for.
        default: the id that is meant where nothing beside it tells; None where it then means nobody.
    """

    text: str
    kind: Literal["actor", "place", "outlet"] = "actor"
    default: str | None = None
    senses: tuple[Sense, ...]

    def __post_init__(self) -> None:
        ids = [sense.entity for sense in self.senses]
        if len(set(ids)) < 2 or len(set(ids)) < len(ids):
            raise ValueError(f"{self.text!r} needs two different senses or more")
        if self.default is not None and self.default not in ids:
            raise ValueError(f"the default {self.default!r} of {self.text!r} is none of its senses")


class HomonymFile(Noun, frozen=True, kw_only=True):
    """The whole of `homonyms.yaml`."""

    source: str
    licence: str
    version: int
    entries: tuple[Homonym, ...]


@cache
def homonyms() -> tuple[Homonym, ...]:
    """All shared spellings.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("homonyms.yaml", HomonymFile).entries
