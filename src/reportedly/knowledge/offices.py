"""Offices and who held them when: one file a country or body, under `knowledge/data/offices`."""

from functools import cache

import msgspec

from reportedly.knowledge.codes import check_code
from reportedly.knowledge.datafile import load, names_in
from reportedly.knowledge.spells import Day, Stretch
from reportedly.schema import Noun


class Holder(Noun, frozen=True, kw_only=True):
    """One spell of one person in an office.

    Attributes:
        name: as English prose writes it; with the country it is the person's id.
        since, until: `from` and `to` in the file, as precise as the source; None where not known, or not over.
        seen: when the source shows the person in office, where it gives no end.
        acting: held for the time being.
        person: the person's id, where another file has the person; None where it is made of country and name.
        source: where the row is from, where that is not what the head of the file says.
    """

    name: str
    person: str | None = None
    aliases: tuple[str, ...] = ()
    since: Day | None = msgspec.field(default=None, name="from")
    until: Day | None = msgspec.field(default=None, name="to")
    seen: Day | None = None
    acting: bool = False
    source: str | None = None

    def __post_init__(self) -> None:
        if not (self.since or self.until or self.seen):
            raise ValueError(f"{self.name!r} needs at least one of from, to and seen")
        _ = self.stretch

    @property
    def stretch(self) -> Stretch:
        """When the office was held."""
        return Stretch(since=self.since, until=self.until, seen=self.seen)


class Office(Noun, frozen=True, kw_only=True):
    """An office.

    Attributes:
        office: what it is called, in lower case, without its country: `defence minister`.
        aliases: other ways to say it.
        code: the code of whoever holds it.
        of: the id of the body that it leads or speaks for; None where that is the state.
        shared: several hold it at once.
    """

    office: str
    aliases: tuple[str, ...] = ()
    code: str
    of: str | None = None
    shared: bool = False
    source: str | None = None
    holders: tuple[Holder, ...] = ()

    def __post_init__(self) -> None:
        check_code(self.code)


class OfficeFile(Noun, frozen=True, kw_only=True):
    """The whole of one file.

    Attributes:
        country: ISO 3166 alpha-3, or the prefix of a body.
    """

    source: str
    licence: str
    version: int
    country: str
    offices: tuple[Office, ...]


@cache
def office_files() -> tuple[OfficeFile, ...]:
    """All files, in the order of their names.

    Raises:
        KnowledgeError: a file is damaged.
    """
    return tuple(load(name, OfficeFile) for name in names_in("offices"))
